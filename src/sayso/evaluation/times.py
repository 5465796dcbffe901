"""Time expressions against TIMEX3 gold, scored as in TempEval-3: span (strict and relaxed), type and value.

Relaxed: any shared character, paired one to one, identical spans first, then the longest overlap. Strict: the same span
but for white space, quotation marks and trailing punctuation. Type and value F1: relaxed F1 times the share of paired
expressions with the same type or value. A range is scored by its two ends, as the guidelines annotate it.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.table import share
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine
from sayso.records.article import Published
from sayso.records.times import Time
from sayso.text import Span, trim
from sayso.times import find_times
from sayso.times.resolve import read_mentions
from sayso.times.values import Mention

_LEADING = "\"'`“”‘’(["
_TRAILING = "\"'`“”‘’)].,;:"
_KINDS = ("DATE", "TIME", "DURATION", "SET")
_SINCE = "resolve.since"


class _Timex(msgspec.Struct, frozen=True):
    start: int
    end: int
    type: str = ""
    value: str | None = None


class _Item(msgspec.Struct, frozen=True):
    id: str
    text: str
    timexes: list[_Timex]
    dct: str | None = None


@dataclass(frozen=True, slots=True)
class _Marked:
    """An expression, gold or found."""

    span: Span
    kind: str
    value: str
    why: tuple[str, ...] = ()


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """A JSONL file of texts with TIMEX3 expressions and creation dates -> strict, relaxed, type and value F1."""
    raw = path.read_bytes()
    items = [msgspec.json.decode(line, type=_Item) for line in raw.splitlines() if line.strip()][:limit]
    total: Counter[str] = Counter()
    misses: list[Miss] = []
    for item in items:
        gold = [_Marked(_trim(item.text, t.start, t.end), t.type, (t.value or "").strip()) for t in item.timexes]
        found = list(_found(item, engine))
        pairs = _pair(gold, found)
        _count(total, gold, found, pairs)
        misses += _misses(item, gold, found, pairs)
    relaxed = _f1(total["paired"], total["found"], total["gold"])
    return Score(
        name=path.stem,
        items=len(items),
        digest=hashlib.sha256(raw).hexdigest(),
        metrics=(
            Metric(
                name="value F1",
                value=relaxed * share(total["value"], total["paired"]),
                peer="HeidelTime .721 (AQUAINT)",
            ),
            Metric(name="type F1", value=relaxed * share(total["type"], total["paired"])),
            Metric(name="relaxed F1", value=relaxed),
            Metric(name="strict F1", value=_f1(total["strict"], total["found"], total["gold"])),
            Metric(name="relaxed precision", value=share(total["paired"], total["found"])),
            Metric(name="relaxed recall", value=share(total["paired"], total["gold"])),
        ),
        rows=tuple(_row(total, kind) for kind in _KINDS),
        misses=tuple(misses),
        measures_not="Intervals, anchors, times of undated texts; the gold standard has inconsistencies of its own.",
    )


def _found(item: _Item, engine: Engine) -> Iterator[_Marked]:
    document = document_of(item.text, engine)
    published = Published(start=item.dct, end=item.dct, precision="day", basis="given") if item.dct else None
    for mention in _ends(read_mentions(find_times(document), document, published)):
        span = _trim(item.text, mention.span.start, mention.span.end)
        yield _Marked(span, mention.value.kind, mention.value.timex or "", (mention.rule,))


def _ends(mentions: Sequence[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield from mention.parts or (mention,)


def verdicts(line: bytes, times: Sequence[Time]) -> tuple[bool | None, ...]:
    """A gold item and the times read in its text -> for each, whether most of its mentions have its value in the gold.

    None for a period that was counted on from another time ("since"), which the gold cannot know.
    """
    item = msgspec.json.decode(line, type=_Item)
    gold = [_Marked(_trim(item.text, t.start, t.end), t.type, (t.value or "").strip()) for t in item.timexes]
    mentions = [(n, m) for n, time in enumerate(times) for m in time.mentions if _SINCE not in time.why]
    found = [_Marked(_trim(item.text, m.start, m.end), times[n].kind, times[n].timex or "") for n, m in mentions]
    right, judged = Counter[int](), Counter[int](n for n, _ in mentions)
    for i, j in _pair(gold, found).items():
        right[mentions[j][0]] += gold[i].value == found[j].value
    return tuple(2 * right[n] >= judged[n] if judged[n] else None for n in range(len(times)))


def _trim(text: str, start: int, end: int) -> Span:
    end = trim(text, start, end, _TRAILING).end if end > start else end
    while start < end and (text[start].isspace() or text[start] in _LEADING):
        start += 1
    return Span(start, end)


def _pair(gold: Sequence[_Marked], found: Sequence[_Marked]) -> dict[int, int]:
    """Gold index -> found index."""
    candidates = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            shared = min(g.span.end, f.span.end) - max(g.span.start, f.span.start)
            if shared > 0:
                candidates.append((-(g.span == f.span), -shared, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _count(total: Counter[str], gold: Sequence[_Marked], found: Sequence[_Marked], pairs: dict[int, int]) -> None:
    total["gold"] += len(gold)
    total["found"] += len(found)
    for g in gold:
        total[f"{g.kind} gold"] += 1
    for f in found:
        total[f"{f.kind} found"] += 1
    for i, j in pairs.items():
        g, f = gold[i], found[j]
        same = g.value == f.value
        total["paired"] += 1
        total["strict"] += g.span == f.span
        total["type"] += g.kind == f.kind
        total["value"] += same
        total[f"{g.kind} paired"] += 1
        total[f"{g.kind} value"] += same


def _misses(item: _Item, gold: Sequence[_Marked], found: Sequence[_Marked], pairs: dict[int, int]) -> Iterator[Miss]:
    taken = set(pairs.values())
    for i, g in enumerate(gold):
        if i not in pairs:
            yield Miss(where=item.id, kind="missed", text=g.span.of(item.text), gold=g.value, predicted="")
        elif found[pairs[i]].value != g.value:
            f = found[pairs[i]]
            yield Miss(
                where=item.id, kind="wrong value", text=f.span.of(item.text), gold=g.value, predicted=f.value, why=f.why
            )
    for j, f in enumerate(found):
        if j not in taken:
            yield Miss(where=item.id, kind="spurious", text=f.span.of(item.text), gold="", predicted=f.value, why=f.why)


def _row(total: Counter[str], kind: str) -> Row:
    paired = total[f"{kind} paired"]
    return Row(
        name=kind,
        gold=total[f"{kind} gold"],
        predicted=total[f"{kind} found"],
        figures=(
            ("found", share(paired, total[f"{kind} gold"])),
            ("value right", share(total[f"{kind} value"], paired)),
        ),
    )


def _f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold) if found + gold else 0.0
