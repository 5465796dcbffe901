"""Our figures are those of the gold sets' own scorers on the same predictions, where both lie beside the checkout."""

import importlib.util
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sayso.api import open_engine
from sayso.evaluation import places, statements, times
from sayso.evaluation.report import Score
from sayso.evaluation.text import document_of
from sayso.places import find_places
from sayso.statements import find_statements
from sayso.times import find_times

SHARED = Path(__file__).resolve().parents[3] / "shared"
_ITEMS = 12
pytestmark = pytest.mark.skipif(not (SHARED / "score").is_dir(), reason="the gold sets are not part of the project")


@cache
def scorer(name: str) -> Callable[..., Any]:
    """The function `score` of a scorer that comes with the gold sets."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "score" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Callable[..., Any] = module.score
    return score


def first(name: str, tmp_path: Path) -> tuple[Path, list[dict[str, Any]]]:
    """The first items of a gold set: as a file of their own, and as rows."""
    lines = (SHARED / "data" / name).read_text(encoding="utf-8").splitlines()[:_ITEMS]
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path, [json.loads(line) for line in lines]


def figures(score: Score) -> dict[str, float]:
    return {metric.name: metric.value for metric in score.metrics}


def test_quotations(tmp_path: Path) -> None:
    path, gold = first("polnear_dev.jsonl", tmp_path)
    told = {}
    for row in gold:
        document = document_of(row["text"], open_engine())
        found = find_statements(document, find_times(document), find_places(document, open_engine().gazetteer))
        told[row["id"]] = {
            "id": row["id"],
            "attributions": [
                {
                    "source": [list(statement.speaker.span)] if statement.speaker else [],
                    "cue": [[statement.cue.start, statement.cue.end]],
                    "content": [list(span) for span in statement.content],
                }
                for statement in found
            ],
        }
    theirs, ours = scorer("score_quotes")(gold, told), figures(statements.evaluate(path, open_engine()))
    assert ours["content F1"] == pytest.approx(theirs["ov50"][2])
    assert ours["content precision"] == pytest.approx(theirs["ov50"][0])
    assert ours["who said what F1"] == pytest.approx(theirs["triple"][2])


@pytest.mark.parametrize("name", ["aquaint.jsonl", "timebank.jsonl"])
def test_times(name: str, tmp_path: Path) -> None:
    path, gold = first(name, tmp_path)
    told = [
        {
            "id": row["id"],
            "timexes": [
                {"start": t.span.start, "end": t.span.end, "type": t.kind, "value": t.value}
                for t in times._found(msgspec.convert(row, times._Item, strict=False), open_engine())
            ],
        }
        for row in gold
    ]
    theirs, ours = scorer("score_time")(gold, told)[0], figures(times.evaluate(path, open_engine()))
    assert ours["value F1"] == pytest.approx(theirs["value_F1"])
    assert ours["strict F1"] == pytest.approx(theirs["strict_F1"])
    assert ours["type F1"] == pytest.approx(theirs["type_F1"])


def test_places(tmp_path: Path) -> None:
    path, gold = first("trnews.jsonl", tmp_path)
    told = [
        {
            "id": row["id"],
            "toponyms": [
                {"start": p.span.start, "end": p.span.end, "lat": p.latitude, "lon": p.longitude}
                for p in places._read(
                    msgspec.convert(row, places._Item, strict=False),
                    open_engine(),
                    demonyms=True,
                )
            ],
        }
        for row in gold
    ]
    theirs, ours = scorer("score_geo")(gold, told)[0], figures(places.evaluate(path, open_engine()))
    assert ours["detection F1"] == pytest.approx(theirs["det_F1"])
    assert ours["end to end A@161km"] == pytest.approx(theirs["end2end"]["A161"])
