"""Periods that run since a time, and years that are not past."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.ids import content_id
from sayso.records.article import Published
from sayso.records.events import FoundEvent
from sayso.records.times import Time
from sayso.resolve.rules import BOTH, NOT_PAST, SINCE


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


def both(article: str, one: Time, other: Time) -> Time | None:
    """Two coordinated times -> the interval over both ("on Saturday and overnight"), None if a day lies between them.

    `article` is the article's id. Nothing that went on at both ends is said to have paused in a gap of days.
    """
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return None
    first, last = sorted((one, other), key=lambda time: (str(time.start), str(time.end)))
    if _day(str(last.start)) - _day(str(first.end)) > timedelta(days=1):
        return None
    return replace(
        first,
        id=content_id("ti", article, "both", one.id, other.id),
        end=max(one.end, other.end, key=_until),
        timex=None,
        kind="DURATION",
        mentions=tuple(sorted((*one.mentions[:1], *other.mentions[:1]), key=lambda mention: mention.start)),
        why=tuple(dict.fromkeys((*one.why, *other.why, BOTH))),
    )


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _until(moment: str) -> str:
    """A day's end sorts behind its hours."""
    return moment if len(moment) > len("2020-01-01") else f"{moment}T99"


def dated(event: FoundEvent, time: Time | None, published: Published | None) -> FoundEvent:
    """A found event and its time -> the event, no longer historical if its time ends in the year of the report."""
    if not event.historical or time is None or published is None or time.end is None:
        return event
    if time.end[:4] < published.start[:4] or "events.historical" not in event.why:
        return event
    return replace(event, historical=False, why=(*event.why, NOT_PAST))
