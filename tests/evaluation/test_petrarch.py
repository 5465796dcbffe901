"""The CAMEO evaluator on sentences of our own with the suite's invented countries."""

import json
from pathlib import Path

import pytest

from sayso.api import open_engine
from sayso.evaluation.petrarch import evaluate_petrarch
from sayso.evaluation.report import Score
from sayso.lexicon.own_check import PASSED_ON
from sayso.lexicon.own_load import check_own

FOLDER = Path(evaluate_petrarch.__code__.co_filename).parent / "middle_earth"


def _row(number: int, text: str, *records: tuple[str, str, str], part: str = "petr2_unit_ud") -> str:
    events = [{"source": source, "target": target, "code": code} for source, target, code in records]
    fields = {"id": f"{part}:T-{number}", "set": part, "category": "T", "date": "20010405", "text": text}
    return json.dumps(fields | {"events": events, "flag": None, "parse": None})


@pytest.fixture(scope="module")
def score(tmp_path_factory: pytest.TempPathFactory) -> Score:
    rows = [
        _row(1, "Bree's government condemned Mordor on Monday.", ("BREGOV", "MOR", "111")),
        _row(2, "Rohan and Eriador condemned Mordor.", ("ROH", "MOR", "111"), ("ERI", "MOR", "111")),
        _row(3, "It rained in Bree all week."),
        _row(4, "Arnorian police condemned the Shire.", ("ARNCOP", "FRO/BIL/SAM", "110")),
        _row(5, "Kenya condemned Uganda.", ("KEN", "UGA", "111"), part="petr2_gsr_ud"),
    ]
    path = tmp_path_factory.mktemp("suite") / "petrarch_validation.jsonl"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return evaluate_petrarch(path, open_engine())


def test_records_of_a_sentence_are_right_together(score: Score) -> None:
    figures = {metric.name: metric.value for metric in score.metrics}
    assert figures["exact, own actors and verbs"] == 0.75
    assert figures["exact, own actors"] == 0.75
    assert figures["root code and actors"] == 1.0
    assert figures["news sentences exact"] == 1.0


def test_misses_show_both_sides(score: Score) -> None:
    assert [(miss.where, miss.gold, miss.predicted) for miss in score.misses] == [
        ("petr2_unit_ud:T-4", "ARNCOP FRO/BIL/SAM 110", "ARNCOP FRO/BIL/SAM 111")
    ]


def test_the_suites_words_are_a_sound_lexicon() -> None:
    assert check_own([FOLDER / "actors", FOLDER / "verbs"]).problems == ()
    assert "descend" in PASSED_ON
