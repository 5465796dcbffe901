"""Given names, shared by the stages that tell people from places."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import load


@dataclass(frozen=True, slots=True)
class _Names:
    male: str
    female: str
    other: str = ""


@cache
def _given() -> frozenset[str]:
    names = load("sayso.lexicon", "given_names.toml", _Names)
    return frozenset(f"{names.male} {names.female} {names.other}".split())


def is_given_name(word: str) -> bool:
    """True if `word`, as printed, is a common given name."""
    return word in _given()
