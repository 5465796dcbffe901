"""Every rule of the stage is unique, documented and has a case."""

from pathlib import Path

import sayso.reconcile
from sayso.reconcile.rules import RULES

CASES = (Path(sayso.reconcile.__file__).parent / "cases.md").read_text(encoding="utf-8")


def test_rules_are_unique_documented_and_cased() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.doc and rule.source and f"## {rule.id}:" in CASES for rule in RULES)
