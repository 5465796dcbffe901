"""Records freed of their ids, so that records of two readings can be compared: where they stand and what they say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from sayso.compare.shift import Shift
from sayso.export.view import Record, View, act, anchor, bounds, event_type, harm
from sayso.export.visible import one_line
from sayso.records.actors import Actor, ActorMention
from sayso.records.base import Evidence
from sayso.records.events import Event
from sayso.records.places import Candidate, Place
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll
from sayso.text import Span

KINDS = ("article", "dropped", "actor", "place", "time", "statement", "event", "toll")
"""In the order in which they are paired: what is pointed at comes before what points."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A field value that points at another record of the reading."""

    id: str


_WORDED = frozenset({"id", "why", "speaker_span", "low", "high", "approximate", "resolved", "confidence"})
"""Fields of records that the facts have under another name or in other words, or (confidence) only if asked."""

Value = str | Ref
Fields = tuple[tuple[str, tuple[Value, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One record. `spans` are its places in the text of the first of the two readings (cue, trigger, evidence or
    mentions), `wider` those of what it says; `own` is where it stands in its own article; `line` is the record in one
    line; `fields` are compared one by one, none has the same name twice.
    """

    kind: str
    id: str
    spans: tuple[Span, ...]
    wider: tuple[Span, ...]
    own: int | None
    line: str
    fields: Fields
    why: tuple[str, ...]


def facts(reading: Reading, shift: Shift, *, confidence: bool = False) -> dict[str, tuple[Fact, ...]]:
    """Reading -> its facts by kind; `shift` brings positions to the text they are compared in.

    With `confidence`, that is a field like any other; without, it is not compared.
    """
    look = View(reading)
    found = _facts(reading, look, shift)
    if not confidence:
        return found
    sure = {known: (("confidence", (f"{record.confidence:.2f}",)),) for known, record in look.records.items()}
    return {kind: tuple(replace(f, fields=f.fields + sure.get(f.id, ())) for f in held) for kind, held in found.items()}


def _facts(reading: Reading, look: View, shift: Shift) -> dict[str, tuple[Fact, ...]]:
    return {
        "article": (_article(reading),),
        "dropped": tuple(_dropped(reading)),
        "actor": tuple(_record("actor", a, _actor(a, shift), look, shift) for a in reading.actors),
        "place": tuple(_record("place", p, _place(p, shift), look, shift) for p in reading.places),
        "time": tuple(_record("time", t, _time(t, shift), look, shift) for t in reading.times),
        "statement": tuple(_record("statement", s, _statement(s, look), look, shift) for s in reading.statements),
        "event": tuple(_record("event", e, _event(e, shift), look, shift) for e in reading.events),
        "toll": tuple(_record("toll", t, _toll(t, shift), look, shift) for t in reading.tolls),
    }


def names(reading: Reading, shift: Shift) -> dict[str, str]:
    """Reading -> id of each record to the words it is called by where another points at it; one name is one record."""
    look = View(reading)
    called = {known: one_line(look.name(known)) or "?" for known in look.records}
    often = Counter(called.values())
    return {
        known: name if often[name] == 1 else f"{name} {_at(anchor(look.records[known]), shift)}".rstrip()
        for known, name in called.items()
    }


def _at(position: int, shift: Shift) -> str:
    moved = shift(Span(position, position + 1))
    return f"@{moved.start}" if moved else ""


def _article(reading: Reading) -> Fact:
    a = reading.article
    published = a.published
    dateline = a.dateline
    fields = _fields(
        url=_one(a.url),
        outlet=_one(a.outlet),
        headline=_one(a.headline),
        bylines=a.bylines,
        credits=a.credits,
        dateline=_one(dateline.quote if dateline else None),
        published=(published.start, published.end, published.precision, published.basis) if published else (),
        language=(a.language,),
        parts=tuple(f"{part.kind.value}: {a.text[part.start : part.end]}" for part in a.parts),
        raw=(a.raw.sha256,),
    )
    line = f"article {one_line(a.headline or '(no headline)')}"
    return Fact(kind="article", id=a.id, spans=(), wider=(), own=None, line=line, fields=fields, why=())


def _dropped(reading: Reading) -> Iterator[Fact]:
    for dropped in reading.dropped:
        yield Fact(
            kind="dropped",
            id="",
            spans=(Span(dropped.raw_start, dropped.raw_end),),
            wider=(),
            own=None,
            line=f"dropped as {dropped.reason.value}: {one_line(dropped.quote)}",
            fields=_fields(reason=(dropped.reason.value,), quote=(dropped.quote,)),
            why=dropped.why,
        )


def _record(kind: str, record: Record, fields: Fields, look: View, shift: Shift) -> Fact:
    match record:
        case Statement(cue=cue, content=content):
            places, wider = [Span(cue.start, cue.end)], content
        case Event(trigger=trigger, evidence=evidence):
            places, wider = [Span(trigger.start, trigger.end)], _spans(evidence)
        case Toll(evidence=evidence):
            places, wider = [*_spans(evidence)], ()
        case _:
            places, wider = [*_spans(record.mentions)], ()
    return Fact(
        kind=kind,
        id=record.id,
        spans=_moved(places, shift),
        wider=_moved(wider, shift),
        own=anchor(record),
        line=f"{kind} {_line(record, look)}",
        fields=fields + _others(record, fields, look),
        why=tuple(record.why),
    )


def _others(record: Record, fields: Fields, look: View) -> Fields:
    """The fields of the record that `fields` does not have: a field that is new to the records is compared at once."""
    had = _WORDED.union(name for name, _ in fields)
    return tuple((name, _plain(getattr(record, name), look)) for name in record.__dataclass_fields__ if name not in had)


def _plain(value: Any, look: View) -> tuple[Value, ...]:
    if value is None:
        return ()
    held = value if isinstance(value, tuple) else (value,)
    return tuple(
        Ref(v) if isinstance(v, str) and v in look.records else v if isinstance(v, str) else _json(v) for v in held
    )


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _line(record: Record, look: View) -> str:
    """The record in one line, as `sayso read` shows it."""
    match record:
        case Statement():
            said = f"{look.speaker(record)} “{look.cue(record)}”: {look.content(record)}"
            inside = f" · inside {look.name(record.parent)}" if record.parent else ""
            words = f"{act(record)}  {said}{inside}"
        case Event():
            who = f"{look.names(record.actors) or '?'} → {look.names(record.recipients) or '?'}"
            tail = " · ".join(filter(None, (who, look.name(record.place), look.name(record.time))))
            by = f" · per {look.name(record.said_in)}" if record.said_in else ""
            words = f"{record.status.value} {event_type(record)} “{look.trigger(record)}” {tail}{by}"
        case Toll():
            by = f" · per {look.name(record.said_in)}" if record.said_in else ""
            words = f"{harm(record)} {bounds(record)} {record.victims.text or record.victims.kind.value}{by}"
        case Actor():
            known = " · ".join(filter(None, (record.kind.value, record.country, record.sector, record.title)))
            words = f"{record.name} · {known} · {len(record.mentions)} mentions"
        case Place():
            at = record.resolved
            where = (
                f"{at.country or '-'} {at.feature} {at.precision.value}" if at else f"unresolved: {record.unresolved}"
            )
            words = f"{record.name} · {where}"
        case Time():
            first = record.mentions[0].quote if record.mentions else ""
            when = look.name(record.id) if record.start or record.end else f"unresolved: {record.unresolved}"
            words = f"“{first}” {when}"
    return one_line(words)


def _actor(actor: Actor, shift: Shift) -> Fields:
    return _fields(
        name=(actor.name,),
        kind=(actor.kind.value,),
        country=_one(actor.country),
        sector=_one(actor.sector),
        title=_one(actor.title),
        member_of=_refs(actor.member_of),
        mentions=_quotes(actor.mentions, shift),
    )


def _place(place: Place, shift: Shift) -> Fields:
    at = place.resolved
    point = at is not None and at.latitude is not None and at.longitude is not None
    return _fields(
        name=(place.name,),
        form=(place.form,),
        country=_one(at.country if at else None),
        admin=tuple(filter(None, (at.admin1, at.admin2))) if at else (),
        point=(f"{at.latitude:.4f} {at.longitude:.4f}",) if at and point else (),
        geonames_id=_one(at.geonames_id if at else None),
        feature=_one(at.feature if at else None),
        precision=_one(at.precision.value if at else None),
        note=_one(at.note if at else None),
        unresolved=_one(place.unresolved),
        candidates=tuple(map(_candidate, place.candidates)),
        mentions=_quotes(place.mentions, shift),
    )


def _candidate(candidate: Candidate) -> str:
    at = (candidate.name, candidate.country, candidate.admin1, candidate.feature, str(candidate.geonames_id or ""))
    return " ".join(filter(None, at))


def _time(time: Time, shift: Shift) -> Fields:
    return _fields(
        start=_one(time.start),
        end=_one(time.end),
        precision=_one(time.precision.value if time.precision else None),
        timex=_one(time.timex),
        kind=(time.kind,),
        anchor=_one(time.anchor),
        unresolved=_one(time.unresolved),
        mentions=_quotes(time.mentions, shift),
    )


def _statement(statement: Statement, look: View) -> Fields:
    text = look.text
    words = statement.speaker_span.of(text) if statement.speaker_span else None
    return _fields(
        speaker=_refs(statement.speaker),
        speaker_words=_one(words),
        via=_refs(*statement.via),
        parent=_refs(statement.parent),
        cue=(f"{look.cue(statement)} ({statement.cue.lemma})",),
        content=tuple(span.of(text) for span in statement.content),
        form=(statement.form.value,),
        act=(statement.act.value,),
        negated=_flag(said=statement.negated),
        audience=_refs(*statement.audience),
        time=_refs(statement.time),
        place=_refs(statement.place),
        evidence=tuple(evidence.quote for evidence in statement.evidence),
    )


def _event(event: Event, shift: Shift) -> Fields:
    return _fields(
        type=(event.type.value,),
        mode=_one(event.mode),
        contexts=event.contexts,
        cameo=_one(event.cameo),
        trigger=(event.trigger.lemma,),
        actors=_refs(*event.actors),
        recipients=_refs(*event.recipients),
        place=_refs(event.place),
        time=_refs(event.time),
        status=(event.status.value,),
        historical=_flag(said=event.historical),
        ongoing=_flag(said=event.ongoing),
        said_in=_refs(event.said_in),
        weapon=_one(event.weapon.quote if event.weapon else None),
        evidence=_quotes(event.evidence, shift),
    )


def _toll(toll: Toll, shift: Shift) -> Fields:
    return _fields(
        harm=(toll.harm.value,),
        figure=(bounds(toll),),
        victims=_one(toll.victims.text),
        victim_kind=(toll.victims.kind.value,),
        side=_refs(toll.victims.side),
        period=_refs(toll.period),
        place=_refs(toll.place),
        event=_refs(toll.event),
        said_in=_refs(toll.said_in),
        cumulative=_flag(said=toll.cumulative),
        part_of=_refs(toll.part_of),
        evidence=_quotes(toll.evidence, shift),
    )


def _fields(**values: tuple[Value, ...]) -> Fields:
    return tuple(values.items())


def _one(value: object) -> tuple[str, ...]:
    return () if value is None else (str(value),)


def _flag(*, said: bool) -> tuple[str, ...]:
    return ("yes" if said else "no",)


def _refs(*identifiers: str | None) -> tuple[Ref, ...]:
    return tuple(Ref(known) for known in identifiers if known is not None)


def _quotes(evidence: Sequence[Evidence | ActorMention], shift: Shift) -> tuple[str, ...]:
    return tuple(f"{one_line(e.quote)} {_at(e.start, shift)}".rstrip() for e in evidence)


def _spans(evidence: Sequence[Evidence | ActorMention]) -> tuple[Span, ...]:
    return tuple(Span(e.start, e.end) for e in evidence)


def _moved(spans: Sequence[Span], shift: Shift) -> tuple[Span, ...]:
    moved = (shift(span) for span in spans)
    return tuple(sorted(span for span in moved if span is not None))
