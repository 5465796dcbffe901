"""Expectations of a lexicon's cases: ``event type=ASSAULT actor=Arnor``, ``no statement``."""

import shlex
from dataclasses import dataclass
from difflib import get_close_matches

FIELDS: dict[str, tuple[str, ...]] = {
    "actor": ("name", "kind", "country", "sector", "code", "member_of", "title"),
    "event": ("type", "mode", "cameo", "code", "status", "actor", "recipient", "trigger"),
    "statement": ("speaker", "act", "cue", "content"),
    "place": ("name", "country"),
}
"""Record -> the fields that an expectation may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A record that must (or, with `absent`, must not) be read: its kind and the values of some of its fields."""

    kind: str
    values: tuple[tuple[str, str], ...]
    absent: bool


def parse_expectation(line: str) -> Expectation | str:
    """A line of a case -> what it expects, or what is wrong with it."""
    try:
        words = shlex.split(line)
    except ValueError as error:
        return f"{line!r}: {error}"
    absent = words[:1] == ["no"]
    words = words[1:] if absent else words
    if not words or words[0] not in FIELDS:
        return f"{line!r}: must begin with {', '.join(FIELDS)} or 'no' and one of them"
    values = []
    for word in words[1:]:
        field, mark, value = word.partition("=")
        if not mark or field not in FIELDS[words[0]]:
            near = get_close_matches(field, FIELDS[words[0]], 1)
            hint = f"do you mean {near[0]}? " if near else ""
            return f"{line!r}: {word!r} ({hint}allowed: FIELD=VALUE with {', '.join(FIELDS[words[0]])})"
        values.append((field, value))
    return Expectation(kind=words[0], values=tuple(values), absent=absent)


def expectation_problem(line: str) -> str | None:
    """What is wrong with a line of a case."""
    found = parse_expectation(line)
    return found if isinstance(found, str) else None
