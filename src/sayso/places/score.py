"""How well a candidate suits the article: population, the countries, divisions and places the article names.

The weights were chosen on TR-News, LGL and GeoVirus (development data), by hand, in steps of a half.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from sayso.places.keys import key
from sayso.places.rules import COUNTRY, NEIGHBOUR, ONLY, PROMINENT
from sayso.records.base import RuleId
from sayso.records.places import Candidate

K = TypeVar("K")

_BASE = {"PCLI": 11.0, "CONT": 11.0, "RGN": 11.0, "ADM1": 9.0, "ADM2": 4.0, "BLDG": 9.0, "SITE": 9.0}
_LISTED = 8.0
_CAPITAL = 0.5
_PROPER_NAME = 1.0
_COUNTRY = 3.0
_DIVISION = 3.0
_COUNTY = 1.5
_CLOSE = 1.5
_AGREES = 2.0
_DEGREES = 1.4


class Scored(NamedTuple):
    """A candidate, how well it suits, and what spoke for it most."""

    score: float
    candidate: Candidate
    rule: RuleId


@dataclass(slots=True)
class Setting:
    """What the article is about: shares (0..1) of countries, first and second order divisions, and its points."""

    countries: dict[str, float] = field(default_factory=dict)
    divisions: dict[tuple[str, str], float] = field(default_factory=dict)
    counties: dict[tuple[str, str], float] = field(default_factory=dict)
    points: list[tuple[float, float, int]] = field(default_factory=list)


def setting(chosen: Iterable[tuple[int, Candidate, float]], hints: Sequence[Candidate]) -> Setting:
    """(group number, candidate, weight) of what is held to be known, and hints from outside -> Setting."""
    countries: dict[str, float] = {}
    divisions: dict[tuple[str, str], float] = {}
    counties: dict[tuple[str, str], float] = {}
    points = []
    rows = [*chosen, *((-1, hint, 1.0) for hint in hints)]
    for group, place, weight in rows:
        if place.country is None:
            continue
        countries[place.country] = countries.get(place.country, 0.0) + weight
        if place.admin1:
            divisions[place.country, place.admin1] = divisions.get((place.country, place.admin1), 0.0) + weight
        if place.admin2:
            counties[place.country, place.admin2] = counties.get((place.country, place.admin2), 0.0) + weight
        if place.latitude is not None and place.longitude is not None and place.feature not in ("PCLI", "ADM1"):
            points.append((place.latitude, place.longitude, group))
    return Setting(_shares(countries), _shares(divisions), _shares(counties), points)


def _shares(counts: dict[K, float]) -> dict[K, float]:
    most = max(counts.values(), default=0.0)
    return {name: count / most for name, count in counts.items()} if most else {}


def rank(name: str, candidates: Sequence[Candidate], group: int, about: Setting) -> list[Scored]:
    """Candidates of the name group `group`, best first; ties go to the more populous, then to the order given."""
    scored = [_score(name, candidate, group, about) for candidate in candidates]
    if len(scored) == 1:
        return [scored[0]._replace(rule=ONLY)]
    return sorted(scored, key=lambda s: -s.score)


def _score(name: str, place: Candidate, group: int, about: Setting) -> Scored:
    base = _BASE.get(place.feature, 0.0 if place.feature.startswith("PPL") else _LISTED)
    score = max(base, math.log10(place.population + 10)) + _CAPITAL * (place.feature == "PPLC")
    if key(place.name) == name:
        score += _PROPER_NAME
    country = _COUNTRY * about.countries.get(place.country or "", 0.0)
    division = close = 0.0
    if place.country and place.feature not in ("PCLI", "ADM1"):
        division = _DIVISION * about.divisions.get((place.country, place.admin1 or ""), 0.0)
        division += _COUNTY * about.counties.get((place.country, place.admin2 or ""), 0.0)
        close = _CLOSE * min(2, _neighbours(place, group, about.points))
    rule = PROMINENT
    if country + division >= 1.5:
        rule = COUNTRY
    if close > country + division:
        rule = NEIGHBOUR
    return Scored(score + country + division + close, place, rule)


def _neighbours(place: Candidate, group: int, points: list[tuple[float, float, int]]) -> int:
    """How many other places of the article lie within some 150 km, two at most are counted."""
    if place.latitude is None or place.longitude is None:
        return 0
    latitude, longitude, near = place.latitude, place.longitude, 0
    for lat, lon, other in points:
        if other != group and abs(lat - latitude) < _DEGREES and abs(lon - longitude) < 2 * _DEGREES:
            near += 1
            if near == 2:
                break
    return near
