"""Every rule that a stage lists can be recited; every stage's word lists can be searched."""

import re

import pytest

from sayso.explain.casebook import cases
from sayso.explain.registry import STAGES, find_rule, rules, rules_by_stage, similar, stage_of
from sayso.explain.rule import explain_rule, list_rules
from sayso.explain.section import as_text
from sayso.explain.words import entries


def test_ids_are_unique_and_well_formed() -> None:
    known = [rule.id for rule in rules()]
    assert len(known) == len(set(known))
    assert [i for i in known if not re.fullmatch(r"[a-z]+\.[a-z0-9_.]+", i)] == []


def test_every_rule_says_what_it_does() -> None:
    assert [rule.id for rule in rules() if len(rule.doc) < 10 or not rule.source] == []


def test_all_rules_are_listed() -> None:
    listed = as_text(list_rules(), width=100)
    assert all(f"  {rule.id}: " in listed for rule in rules())


def test_every_rule_can_be_recited_with_its_cases() -> None:
    for rule in rules():
        shown = as_text(explain_rule(rule))
        assert shown.startswith(f"{rule.id}\n")
        assert all(len(line) <= 80 or " " not in line.strip() for line in shown.split("\n"))


@pytest.mark.parametrize("stage", STAGES)
def test_cases_belong_to_rules_of_their_stage(stage: str) -> None:
    assert [case.rule for case in cases(stage) if stage_of(case.rule) != stage] == []


def test_a_near_miss_is_helped() -> None:
    first = rules_by_stage()[0][1][0].id
    assert first in similar(first[:-1])
    assert find_rule(first[:-1]) is None
    assert stage_of("no.such_rule") is None


def test_words_are_found_whatever_the_shape_of_the_list() -> None:
    assert any(entry.file.startswith("tolls/") for entry in entries("tolls", "dozens"))
    assert entries("statements", "say")
    assert entries("statements", "zzzz") == ()
