"""How well a candidate suits the article: population, the countries, divisions and places the article names.

The weights were chosen by hand on TR-News, LGL and GeoVirus (development data), where they are flat: a change by a
third moves no figure by more than .01. Size and the proper name weigh somewhat more than these sets ask for, as they
are mostly local news and the reader of war reports meets more capitals than namesakes.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sayso.places.keys import key
from sayso.places.rules import COUNTRY, NEIGHBOUR, ONLY, PROMINENT
from sayso.records.base import RuleId
from sayso.records.places import Candidate

_BASE = {"PCLI": 11.0, "CONT": 14.0, "RGN": 14.0, "ADM1": 9.0, "ADM2": 4.0, "BLDG": 9.0, "SITE": 9.0}
_LISTED = 8.0
_BARE = 7.0
_NOTED = 13.0
_SIZE = 1.3
_CAPITAL = 0.25
_PROPER_NAME = 2.2
_COUNTRY = 3.5
_DIVISION = 4.0
_COUNTY = 1.5
_CLOSE = 1.5
_DEGREES = 1.4
_DOUBT = 0.5
_NAMESAKE = 7.0
_SEAT = 3.0
_FAR_LARGER = 10
_WORLD_CITY = 1_000_000
_CAPITAL_CITY = 3_000_000
_DWARFED = 30
_HEARSAY = 0.3
_VAST = frozenset({"GBR"})
"""Countries whose first order divisions are countries of their own; to lie in one of them says little."""
_TELLING = 1.5
_DIVISIONS = ("ADM1", "ADM2")


class Scored(NamedTuple):
    """A candidate, how well it suits, and what spoke for it most."""

    score: float
    candidate: Candidate
    rule: RuleId


class Name(NamedTuple):
    """A name's key, and the candidates that go by it in English or at home."""

    key: str
    proper: frozenset[Candidate]


class Known(NamedTuple):
    """A place held to be known: the number of its name group (-1 for hints from outside), and how much it counts."""

    group: int
    place: Candidate
    weight: float


class Traits(NamedTuple):
    """A candidate and what holds of it whatever else the article names: how well its kind, size and name suit (`own`),
    its `areas`, whether other places of the article may lie near it (`point`), whether a world city of its name
    dwarfs it (`dwarfed`), one in its own country (`homely`), what the words beside the name and names alike add and
    take (`more`, `less`).
    """

    place: Candidate
    own: float
    areas: tuple[tuple[str, ...], ...]
    point: bool
    dwarfed: bool
    homely: bool
    more: float
    less: float


class Setting:
    """What the article is about, as far as known: weights of countries, first and second order divisions, points.

    A name is never evidence for itself: what its own group brought in is taken out again when it is asked about.
    """

    def __init__(self, known: Iterable[Known]) -> None:
        self._weights: dict[tuple[str, ...], float] = {}
        self._own: dict[int, tuple[tuple[tuple[str, ...], ...], float]] = {}
        self._points: list[tuple[float, float, int]] = []
        for row in known:
            areas = _areas(row.place)
            self._own[row.group] = areas, row.weight
            for area in areas:
                self._weights[area] = self._weights.get(area, 0.0) + row.weight
            place = row.place
            if place.latitude is not None and place.longitude is not None and place.feature not in ("PCLI", "ADM1"):
                self._points.append((place.latitude, place.longitude, row.group))
        countries = [weight for area, weight in self._weights.items() if len(area) == 1]
        self._most = max(countries, default=0.0)

    def share(self, group: int, area: tuple[str, ...]) -> float:
        """How much of the article's evidence, without that of `group`, is for the area: 0 to 1."""
        weight = self._weights.get(area, 0.0)
        own = self._own.get(group) if weight else None
        if own is not None and area in own[0]:
            weight -= own[1]
        return max(0.0, weight) / (self._most + _DOUBT)

    def neighbours(self, group: int, place: Candidate) -> int:
        """How many other places of the article lie within some 150 km; two at most are counted."""
        if place.latitude is None or place.longitude is None:
            return 0
        near = 0
        for latitude, longitude, other in self._points:
            if (
                other != group
                and abs(latitude - place.latitude) < _DEGREES
                and abs(longitude - place.longitude) < 2 * _DEGREES
            ):
                near += 1
                if near == 2:
                    break
        return near


def _areas(place: Candidate) -> tuple[tuple[str, ...], ...]:
    """The country, the first and the second order division of a place, from the outside in."""
    if place.country is None:
        return ()
    country, division = (place.country,), (place.country, place.admin1 or "")
    if not place.admin1:
        return (country,)
    return (country, division, (*division, place.admin2)) if place.admin2 else (country, division)


def traits_of(name: Name, candidates: Sequence[Candidate], bonus: Callable[[Candidate], float]) -> tuple[Traits, ...]:
    """A name and its candidates -> their traits; `bonus` is what the words beside the name and the other names of the
    article add for a candidate.
    """
    towns = [c for c in candidates if c.feature.startswith("PPL")]
    city = max((_fame(c) for c in towns if c in name.proper), default=0)
    return tuple(
        Traits(
            place=place,
            own=_own(name, place),
            areas=_areas(place),
            point=place.feature not in ("PCLI", "ADM1"),
            dwarfed=_dwarfed(place, city),
            homely=any(
                town.feature == "PPLC" and town.country == place.country for town in towns if town in name.proper
            ),
            more=bonus(place),
            less=_penalty(place, towns, name.key) if place.feature in _DIVISIONS else 0.0,
        )
        for place in candidates
    )


def rank(candidates: Sequence[Traits], group: int, about: Setting) -> list[Scored]:
    """Candidates of the name group `group`, best first; ties go to the more populous, then to the order given."""
    scored = [_score(candidate, group, about) for candidate in candidates]
    if len(scored) == 1:
        return [scored[0]._replace(rule=ONLY)]
    return sorted(scored, key=lambda s: -s.score)


def _own(name: Name, place: Candidate) -> float:
    """How well a candidate suits by its kind, its size and its name."""
    proper = key(place.name) == name.key or (place in name.proper and not place.feature.startswith("ADM"))
    base = _BASE.get(place.feature, 0.0 if place.feature.startswith("PPL") else _LISTED)
    if place.feature == "ADM1":
        base = _NOTED if place.note and place in name.proper else base if proper else _BARE
    score = max(base, _SIZE * math.log10(place.population + 10)) + _CAPITAL * (place.feature == "PPLC")
    return score + _PROPER_NAME if proper else score


def _score(candidate: Traits, group: int, about: Setting) -> Scored:
    place = candidate.place
    shares = [about.share(group, area) for area in candidate.areas]
    narrow = shares[2:] if candidate.homely or place.country in _VAST else shares[1:]
    if candidate.dwarfed and not any(narrow):
        shares = [_HEARSAY * share for share in shares]
    support = sum(weight * share for weight, share in zip((_COUNTRY, _DIVISION, _COUNTY), shares, strict=False))
    close = _CLOSE * about.neighbours(group, place) if candidate.point else 0.0
    rule = COUNTRY if support >= _TELLING else PROMINENT
    if close and close >= _COUNTRY * (shares[0] if shares else 0.0):
        rule = NEIGHBOUR
    return Scored(candidate.own + support + close + candidate.more - candidate.less, place, rule)


def _fame(town: Candidate) -> int:
    """How large a town is for those who know it from the news: a capital counts as three million people."""
    return max(town.population, _CAPITAL_CITY) if town.feature == "PPLC" else town.population


def _dwarfed(place: Candidate, city: int) -> bool:
    """A small town with the name of a world city: that the article speaks of its country says little ("Paris")."""
    return place.feature.startswith("PPL") and city >= _WORLD_CITY and _DWARFED * place.population < city


def _penalty(division: Candidate, towns: Sequence[Candidate], name: str) -> float:
    """What a division loses to a town of its name, and to the capital of its country ("Washington")."""
    if _has_namesake(division, towns, name):
        return _NAMESAKE
    seat = any(town.feature == "PPLC" and town.country == division.country and key(town.name) == name for town in towns)
    return _SEAT if seat and not division.note else 0.0


def _has_namesake(division: Candidate, towns: Sequence[Candidate], name: str) -> bool:
    """Is there a town of the same name? Without a word like "province" the town is meant, unless the division is so
    much larger that it is the better known ("Quebec"), or has the name more rightly ("New York").
    """
    exact = key(division.name) == name
    return not division.note and any(
        town.country == division.country
        and (town.admin2 == division.admin2 if division.feature == "ADM2" else _outdone(division, town, exact=exact))
        and (key(town.name) == name or not exact)
        for town in towns
    )


def _outdone(division: Candidate, town: Candidate, *, exact: bool) -> bool:
    return division.population < _FAR_LARGER * town.population and (town.admin1 == division.admin1 or not exact)
