"""`sayso lexicon` and the options that name own words, as a user runs them."""

import json
from pathlib import Path

import pytest

from sayso.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "lexicon"
ACTORS = '[[actor]]\nname = "Velmark"\nkind = "country"\ncountry = "VLM"\ncode = "V1"\n'
REPORT = "Velmark's army shelled two villages on Monday.\n"


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_the_example_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "lexicon", "check", EXAMPLE)
    assert (code, err) == (0, "")
    assert "6 actors, 1 verb, 1 noun, 1 cue, 11 codes, 3 outlets, 6 cases" in out


def test_the_example_changes_the_example_reports_and_its_cases_hold(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "lexicon", "test", EXAMPLE, ROOT / "examples" / "reports", "--examples", "1")
    assert code == 0
    assert "cases: 11 of 11 expectations hold" in out
    assert "actors.toml:4  Rapid Support Forces" in out
    assert "code  — → SDN-RSF" in out
    assert "change nothing in these texts" in out


def test_every_mistake_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_text('[[actor]]\nname = "A"\n[[actor]]\nkind = "police"\n', encoding="utf-8")
    code, out, err = run(capsys, "lexicon", "check", tmp_path)
    assert (code, out) == (1, "")
    assert [line.rpartition("actors.toml:")[2] for line in err.splitlines()] == [
        "1: A: kind: is missing (an entry needs it)",
        "3: [[actor]]: name: is missing (an entry needs it)",
    ]


def test_a_case_that_fails_is_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    case = '[[actor.cases]]\ntext = "Velmark shelled a town."\nexpect = ["event type=AID actor=Velmark", "no event"]\n'
    (tmp_path / "actors.toml").write_text(ACTORS + case, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    code, out, _ = run(capsys, "lexicon", "test", tmp_path, tmp_path / "report.txt")
    assert code == 1
    assert "cases: 0 of 2 expectations hold" in out
    assert "expected: event type=AID actor=Velmark" in out
    assert "read:     event type=ASSAULT actor=Velmark" in out


def test_new_files_are_in_order_and_never_overwrite(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "mine"
    assert run(capsys, "lexicon", "new", target)[0] == 0
    assert run(capsys, "lexicon", "check", target)[0] == 0
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    code, out, _ = run(capsys, "lexicon", "test", target, tmp_path / "report.txt")
    assert (code, "3 of 3 expectations hold" in out) == (0, True)
    code, _, err = run(capsys, "lexicon", "new", target)
    assert (code, "is there already (nothing was written)" in err) == (2, True)


def test_a_reading_with_own_words_says_so_and_is_explained(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_text(ACTORS, encoding="utf-8")
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    _, out, _ = run(capsys, "read", report, "--lexicon", tmp_path, "--format", "json")
    reading = json.loads(out)
    assert len(reading["sayso"]["own"]) == 64
    velmark = next(a for a in reading["actors"] if a["name"] == "Velmark")
    code, out, _ = run(capsys, "explain", velmark["id"], "--in", report, "--lexicon", tmp_path)
    assert code == 0
    assert "own.actors: The actor is named in the user's own actors" in " ".join(out.split())
    assert "actors.toml:1 = country VLM V1" in " ".join(out.split())


def test_own_entries_of_a_sentence_without_records_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", "--missing", "The minister kneecapped the plan.", "--lexicon", EXAMPLE)
    assert code == 0
    assert "verbs.toml:3 = verb ASSAULT firearms 182" in " ".join(out.split())


def test_sayso_toml_of_the_current_folder_is_used(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "actors.toml").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "sayso.toml").write_text('lexicons = ["words"]\n', encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert "[V1]" in run(capsys, "read", "report.txt")[1]
    (tmp_path / "sayso.toml").write_text('lexicons = ["word"]\n', encoding="utf-8")
    code, out, err = run(capsys, "read", "report.txt")
    assert (code, out, err) == (2, "", "sayso: sayso.toml: lexicons: no such folder: word\n")


def test_a_wrong_lexicon_is_bad_usage(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "actors.toml").write_text("[[actor]]\n", encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    code, out, err = run(capsys, "read", tmp_path / "report.txt", "--lexicon", tmp_path)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
