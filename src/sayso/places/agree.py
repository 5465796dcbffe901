"""How the names of an article speak for one another: counties and their towns."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from sayso.records.places import Candidate

_COUNTY = 2.5
"""Chosen on LGL: without it .780 of the toponyms are within 161 km, with it .799."""

Area = tuple[str | None, str | None, str | None]


def agreement(names: Sequence[Sequence[Candidate]]) -> list[Callable[[Candidate], float]]:
    """Candidates of every name of an article -> for each name the bonus of a candidate.

    A county and a town in it that are both named speak for each other.
    """
    counties = [_where(candidates, divisions=True) for candidates in names]
    towns = [_where(candidates, divisions=False) for candidates in names]
    all_counties = Counter(area for areas in counties for area in areas)
    all_towns = Counter(area for areas in towns for area in areas)
    rows: list[Callable[[Candidate], float]] = []
    for own_counties, own_towns in zip(counties, towns, strict=True):
        held = {area for area, n in all_counties.items() if n > (area in own_counties)}
        holding = {area for area in own_counties if all_towns[area] > (area in own_towns)}
        rows.append(partial(_bonus, held=frozenset(held), holding=frozenset(holding)))
    return rows


def _where(candidates: Sequence[Candidate], *, divisions: bool) -> frozenset[Area]:
    return frozenset(
        (c.country, c.admin1, c.admin2) for c in candidates if c.admin2 and (c.feature == "ADM2") == divisions
    )


def _bonus(place: Candidate, *, held: frozenset[Area], holding: frozenset[Area]) -> float:
    area = (place.country, place.admin1, place.admin2)
    return _COUNTY if place.admin2 and area in (holding if place.feature == "ADM2" else held) else 0.0
