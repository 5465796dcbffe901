"""What the evaluators of sentence sets share: rows of JSON lines, digests, tables by class."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.evaluation.report import Row


def rows_of(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    """The rows of a JSON lines file, the first `limit` of them."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def digest_of(path: Path) -> str:
    """SHA-256 of a gold file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def share(part: float, whole: float) -> float:
    """A part of a whole, 0 of nothing."""
    return part / whole if whole else 0.0


def class_rows(hits: Counter[str], extra: Counter[str], missed: Counter[str]) -> tuple[Row, ...]:
    """Hits, spurious and missed items by class -> the table with precision, recall and F1."""
    rows = []
    for name in sorted({*hits, *extra, *missed}):
        gold, told = hits[name] + missed[name], hits[name] + extra[name]
        figures = (
            ("precision", share(hits[name], told)),
            ("recall", share(hits[name], gold)),
            ("F1", share(2 * hits[name], gold + told)),
        )
        rows.append(Row(name=name, gold=gold, predicted=told, figures=figures))
    return tuple(rows)
