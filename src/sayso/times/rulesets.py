"""Named sets of coding rules over the expressions found: how a data project dates events. Never the default reading.

`ucdp` are the date rules of the UCDP Georeferenced Event Dataset: events are coded as having happened, within the year
of the report and not after it; vague words get fixed lengths; the precision is 1 (day), 2 (2 to 6 days), 3 (week),
4 (month) or 5 (year).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sayso.records.article import Published
from sayso.records.base import Rule, RuleId
from sayso.records.language import Document
from sayso.records.times import FoundTime
from sayso.text import Span
from sayso.times import periods
from sayso.times.numbers import count
from sayso.times.resolve import publication_period, read_mentions
from sayso.times.templates import reader_names
from sayso.times.tense import Tense
from sayso.times.values import Value
from sayso.times.words import words

_SOURCE = "UCDP GED codebook, dates and date precision"
_VAGUE_COUNT = 3  # "recently", "a few", "several" stand for three
Days = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One expression under a rule set: first and last day, the set's own precision code, and the rule; `span` is None
    where the text gives no time.
    """

    span: Span | None
    start: date
    end: date
    precision: int
    rule: RuleId


@dataclass(frozen=True, slots=True)
class _Case:
    """What a coding rule looks at."""

    read: str
    fields: Mapping[str, str]
    value: Value
    report: date

    @property
    def unit(self) -> str:
        return words().units.get(self.fields.get("u", ""), "")

    @property
    def number(self) -> Fraction | None:
        if "n" in self.fields:
            return count(self.fields["n"])
        return None if "v" in self.fields or self.fields.get("u", "") != self.unit else Fraction(1)

    def back(self, first: int, last: int = 0) -> Days:
        """From so many days before the report to so many before it."""
        return self.report - timedelta(first), self.report - timedelta(last)


@dataclass(frozen=True, slots=True)
class _CodingRule:
    rule: Rule
    apply: Callable[[_Case], Days | None]


def code_times(
    ruleset: str, found: tuple[FoundTime, ...], document: Document, published: Published
) -> tuple[Coded, ...]:
    """Expressions -> days and precision under the rule set of that name (KeyError if there is none); a text without any
    gets the rule set's default. Expressions that the rules cannot date are left out; empty if the day of publication is
    not known.
    """
    rules = RULESETS[ruleset]
    publication = publication_period(published)
    if publication is None or publication.unit != "day":
        return ()
    coded = []
    for expression, mention in zip(found, read_mentions(found, document, published, tense=Tense("past")), strict=True):
        fields = dict(expression.fields)
        fields.setdefault("text", expression.span.of(document.text).lower())
        case = _Case(reader_names().get(expression.rule, "range"), fields, mention.value, publication.first)
        for entry in rules:
            days = _apply(entry, case)
            if days is not None:
                coded.append(_coded(expression.span, days, entry.rule.id, publication.first))
                break
    if not found:
        coded.append(
            _coded(
                None,
                (publication.first - timedelta(_VAGUE_COUNT - 1), publication.first),
                NO_TIME.id,
                publication.first,
            )
        )
    return tuple(coded)


def _apply(entry: _CodingRule, case: _Case) -> Days | None:
    try:
        return entry.apply(case)
    except (OverflowError, ValueError):  # "a million weeks": before the calendar begins
        return None


def _coded(span: Span | None, days: Days, rule: RuleId, report: date) -> Coded:
    start, end = days
    if start <= report < end:
        end = report
    return Coded(span=span, start=start, end=end, precision=_precision((end - start).days + 1), rule=rule)


def _precision(days: int) -> int:
    limits = ((1, 1), (6, 2), (7, 3), (31, 4))
    return next((code for limit, code in limits if days <= limit), 5)


def _other_day(case: _Case) -> Days | None:
    return case.back(1, 1) if case.read == "past_ref" and "other day" in case.fields["text"] else None


def _recently(case: _Case) -> Days | None:
    return case.back(_VAGUE_COUNT, 1) if case.read == "past_ref" else None


def _past_hours(case: _Case) -> Days | None:
    if case.read != "window" or case.unit != "hour" or case.number is None:
        return None
    return case.back(min(max(1, math.ceil(case.number / 24)), 2))


def _past_days(case: _Case) -> Days | None:
    if case.read != "window" or case.unit not in ("day", "night"):
        return None
    return case.back(max(1, int(case.number or _VAGUE_COUNT)), 1)


def _past_weeks(case: _Case) -> Days | None:
    weeks = case.read in ("window", "duration_vague", "age", "duration") or (
        case.read == "ago" and case.unit == "fortnight"
    )
    if not weeks or case.unit not in ("week", "fortnight"):
        return None
    size = 14 if case.unit == "fortnight" else 7
    return case.back(max(1, int((case.number or _VAGUE_COUNT) * size)) - 1)


def _past_months(case: _Case) -> Days | None:
    if case.read not in ("window", "duration_vague", "age") or case.unit not in ("month", "year"):
        return None
    floor = case.report.replace(month=1, day=1)
    if case.unit == "year":
        return floor, case.report
    return max(floor, periods.moved(case.report, "month", -float(case.number or _VAGUE_COUNT))), case.report


def _night(case: _Case) -> Days | None:
    return case.back(1) if case.read in ("duration_vague", "duration") and case.unit == "night" else None


def _days_long(case: _Case) -> Days | None:
    if case.read not in ("duration", "age", "duration_vague") or case.unit != "day":
        return None
    return case.back(max(1, int(case.number or _VAGUE_COUNT)) - 1)


def _night_between(case: _Case) -> Days | None:
    if case.read != "night_between" or case.value.period is None:
        return None
    return case.value.period.first, case.value.period.first + timedelta(1)


def _part_of_day(case: _Case) -> Days | None:
    period = case.value.period
    return (period.first, period.first) if case.value.kind == "TIME" and period is not None else None


def _around(case: _Case) -> Days | None:
    period = case.value.period
    return (
        (period.first - timedelta(1), period.last + timedelta(1)) if "a" in case.fields and period is not None else None
    )


def _part_of_month(case: _Case) -> Days | None:
    period, part = case.value.period, case.fields.get("m")
    if period is None or period.unit != "month" or part is None:
        return None
    if part in ("early", "beginning", "start"):
        return period.first, period.first.replace(day=10)
    if part in ("mid", "middle"):
        return period.first.replace(day=10), period.first.replace(day=20)
    return (period.first.replace(day=15), period.last) if part in ("late", "end", "close") else None


def _part_of_week(case: _Case) -> Days | None:
    period, part = case.value.period, case.fields.get("m")
    if period is None or period.unit != "week" or part not in ("late", "early") or "of" in case.fields["text"].split():
        return None
    return (period.first + timedelta(4), period.last) if part == "late" else (period.first, period.first + timedelta(2))


def _earlier(case: _Case) -> Days | None:
    period = case.value.period
    if case.fields.get("m") != "earlier" or period is None or not period.first < case.report <= period.last:
        return None
    return period.first, case.report - timedelta(1)


def _since(case: _Case) -> Days | None:
    if case.fields.get("relation") != "since" or case.value.start is None:
        return None
    return date.fromisoformat(case.value.start[:10]), case.report


def _as_read(case: _Case) -> Days | None:
    if case.value.start is None or case.value.end is None:
        return None
    return date.fromisoformat(case.value.start[:10]), date.fromisoformat(case.value.end[:10])


def _rule(name: str, doc: str) -> Rule:
    return Rule(id=RuleId(f"times.ucdp_{name}"), doc=doc, source=_SOURCE)


NO_TIME = _rule("no_time", "No time given: the day of the report and the two days before it.")

_UCDP: tuple[_CodingRule, ...] = (
    _CodingRule(_rule("other_day", "'The other day' is the day before the report."), _other_day),
    _CodingRule(_rule("recently", "'Recently' and 'recent' are the three days before the report."), _recently),
    _CodingRule(
        _rule(
            "past_hours",
            "The past 24 hours reach back one day, 48 and 72 hours two days, the day of the report included.",
        ),
        _past_hours,
    ),
    _CodingRule(_rule("past_days", "The past N days end the day before the report; 'a few' are three."), _past_days),
    _CodingRule(
        _rule(
            "past_weeks",
            "Past weeks, week-old events, a fortnight ago: so many days up to the report, with it; 'several' are 3.",
        ),
        _past_weeks,
    ),
    _CodingRule(
        _rule(
            "past_months",
            "Past months count back from the report and do not cross the calendar year; 'a few' are three.",
        ),
        _past_months,
    ),
    _CodingRule(
        _rule("night", "A night of fighting, night-long: the night that leads to the day of the report, two days."),
        _night,
    ),
    _CodingRule(_rule("days_long", "An N-day event ends on the day of the report."), _days_long),
    _CodingRule(_rule("night_between", "The night between two days covers both days."), _night_between),
    _CodingRule(_rule("part_of_day", "A part of a day, a night included, is the day on which it began."), _part_of_day),
    _CodingRule(_rule("around", "Around a day: one day either side."), _around),
    _CodingRule(_rule("part_of_month", "Early 1-10, middle 10-20, late and end from the 15th."), _part_of_month),
    _CodingRule(_rule("part_of_week", "Late in a week is Friday to Sunday, early Monday to Wednesday."), _part_of_week),
    _CodingRule(_rule("earlier", "Earlier in a period ends the day before the report."), _earlier),
    _CodingRule(_rule("since", "Since a time: from its first day to the report."), _since),
    _CodingRule(_rule("as_read", "Otherwise the interval as read, not beyond the report."), _as_read),
)
RULESETS: Mapping[str, tuple[_CodingRule, ...]] = {"ucdp": _UCDP}


def coding_rules(ruleset: str) -> tuple[Rule, ...]:
    """The rules of a set in the order in which they are tried."""
    return (*(entry.rule for entry in RULESETS[ruleset]), NO_TIME)
