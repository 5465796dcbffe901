"""Text output: a golden for the eye, and nothing raw on the terminal."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.export import text
from sayso.export.visible import one_line, squeeze, visible
from tests.export.factory import bare, reading

GOLDEN = Path(__file__).parent / "velin.reading.txt"
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_golden(*, accept: bool) -> None:
    got = text.render(reading())
    if accept:
        GOLDEN.write_text(got, encoding="utf-8")
    assert got == GOLDEN.read_text(encoding="utf-8"), "run `make accept` and read the difference"


@pytest.mark.parametrize("width", [40, 60, 80, 116, 300])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(cell_len(line) for line in text.render(reading(), width=width).split("\n")) <= width


def test_colour_only_adds_colour() -> None:
    plain, coloured = text.render(reading()), text.render(reading(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in ESCAPE.sub("", coloured).split("\n")] == plain.split("\n")


def test_every_record_is_shown() -> None:
    shown = text.render(reading())
    for label in ("S1", "S7", "E1", "E5", "T1", "T2", "A1", "A8", "P1", "P2", "D1", "D2"):
        assert re.search(rf"^ *{label} ", shown, re.M), label
    for words in (
        "denied by Korvan army (S3)",
        "inside S5",
        "part of T1",
        "23+ people",
        "unresolved: not in the gazetteer",
    ):
        assert words in " ".join(shown.split()), words


def test_terminal_escapes_of_an_article_are_spelled_out() -> None:
    hostile = "Calm \x1b[2J\x1b]0;owned\x07 words \u202e reversed \x9b31m and \x00 nothing."
    whole = replace(bare(hostile), dropped=reading().dropped)
    for colour in (False, True):
        shown = ESCAPE.sub("", text.render(whole, colour=colour))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
        assert "<U+001B>[2J" in shown


@given(st.text(max_size=300))
def test_any_text_is_shown_safely(words: str) -> None:
    shown = text.render(bare(words), width=50)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
    assert all(cell_len(line) <= 50 for line in shown.split("\n"))


@given(st.text(alphabet=st.characters(), max_size=200), st.integers(10, 80))
def test_squeeze_keeps_to_its_width(words: str, width: int) -> None:
    short = squeeze(words, width)
    assert len(short) <= width
    assert "\n" not in short
    assert visible(short) == short
    if len(one_line(words)) <= width:
        assert short == one_line(words)
