"""A reading for the eye in the terminal: the article sentence by sentence, and under each sentence what was read there.

Colours say the standing of a claim and underlines mark evidence; without colour the same is said in words, so a piped
reading loses nothing.
"""

from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import pairwise

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.codebook.terms import Act, PartKind, Status
from sayso.export import view
from sayso.export.overlap import Overlaps
from sayso.export.sentences import sentences
from sayso.export.view import Record, View, anchor
from sayso.export.visible import one_line, squeeze, visible
from sayso.records.events import Event
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.tolls import Toll
from sayso.text import Span

STATUS_STYLE = {
    Status.REPORTED: "green",
    Status.CLAIMED: "yellow",
    Status.ALLEGED: "yellow",
    Status.DENIED: "red",
    Status.NEGATED: "red",
    Status.PLANNED: "blue",
    Status.CONDITIONAL: "blue",
    Status.THREATENED: "magenta",
    Status.PROMISED: "blue",
    Status.DEMANDED: "blue",
    Status.HYPOTHETICAL: "blue",
}
_ACT_STYLE = {Act.DENY: "red", Act.ACCUSE: "yellow", Act.CONDEMN: "yellow", Act.THREATEN: "magenta"}
_PARTS = {PartKind.HEADLINE: "bold", PartKind.CAPTION: "italic"}
_SAID, _TOLL = "cyan", "bold magenta"
_BY = {
    status: f"{status.value} by"
    for status in (Status.CLAIMED, Status.ALLEGED, Status.DENIED, Status.THREATENED, Status.PROMISED, Status.DEMANDED)
}
_GUTTER, _KIND = 5, 12
_WIDEST = 116


def render(reading: Reading, *, width: int = 80, colour: bool = False) -> str:
    """Reading -> lines of at most `width` columns, with terminal colours only if `colour`; ends with a newline."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(40, min(width, _WIDEST)),
        color_system="standard" if colour else None,
        force_terminal=colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for piece in _pieces(View(reading), console.width):
        console.print(piece)
    lines = out.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _pieces(look: View, width: int) -> Iterator[RenderableType]:
    yield _masthead(look)
    yield Text("─" * width, style="dim")
    records = sorted(look.claims, key=anchor)
    pending = iter([*records, None])
    marks = _marks(look)
    record = next(pending)
    for part, spans in sentences(look.reading):
        below: list[Statement | Event | Toll] = []
        yield ""
        for span in spans:
            if below:
                yield ""
            below = []
            while record is not None and anchor(record) < span.end:
                below.append(record)
                record = next(pending)
            yield _sentence(look, span, marks, _PARTS.get(part.kind, ""))
            if below:
                yield _under(look, below, width)
    for table in (_actors(look), _places(look), _times(look), _dropped(look, width)):
        if table.row_count:
            yield ""
            yield table


def _masthead(look: View) -> Text:
    article = look.reading.article
    published = article.published
    fields = [
        article.outlet,
        f"{published.start} ({published.basis})" if published else "no date",
        article.dateline.place if article.dateline else None,
        f"by {', '.join(article.bylines)}" if article.bylines else None,
        f"photo {'; '.join(article.credits)}" if article.credits else None,
        article.language,
        article.id,
    ]
    return Text(" · ".join(one_line(field) for field in fields if field), style="dim")


def _sentence(look: View, span: Span, marks: Overlaps[str], style: str) -> Text:
    """The sentence with its evidence marked. Built piece by piece, because hidden characters are spelled out."""
    line = Text(style=style)
    here = marks.of(span.start, span.end)
    edges = {span.start, span.end, *(at for mark in here for at in (mark.start, mark.end))}
    for start, end in pairwise(sorted(at for at in edges if span.start <= at <= span.end)):
        style = " ".join(mark.item for mark in here if mark.start <= start and end <= mark.end)
        line.append(visible(look.text[start:end]).replace("\t", " ").replace("\n", " "), style=style or None)
    return line


def _marks(look: View) -> Overlaps[str]:
    """The marked spans and their styles, the more important later (a later style wins)."""
    reading = look.reading
    marks = [(part, _SAID) for s in reading.statements for part in s.content]
    marks += [(Span(s.cue.start, s.cue.end), "bold underline") for s in reading.statements]
    marks += [(s.speaker_span, "bold") for s in reading.statements if s.speaker_span]
    marks += [(Span(v.start, v.end), f"{_TOLL} underline") for t in reading.tolls for v in t.evidence]
    marks += [
        (Span(e.trigger.start, e.trigger.end), f"bold underline {STATUS_STYLE[e.status]}") for e in reading.events
    ]
    return Overlaps((mark.start, mark.end, style) for mark, style in marks)


def _under(look: View, records: Sequence[Statement | Event | Toll], width: int) -> RenderableType:
    grid = Table.grid(padding=(0, 1), pad_edge=False)
    grid.add_column(width=_GUTTER - 1, justify="right", style="dim", no_wrap=True)
    grid.add_column(width=_KIND, no_wrap=True, overflow="crop")
    grid.add_column(ratio=1)
    room = width - _GUTTER - _KIND - 4
    for kind in (Statement, Event, Toll):
        for record in records:
            if isinstance(record, kind):
                head, body = _row(look, record, room)
                grid.add_row(look.label(record.id), head, body)
    return grid


def _row(look: View, record: Statement | Event | Toll, room: int) -> tuple[Text, Text]:
    match record:
        case Statement():
            return Text(view.act(record), style=_ACT_STYLE.get(record.act, _SAID)), _statement(look, record, room)
        case Event():
            return Text(record.status.value, style=STATUS_STYLE[record.status]), _event(look, record)
        case Toll():
            return Text(view.harm(record), style=_TOLL), _toll(look, record)


def _statement(look: View, record: Statement, room: int) -> Text:
    body = Text()
    body.append(one_line(look.speaker(record)), style="bold" if record.speaker_span or record.speaker else "dim")
    if record.via:
        body.append(f" via {one_line(look.names(record.via))}", style="dim")
    body.append(" ")
    body.append(squeeze(look.cue(record), 40), style="underline")
    if record.audience:
        body.append(f" [to {one_line(look.names(record.audience))}]", style="dim")
    body.append(": ")
    body.append(squeeze(look.content(record), max(30, 2 * room - len(body.plain) - 8)), style=_SAID)
    _tail(
        body,
        [
            f"inside {look.label(record.parent)}" if record.parent else "",
            f"in {look.name(record.place)}" if record.place else "",
            look.name(record.time),
            _doubt(record),
        ],
    )
    return body


def _event(look: View, record: Event) -> Text:
    body = Text()
    body.append(view.event_type(record), style="bold")
    body.append(f" [{one_line(record.code)}] " if record.code else " ")
    body.append(f"“{squeeze(look.trigger(record), 30)}”", style="underline")
    actors, recipients = one_line(look.names(record.actors)), one_line(look.names(record.recipients))
    if actors or recipients:
        body.append(f" {actors or '–'} → {recipients or '–'}")
    _tail(
        body,
        [
            f"in {look.name(record.place)}" if record.place else "",
            look.name(record.time),
            f"with {record.weapon.quote}" if record.weapon else "",
            "historical" if record.historical else "",
            "ongoing" if record.ongoing else "",
            _source(look, record.said_in, _BY.get(record.status, "per")),
            _doubt(record),
        ],
    )
    return body


def _toll(look: View, record: Toll) -> Text:
    body = Text()
    body.append(view.bounds(record), style="bold")
    body.append(f" {one_line(record.victims.text or record.victims.kind.value)}")
    side = look.name(record.victims.side)
    _tail(
        body,
        [
            f"of {side}" if side else "",
            f"part of {look.label(record.part_of)}" if record.part_of else "",
            "running total" if record.cumulative else "",
            f"in {look.name(record.place)}" if record.place else "",
            look.name(record.period),
            f"from {look.label(record.event)}" if record.event else "",
            _source(look, record.said_in),
            _doubt(record),
        ],
    )
    return body


def _doubt(record: Record) -> str:
    """A discreet word where a record is clearly more likely wrong than right."""
    return f"doubtful {view.confidence(record)}" if view.doubtful(record) else ""


def _label(look: View, record: Record) -> str:
    """The label for the tables, with a question mark where the record is doubtful."""
    return look.label(record.id) + ("?" if view.doubtful(record) else "")


def _source(look: View, said_in: str | None, by: str = "per") -> str:
    return f"{by} {look.name(said_in)} ({look.label(said_in)})" if said_in else "outlet's own voice"


def _tail(body: Text, fields: Sequence[str]) -> None:
    for field in fields:
        if field:
            body.append(" · ", style="dim")
            body.append(one_line(field))


def _table(title: str, *columns: str) -> Table:
    table = Table(
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        show_header=True,
        header_style="dim",
        expand=False,
    )
    table.add_column("", style="dim", no_wrap=True)
    table.add_column(title, header_style="bold", ratio=None)
    for name in columns:
        table.add_column(name)
    return table


def _actors(look: View) -> Table:
    table = _table("Actors", "what", "also called")
    for actor in look.reading.actors:
        what = " ".join(
            filter(
                None,
                [
                    actor.kind.value,
                    actor.country,
                    actor.sector,
                    f"of {look.label(actor.member_of)}" if actor.member_of else "",
                    f"[{actor.code}]" if actor.code else "",
                ],
            ),
        )
        table.add_row(_label(look, actor), *_cells(actor.name, what, ", ".join(view.forms(actor))))
    return table


def _places(look: View) -> Table:
    table = _table("Places", "where", "point", "precision")
    for place in look.reading.places:
        at = place.resolved
        where = " · ".join(filter(None, [at.country, at.admin1])) if at else f"unresolved: {place.unresolved}"
        point = view.coordinates(place).replace(" ", "\N{NO-BREAK SPACE}")
        table.add_row(_label(look, place), *_cells(place.name, where, point, at.precision.value if at else ""))
    return table


def _times(look: View) -> Table:
    table = _table("Times", "when", "TIMEX3", "from")
    for time in look.reading.times:
        words = ", ".join(dict.fromkeys(m.quote for m in time.mentions))
        when = view.interval(time) or f"unresolved: {time.unresolved}"
        table.add_row(_label(look, time), *_cells(words, when, time.timex or "", time.anchor or ""))
    return table


def _dropped(look: View, width: int) -> Table:
    table = _table("Dropped", "")
    for drop in look.reading.dropped:
        table.add_row("", *_cells(drop.reason.value, squeeze(drop.quote, max(20, width - 16))))
    return table


def _cells(*values: str) -> list[Text]:
    return [Text(one_line(value)) for value in values]
