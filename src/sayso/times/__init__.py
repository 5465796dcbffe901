"""Time expressions: Document -> FoundTime, FoundTime -> Time. (Provisional: finds nothing yet.)"""

from sayso.records.article import Published
from sayso.records.language import Document
from sayso.records.times import FoundTime, Time


def find_times(document: Document) -> tuple[FoundTime, ...]:  # noqa: ARG001
    """Provisional."""
    return ()


def resolve_times(
    found: tuple[FoundTime, ...], document: Document, published: Published | None,  # noqa: ARG001
) -> tuple[Time, ...]:
    """Provisional."""
    return ()
