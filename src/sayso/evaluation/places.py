"""Toponyms against gold spans with coordinates, scored as the common geoparsing sets are (Gritta et al.).

Detection: spans that share a character are paired one to one, identical spans first, then the longest overlap. Gold
toponyms without coordinates are neutral: a prediction paired with one counts neither way. Resolution: a toponym is
right if its point lies within 161 km (100 miles) of the gold point; a place without a point, or not found, is wrong.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.table import share
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine
from sayso.places import find_places, resolve_places
from sayso.places.rules import DEMONYM
from sayso.records.places import Place
from sayso.text import Span

_NEAR_KM = 161.0
_RADIUS_KM = 6371.0
_NO_DEMONYMS = frozenset({"geovirus"})
"""Sets whose annotators left demonyms out; the others mark "Turkish" as Turkey."""
_PEERS = {
    "lgl": "CamCoder .61, CLAVIN .60 on gold spans",
    "trnews": "CamCoder .67, CLAVIN .73 on gold spans; a prototype over spaCy's names .65",
    "geovirus": "CLAVIN .79, CamCoder .77 on gold spans; a prototype over spaCy's names .65",
}


class _Toponym(msgspec.Struct, frozen=True):
    start: int
    end: int
    text: str
    lat: float | None = None
    lon: float | None = None


class _Item(msgspec.Struct, frozen=True):
    id: str
    text: str
    toponyms: list[_Toponym]
    url: str | None = None
    corpus: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention with the point of its place."""

    span: Span
    latitude: float | None
    longitude: float | None
    label: str
    why: tuple[str, ...]


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """A JSONL file of texts with toponyms and coordinates -> detection and resolution figures."""
    raw = path.read_bytes()
    items = [msgspec.json.decode(line, type=_Item) for line in raw.splitlines() if line.strip()][:limit]
    total: Counter[str] = Counter()
    rows: dict[str, Counter[str]] = {}
    misses: list[Miss] = []
    for item in items:
        found = _read(item, engine, demonyms=path.stem not in _NO_DEMONYMS)
        pairs = _pair([Span(t.start, t.end) for t in item.toponyms], [f.span for f in found])
        misses += _count(item, found, pairs, total, rows)
    precision, recall = share(total["paired"], total["found"]), share(total["paired"], total["gold"])
    strict = _f1(share(total["strict"], total["found"]), share(total["strict"], total["gold"]))
    return Score(
        name=path.stem,
        items=len(items),
        digest=hashlib.sha256(raw).hexdigest(),
        metrics=(
            Metric(name="end to end A@161km", value=share(total["near"], total["gold"]), peer=_PEERS.get(path.stem)),
            Metric(name="resolved A@161km", value=share(total["near"], total["paired"])),
            Metric(name="detection F1", value=_f1(precision, recall)),
            Metric(name="detection precision", value=precision),
            Metric(name="detection recall", value=recall),
            Metric(name="strict detection F1", value=strict),
        ),
        rows=tuple(_row(rule, counts) for rule, counts in sorted(rows.items())),
        misses=tuple(misses),
        measures_not="whether something happened at a place; extents; points that other gazetteers put elsewhere",
    )


def _read(item: _Item, engine: Engine, *, demonyms: bool) -> list[_Found]:
    document = document_of(item.text, engine)
    outlet = urlsplit(item.url).hostname if item.url else None
    found = find_places(document, engine.gazetteer, own=engine.own)
    left_out = {place.span for place in found if place.form == "nominal"}
    if not demonyms:
        left_out |= {place.span for place in found if place.rule == DEMONYM}
    places = resolve_places(found, document, dateline=None, outlet=outlet, gazetteer=engine.gazetteer)
    mentions = (mention for place in places for mention in _mentions(place) if mention.span not in left_out)
    return sorted(mentions, key=lambda mention: mention.span)


def verdicts(line: bytes, places: Sequence[Place]) -> tuple[bool | None, ...]:
    """A gold item and the places read in its text -> for each, whether most of its mentions are annotated within 161 km
    of its point; None where all are annotated without a point.
    """
    item = msgspec.json.decode(line, type=_Item)
    found = [(n, mention) for n, place in enumerate(places) for mention in _mentions(place)]
    pairs = _pair([Span(t.start, t.end) for t in item.toponyms], [mention.span for _, mention in found])
    by_found = {j: i for i, j in pairs.items()}
    right, judged = Counter[int](), Counter[int]()
    for j, (n, mention) in enumerate(found):
        gold = item.toponyms[by_found[j]] if j in by_found else None
        if gold is None or gold.lat is not None:
            judged[n] += 1
            right[n] += gold is not None and _distance(gold, mention) <= _NEAR_KM
    return tuple(2 * right[n] >= judged[n] if judged[n] else None for n in range(len(places)))


def _mentions(place: Place) -> Iterator[_Found]:
    at = place.resolved
    label = f"{place.name}, {at.country or '-'} {at.feature}" if at else f"{place.name}: {place.unresolved}"
    for mention in place.mentions:
        yield _Found(
            Span(mention.start, mention.end),
            at.latitude if at else None,
            at.longitude if at else None,
            label,
            place.why,
        )


def _pair(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """Gold index -> found index: identical spans first, then the longest overlap, each used once."""
    candidates = sorted(
        (a != b, max(a.start, b.start) - min(a.end, b.end), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a.overlaps(b)
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in candidates:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


def _count(
    item: _Item,
    found: Sequence[_Found],
    pairs: dict[int, int],
    total: Counter[str],
    rows: dict[str, Counter[str]],
) -> Iterator[Miss]:
    by_found = {j: i for i, j in pairs.items()}
    for j, mention in enumerate(found):
        gold = item.toponyms[by_found[j]] if j in by_found else None
        if gold is not None and gold.lat is None:
            continue
        total["found"] += 1
        counts = rows.setdefault(mention.why[0], Counter())
        counts["found"] += 1
        counts["paired"] += gold is not None
        if gold is None:
            yield Miss(
                where=item.id,
                kind="spurious",
                text=_around(item, mention.span),
                gold="",
                predicted=mention.label,
                why=mention.why,
            )
    for i, toponym in enumerate(item.toponyms):
        if toponym.lat is None or toponym.lon is None:
            continue
        total["gold"] += 1
        at = found[pairs[i]] if i in pairs else None
        total["paired"] += at is not None
        total["strict"] += at is not None and at.span == (toponym.start, toponym.end)
        near = at is not None and _distance(toponym, at) <= _NEAR_KM
        total["near"] += near
        if not near:
            yield Miss(
                where=item.id,
                kind="wrong value" if at else "missed",
                text=_around(item, Span(toponym.start, toponym.end)),
                gold=f"{toponym.text} {toponym.lat:.2f} {toponym.lon:.2f}",
                predicted=at.label if at else "",
                why=at.why if at else (),
            )


def _row(rule: str, counts: Counter[str]) -> Row:
    return Row(
        name=rule,
        gold=counts["paired"],
        predicted=counts["found"],
        figures=(("precision", share(counts["paired"], counts["found"])),),
    )


def _distance(gold: _Toponym, found: _Found) -> float:
    """Great-circle distance in km; infinite where no point is given."""
    if found.latitude is None or found.longitude is None or gold.lat is None or gold.lon is None:
        return math.inf
    a, b = math.radians(gold.lat), math.radians(found.latitude)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(found.longitude - gold.lon) / 2) ** 2
    return 2 * _RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def _around(item: _Item, span: Span) -> str:
    return " ".join(item.text[max(0, span.start - 60) : span.end + 40].split())


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
