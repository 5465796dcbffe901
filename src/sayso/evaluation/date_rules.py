"""The worked date cases of the UCDP codebook against the rule set `ucdp`: exact start, end and precision."""

import hashlib
from pathlib import Path

import msgspec

from sayso.evaluation.report import Metric, Miss, Score
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine
from sayso.records.article import Published
from sayso.times import find_times
from sayso.times.rulesets import code_times


class _Item(msgspec.Struct, frozen=True):
    id: str
    expression: str
    report_date: str
    date_start: str
    date_end: str
    date_prec: int


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """A JSONL file of phrases with report dates -> share whose days and precision are exactly the codebook's."""
    raw = path.read_bytes()
    items = [msgspec.json.decode(line, type=_Item) for line in raw.splitlines() if line.strip()][:limit]
    misses = tuple(miss for miss in (_miss(item, engine) for item in items) if miss is not None)
    right = len(items) - len(misses)
    return Score(
        name=path.stem,
        items=len(items),
        digest=hashlib.sha256(raw).hexdigest(),
        metrics=(Metric(name="exact", value=right / len(items) if items else 0.0), Metric(name="right", value=right)),
        misses=misses,
        measures_not="Times in running text: each item is a bare phrase.",
    )


def _miss(item: _Item, engine: Engine) -> Miss | None:
    published = Published(start=item.report_date, end=item.report_date, precision="day", basis="given")
    document = document_of(item.expression, engine)
    coded = code_times("ucdp", find_times(document), document, published)
    want = f"{item.date_start}/{item.date_end} {item.date_prec}"
    got = [f"{c.start.isoformat()}/{c.end.isoformat()} {c.precision}" for c in coded]
    if got == [want]:
        return None
    return Miss(
        where=item.id,
        kind="wrong date",
        text=item.expression,
        gold=want,
        predicted="; ".join(got),
        why=tuple(c.rule for c in coded),
    )
