"""A record explained from the reading alone."""

import pytest

from sayso.explain.record import explain_record, find_record
from sayso.explain.section import as_text
from sayso.export.view import View
from tests.export.factory import reading


def explained(identifier: str) -> str:
    found = find_record([reading()], identifier)
    assert found is not None
    return as_text(explain_record(*found))


def test_found_by_id_by_its_beginning_and_by_label() -> None:
    statement = reading().statements[3]
    for name in (statement.id, statement.id[:8], "S4", "s4"):
        assert find_record([reading()], name) == (reading(), statement)


@pytest.mark.parametrize("name", ["", "S99", "st-", "nothing", "ac-0"])
def test_nothing_fits(name: str) -> None:
    assert find_record([reading()], name) is None


def test_an_ambiguous_beginning_is_no_answer() -> None:
    assert find_record([reading()], "") is None


def test_words_stand_in_their_sentence_in_brackets() -> None:
    assert "[Six children were among the dead], according to a nurse" in " ".join(explained("T2").split())


def test_relatives() -> None:
    assert "S5 spokesman for the Northern Front: the statement it stands in" in explained("S6")
    assert "E5 MOBILIZE/troops: its said_in" in explained("S6")
    assert "T2 6 killed: its part_of" in explained("T1")


def test_every_record_can_be_explained() -> None:
    look = View(reading())
    for identifier, label in look.labels.items():
        shown = explained(identifier)
        assert f"{label}  {identifier}" in shown
        assert "Words\n" in shown
        assert "Rules\n" in shown


def test_what_is_not_said_is_a_dash() -> None:
    assert "  period: -\n" in explained("T2")
