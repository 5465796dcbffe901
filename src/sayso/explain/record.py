"""A record explained: its fields, its words in context, the rules and lexicon entries behind it, its relatives."""

import re
from collections.abc import Iterable

import msgspec

from sayso.explain.confidence import reasons
from sayso.explain.registry import find_rule, stage_of
from sayso.explain.section import Section
from sayso.explain.words import entries
from sayso.export.sentences import sentences
from sayso.export.view import Record, View
from sayso.export.visible import one_line
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.lexicon.own_trace import shown
from sayso.records.events import Event
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.tolls import Toll
from sayso.text import Span

_KINDS = {"S": "Statement", "E": "Event", "T": "Toll", "A": "Actor", "P": "Place", "D": "Time"}
_HIDDEN = ("id", "evidence", "mentions", "why", "cue", "trigger", "speaker_span", "content", "candidates", "confidence")
_OFFSETS = ("start", "end")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def find_record(readings: Iterable[Reading], identifier: str) -> tuple[Reading, Record] | None:
    """The record of that id, unambiguous beginning of an id, or label (S3), and its reading.

    A label means the first reading that has it; None if nothing fits, or several ids begin so.
    """
    fits: dict[str, tuple[Reading, Record]] = {}
    for reading in readings:
        look = View(reading)
        for known, record in look.records.items():
            if known == identifier or look.label(known) == identifier.upper():
                return reading, record
            if len(identifier) > 4 and known.startswith(identifier):
                fits[known] = (reading, record)
    return next(iter(fits.values())) if len(fits) == 1 else None


def explain_record(reading: Reading, record: Record, own: OwnWords = NOTHING) -> tuple[Section, ...]:
    """A record and the reading it stands in -> everything known about why it is there; `own`: the user's own words."""
    look = View(reading)
    label = look.label(record.id)
    head = Section(title=f"{_KINDS[label[0]]} {label}  {record.id}", lines=tuple(_fields(look, record)))
    found = [head, Section(title="Words", lines=tuple(_context(look, record)))]
    found.append(Section(title="Rules", lines=tuple(_rules(record.why))))
    found.append(Section(title="Confidence", lines=tuple(reasons(reading, record))))
    words = (*_own(look, record, own), *_lexicon(look, record))
    if words:
        found.append(Section(title="Word lists", lines=words))
    relatives = tuple(_relatives(look, record))
    if relatives:
        found.append(Section(title="Relatives", lines=relatives))
    return tuple(found)


def _fields(look: View, record: Record) -> Iterable[str]:
    """Every plain field; ids are followed by what they stand for; what is not said is a dash."""
    match record:
        case Statement():
            yield "says: " + " — ".join(map(one_line, (look.speaker(record), look.cue(record), look.content(record))))
        case Event():
            yield f"trigger: {one_line(look.trigger(record))} ({record.trigger.lemma})"
    for name in record.__dataclass_fields__:
        if name in _HIDDEN:
            continue
        yield f"{name}: {_value(look, getattr(record, name))}"


def _value(look: View, value: object) -> str:
    if value is None or value == ():
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return f"{look.label(value)} {one_line(look.name(value))}" if value in look.labels else one_line(str(value))
    if isinstance(value, tuple):
        return ", ".join(_value(look, item) for item in value)
    plain = msgspec.to_builtins(value)
    if isinstance(plain, dict):
        return ", ".join(f"{k} {_value(look, v)}" for k, v in plain.items() if v is not None and k not in _OFFSETS)
    return str(plain)


def _context(look: View, record: Record) -> Iterable[str]:
    """The sentences that hold the record's evidence, each evidence in brackets."""
    spans = [Span(v.start, v.end) for v in _evidence(record)]
    part_kinds = {}
    for part, inside in sentences(look.reading):
        for span in inside:
            if any(span.overlaps(e) for e in spans):
                part_kinds[span] = part.kind.value
    for span, kind in list(part_kinds.items())[:12]:
        held = sorted({Span(max(e.start, span.start), min(e.end, span.end)) for e in spans if e.overlaps(span)})
        yield f"{span.start}–{span.end} ({kind}): {_bracketed(look.text, span, held)}"
    if len(part_kinds) > 12:
        yield f"and {len(part_kinds) - 12} more sentences"


def _evidence(record: Record) -> Iterable[Span]:
    found = record.evidence if isinstance(record, Statement | Event | Toll) else record.mentions
    spans = [Span(v.start, v.end) for v in found]
    match record:
        case Statement(cue=at) | Event(trigger=at):
            spans.append(Span(at.start, at.end))
    return spans


def _bracketed(text: str, span: Span, held: list[Span]) -> str:
    pieces, position = [], span.start
    for at in held:
        if at.start < position:
            continue
        pieces += [text[position : at.start], "[", text[at.start : at.end], "]"]
        position = at.end
    return one_line("".join([*pieces, text[position : span.end]]))


def _rules(why: Iterable[str]) -> Iterable[str]:
    none = True
    for identifier in why:
        none = False
        rule = find_rule(identifier)
        yield (
            f"{identifier}: {rule.doc} (source: {rule.source})" if rule else f"{identifier}: not a rule of this version"
        )
    if none:
        yield "none noted"


def _own(look: View, record: Record, own: OwnWords) -> Iterable[str]:
    """The user's own entries behind the record, with file and line."""
    rules = {rule for rule in record.why if rule.startswith("own.")}
    code = getattr(record, "code", None)
    if not own or not (rules or code):
        return
    words = " ".join([look.name(record.id), *(span.of(look.text) for span in _evidence(record))])
    kind = type(record).__name__.lower()
    for trace in shown(own, words, kind=kind, codes=[code] if code else ()):
        if trace.rule in rules or trace.rule == "own.codes":
            yield f"{one_line(trace.name)}: {one_line(str(trace.at))} = {one_line(trace.says)}"


def _lexicon(look: View, record: Record) -> Iterable[str]:
    match record:
        case Statement(cue=cue):
            words = [cue.lemma, *_WORD.findall(look.cue(record).lower())]
        case Event(trigger=trigger):
            words = [trigger.lemma, *_WORD.findall(look.trigger(record).lower())]
        case Toll(evidence=evidence):
            words = [w for v in evidence for w in _WORD.findall(v.quote.lower())]
        case _:
            words = [record.name.lower()] if hasattr(record, "name") else [m.quote.lower() for m in record.mentions]
    stages = dict.fromkeys(filter(None, map(stage_of, record.why)))
    seen = 0
    for word in dict.fromkeys(words):
        for stage in stages:
            for entry in entries(stage, word):
                seen += 1
                if seen <= 12:
                    yield f"{word}: {entry.file} {entry.path}" + (f" = {entry.value}" if entry.value else "")


def _relatives(look: View, record: Record) -> Iterable[str]:
    """What points at the record, and the other records said in the same statement."""
    for field, other in look.referring(record.id):
        yield f"{look.label(other.id)} {one_line(look.name(other.id))}: its {field}"
    source = getattr(record, "said_in", None) or getattr(record, "parent", None)
    if source:
        yield f"{look.label(source)} {one_line(look.name(source))}: the statement it stands in"
        for field, other in look.referring(source):
            if other.id != record.id and field in ("said_in", "parent"):
                yield f"{look.label(other.id)} {one_line(look.name(other.id))}: in the same statement"
