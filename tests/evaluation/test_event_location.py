"""The folds of the event-location set and its scorer."""

import json
from pathlib import Path

from sayso.evaluation.event_location import FOLDS, evaluate_event_location, fold_of, gold_of
from sayso.pipeline import Engine
from tests.engine import parser
from tests.events.render import gazetteer


def row(number: str, text: str, verb: str, place: str) -> dict[str, object]:
    """One row of the set."""
    spans = [(text.index(word), text.index(word) + len(word)) for word in (verb, place) if word]
    marks = [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]
    return {"id": number, "text": text, "event_verb": marks[:1], "event_location": marks[1:]}


def test_sentences_of_a_story_and_copies_of_a_sentence_share_a_fold() -> None:
    one = row("APW_ENG_20010203.0040_1_kill", "Rebels killed two men in Goma.", "killed", "Goma")
    other = row("APW_ENG_20010203.0040_9_shoot", "A guard was shot in Lyon.", "shot", "Lyon")
    assert fold_of(one) == fold_of(other)
    assert fold_of({**other, "id": "17"}) == fold_of({**other, "id": "18"})
    assert {fold_of({"id": str(n), "text": f"Text {n}"}) for n in range(200)} == set(range(FOLDS))


def test_tokens_right_wrong_and_lost(tmp_path: Path) -> None:
    rows = [
        row("1", "Rebels killed two men in Goma on Monday.", "killed", "Goma"),
        row("2", "Rebels killed two men in Kano on Monday.", "killed", ""),
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    score = evaluate_event_location(path, Engine(parser=parser(), gazetteer=gazetteer()))
    figures = {metric.name: metric.value for metric in score.metrics}
    assert len(gold_of(rows[0])) == 1
    assert (figures["precision"], figures["recall"]) == (0.5, 1.0)
