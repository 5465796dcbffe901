"""PLOVER's one category for one event: what a type becomes when the event is planned, threatened or denied."""

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Status

_COOPERATIVE = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.COOPERATE,
        EventType.AID,
        EventType.RETREAT,
    }
)
_VERBAL = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN})
_TOLD = frozenset({Status.REPORTED, Status.CLAIMED, Status.ALLEGED})
_INTENDED = frozenset({Status.PLANNED, Status.PROMISED, Status.CONDITIONAL, Status.THREATENED})


def single_category(kind: EventType, status: Status) -> EventType | None:
    """Type and status -> the one PLOVER 2.0 category (manual 2.3), None if PLOVER codes no event.

    Future cooperation is AGREE, future conflict THREATEN. What is denied, negated, demanded or merely possible is no
    event of its own (the demand or the denial is).
    """
    if status in _TOLD or (kind in _VERBAL and status in _INTENDED):
        return kind
    if status not in _INTENDED:
        return None
    if kind in _COOPERATIVE and status is not Status.THREATENED:
        return EventType.AGREE
    return EventType.THREATEN
