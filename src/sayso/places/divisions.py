"""As in "Belgorod region", "the Kursk and Belgorod regions": the name of a town, said of its division."""

from sayso.codebook.terms import PlacePrecision
from sayso.records.language import Document
from sayso.records.places import FoundPlace

_FIRST = frozenset({"province", "region", "oblast", "governorate", "krai", "prefecture", "voivodeship"})
_SECOND = frozenset({"district", "county", "raion", "rayon"})
_LISTED = frozenset({",", "and", "or"})
_REACH = 6


def division_said(place: FoundPlace, document: Document) -> PlacePrecision | None:
    """The order of the division that the noun after the name, or after the list of names, makes of it; or None."""
    listed = False
    tokens = (t for t in document.sentences[place.sentence].tokens if t.start >= place.span.end)
    for token, _ in zip(tokens, range(_REACH), strict=False):
        word = token.lower
        noun = word.removesuffix("s")
        if noun in _FIRST and (word != noun or not listed):
            return PlacePrecision.ADMIN1
        if noun in _SECOND and (word != noun or not listed):
            return PlacePrecision.ADMIN2
        if word in _LISTED:
            listed = True
        elif not (listed and token.tag in ("NNP", "NNPS")):
            return None
    return None
