"""Line-labelled web pages (WCXB): does the line stage keep the body lines and drop the furniture?"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from sayso.article.furniture import Verdict, judge
from sayso.article.lines import Line
from sayso.codebook.terms import PartKind
from sayso.evaluation.report import Metric, Miss, Row, Score

MEASURES_NOT = (
    "General web pages, few of them news; headings and captions count as furniture; donation appeals are almost absent."
)
MAX_MISSES = 400


class _Labelled(msgspec.Struct):
    t: str
    y: int


class _Item(msgspec.Struct):
    page: str
    url: str
    lines: list[_Labelled]


def evaluate(path: Path, *, limit: int | None = None) -> Score:
    """JSONL of pages with lines labelled body (1), furniture (0) or repeated body (2, not counted) -> Score.

    A line counts as kept if it becomes a paragraph or standfirst of the article; the headline is furniture to this
    set and not counted. The figure is F1 over body lines, of all pages together and as a mean of pages.
    """
    kept, gold, right, all_lines = 0, 0, 0, 0
    means: list[float] = []
    wrong: Counter[str] = Counter()
    fired: Counter[str] = Counter()
    misses: list[Miss] = []
    count = 0
    for item in _items(path, limit):
        count += 1
        verdicts = judge(tuple(_lines(item)))
        scored = [
            (line, verdict)
            for line, verdict in zip(item.lines, verdicts, strict=True)
            if line.y != 2 and verdict.kind is not PartKind.HEADLINE
        ]
        a, b, c = (
            sum(verdict.kind is not None for _, verdict in scored),
            sum(line.y == 1 for line, _ in scored),
            sum(line.y == 1 and verdict.kind is not None for line, verdict in scored),
        )
        kept, gold, right, all_lines = kept + a, gold + b, right + c, all_lines + len(scored)
        means.append(2 * c / (a + b) if a + b else 1.0)
        for line, verdict in scored:
            _count(line, verdict, fired, wrong)
            if (line.y == 1) != (verdict.kind is not None) and len(misses) < MAX_MISSES:
                misses.append(_miss(item, line, verdict))
    precision, recall = right / max(1, kept), right / max(1, gold)
    rows = tuple(
        Row(
            name=rule,
            gold=fired[rule] - wrong[rule],
            predicted=fired[rule],
            figures=(("precision", 1 - wrong[rule] / fired[rule]),),
        )
        for rule in sorted(fired)
    )
    return Score(
        name="lines",
        items=count,
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        metrics=(
            Metric(
                name="line F1",
                value=2 * precision * recall / max(1e-9, precision + recall),
            ),
            Metric(name="line F1, mean of pages", value=sum(means) / max(1, len(means))),
            Metric(name="precision", value=precision),
            Metric(name="recall", value=recall),
            Metric(name="keep all", value=2 * gold / max(1, gold + all_lines)),
        ),
        rows=rows,
        misses=tuple(misses),
        measures_not=MEASURES_NOT,
    )


def _items(path: Path, limit: int | None) -> Iterator[_Item]:
    decoder = msgspec.json.Decoder(_Item)
    with path.open("rb") as stream:
        for number, line in enumerate(stream):
            if limit is not None and number >= limit:
                return
            yield decoder.decode(line)


def _lines(item: _Item) -> Iterator[Line]:
    position = 0
    for line in item.lines:
        yield Line(start=position, end=position + len(line.t), text=" ".join(line.t.split()))
        position += len(line.t) + 1


def _count(line: _Labelled, verdict: Verdict, fired: Counter[str], wrong: Counter[str]) -> None:
    if verdict.reason is not None:
        for rule in verdict.why:
            fired[rule] += 1
            wrong[rule] += line.y == 1


def _miss(item: _Item, line: _Labelled, verdict: Verdict) -> Miss:
    return Miss(
        where=f"{item.page} {item.url}",
        kind="missed" if line.y == 1 else "spurious",
        text=line.t[:300],
        gold="body" if line.y == 1 else "furniture",
        predicted=str(verdict.reason or verdict.kind),
        why=verdict.why,
    )
