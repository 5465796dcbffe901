"""The table of gold sets that `sayso eval` knows: file, evaluator, what it measures and who else was measured."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation import date_rules, entities, lines, places, statements, times, tolls
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


def _lines(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """The line stage needs no language engine."""
    del engine
    return lines.evaluate(path, limit=limit)


_TOPONYMS = "CamCoder .67 and CLAVIN .73 on gold spans (trnews); spaCy sm + prototype end to end .65"

SETS: tuple[GoldSet, ...] = (
    GoldSet(
        name="polnear_dev",
        file="polnear_dev.jsonl",
        evaluate=statements.evaluate,
        measures="who said what: content and source of attributions",
        peers="test part, content / who: citron retrained 54.6 / 48.9, GenderGapTracker 51.0 / 44.0, "
        "two humans 79.8 / 75.2",
    ),
    GoldSet(
        name="aquaint",
        file="aquaint.jsonl",
        evaluate=times.evaluate,
        measures="TIMEX3 expressions and values",
        peers="HeidelTime value F1 72.1",
    ),
    GoldSet(
        name="timebank",
        file="timebank.jsonl",
        evaluate=times.evaluate,
        measures="TIMEX3 expressions and values",
        peers="none published on this part in the same manner",
    ),
    GoldSet(
        name="ucdp_date_rules",
        file="ucdp_date_rules.jsonl",
        evaluate=date_rules.evaluate,
        measures="UCDP's worked date cases under the rule set `ucdp`",
        peers="none",
    ),
    GoldSet(
        name="trnews", file="trnews.jsonl", evaluate=places.evaluate, measures="toponyms end to end", peers=_TOPONYMS
    ),
    GoldSet(
        name="lgl",
        file="lgl.jsonl",
        evaluate=places.evaluate,
        measures="toponyms end to end, local news",
        peers="on gold spans: CamCoder .61, CLAVIN .60",
    ),
    GoldSet(
        name="geovirus",
        file="geovirus.jsonl",
        evaluate=places.evaluate,
        measures="toponyms end to end, epidemics",
        peers="on gold spans: CamCoder .77, CLAVIN .79; spaCy sm + prototype end to end .65",
    ),
    GoldSet(
        name="casualty_phrases",
        file="casualty_phrases.jsonl",
        evaluate=tolls.evaluate,
        measures="harm and bounds of casualty phrases",
        peers="number libraries 11 to 21 of 30",
    ),
    GoldSet(
        name="re3d_dev",
        file="re3d_dev.jsonl",
        evaluate=entities.evaluate,
        measures="spans of actors, places, times and weapons",
        peers="",
    ),
    GoldSet(
        name="lines_rough_wcxb_dev",
        file="lines_rough_wcxb_dev.jsonl",
        evaluate=_lines,
        measures="which lines of badly extracted pages are the article",
        peers="keep all .847, C4 rules .811, jusText .774, boosted trees .884",
    ),
)
"""In the order of docs/accuracy.md."""


def find_set(name: str) -> GoldSet | None:
    """The set of that name, or None."""
    return next((gold for gold in SETS if gold.name == name), None)


def present(data: Path) -> tuple[GoldSet, ...]:
    """The sets whose file lies in the folder `data`."""
    return tuple(gold for gold in SETS if (data / gold.file).is_file())
