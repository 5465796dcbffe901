"""ECB+ evaluation on a topic of two hand-made reports."""

import json
from pathlib import Path

import pytest

from sayso.api import open_engine
from sayso.evaluation.ecbplus import evaluate

_FIRST = "Rebels shelled a bakery in Palmyra .\nThe governor said nobody was hurt ."
_SECOND = "A bakery was shelled on Monday ."


def _action(text: str, word: str, sentence: int, kind: str = "ACTION_OCCURRENCE", chain: str = "") -> dict[str, object]:
    start = text.index(word)
    row: dict[str, object] = {"type": kind, "start": start, "end": start + len(word), "sentence": sentence}
    return row | ({"chain": chain} if chain else {})


@pytest.fixture
def topic(tmp_path: Path) -> Path:
    rows = [
        {
            "id": "one",
            "topic": "t",
            "text": _FIRST,
            "validated_sentences": [0, 1],
            "events": [_action(_FIRST, "shelled", 0, chain="a"), _action(_FIRST, "said", 1, "ACTION_REPORTING")],
        },
        {
            "id": "two",
            "topic": "t",
            "text": _SECOND,
            "validated_sentences": [0],
            "events": [_action(_SECOND, "shelled", 0, chain="a")],
        },
    ]
    path = tmp_path / "ecbplus_dev.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_joined_reports_and_found_sayings_score_in_full(topic: Path) -> None:
    score = evaluate(topic, open_engine())
    figures = {metric.name: metric.value for metric in score.metrics}
    assert figures["CoNLL F1, gold mentions, same lemma in topic"] == pytest.approx(1.0)
    assert figures["sayings found"] == 1.0
    assert figures["actions found"] == 1.0


def test_a_sentence_that_nobody_checked_counts_for_nothing(topic: Path) -> None:
    rows = [json.loads(line) for line in topic.read_text(encoding="utf-8").splitlines()]
    rows[0]["validated_sentences"] = [0]
    topic.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    score = evaluate(topic, open_engine())
    assert sum(row.gold for row in score.rows) == 2
    assert not [miss for miss in score.misses if "governor" in miss.predicted]
