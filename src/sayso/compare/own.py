"""What a user's own words change in readings: differences by entry, and cases that hold or fail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.compare.model import Comparison, Difference
from sayso.export.view import View, act
from sayso.lexicon.own import OwnCase, OwnWords
from sayso.lexicon.own_case import Expectation, parse_expectation
from sayso.lexicon.own_trace import Trace, shown, traces
from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.places import Place
from sayso.records.reading import Reading
from sayso.records.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An entry and the differences that stand where its words do."""

    entry: Trace
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A line of a case: `read` are the records of its kind, one line each; `holds` if one is as expected."""

    case: OwnCase
    line: str
    holds: bool
    read: tuple[str, ...]


def effects(comparison: Comparison, own: OwnWords) -> tuple[Effect, ...]:
    """Every entry with its differences, none for one that changes nothing; in the order of files and lines."""
    held: dict[Trace, list[Difference]] = {trace: [] for trace in traces(own)}
    for difference in comparison.differences:
        for trace in behind(difference, own):
            held[trace].append(difference)
    return tuple(Effect(entry=trace, differences=tuple(found)) for trace, found in held.items())


def behind(difference: Difference, own: OwnWords) -> tuple[Trace, ...]:
    """The entries whose words or codes stand in what differs or, if there are none, in its sentence."""
    values = [value for change in difference.changes for value in (*change.before, *change.after)]
    codes = [v for change in difference.changes if change.field == "code" for v in (*change.before, *change.after)]
    lines = "\n".join([difference.before or "", difference.after or "", *values])
    kind = difference.kind
    return shown(own, lines, kind=kind, codes=codes) or shown(own, difference.sentence, kind=kind, codes=codes)


def judge(case: OwnCase, reading: Reading | None) -> Iterator[Verdict]:
    """A case and what its sentence gave (None: nothing to read) -> a verdict for each of its lines."""
    for line in case.expect:
        expected = parse_expectation(line)
        if isinstance(expected, str):
            continue
        rows = list(_rows(expected.kind, reading)) if reading is not None else []
        met = any(all(_fits(row, field, value) for field, value in expected.values) for row in rows)
        yield Verdict(
            case=case, line=line, holds=met != expected.absent, read=tuple(_told(row, expected) for row in rows)
        )


_Row = dict[str, tuple[str, ...]]


def _rows(kind: str, reading: Reading) -> Iterator[_Row]:
    """The records of a kind as field -> values."""
    look = View(reading)
    records: dict[str, Sequence[Actor | Event | Statement | Place]] = {
        "actor": reading.actors,
        "event": reading.events,
        "statement": reading.statements,
        "place": reading.places,
    }
    for record in records[kind]:
        yield _row(record, look)


def _row(record: Actor | Event | Statement | Place, look: View) -> _Row:
    match record:
        case Actor():
            row = {"name": record.name, "kind": record.kind.value, "country": record.country, "code": record.code}
            row |= {"sector": record.sector, "title": record.title, "member_of": look.name(record.member_of)}
        case Event():
            row = {"type": record.type.value, "mode": record.mode, "cameo": record.cameo, "code": record.code}
            row |= {"status": record.status.value, "trigger": look.trigger(record)}
            named = {"actor": record.actors, "recipient": record.recipients}
            return _values(row) | {field: tuple(map(look.name, ids)) for field, ids in named.items()}
        case Statement():
            row = {"speaker": look.speaker(record), "act": act(record), "cue": look.cue(record)}
            row |= {"content": look.content(record)}
        case Place():
            row = {"name": record.name, "country": record.resolved.country if record.resolved else None}
    return _values(row)


def _values(row: dict[str, str | None]) -> _Row:
    return {field: (value,) if value else () for field, value in row.items()}


def _fits(row: _Row, field: str, value: str) -> bool:
    if field == "content":
        return any(value in held for held in row[field])
    return value in row[field] or (value == "" and not row[field])


def _told(row: _Row, expected: Expectation) -> str:
    """A record in the words of an expectation: the fields that it asks for, else those that are said."""
    fields = [field for field, _ in expected.values] or [field for field, values in row.items() if values]
    return " ".join([expected.kind, *(f"{field}={'|'.join(row[field]) or '-'}" for field in fields)])
