"""Periods that run since a time, and years that are not past."""

from dataclasses import replace

from sayso.ids import content_id
from sayso.records.article import Published
from sayso.records.events import FoundEvent
from sayso.records.times import Time
from sayso.resolve.rules import NOT_PAST, SINCE


def since(article: str, time: Time, published: Published | None) -> Time:
    """The time after "since" and the publication date -> the interval from that time to the report.

    `article` is the article's id; the mentions are those of the time itself. No TIMEX3 value is given: the length of
    the period is not written in the text.
    """
    end = published.end if published is not None and time.start is not None else None
    if end is not None and time.start is not None and end[:10] < time.start[:10]:
        end = None
    return replace(
        time,
        id=content_id("ti", article, "since", time.id),
        end=end,
        timex=None,
        kind="DURATION",
        anchor="publication" if end else time.anchor,
        why=(*time.why, SINCE),
    )


def dated(event: FoundEvent, time: Time | None, published: Published | None) -> FoundEvent:
    """A found event and its time -> the event, no longer historical if its time ends in the year of the report."""
    if not event.historical or time is None or published is None or time.end is None:
        return event
    if time.end[:4] < published.start[:4] or "events.historical" not in event.why:
        return event
    return replace(event, historical=False, why=(*event.why, NOT_PAST))
