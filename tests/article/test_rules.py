"""Rule ids are unique, documented, and every one has a case and fires in it."""

import re
from pathlib import Path

import sayso.article
from sayso.article import RULES

BOOK = (Path(sayso.article.__file__).parent / "cases.md").read_text(encoding="utf-8")
FIRED = frozenset(re.findall(r"article\.[a-z_]+", "\n".join(re.findall(r"```records\n(.*?)```", BOOK, re.S))))
PARTS = frozenset(("article.headline", "article.standfirst", "article.caption"))


def test_ids_are_unique_and_documented() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.id.startswith("article.") and len(rule.doc) > 20 for rule in RULES)


def test_every_rule_has_a_case_in_which_it_fires() -> None:
    for rule in RULES:
        assert f"## {rule.id}:" in BOOK, rule.id
        assert rule.id in FIRED or rule.id in PARTS, rule.id


def test_every_rule_that_fires_is_in_the_table() -> None:
    assert {rule.id for rule in RULES} >= FIRED
