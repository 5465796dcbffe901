"""Entity mentions against re3d: spans of persons, organisations, locations and times.

re3d marks every mention, pronouns and common nouns included ("he", "the group", "civilians"). A gold entity counts from
an annotator confidence of one half; those below (machine suggestions that were not confirmed) are neither demanded nor
punished. Spans are compared without a leading determiner, white space and final possessive, once exactly and once by
overlap (half of the union of their characters). Weapons, vehicles, quantities and documents are not asked for.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.actors import find_actors
from sayso.codebook.terms import ActorKind
from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine
from sayso.places import find_places
from sayso.text import Span
from sayso.times import find_times

TYPES = ("Person", "Organisation", "Location", "Temporal")
_PEERS = {"exact f1": "spaCy en_core_web_sm NER .367", "overlap f1": "spaCy en_core_web_sm NER .399"}
"""Measured once with the same counting (PERSON; ORG; GPE, LOC, FAC; DATE, TIME)."""
_CONFIDENT = 0.5
_IOU = 0.5
_UNMARKED = frozenset({"his", "her", "its", "their", "our", "my", "who", "whom", "whose", "which", "that"})
"""Possessive and relative pronouns, which re3d does not annotate."""
_LEAD = re.compile(r"\s*(?:(?:the|a|an|this|that|these|those)\s+)?", re.IGNORECASE)
_TAIL = re.compile(r"(?:['’]s?)?\s*\Z")


class _Gold(msgspec.Struct, frozen=True):
    start: int
    end: int
    type: str
    confidence: float = 1.0


class _Item(msgspec.Struct, frozen=True):
    id: str
    text: str
    entities: list[_Gold]


@dataclass(frozen=True, slots=True)
class _Counts:
    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """re3d file -> span precision, recall and F1, exact and by overlap, a row a type."""
    data = path.read_bytes()
    items = [msgspec.json.decode(line, type=_Item) for line in data.splitlines() if line.strip()][:limit]
    totals = dict.fromkeys(TYPES, _Counts())
    misses: list[Miss] = []
    for item in items:
        predicted = predict(item.text, engine)
        for kind in TYPES:
            counts, wrong = _compare(item, kind, [span for span, name in predicted if name == kind])
            totals[kind] = _sum((totals[kind], counts))
            misses.extend(wrong)
    whole = _sum(totals.values())
    figures = [
        (f"{way} {name}", value)
        for way, right in (("exact", whole.exact), ("overlap", whole.overlap))
        for name, value in zip(("precision", "recall", "f1"), _prf(whole, right), strict=True)
    ]
    metrics = [Metric(name=name, value=value, peer=_PEERS.get(name)) for name, value in figures]
    return Score(
        name="re3d",
        items=len(items),
        digest=hashlib.sha256(data).hexdigest(),
        metrics=tuple(metrics),
        rows=tuple(_row(kind, totals[kind]) for kind in TYPES),
        misses=tuple(misses),
        measures_not="who is linked to whom, countries, sectors",
    )


def predict(text: str, engine: Engine) -> list[tuple[Span, str]]:
    """Text -> (span, re3d type) of every mention that the taggers find."""
    document = document_of(text, engine)
    places = find_places(document, engine.gazetteer, own=engine.own)
    book = find_actors(document, places, (), own=engine.own)
    found: dict[Span, str] = {Span(*t.span): "Temporal" for t in find_times(document)}
    found.update({p.span: "Location" for p in places if p.form == "name"})
    for actor in (actor for actor in book.actors if actor.kind is not ActorKind.FACILITY):
        kind = "Person" if actor.kind is ActorKind.PERSON else "Organisation"
        for m in actor.mentions:
            if (m.form != "name" or actor.kind is not ActorKind.COUNTRY) and m.quote.lower() not in _UNMARKED:
                found[Span(m.start, m.end)] = kind
    return sorted(found.items())


def _compare(item: _Item, kind: str, spans: Sequence[Span]) -> tuple[_Counts, list[Miss]]:
    gold = {
        _core(item.text, Span(g.start, g.end)) for g in item.entities if g.type == kind and g.confidence >= _CONFIDENT
    }
    doubtful = {
        _core(item.text, Span(g.start, g.end)) for g in item.entities if g.type == kind and g.confidence < _CONFIDENT
    }
    mine = {_core(item.text, span) for span in spans}
    mine -= doubtful - gold
    pairs = _pairs(gold, mine)
    misses = [_miss(item, kind, span, "missed") for span in sorted(gold - set(pairs))]
    misses += [_miss(item, kind, span, "spurious") for span in sorted(mine - set(pairs.values()))]
    return _Counts(len(gold), len(mine), len(gold & mine), len(pairs)), misses


def _pairs(gold: set[Span], mine: set[Span]) -> dict[Span, Span]:
    """Gold and found spans one to one, best overlap first."""
    scored = sorted((-_iou(g, m), g, m) for g in gold for m in mine if g.overlaps(m) and _iou(g, m) >= _IOU)
    pairs: dict[Span, Span] = {}
    taken: set[Span] = set()
    for _, g, m in scored:
        if g not in pairs and m not in taken:
            pairs[g] = m
            taken.add(m)
    return pairs


def _iou(a: Span, b: Span) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / (max(a.end, b.end) - min(a.start, b.start))


def _core(text: str, span: Span) -> Span:
    words = span.of(text)
    lead, tail = _LEAD.match(words), _TAIL.search(words)
    start = span.start + (lead.end() if lead and lead.end() < len(words) else 0)
    return Span(start, max(start + 1, span.start + (tail.start() if tail else len(words))))


def _miss(item: _Item, kind: str, span: Span, what: str) -> Miss:
    around = " ".join(item.text[max(0, span.start - 60) : span.end + 60].split())
    words = f"{kind}: {span.of(item.text)}"
    return Miss(
        where=item.id,
        kind=what,
        text=around,
        gold=words if what == "missed" else "",
        predicted="" if what == "missed" else words,
    )


def _sum(counts: Iterable[_Counts]) -> _Counts:
    rows = list(counts)
    return _Counts(*(sum(getattr(c, f) for c in rows) for f in ("gold", "predicted", "exact", "overlap")))


def _prf(counts: _Counts, right: int) -> tuple[float, float, float]:
    precision = right / counts.predicted if counts.predicted else 0.0
    recall = right / counts.gold if counts.gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def _row(kind: str, counts: _Counts) -> Row:
    precision, recall, f1 = _prf(counts, counts.exact)
    figures = (
        ("precision", precision),
        ("recall", recall),
        ("f1", f1),
        ("overlap f1", _prf(counts, counts.overlap)[2]),
    )
    return Row(name=kind, gold=counts.gold, predicted=counts.predicted, figures=figures)
