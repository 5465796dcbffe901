"""The word lists of this stage, as frozen sets."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import load


@dataclass(frozen=True, slots=True)
class Words:
    """See words.toml for what each list is for."""

    located_by: frozenset[str]
    maybe_located_by: frozenset[str]
    skipped: frozenset[str]
    place_nouns: frozenset[str]
    division_nouns: frozenset[str]
    town_nouns: frozenset[str]
    heads_of_place: frozenset[str]
    organisation_tails: frozenset[str]
    place_tails: frozenset[str]
    named_things: frozenset[str]
    acting_bound: frozenset[str]
    national_nouns: frozenset[str]
    not_national: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    also_forenames: frozenset[str]
    place_openers: frozenset[str]
    public_heads: frozenset[str]
    private_heads: frozenset[str]
    doubtful: frozenset[str]
    never: frozenset[str]
    calendar: frozenset[str]
    brands: frozenset[str]
    not_of_a_people: frozenset[str]
    bound_to: frozenset[str]
    famous: frozenset[str]
    distance_units: frozenset[str]
    directions: frozenset[str]
    near: frozenset[str]
    speech: frozenset[str]
    group_heads: frozenset[str]
    fixed: tuple[str, ...]


@cache
def words() -> Words:
    """The lists, loaded once."""
    return load("sayso.places", "words.toml", Words)


@cache
def fixed_names() -> re.Pattern[str]:
    """Matches the names of `fixed`, the longest first."""
    return re.compile("|".join(re.escape(name) for name in sorted(words().fixed, key=lambda name: (-len(name), name))))
