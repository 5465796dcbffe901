"""CAMEO records as a table: the columns of published event data, and sayso's own beside them."""

from collections.abc import Iterator

from sayso.codebook.cameo import codes
from sayso.export.cameo import CameoRow, cameo_rows
from sayso.export.visible import one_line
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.records.reading import Reading

COLUMNS = (
    *("date", "source", "target", "code", "root", "quad", "goldstein", "name"),
    *("place", "country", "lat", "lon", "status", "said", "words", "event", "article", "url"),
)
"""As Phoenix and ICEWS have them up to `lon`; then the standing, who says it ("-": the outlet), words and ids."""


def cameo_lines(reading: Reading, *, own: OwnWords = NOTHING, future: bool = False) -> Iterator[str]:
    """Reading -> its CAMEO records as lines of tab-separated values, in the order of COLUMNS, without a heading.

    An empty cell is unknown. The user's own codes have neither root, quad class nor Goldstein value.
    """
    table = _Table(reading)
    for row in cameo_rows(reading, own=own, future=future):
        yield "\t".join(one_line(cell) for cell in table.cells(row))


class _Table:
    """The records of one reading by id."""

    def __init__(self, reading: Reading) -> None:
        self._article = reading.article
        self._events = {event.id: event for event in reading.events}
        self._times = {time.id: time for time in reading.times}
        self._places = {place.id: place for place in reading.places}
        self._speakers = {statement.id: statement.speaker for statement in reading.statements}
        self._actors = {actor.id: actor.name for actor in reading.actors}

    def cells(self, row: CameoRow) -> tuple[str, ...]:
        """The cells of a record."""
        event = self._events[row.event]
        code = codes().get(row.code)
        told = (code.root, str(code.quad), f"{code.goldstein:g}", code.name) if code is not None else ("", "", "", "")
        speaker = self._speakers.get(event.said_in or "")
        said = "-" if event.said_in is None else self._actors.get(speaker or "", "")
        return (
            *(self._date(event.time), row.source, row.target, row.code),
            *told,
            *self._where(event.place),
            *(event.status.value, said, event.trigger.lemma, event.id, self._article.id, self._article.url or ""),
        )

    def _date(self, number: str | None) -> str:
        """The first day of the event's time, else the day of the report."""
        time = self._times.get(number or "")
        if time is not None and time.start is not None:
            return time.start[:10]
        return self._article.published.start[:10] if self._article.published is not None else ""

    def _where(self, number: str | None) -> tuple[str, str, str, str]:
        place = self._places.get(number or "")
        if place is None:
            return ("", "", "", "")
        found = place.resolved
        if found is None:
            return (place.name, "", "", "")
        lat, lon = (("" if n is None else f"{n:g}") for n in (found.latitude, found.longitude))
        return (place.name, found.country or "", lat, lon)
