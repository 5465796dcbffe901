"""The MUC-4 evaluator on invented reports."""

import json
from pathlib import Path

import pytest

from sayso.api import open_engine
from sayso.evaluation.muc4 import evaluate
from sayso.evaluation.report import Score

_TEXT = """BELSK, 3 MAY 89 -- [TEXT] TWO GUARDS WERE KILLED AND AT LEAST 12 MINERS WERE WOUNDED WHEN A BOMB EXPLODED
IN THE HARBOR.

   GUNMEN KIDNAPPED JUDGE MARTA LINDAN ON MONDAY.
"""


def template(kind: str, *targets: tuple[str, str, str], name: bool = False) -> dict[str, object]:
    fills = [{"alts": [words]} for words, _, _ in targets]
    return {
        "optional": False,
        "incident_type": {"alts": [kind]},
        "hum_tgt_name": fills if name else [],
        "hum_tgt_description": [] if name else fills,
        "hum_tgt_number": [{"alts": [number], "xref": [words]} for words, number, _ in targets],
        "hum_tgt_effect": [{"alts": [effect], "xref": [words]} for words, _, effect in targets if effect],
    }


def score(tmp_path: Path, *templates: dict[str, object]) -> Score:
    path = tmp_path / "muc4_dev.jsonl"
    path.write_text(json.dumps({"id": "X-1", "text": _TEXT, "templates": templates}) + "\n", encoding="utf-8")
    return evaluate(path, open_engine(), limit=None)


def value(found: Score, name: str) -> float:
    return next(metric.value for metric in found.metrics if metric.name == name)


def test_right_victims_give_full_marks(tmp_path: Path) -> None:
    bomb = template("BOMBING", ("GUARDS", "2", "DEATH"), ("MINERS", "12-", "INJURY"))
    found = score(tmp_path, bomb, template("KIDNAPPING", ("MARTA LINDAN", "1", ""), name=True))
    assert value(found, "victim number, relevant F1") == pytest.approx(1)
    assert value(found, "victim effect, relevant F1") == pytest.approx(1)
    assert not found.misses


def test_wrong_numbers_and_effects_are_misses(tmp_path: Path) -> None:
    found = score(tmp_path, template("BOMBING", ("GUARDS", "3", "INJURY")))
    assert value(found, "victim number, relevant recall") == 0
    assert value(found, "victim effect, relevant recall") == 0
    assert [miss.kind for miss in found.misses] == ["wrong value"]


def test_a_report_without_templates_counts_only_in_all_reports(tmp_path: Path) -> None:
    found = score(tmp_path)
    assert value(found, "victim number, all reports precision") == 0
    assert value(found, "victim number, relevant precision") == 0
