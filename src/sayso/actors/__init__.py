"""Actors: Document -> ActorBook. (Provisional: finds nothing yet.)"""

from sayso.records.actors import ActorBook
from sayso.records.base import Phrase
from sayso.records.language import Document
from sayso.records.places import FoundPlace


def find_actors(
    document: Document, places: tuple[FoundPlace, ...], phrases: tuple[Phrase, ...],  # noqa: ARG001
) -> ActorBook:
    """Provisional."""
    return ActorBook(actors=(), by_token={})
