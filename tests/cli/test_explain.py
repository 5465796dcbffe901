"""`sayso explain` from a reading, from the report itself, and for what is missing."""

from pathlib import Path

import pytest

from sayso.cli.main import main
from sayso.explain.registry import rules
from tests.cli.test_read import REPORT


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_from_the_report_and_from_its_reading_alike(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reading = tmp_path / "reading.json"
    assert main(["read", str(report), "--format", "json", "-o", str(reading), "--published", "2024-06-04"]) == 0
    assert main(["explain", "S1", "--in", str(reading)]) == 0
    from_reading = capsys.readouterr().out
    assert main(["explain", "S1", "--in", str(report), "--published", "2024-06-04"]) == 0
    assert capsys.readouterr().out == from_reading
    assert from_reading.startswith("Statement S1  st-")
    assert "\nRules\n" in from_reading


def test_no_such_record(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "S99", "--in", str(report)]) == 1
    assert "no record S99" in capsys.readouterr().err


def test_not_a_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"sayso": 1}', encoding="utf-8")
    assert main(["explain", "S1", "--in", str(broken)]) == 1
    complaint = capsys.readouterr().err
    assert complaint.startswith(f"sayso: {broken}: not a reading of sayso")
    assert complaint.count("\n") == 1


def test_a_rule_and_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--rules"]) == 0
    listed = capsys.readouterr().out
    assert all(rule.id in listed for rule in rules())
    assert main(["explain", "--rule", rules()[0].id]) == 0
    assert "source: " in capsys.readouterr().out


def test_missing_tells_every_stage(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = "The police did not say who was behind the attack."
    assert main(["explain", "--missing", sentence, str(report)]) == 0
    shown = capsys.readouterr().out
    heads = ["Article", "Parse", "Times found", "Statements found", "Events found", "Records in the reading"]
    places = [shown.index(f"{head}\n") for head in heads]
    assert places == sorted(places)
    assert "in the article: " in shown


def test_missing_without_a_file_reads_the_sentence_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--missing", "The army shelled the town on Monday."]) == 0
    assert "Parse\n" in capsys.readouterr().out


def test_missing_names_the_nearest_sentence(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--missing", "The police did not tell who was behind this attack.", str(report)]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "the nearest sentence is: The police did not say who was behind the attack." in shown
