"""All rules of all stages, from an explicit table."""

from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from sayso.records.base import Rule

STAGES = ("article", "times", "places", "actors", "statements", "events", "tolls", "resolve", "lexicon", "reconcile")
"""The stages that may have a table ``RULES`` in their ``rules.py``, in the order of the pipeline."""


@cache
def rules_by_stage() -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """(stage, its rules) for every stage that has any."""
    tables = []
    for stage in STAGES:
        name = f"sayso.{stage}.rules"
        if find_spec(name) is not None:
            tables.append((stage, tuple(import_module(name).RULES)))
    return tuple(tables)


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the stages and of their tables."""
    return tuple(rule for _, table in rules_by_stage() for rule in table)


def find_rule(identifier: str) -> Rule | None:
    """The rule of that id, or None."""
    return next((rule for rule in rules() if rule.id == identifier), None)


def stage_of(identifier: str) -> str | None:
    """Rule id -> the stage (package folder) whose table holds it; None if there is no such rule."""
    return next((stage for stage, table in rules_by_stage() if any(rule.id == identifier for rule in table)), None)


def similar(identifier: str, *, limit: int = 5) -> tuple[str, ...]:
    """Rule ids that look like `identifier`, best first."""
    known = [str(rule.id) for rule in rules()]
    inside = [known_id for known_id in known if identifier.lower() in known_id]
    return tuple(dict.fromkeys([*inside, *get_close_matches(identifier, known, limit, 0.5)]))[:limit]
