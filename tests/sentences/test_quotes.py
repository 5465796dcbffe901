"""Quotation marks are paired once, over paragraphs, and one odd mark does little harm."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sentences.quotes import pair_quotations
from tests.engine import parts_of


def inner(text: str) -> list[list[str]]:
    return [[span.of(text) for span in quotation.inner] for quotation in pair_quotations(text, parts_of(text))]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("``", "''"), ("''", "''"), ("‘", "’"), ("'", "'")],
)
def test_every_kind_of_mark(opening: str, closing: str) -> None:
    assert inner(f"{opening}We shall stay,{closing} he said.") == [["We shall stay,"]]


def test_apostrophes_are_no_marks() -> None:
    assert inner("The soldiers' wives didn't know; the '60s weren't theirs, 'tis true.") == []
    assert inner("‘The boys’ school isn’t safe,’ he said.") == [["The boys’ school isn’t safe,"]]


def test_quotation_over_paragraphs() -> None:
    assert inner("“One.\n\n“Two.\n\n“Three,” he said.") == [["One.", "Two.", "Three,"]]


def test_open_quotation_ends_with_its_paragraph() -> None:
    text = "“One, he said.\n\nTwo “three” four."
    first, second = pair_quotations(text, parts_of(text))
    assert not first.closed
    assert [span.of(text) for span in second.inner] == ["three"]


def test_odd_mark_before_a_quotation() -> None:
    assert inner('"The market was full, he said. "We ran," he added.') == [["We ran,"]]


def test_measures_open_nothing() -> None:
    assert inner('A 12" gun and a 5\'10" man. "Fire," he said.') == [["Fire,"]]


def test_doubled_straight_marks_of_bad_exports() -> None:
    assert inner('""We saw it,"" he said. """It burnt."""') == [["We saw it,"], ["It burnt."]]


def test_german_and_nested_marks() -> None:
    assert inner("“He called it ‘a war’ and left,” she said.") == [["He called it ‘a war’ and left,"]]


def test_hostile_marks_take_linear_time() -> None:
    text = "'" * 20_000 + "\n" + '" a ' * 20_000
    start = time.monotonic()
    pair_quotations(text, parts_of(text))
    assert time.monotonic() - start < 60


@given(st.text(alphabet="ab s.,\n\"“”„«»‟‘’'‹›`", max_size=60))
def test_quotations_ascend_and_hold_their_text(text: str) -> None:
    last = 0
    for quotation in pair_quotations(text, parts_of(text)):
        assert last <= quotation.start < quotation.end <= len(text)
        last = quotation.end
        for before, after in zip(quotation.inner, quotation.inner[1:], strict=False):
            assert before.end <= after.start
        for span in quotation.inner:
            assert quotation.start <= span.start <= span.end <= quotation.end
