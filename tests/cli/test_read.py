"""`sayso read` as a user meets it: exit codes, one-line complaints, nothing raw, the rest read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from sayso.cli.main import main
from sayso.export.json import schema

REPORT = """Mayor says raid killed two in Ostrava district

OSTRAVA, June 3 (Lumen Press) - Two guards were killed when gunmen attacked a depot on Monday, Mayor Petra Holub said.

"We have asked the government for help," she told reporters. The police did not say who was behind the attack.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def sayso(*arguments: str, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "sayso.cli.main", *arguments],
        input=data,
        capture_output=True,
        env={**kept, **environment},
        timeout=120,
        check=False,
    )


def test_a_reading_fits_the_schema(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--format", "json", "--published", "2024-06-04"]) == 0
    out = capsys.readouterr()
    assert out.err == ""
    reading = json.loads(out.out)
    jsonschema.Draft202012Validator(schema()).validate(reading)
    assert reading["article"]["published"]["start"].startswith("2024-06-04")
    text = reading["article"]["text"]
    assert all(
        text[evidence["start"] : evidence["end"]] == evidence["quote"]
        for kind in ("statements", "events", "tolls")
        for record in reading[kind]
        for evidence in record["evidence"]
    )


def test_cameo_is_one_table_for_all_inputs(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), str(report), "--format", "cameo"]) == 0
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.split("\t")[:4] == ["date", "source", "target", "code"]
    assert rows
    assert all(len(row.split("\t")) == len(heading.split("\t")) for row in rows)


def test_jsonl_is_a_line_an_article(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), str(report), "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0]) == json.loads(lines[1])


def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "paper.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n")
    (tmp_path / "appeal.txt").write_text("Support us!\n\nSubscribe now.\n", encoding="utf-8")
    bad = [str(tmp_path / name) for name in ("empty.txt", "absent.txt", "paper.html", "appeal.txt")]
    assert main(["read", *bad[:2], str(report), *bad[2:], "--format", "jsonl"]) == 1
    out = capsys.readouterr()
    assert len(out.out.splitlines()) == 1
    complaints = out.err.splitlines()
    assert len(complaints) == len(bad)
    for path, line in zip(bad, complaints, strict=True):
        assert line.startswith(f"sayso: {path}: ")
        assert len(line) > len(f"sayso: {path}: ") + 4


def test_a_name_with_controls_stays_on_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "a\nb\x1b[31m.txt")]) == 1
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "\x1b" not in complaint


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["read", "x", "--format", "xml"],
        ["read", "x", "--published", "yesterday"],
        ["read", "x", "--published", "2024-13-01"],
        ["read", "x", "--outlet", " "],
        ["explain", "--missing", ""],
        ["read", "x", "--gazetteer", "/nowhere/at/all"],
        ["reed", "x"],
        ["explain"],
        ["explain", "S1"],
        ["explain", "--rule", "no.such_rule"],
        ["eval", "no-such-set", "--data", "."],
    ],
)
def test_bad_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else -1
    assert code == 2
    assert capsys.readouterr().err


def test_bytes_that_are_no_text_do_not_reach_the_records(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--outlet", "Caf\udce9", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["article"]["outlet"] == "Caf\ufffd"


def test_an_unknown_model_is_a_clear_error(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--model", "xx_no_such_model"]) == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "xx_no_such_model" in complaint


def test_to_a_file_whole_or_not_at_all(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main(["read", str(report), "--format", "html", "-o", str(page)]) == 0
    assert capsys.readouterr().out == ""
    assert page.read_text(encoding="utf-8").endswith("</html>\n")
    assert main(["read", str(report), "-o", str(tmp_path / "no" / "such" / "folder.txt")]) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", "report.txt"]


def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("read", "explain", "eval", "gazetteer"):
        with pytest.raises(SystemExit) as stop:
            main([command, "--help"])
        assert stop.value.code == 0
        assert f"  sayso {command} " in capsys.readouterr().out


def test_standard_input_and_no_escapes_in_a_pipe() -> None:
    done = sayso("read", "-", data=REPORT.encode())
    assert done.returncode == 0
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    assert "Mayor says raid killed two in Ostrava district" in done.stdout.decode()


def test_colour_by_force_and_never_against_the_wish() -> None:
    assert b"\x1b[" in sayso("read", "-", data=REPORT.encode(), FORCE_COLOR="1").stdout
    assert b"\x1b" not in sayso("read", "-", data=REPORT.encode(), FORCE_COLOR="1", NO_COLOR="1").stdout


def test_bytes_do_not_depend_on_the_hash_seed(report: Path) -> None:
    runs = [sayso("read", str(report), "--format", "json", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert runs[0] == runs[1]
    assert runs[0]


def test_a_reader_that_leaves_early_is_no_error(report: Path) -> None:
    many = " ".join([f"'{report}'"] * 12)
    command = (
        f"{sys.executable} -m sayso.cli.main read {many} --format json | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["/bin/bash", "-c", command], capture_output=True, timeout=120, check=False)  # noqa: S603
    assert done.stderr == b""
    assert done.stdout.strip() == b"0"


def test_version_names_what_makes_a_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("sayso ")
    assert [line.split()[0] for line in lines[1:]] == ["model", "lexicon", "gazetteer"]
