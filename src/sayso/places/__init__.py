"""Place names: Document -> FoundPlace, FoundPlace -> Place. (Provisional: finds nothing yet.)"""

from pathlib import Path

from sayso.records.language import Document
from sayso.records.places import FoundPlace, Place


class Gazetteer:
    """Provisional."""

    digest = ""


def open_gazetteer(path: Path | None = None) -> Gazetteer:  # noqa: ARG001
    """Provisional."""
    return Gazetteer()


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[FoundPlace, ...]:  # noqa: ARG001
    """Provisional."""
    return ()


def resolve_places(
    found: tuple[FoundPlace, ...], document: Document, *, dateline: str | None, outlet: str | None,  # noqa: ARG001
) -> tuple[Place, ...]:
    """Provisional."""
    return ()
