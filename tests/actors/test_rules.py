"""Rule ids are unique, documented and each has a case."""

import re
from importlib.resources import files

from sayso.actors import RULES

CASES = files("sayso.actors").joinpath("cases.md").read_text(encoding="utf-8")


def test_ids_are_unique_and_named_after_the_stage() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"actors\.[a-z_]+", i) for i in ids)


def test_every_rule_is_documented() -> None:
    assert all(rule.doc.endswith(".") and len(rule.doc) > 20 for rule in RULES)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    cased = set(re.findall(r"^## (actors\.[a-z_]+):", CASES, re.M))
    assert cased == {rule.id for rule in RULES}


def test_every_case_fires_its_rule() -> None:
    for heading, body in re.findall(r"^## actors\.([a-z_]+):.*?```records\n(.*?)```", CASES, re.M | re.S):
        assert re.search(rf"\b{heading}\b", body), heading
