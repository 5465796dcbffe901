"""`sayso gazetteer import` from a dump of two lines to a reading that knows the village."""

import json
from pathlib import Path

import pytest

from sayso.cli.main import main


def line(number: int, name: str, feature: str) -> str:
    kind = "A" if feature.startswith("ADM") else "P"
    cells = [str(number), name, name, "", "12.5", "29.25", kind, feature, "SD", "", "36", "", "", "", "900", "", "420"]
    return "\t".join([*cells, "Africa/Khartoum", "2024-01-01"])


def test_a_village_of_the_dump_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump, made, report = tmp_path / "SD.txt", tmp_path / "villages.gazetteer", tmp_path / "report.txt"
    dump.write_text(line(99_000_001, "Umm Zorvat", "PPL") + "\n", encoding="utf-8")
    report.write_text(
        "Residents of Umm Zorvat in Sudan said soldiers entered the village on Monday.\n", encoding="utf-8"
    )
    assert main(["gazetteer", "import", str(dump), "-o", str(made)]) == 0
    assert "1 places added" in capsys.readouterr().err
    assert main(["read", str(report), "--gazetteer", str(made), "--format", "json"]) == 0
    places = json.loads(capsys.readouterr().out)["places"]
    assert [p["resolved"]["geonames_id"] for p in places if p["name"] == "Umm Zorvat"] == [99_000_001]


def test_what_is_no_dump_is_rejected_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("just words\n", encoding="utf-8")
    assert main(["gazetteer", "import", str(wrong), "-o", str(tmp_path / "out")]) == 1
    complaint = capsys.readouterr().err
    assert complaint.startswith(f"sayso: {wrong}: ")
    assert complaint.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump = tmp_path / "SD.txt"
    dump.write_text(line(99_000_001, "Umm Zorvat", "PPL") + "\n", encoding="utf-8")
    assert main(["gazetteer", "import", str(dump), "-o", str(tmp_path / "no" / "out")]) == 2
    assert "cannot write" in capsys.readouterr().err
