"""The rule table of the stage is whole: unique, documented, each with a case and each used."""

import re
from importlib.resources import files

from sayso.statements import RULES
from sayso.statements.cues import listed_verbs, words

BOOK = (files("sayso.statements") / "cases.md").read_text(encoding="utf-8")


def test_ids_are_unique_and_documented() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.id.startswith("statements.") and len(rule.doc) > 20 and rule.source for rule in RULES)


def test_every_rule_has_a_case_of_its_own_and_fires_in_one() -> None:
    headed = set(re.findall(r"^## (statements\.\w+):", BOOK, re.M))
    fired = {f"statements.{name}" for line in re.findall(r"^\d+ .*\| (.*)$", BOOK, re.M) for name in line.split()}
    ids = {str(rule.id) for rule in RULES}
    assert headed == ids
    assert fired == ids


def test_lexicon_is_lower_case_and_loads() -> None:
    assert all(lemma == lemma.lower() and lemma.strip() == lemma for lemma in listed_verbs())
    assert all(noun == noun.lower() for noun in words().nouns)
