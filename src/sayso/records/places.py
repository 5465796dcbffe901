"""Places: found names and what they resolve to."""

from dataclasses import dataclass
from typing import Literal

from sayso.codebook.terms import PlacePrecision
from sayso.records.base import Evidence, RuleId
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One entry of the gazetteer that a name may stand for. `country` is ISO 3166 alpha-3 (None for seas, continents
    and regions over several countries); latitude and longitude are WGS 84 degrees, None where no point is pretended;
    `feature` is the GeoNames feature code (PPL, PPLC, ADM1, PCLI, RGN, SEA, STM ...). `note` says what is disputed
    about the place and whose view its border is.
    """

    geonames_id: int | None
    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    feature: str
    population: int
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place name or demonym in the text, with all candidates, first the `proper` ones that go by it in English
    or at home, then those that have it as an alternate name; none if the grammar alone says that it is a place.
    `form`: name, demonym ("Armenian"), or nominal.
    """

    span: Span
    sentence: int
    head: int
    form: Literal["name", "demonym", "nominal"]
    candidates: tuple[Candidate, ...]
    rule: RuleId
    proper: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A place found. A region keeps null coordinates unless its gazetteer entry has a true point."""

    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    geonames_id: int | None
    feature: str
    precision: PlacePrecision
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the article: `resolved`, or None with the reason in `unresolved`; `candidates` names what else it
    could have been, best first. `form` is demonym where the article has no more than the people's name ("Turkish"):
    such a place is touched by the report, nothing is said to happen there.
    """

    id: str
    name: str
    resolved: Resolved | None
    unresolved: str | None
    candidates: tuple[Candidate, ...]
    mentions: tuple[Evidence, ...]
    why: tuple[RuleId, ...]
    form: Literal["name", "demonym"] = "name"
    confidence: float = 1.0
