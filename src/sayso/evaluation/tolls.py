"""Casualty phrases: for each phrase, are harm, low and high of all its figures exactly those of the gold set?"""

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import TypedDict

from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine
from sayso.tolls import find_tolls


class _Figure(TypedDict):
    harm: str
    low: int | None
    high: int | None


class _Item(TypedDict):
    text: str
    counts: list[_Figure]


_Key = tuple[str, int | None, int | None]


def evaluate(path: Path, engine: Engine, *, limit: int | None) -> Score:
    """Gold file of phrases -> share of phrases with exactly the right figures, and precision and recall of figures.

    A figure is right if its harm and both bounds are; victims, period and speaker are not in the set.
    """
    raw = path.read_bytes()
    items: list[_Item] = [json.loads(line) for line in raw.decode("utf-8").splitlines() if line.strip()][:limit]
    exact = right = 0
    gold_total: Counter[str] = Counter()
    found_total: Counter[str] = Counter()
    right_total: Counter[str] = Counter()
    misses: list[Miss] = []
    for number, item in enumerate(items):
        gold: Counter[_Key] = Counter((count["harm"], count["low"], count["high"]) for count in item["counts"])
        tolls = find_tolls(document_of(item["text"], engine), (), (), (), ())
        found: Counter[_Key] = Counter((toll.harm.value, toll.low, toll.high) for toll in tolls)
        exact += gold == found
        right += sum((gold & found).values())
        _tally(gold_total, gold)
        _tally(found_total, found)
        _tally(right_total, gold & found)
        if gold != found:
            rules = tuple(str(rule) for toll in tolls for rule in toll.why)
            where = f"{path.name}:{number + 1}"
            misses.append(
                Miss(
                    where=where,
                    kind="wrong value",
                    text=item["text"],
                    gold=_text(gold),
                    predicted=_text(found),
                    why=rules,
                )
            )
    return Score(
        name="casualty_phrases",
        items=len(items),
        digest=hashlib.sha256(raw).hexdigest(),
        metrics=(
            Metric(name="phrases right", value=exact / max(1, len(items)), peer="libraries .37 to .70"),
            Metric(name="precision", value=right / max(1, found_total.total())),
            Metric(name="recall", value=right / max(1, gold_total.total())),
        ),
        rows=tuple(
            Row(name=harm, gold=gold_total[harm], predicted=found_total[harm], figures=(("right", right_total[harm]),))
            for harm in sorted(gold_total | found_total)
        ),
        misses=tuple(misses),
        measures_not="Thirty short phrases: not victims, sides, periods, speakers, nor figures in long sentences.",
    )


def _tally(total: Counter[str], figures: Counter[_Key]) -> None:
    for (harm, _, _), count in figures.items():
        total[harm] += count


def _text(figures: Counter[_Key]) -> str:
    return "; ".join(f"{harm} {low}..{high} x{count}" for (harm, low, high), count in sorted(figures.items(), key=str))
