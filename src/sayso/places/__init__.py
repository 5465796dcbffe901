"""Place names: Document -> FoundPlace, FoundPlace -> Place, by way of the embedded gazetteer."""

from sayso.places.find import find_places
from sayso.places.gazetteer import Gazetteer, open_gazetteer
from sayso.places.geonames import import_geonames
from sayso.places.resolve import resolve_places
from sayso.places.rules import RULES

__all__ = ["RULES", "Gazetteer", "find_places", "import_geonames", "open_gazetteer", "resolve_places"]
