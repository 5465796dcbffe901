"""What a place is called in a reading: as the text has it, unless that is short for a name."""

from collections.abc import Sequence

from sayso.places.keys import key
from sayso.records.places import Candidate

_SHORTEST = 3


def name_of(printed: Sequence[str], place: Candidate | None) -> str:
    """Names as printed, in text order -> the fullest of them, the first of equals; a country's, an abbreviation's and
    a name that stands in capitals only is the gazetteer's. Empty if there is neither.
    """
    names = [" ".join(name.split()) for name in printed]
    if place is None:
        return max(names, key=len, default="")
    spelt = [name for name in names if not name.isupper() and "." not in name and len(name) > _SHORTEST]
    if place.feature == "PCLI" or not spelt:
        return place.name
    return max(spelt, key=lambda name: len(key(name)))
