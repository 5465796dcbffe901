"""Joins two expressions that bound one stretch of time: from Monday to Wednesday, between 1990 and 1994."""

import re

from sayso.records.base import RuleId
from sayso.records.language import Document
from sayso.records.times import FoundTime
from sayso.text import Span

RANGE = RuleId("times.range")
_ENDS = frozenset(
    {
        "times.iso",
        "times.numeric",
        "times.month_day",
        "times.month",
        "times.year",
        "times.decade",
        "times.century",
        "times.quarter",
        "times.season",
        "times.holiday",
        "times.weekday",
        "times.day_name",
        "times.clock",
        "times.relative_unit",
        "times.part_of_weekday",
    }
)
_FROM = re.compile(r"\s*(?:to|until|till|through|into)\s+(?:the\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*and\s+(?:the\s+)?", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–—]\s?")
_THROUGH = re.compile(r"\s+through\s+", re.IGNORECASE)


def join_ranges(document: Document, found: tuple[FoundTime, ...]) -> tuple[FoundTime, ...]:
    """Expressions in text order -> the same with bounded pairs joined; a joined range keeps its ends as `parts`."""
    joined: list[FoundTime] = []
    for expression in found:
        if joined and _bound(document.text, joined[-1], expression):
            first = joined.pop()
            joined.append(
                FoundTime(
                    span=Span(first.span.start, expression.span.end),
                    sentence=first.sentence,
                    kind=first.kind if first.kind == expression.kind else "DATE",
                    rule=RANGE,
                    parts=(first, expression),
                )
            )
        else:
            joined.append(expression)
    return tuple(joined)


def _bound(text: str, first: FoundTime, last: FoundTime) -> bool:
    if first.rule not in _ENDS or last.rule not in _ENDS or last.span.start - first.span.end > 12:
        return False
    between = text[first.span.end : last.span.start]
    relation = dict(first.fields).get("relation")
    if relation == "between" and _BETWEEN.fullmatch(between):
        return True
    if relation == "from" and _FROM.fullmatch(between):
        return True
    return first.rule == last.rule and bool(_DASH.fullmatch(between) or _THROUGH.fullmatch(between))
