"""`sayso diff` and `sayso corpus` as a user meets them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.cli.main import main
from sayso.compare import load_readings
from sayso.errors import BadInput
from sayso.export.json import encode, encode_line
from tests.export.factory import reading


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    whole = reading()
    (tmp_path / "a.jsonl").write_bytes(encode_line(whole) + b"\n")
    (tmp_path / "b.json").write_bytes(encode(replace(whole, events=whole.events[1:])) + b"\n")
    return str(tmp_path / "a.jsonl"), str(tmp_path / "b.json")


def test_a_reading_survives_the_file(files: tuple[str, str], tmp_path: Path) -> None:
    assert load_readings(files[0]) == (reading(),)
    (tmp_path / "two.json").write_bytes(encode(reading()) + b"\n" + encode(reading()))
    assert load_readings(str(tmp_path / "two.json")) == (reading(), reading())
    assert load_readings("-", b"\n") == ()


def test_exit_codes(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", files[0], files[0]]) == 0
    assert "No difference" in capsys.readouterr().out
    assert main(["diff", *files]) == 1
    assert "events.denied  1 gone" in capsys.readouterr().out


def test_as_json(files: tuple[str, str], tmp_path: Path) -> None:
    out = tmp_path / "changes.json"
    assert main(["diff", *files, "--json", "-o", str(out)]) == 1
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["both"] == found["differing"] == 1
    assert [difference["outcome"] for difference in found["differences"]] == ["gone"]


@pytest.mark.parametrize("content", [b"{}", b"not json", b'{"sayso": 3}', b"\xff\xfe\xff"])
def test_what_is_no_reading_is_bad_usage(
    content: bytes, files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(content)
    with pytest.raises(BadInput):
        load_readings(str(bad))
    assert main(["diff", files[0], str(bad)]) == 2
    assert capsys.readouterr().err.startswith(f"sayso: {bad}: ")
    assert main(["diff", files[0], str(tmp_path / "absent.jsonl")]) == 2
    assert main(["diff", "-", "-"]) == 2


def test_corpus_selects_by_the_hash_of_ids_and_reads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"id": f"r{n}", "text": f"Rebels shelled the town on Monday, official number {n} said."} for n in range(45)]
    data = tmp_path / "data"
    data.mkdir()
    (data / "re3d_dev.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text("Gunmen killed two guards in the city, the mayor said.\n", encoding="utf-8")
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert main(["corpus", str(report), "--data", str(data), "--jobs", "1", "-o", str(one)]) == 0
    (data / "re3d_dev.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[::-1]), encoding="utf-8")
    assert main(["corpus", str(report), "--data", str(data), "--jobs", "2", "-o", str(two)]) == 0
    assert one.read_bytes() == two.read_bytes()
    assert len(load_readings(str(one))) == 41
    assert main(["diff", str(one), str(two)]) == 0
    assert main(["corpus"]) == 2
    assert main(["corpus", "--data", str(tmp_path)]) == 2
    capsys.readouterr()
