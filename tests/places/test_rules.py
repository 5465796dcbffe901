"""Rule ids are unique, documented and cased."""

import re
from importlib.resources import files

from sayso.places import RULES

CASES = (files("sayso.places") / "cases.md").read_text(encoding="utf-8")


def test_rule_ids_are_unique_and_documented() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.id.startswith("place.") and rule.doc for rule in RULES)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    headed = set(re.findall(r"^## (place\.\w+):", CASES, re.M))
    assert headed == {rule.id for rule in RULES}


def test_every_rule_fires_in_its_own_cases() -> None:
    fired = {
        rule for block in re.findall(r"```records\n(.*?)```", CASES, re.S) for rule in re.findall(r"place\.\w+", block)
    }
    assert {rule.id for rule in RULES} <= fired
