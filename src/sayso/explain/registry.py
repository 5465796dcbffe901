"""All rules of all stages, from an explicit table."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from sayso.records.base import Rule

STAGES = ("article", "times", "places", "actors", "statements", "events", "tolls", "resolve")
"""The stages that may have a table ``RULES`` in their ``rules.py``, in the order of the pipeline."""


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the stages and of their tables."""
    found: list[Rule] = []
    for stage in STAGES:
        name = f"sayso.{stage}.rules"
        if find_spec(name) is not None:
            found.extend(import_module(name).RULES)
    return tuple(found)


def find_rule(identifier: str) -> Rule | None:
    """The rule of that id, or None."""
    return next((rule for rule in rules() if rule.id == identifier), None)


def stage_of(identifier: str) -> str:
    """``tolls.at_least`` -> ``tolls``."""
    return identifier.partition(".")[0]


def similar(identifier: str, *, limit: int = 5) -> tuple[str, ...]:
    """Rule ids that look like `identifier`, best first."""
    from difflib import get_close_matches

    known = [str(rule.id) for rule in rules()]
    inside = [known_id for known_id in known if identifier.lower() in known_id]
    return tuple(dict.fromkeys([*inside, *get_close_matches(identifier, known, limit, 0.5)]))[:limit]
