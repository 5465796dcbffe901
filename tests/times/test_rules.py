"""Rule ids are unique, documented and cased; every time names only rules that exist."""

import re
from importlib.resources import files

import pytest

from sayso.codebook.terms import PartKind
from sayso.errors import BadLexicon
from sayso.records.article import Part
from sayso.sentences import build_document
from sayso.times import find_times
from sayso.times.guards import GUARDS
from sayso.times.pattern import Alphabet, compile_pattern
from sayso.times.readers import READERS
from sayso.times.rules import RULES
from sayso.times.rulesets import RULESETS, coding_rules
from sayso.times.templates import table
from tests.engine import document_of, parser

CASES = (files("sayso.times") / "cases.md").read_text(encoding="utf-8")


def test_rule_ids_are_unique_and_documented() -> None:
    ids = [rule.id for rule in (*RULES, *(rule for name in RULESETS for rule in coding_rules(name)))]
    assert len(ids) == len(set(ids))
    assert all(rule.id.startswith("times.") and rule.doc for rule in RULES)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    headed = set(re.findall(r"^## (times\.\w+):", CASES, re.M))
    assert headed == {rule.id for rule in RULES}


def test_every_rule_fires_in_its_case() -> None:
    for block in re.split(r"^## ", CASES, flags=re.M)[1:]:
        name = block.split(":")[0]
        fired = any(name in part for part in CASES.split("```records")[1:])
        assert fired, name


def test_templates_name_readers_and_guards_that_exist() -> None:
    assert {template.read for template in table()} <= set(READERS)
    assert {template.guard for template in table()} - {""} == set(GUARDS)
    assert {template.read for template in table()} == set(READERS)


@pytest.mark.parametrize("pattern", ["nonsense", "( 'a'", "'a' )", "'a' &"])
def test_ill_formed_patterns_are_named(pattern: str) -> None:
    alphabet = Alphabet([frozenset({"'a'"})])
    with pytest.raises(BadLexicon, match=r"times\.broken"):
        compile_pattern("times.broken", pattern, {}, alphabet)


def test_relations_are_kept() -> None:
    document = document_of("It has gone on since Monday and ends by 5 May.")
    assert [dict(found.fields).get("relation") for found in find_times(document)] == ["since", "by"]


def test_kinds_are_known_before_resolving() -> None:
    text = "On Monday night, on Tuesday, at 3 p.m., for two weeks and every day shells fell."
    kinds = [found.kind for found in find_times(document_of(text))]
    assert kinds == ["TIME", "DATE", "TIME", "DURATION", "SET"]


def test_since_is_seen_through_hedges() -> None:
    for phrase in ("since early April", "ever since April", "since at least April", "since as early as April"):
        (found,) = find_times(document_of(f"The road has been cut {phrase}."))
        assert dict(found.fields).get("relation") == "since", phrase


def test_an_expression_may_be_broken_over_lines() -> None:
    text = "The raid was on 3\nApril 2023, and the camp was cleared in early\nMay 2023."
    part = Part(kind=PartKind.PARAGRAPH, start=0, end=len(text))
    found = find_times(build_document(text, (part,), parser()))
    assert [time.span.of(text) for time in found] == ["3\nApril 2023", "early\nMay 2023"]
