"""The table of gold sets that `sayso eval` knows: file, evaluator, what it measures and who else was measured."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation import date_rules, entities, events, lines, places, statements, times, tolls
from sayso.evaluation.report import Score
from sayso.pipeline import Engine

Evaluator = Callable[..., Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """A gold set: `file` below the data folder, `evaluate(path, engine, limit=...)`, and the `peers` line printed
    beside our figures (best published or measured figures of other systems)."""

    name: str
    file: str
    evaluate: Evaluator
    measures: str
    peers: str


SETS: tuple[GoldSet, ...] = ()


def find_set(name: str) -> GoldSet | None:
    """The set of that name, or None."""
    return next((gold for gold in SETS if gold.name == name), None)


def present(data: Path) -> tuple[GoldSet, ...]:
    """The sets whose file lies in the folder `data`."""
    return tuple(gold for gold in SETS if (data / gold.file).is_file())


__all__ = ["SETS", "Engine", "GoldSet", "find_set", "present"]
