"""Small namesakes abroad: a name that the gazetteer knows only in a country of which the article says nothing."""

from collections import Counter
from collections.abc import Sequence

from sayso.places.hints import Hint
from sayso.places.rules import ONLY, PROMINENT, STRANGER
from sayso.places.score import Scored
from sayso.records.places import Candidate

_SMALL = 15_000
_LARGE = 100_000
_UNAIDED = (ONLY, PROMINENT)


def without_strangers(
    ranked: Sequence[list[Scored]],
    sure: Sequence[bool],
    hints: Sequence[Hint],
) -> list[list[Scored]]:
    """The ranked candidates of every name -> the same, the rule of the first one STRANGER where it is not to be taken:
    a small town in a country that no other name speaks of, while others speak of other countries. `sure`: the words
    beside the name say where it lies.
    """
    named = [_country(scored) for scored in ranked]
    outside = {place.country for place, _ in hints}
    areas = Counter(_area(scored[0].candidate) for scored in ranked if scored)
    rows = []
    for i, scored in enumerate(ranked):
        elsewhere = {country for j, country in enumerate(named) if j != i and country}
        stranger = (
            bool(scored and elsewhere)
            and not sure[i]
            and scored[0].rule in _UNAIDED
            and _is_small(scored[0].candidate)
            and scored[0].candidate.country not in elsewhere | outside
            and areas[_area(scored[0].candidate)] == 1
        )
        rows.append([scored[0]._replace(rule=STRANGER), *scored[1:]] if stranger else list(scored))
    return rows


def _country(scored: Sequence[Scored]) -> str | None:
    """The country that a name surely speaks of: it is one, or a capital, a division or a city of size in it."""
    if not scored:
        return None
    top = scored[0].candidate
    return top.country if top.feature in ("PCLI", "ADM1", "PPLC") or top.population >= _LARGE else None


def _is_small(place: Candidate) -> bool:
    return place.feature.startswith(("PPL", "ADM2")) and place.feature != "PPLC" and place.population < _SMALL


def _area(place: Candidate) -> tuple[str | None, str | None]:
    return place.country, place.admin1
