"""Verdicts on single records, given by careful reading: what there is where no gold set says what is right.

`judged.jsonl` holds no text: set, item, character offsets in the item's text, the values that were judged and a verdict
on each. A verdict outlives changes of the rules as long as it can: the record that now stands at that place is right in
a field if it has the value that was judged right, wrong if it has the one that was judged wrong or has left the right
one; where a wrong or an empty value has become another one, nobody has judged it, and the case is left out.
"""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from sayso.confidence.signals import Record
from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.tolls import Toll

FILE = "judged.jsonl"
_STRETCHES = frozenset({"speaker", "content"})
"""Fields that are stretches of text: the same value if they share half of their characters."""
_HALF = 0.5


class Judged(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One record that was judged. `at`: its trigger (event), figure (toll), first mention (actor) or cue (statement);
    `values`: what it said, field by field, actors by the place of a mention; `wrong`: the fields that are wrong,
    ``record`` if there is no such thing at that place.
    """

    set: str
    item: str
    kind: Literal["statement", "event", "toll", "actor"]
    at: tuple[int, int]
    values: dict[str, str]
    wrong: tuple[str, ...] = ()


@cache
def judged() -> tuple[Judged, ...]:
    """All verdicts of the package."""
    data = (files("sayso.evaluation") / FILE).read_bytes()
    return tuple(msgspec.json.decode(line, type=Judged) for line in data.splitlines() if line.strip())


def verdict(sample: Judged, reading: Reading) -> tuple[Record, bool] | None:
    """A sample and the reading of its text -> the record that stands there now and whether it is right in every field;
    None if none stands there, or what it says was never judged.
    """
    here = [record for record in _records(reading, sample.kind) if sample.at in places(record)]
    if not here:
        return None
    alike = [sum(sample.values.get(name) == value for name, value in values(r, reading).items()) for r in here]
    record = here[alike.index(max(alike))]
    told = [_field(sample, name, value) for name, value in values(record, reading).items()]
    if "record" in sample.wrong or False in told:
        return record, False
    return None if None in told else (record, True)


def _field(sample: Judged, name: str, value: str) -> bool | None:
    if name not in sample.values:
        return None
    if name == "mentions":
        return _mentions(sample, value)
    if value == sample.values[name] or (name in _STRETCHES and _overlap(value, sample.values[name]) >= _HALF):
        return name not in sample.wrong
    return None if name in sample.wrong or not sample.values[name] else False


def _overlap(one: str, other: str) -> float:
    """Two lists of spans -> the share of their joint characters that both have."""
    mine, theirs = _characters(one), _characters(other)
    return len(mine & theirs) / max(1, len(mine | theirs))


def _characters(spans: str) -> set[int]:
    ends = (span.split("-") for span in spans.split())
    return {position for start, end in ends for position in range(int(start), int(end))}


def _mentions(sample: Judged, value: str) -> bool | None:
    """The mentions of an actor: right if all were judged and found right; the wrong ones are listed one by one."""
    had, now = set(sample.values["mentions"].split()), set(value.split())
    bad = {name.removeprefix("mention ") for name in sample.wrong if name.startswith("mention ")}
    if now & bad:
        return False
    return True if now <= had else None


def _records(reading: Reading, kind: str) -> tuple[Record, ...]:
    found: dict[str, tuple[Record, ...]] = {
        "statement": reading.statements,
        "event": reading.events,
        "toll": reading.tolls,
        "actor": reading.actors,
    }
    return found[kind]


def places(record: Record) -> tuple[tuple[int, int], ...]:
    """Where a sample may point to find this record again."""
    match record:
        case Event(trigger=at) | Statement(cue=at):
            return ((at.start, at.end),)
        case Toll(evidence=evidence):
            return tuple((v.start, v.end) for v in evidence)
        case Actor(mentions=mentions):
            return tuple((m.start, m.end) for m in mentions[:1])
        case _:
            return ()


def values(record: Record, reading: Reading) -> dict[str, str]:
    """What is judged about a record, field by field, as text without words of the article."""
    actors = {actor.id: actor for actor in reading.actors}

    def named(identifiers: tuple[str, ...], near: int) -> str:
        """Each actor by the mention closest to `near`."""
        spans = []
        for identifier in identifiers:
            mentions = actors[identifier].mentions
            closest = min(mentions, key=lambda m: (abs(m.start - near), m.start))
            spans.append((closest.start, closest.end))
        return " ".join(f"{start}-{end}" for start, end in sorted(spans))

    match record:
        case Event():
            at = record.trigger.start
            return {
                "type": record.type.value,
                "status": record.status.value,
                "actors": named(record.actors, at),
                "recipients": named(record.recipients, at),
            }
        case Toll():
            return {
                "figure": f"{record.harm.value} {record.low} {record.high}",
                "victims": record.victims.kind.value,
            }
        case Statement():
            speaker = record.speaker_span
            return {
                "speaker": f"{speaker.start}-{speaker.end}" if speaker else "",
                "content": " ".join(f"{span.start}-{span.end}" for span in record.content),
            }
        case Actor():
            return {
                "kind": record.kind.value,
                "country": record.country or "",
                "mentions": " ".join(f"{m.start}-{m.end}" for m in record.mentions),
            }
        case _:
            return {}
