"""How well confidence holds, in figures: bins, thresholds, expected calibration error; and as Markdown."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.confidence.table import Table
from sayso.evaluation.calibrate import KINDS, Tested
from sayso.evaluation.judged import Judged

BINS = 10
_FEWEST, _LEAST = 8, 0.01
"""A bin holds so many cases at least, and this share of them."""
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
_FAULTS = {"record": "no such thing there", "mention": "a mention of somebody else"}
_TERMS = (
    "*Judged*: records that were not counted for their own confidence. *Calibration error*: mean distance between "
    "confidence and the share that is right. *Right above wrong*: how often a right record has more confidence than a "
    "wrong one (50 % is chance)."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Records whose confidence is alike: how many, their mean confidence, the share that is right."""

    cases: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a threshold keeps: the share of the records, the share of the kept that is right (precision), and the share
    of the right ones that is kept.
    """

    threshold: float
    records: float
    precision: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """One kind of record: bins, what thresholds keep, the expected calibration error (mean distance between confidence
    and share right, weighted by bin), and how often a right record has more confidence than a wrong one.
    """

    kind: str
    cases: int
    right: float
    bins: tuple[Bin, ...]
    kept: tuple[Kept, ...]
    error: float
    order: float


def reliabilities(tested: Sequence[Tested]) -> tuple[Reliability, ...]:
    """Cases with their confidence -> a line for each kind that has cases."""
    return tuple(_reliability(kind, mine) for kind in KINDS if (mine := [t for t in tested if t.kind == kind]))


def _reliability(kind: str, cases: Sequence[Tested]) -> Reliability:
    bins = tuple(
        Bin(
            cases=len(held),
            confidence=sum(c.confidence for c in held) / len(held),
            right=sum(c.right for c in held) / len(held),
        )
        for held in _binned(cases)
    )
    return Reliability(
        kind=kind,
        cases=len(cases),
        right=sum(c.right for c in cases) / len(cases),
        bins=bins,
        kept=tuple(_kept(cases, threshold) for threshold in THRESHOLDS),
        error=sum(b.cases * abs(b.confidence - b.right) for b in bins) / len(cases),
        order=_order(cases),
    )


def _binned(cases: Sequence[Tested]) -> list[list[Tested]]:
    """The cases by tenths of confidence; a tenth with few is joined with the next, the last with the one before."""
    fewest = max(_FEWEST, len(cases) * _LEAST)
    tenths: dict[int, list[Tested]] = {}
    for case in cases:
        tenths.setdefault(min(BINS - 1, int(case.confidence * BINS + 1e-9)), []).append(case)
    joined: list[list[Tested]] = []
    for _, held in sorted(tenths.items()):
        if joined and len(joined[-1]) < fewest:
            joined[-1] += held
        else:
            joined.append(held)
    if len(joined) > 1 and len(joined[-1]) < fewest:
        last = joined.pop()
        joined[-1] += last
    return joined


def _kept(cases: Sequence[Tested], threshold: float) -> Kept:
    held = [case for case in cases if case.confidence >= threshold]
    right = sum(case.right for case in held)
    return Kept(
        threshold=threshold,
        records=len(held) / len(cases),
        precision=right / len(held) if held else 0.0,
        right=right / max(1, sum(case.right for case in cases)),
    )


def _order(cases: Sequence[Tested]) -> float:
    """The area under the ROC curve: ties count half."""
    below = ranks = 0.0
    right = sum(case.right for case in cases)
    wrong = len(cases) - right
    for _, tied in groupby(sorted(cases, key=lambda case: case.confidence), key=lambda case: case.confidence):
        held = list(tied)
        ranks += sum(case.right for case in held) * (below + (len(held) + 1) / 2)
        below += len(held)
    return (ranks - right * (right + 1) / 2) / (right * wrong) if right and wrong else 0.5


def as_markdown(found: Sequence[Reliability], table: Table, samples: Sequence[Judged]) -> str:
    """The measured part of docs/confidence.md; `samples` are the verdicts of our own."""
    lines = [
        "| record | judged | right | calibration error | right above wrong | counted on |",
        "|---|--:|--:|--:|--:|---|",
    ]
    lines += [
        f"| {r.kind} | {r.cases:,} | {_percent(r.right)} | {r.error:.3f} | {_percent(r.order)} | "
        f"{_counted(table, r.kind)} |"
        for r in found
    ]
    lines += [
        "",
        _TERMS,
        "",
        "What `--min-confidence` buys: precision, and in brackets the share of the right records that is kept.",
        "",
        "| record | " + " | ".join("all" if not t else f"≥ {t:.1f}" for t in THRESHOLDS) + " |",
        "|---|" + "--:|" * len(THRESHOLDS),
    ]
    for r in found:
        cells = [f"{_percent(k.precision)} ({_percent(k.right)})" if k.records else "–" for k in r.kept]
        lines.append(f"| {r.kind} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "What was wrong where we judged ourselves (a record may be wrong in several fields):",
        "",
        *_faults(samples),
    ]
    lines += ["", "Sets, by SHA-256:", ""]
    lines += [f"- {name}: `{digest[:16]}…`" for name, digest in table.sets.items()]
    return "\n".join(lines) + "\n"


def _faults(samples: Sequence[Judged]) -> Iterator[str]:
    """Judged records by kind: how many, the share that is right, how often each field is wrong."""
    yield "| record | judged | right | wrong |"
    yield "|---|--:|--:|---|"
    for kind in KINDS:
        mine = [sample for sample in samples if sample.kind == kind]
        if not mine:
            continue
        wrong = Counter(field for s in mine for field in {name.split()[0] for name in s.wrong})
        told = ", ".join(
            f"{_FAULTS.get(field, field)} {_percent(n / len(mine))}"
            for field, n in sorted(wrong.items(), key=lambda item: (-item[1], item[0]))
        )
        yield f"| {kind} | {len(mine)} | {_percent(sum(not s.wrong for s in mine) / len(mine))} | {told} |"


def _counted(table: Table, kind: str) -> str:
    held = table.kinds.get(kind)
    return f"{held.judged:,} of {held.on}" if held else "–"


def _percent(value: float) -> str:
    return f"{100 * value:.0f} %"
