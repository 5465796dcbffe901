"""`sayso eval` on small gold files made by hand."""

import json
from pathlib import Path

import pytest

from sayso.cli.main import main
from sayso.evaluation import floors, sets
from sayso.evaluation.run import chosen, run
from sayso.pipeline import Engine

PHRASES = [
    {"text": "Three villagers were killed.", "counts": [{"harm": "killed", "low": 3, "high": 3}]},
    {"text": "At least 12 soldiers were wounded.", "counts": [{"harm": "wounded", "low": 12, "high": None}]},
    {"text": "Nobody knows.", "counts": [{"harm": "killed", "low": 7, "high": 7}]},
]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    lines = "".join(json.dumps(phrase) + "\n" for phrase in PHRASES)
    (folder / "casualty_phrases.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.toml")
    return folder


def test_scores_are_printed_with_disagreements(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "all", "--data", str(data), "--errors", "5"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("casualty_phrases  3 items, sha256 ")
    assert "  phrases right    66.7 %" in out
    assert "wrong value casualty_phrases.jsonl:3: Nobody knows." in out


def test_the_gate_from_pin_to_check(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["eval", "casualty_phrases", "--data", str(data)]
    assert main([*command, "--check"]) == 0
    assert "no floors are pinned yet" in capsys.readouterr().err
    assert main([*command, "--pin"]) == 0
    assert [(floor.metric, floor.least) for floor in floors.floors()] == [("phrases right", 0.6616)]
    assert main([*command, "--check"]) == 0
    worse = floors.FLOORS.read_text(encoding="utf-8").replace("0.6616", "0.9000")
    floors.FLOORS.write_text(worse, encoding="utf-8")
    capsys.readouterr()
    assert main([*command, "--check"]) == 1
    assert "phrases right 0.6667 is below its floor 0.9000" in capsys.readouterr().err
    assert main([*command, "--pin"]) == 1
    assert floors.FLOORS.read_text(encoding="utf-8") == worse
    assert main([*command, "--pin", "--lower", "phrases that nobody can know"]) == 0
    assert floors.floors()[0].reason == "phrases that nobody can know"
    (data / "casualty_phrases.jsonl").write_text(json.dumps(PHRASES[0]) + "\n", encoding="utf-8")
    capsys.readouterr()
    assert main([*command, "--check"]) == 1
    assert "the gold file has digest" in capsys.readouterr().err


@pytest.mark.parametrize(
    "more",
    [["--check", "--limit", "1"], ["--pin", "--full"], ["--lower", "why"], ["--pin", "--check"], ["--lower", " "]],
)
def test_bad_usage(more: list[str], data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(["eval", "all", "--data", str(data), *more])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else -1
    assert code == 2
    assert capsys.readouterr().err


def test_json_and_markdown(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "all", "--data", str(data), "--json", "--limit", "2"]) == 0
    (score,) = json.loads(capsys.readouterr().out)
    assert score["items"] == 2
    page = tmp_path / "accuracy.md"
    assert main(["eval", "all", "--data", str(data), "--markdown", "-o", str(page)]) == 0
    assert page.read_text(encoding="utf-8").startswith("# Accuracy\n")


def test_a_thinned_set_reads_every_so_many_th_item(data: Path, engine: Engine) -> None:
    (gold,) = chosen("casualty_phrases", data)
    thin = sets.GoldSet(name=gold.name, file=gold.file, evaluate=gold.evaluate, measures="", main=gold.main, every=2)
    (part,), (whole,) = list(run((thin,), data, engine)), list(run((thin,), data, engine, full=True))
    assert (part.items, part.every, whole.items, whole.every) == (2, 2, 3, 1)
    assert part.digest == whole.digest


@pytest.fixture
def engine() -> Engine:
    from sayso.api import open_engine

    return open_engine()
