"""As in "near X", "20 km north of X", "outside X": the text gives a place beside the name."""

from sayso.places.words import words
from sayso.records.language import Document
from sayso.records.places import FoundPlace


def is_near(place: FoundPlace, document: Document) -> bool:
    """True if the words before the name put the happening beside the place, not in it."""
    tokens = document.sentences[place.sentence].tokens
    before = [token.lower for token in tokens if token.end <= place.span.start and token.lower not in ("the", "city")]
    lists = words()
    if before and before[-1] in lists.near:
        return True
    if len(before) < 3 or before[-1] not in ("of", "from"):
        return False
    beside = before[-2] == "away" or before[-2] in lists.directions or before[-2] in lists.distance_units
    return beside and any(word in lists.distance_units or word in ("outskirts", "just") for word in before[-6:-1])
