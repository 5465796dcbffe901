"""Rule ids are unique, documented and cased; every toll names only rules that exist."""

import re
from importlib.resources import files

from sayso.records.language import Document
from sayso.tolls import RULES, find_tolls
from sayso.tolls.words import words
from tests.engine import document_of
from tests.tolls.render import render

CASES = (files("sayso.tolls") / "cases.md").read_text(encoding="utf-8")


def test_rule_ids_are_unique_and_documented() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.id.startswith("tolls.") and rule.doc for rule in RULES)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    headed = set(re.findall(r"^## (tolls\.\w+):", CASES, re.M))
    assert headed == {rule.id for rule in RULES}


def test_rules_in_the_cases_exist() -> None:
    named = set(re.findall(r"tolls\.[a-z_]+", CASES))
    assert named <= {rule.id for rule in RULES}


def test_codings_have_the_same_words() -> None:
    first, *others = words().coding.values()
    assert all(coding.keys() == first.keys() for coding in others)


def harms(text: str) -> list[tuple[str, int | None, int | None]]:
    document: Document = document_of(text)
    return [(toll.harm.value, toll.low, toll.high) for toll in find_tolls(document, (), (), (), ())]


def test_years_ages_and_dates_count_nobody() -> None:
    assert harms("The 1999 shooting death of a clerk was solved in 2014.") == [("killed", 1, 1)]
    assert harms("Marta Lind, 45, was killed on 12 May.") == [("killed", 1, 1)]


def test_perpetrators_are_not_victims() -> None:
    assert harms("Two suicide bombers killed 23 people.") == [("killed", 23, 23)]
    assert harms("Rebels have kidnapped up to 16 foreign engineers from a town.") == [("abducted", None, 16)]


def test_an_unknown_coding_is_refused() -> None:
    assert render("Dozens were killed.", {"coding": "units"})[0].startswith("killed low=12")
