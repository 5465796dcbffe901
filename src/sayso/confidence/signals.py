"""What else about a record tells how far to trust it: named signals, read off the finished reading alone.

A signal is a yes-or-no fact with a name that a person understands ("long sentence", "speaker far off"). Everything here
follows from the reading as printed, so that a reading from a file is explained as well as a fresh one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.places import Place
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll
from sayso.text import Span

Record = Statement | Event | Toll | Actor | Place | Time

KINDS: tuple[tuple[str, type], ...] = (
    ("statement", Statement),
    ("event", Event),
    ("toll", Toll),
    ("actor", Actor),
    ("place", Place),
    ("time", Time),
)
_STOP = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")
_LONG, _VERY_LONG = 35, 50
_SHORT_TEXT, _LONG_TEXT = 4, 40
_FAR = 60
_MANY = 5
_CAPITALS = 0.8


def kind_of(record: Record) -> str:
    """The kind of a record, as the table of measurements names it."""
    return next(name for name, held in KINDS if isinstance(record, held))


def _manner(sentence: str) -> Iterator[str]:
    words = sentence.count(" ") + 1
    if words > _VERY_LONG:
        yield f"sentence of over {_VERY_LONG} words"
    elif words > _LONG:
        yield f"sentence of over {_LONG} words"
    capitals, small = sum(map(str.isupper, sentence)), sum(map(str.islower, sentence))
    if capitals > _CAPITALS * (capitals + small):
        yield "capitals only"


class Signals:
    """The signals of the records of one reading."""

    def __init__(self, reading: Reading) -> None:
        """Sentences are found once, when first asked for, and each is looked at once."""
        self._reading = reading
        self._text = reading.article.text
        self._manners: dict[int, tuple[str, ...]] = {}

    def of(self, record: Record) -> tuple[str, ...]:
        """The signals of a record, always in the same order."""
        match record:
            case Statement():
                found = self._statement(record)
            case Event():
                found = self._event(record)
            case Toll():
                found = self._toll(record)
            case Actor():
                found = self._actor(record)
            case Place():
                found = self._place(record)
            case Time():
                found = self._time(record)
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in _STOP.finditer(self._text))]

    @cached_property
    def _actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self._reading.actors}

    def _sentence(self, position: int) -> tuple[str, ...]:
        """Length and manner of the sentence that holds the position."""
        at = bisect_right(self._starts, position)
        if at not in self._manners:
            end = self._starts[at] if at < len(self._starts) else len(self._text)
            self._manners[at] = tuple(_manner(self._text[self._starts[at - 1] : end]))
        return self._manners[at]

    def _words(self, span: Span) -> int:
        return len(span.of(self._text).split())

    def _statement(self, record: Statement) -> Iterator[str]:
        yield f"cue {record.cue.lemma}"
        yield record.form.value
        if record.parent is not None:
            yield "inside another statement"
        yield from self._speaker(record)
        length = sum(self._words(span) for span in record.content)
        if length < _SHORT_TEXT:
            yield "few words said"
        elif length > _LONG_TEXT:
            yield "many words said"
        if len(record.content) > 1:
            yield "said in pieces"
        yield from self._sentence(record.cue.start)

    def _speaker(self, record: Statement) -> Iterator[str]:
        span = record.speaker_span
        if span is None:
            yield "nobody named"
            return
        actor = self._actors.get(record.speaker or "")
        form = next((m.form for m in actor.mentions if span.start <= m.start < span.end), None) if actor else None
        yield f"speaker is a {form}" if form else "speaker unknown"
        if max(record.cue.start - span.end, span.start - record.cue.end) > _FAR:
            yield "speaker far off"

    def _event(self, record: Event) -> Iterator[str]:
        yield f"type {record.type.value}"
        yield f"status {record.status.value}"
        if any(self._nameless(actor) for actor in (*record.actors, *record.recipients)):
            yield "somebody is a pronoun only"
        if not record.actors:
            yield "nobody acts"
        elif min(self._distance(actor, record.trigger.start) for actor in record.actors) > _FAR:
            yield "actor far off"
        if not record.recipients:
            yield "no recipient"
        if len(record.actors) + len(record.recipients) > 3:
            yield "many take part"
        yield from self._sentence(record.trigger.start)

    def _nameless(self, actor: str) -> bool:
        """True if the actor is never called by more than a pronoun."""
        found = self._actors.get(actor)
        return found is not None and all(mention.form == "pronoun" for mention in found.mentions)

    def _distance(self, actor: str, position: int) -> int:
        """Characters from the position to the closest mention of the actor."""
        found = self._actors.get(actor)
        if found is None or not found.mentions:
            return 0
        return min(min(abs(m.start - position), abs(m.end - position)) for m in found.mentions)

    def _toll(self, record: Toll) -> Iterator[str]:
        yield f"harm {record.harm.value}"
        if record.low != record.high:
            yield "open figure"
        if record.victims.text is None:
            yield "no words for the victims"
        if record.event is None:
            yield "no event"
        if record.said_in is not None:
            yield "in a statement"
        if len(record.evidence) > 1:
            yield "in pieces"
        if record.evidence:
            yield from self._sentence(record.evidence[0].start)

    def _actor(self, record: Actor) -> Iterator[str]:
        yield f"kind {record.kind.value}"
        forms = {m.form for m in record.mentions}
        if forms == {"pronoun"}:
            yield "pronouns only"
        elif "pronoun" in forms:
            yield "pronouns"
        if len(record.mentions) == 1:
            yield "one mention"
        elif len(record.mentions) > _MANY:
            yield f"over {_MANY} mentions"
        names = {m.quote.casefold() for m in record.mentions if m.form == "name"}
        if len(names) > 2:
            yield "several names"
        if record.mentions:
            yield from (s for s in self._sentence(record.mentions[0].start) if s == "capitals only")

    def _place(self, record: Place) -> Iterator[str]:
        at = record.resolved
        if at is None:
            yield f"unresolved {record.unresolved}"
            return
        yield at.precision.value
        rivals = len(record.candidates)
        yield "only candidate" if rivals <= 1 else "few candidates" if rivals <= _MANY else "many candidates"
        if rivals > 1:
            most = max(candidate.population for candidate in record.candidates)
            mine = next((c.population for c in record.candidates if c.geonames_id == at.geonames_id), 0)
            if mine < most:
                yield "not the most populous"
        if len(record.mentions) > 1:
            yield "several mentions"
        if record.form == "demonym":
            yield "demonym"
        if record.mentions and not self._text[record.mentions[0].start : record.mentions[0].end].strip().count(" "):
            yield "one word"
        if record.mentions:
            yield from (s for s in self._sentence(record.mentions[0].start) if s == "capitals only")

    def _time(self, record: Time) -> Iterator[str]:
        yield record.kind
        yield f"counted from {record.anchor}" if record.anchor else "not counted from anything"
        if record.unresolved is not None:
            yield "unresolved"
        if record.precision is not None:
            yield record.precision.value
        if len(record.mentions) > 1:
            yield "several mentions"
