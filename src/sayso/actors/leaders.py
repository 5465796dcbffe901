"""People whose country every report takes for granted: statesmen of the word list."""

from dataclasses import dataclass
from functools import cache

from sayso.actors.cluster import Cluster
from sayso.actors.rules import LEADER
from sayso.codebook.terms import ActorKind
from sayso.errors import BadLexicon
from sayso.lexicon import load
from sayso.lexicon.countries import countries

_OFFICES = frozenset({None, "GOV", "LEG", "MIL", "PTY", "OPP", "REB"})
"""Sectors that a statesman may have; a policeman or professor of the same name is somebody else."""


@dataclass(frozen=True, slots=True)
class _Table:
    people: dict[str, list[str]]


@cache
def leaders() -> dict[str, str]:
    """Lower-case name, full or as short as it may be, -> ISO alpha-3 of the country."""
    known = {country.alpha3 for country in countries()}
    found: dict[str, str] = {}
    for iso, rows in load("sayso.actors", "leaders.toml", _Table).people.items():
        if iso not in known:
            raise BadLexicon(f"sayso/actors/leaders.toml: no country {iso}")
        found.update((form.strip().lower(), iso) for row in rows for form in row.split("/"))
    return found


def give_country(cluster: Cluster) -> None:
    """Sets the country of a statesman of whom the text has told none."""
    if cluster.kind is not ActorKind.PERSON or not cluster.named or cluster.country or cluster.kin:
        return
    if cluster.sector not in _OFFICES:
        return
    name = cluster.name.lower().replace("’", "'")
    titled = f"{cluster.title.lower().split()[-1]} {name}" if cluster.title else name
    iso = leaders().get(name) or leaders().get(titled)
    if iso is not None:
        cluster.country = iso
        cluster.rules[LEADER] = None
