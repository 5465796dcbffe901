"""Tolls: Document -> FoundToll. (Provisional: finds nothing yet.)"""

from sayso.records.events import FoundEvent
from sayso.records.language import Document
from sayso.records.places import FoundPlace
from sayso.records.statements import FoundStatement
from sayso.records.times import FoundTime
from sayso.records.tolls import FoundToll


def find_tolls(
    document: Document,  # noqa: ARG001
    statements: tuple[FoundStatement, ...],  # noqa: ARG001
    events: tuple[FoundEvent, ...],  # noqa: ARG001
    times: tuple[FoundTime, ...],  # noqa: ARG001
    places: tuple[FoundPlace, ...],  # noqa: ARG001
) -> tuple[FoundToll, ...]:
    """Provisional."""
    return ()
