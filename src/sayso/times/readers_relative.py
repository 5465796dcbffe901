"""Readers of units counted from publication or from a time the text named before."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from sayso.codebook.terms import TimePrecision
from sayso.times import periods
from sayso.times.numbers import count, ordinal
from sayso.times.periods import Period
from sayso.times.readers_calendar import month_day
from sayso.times.readers_day import overnight
from sayso.times.values import (
    BACK,
    FROM_TEXT,
    NOTHING_BEFORE,
    ONWARD,
    VAGUE,
    Context,
    Fields,
    Value,
    narrow,
    of_period,
    undated,
    unresolved,
)
from sayso.times.words import words

_SHORT = frozenset({"second", "minute", "hour", "day", "night", "week"})
_BACKWARD = frozenset({"earlier", "before", "previously", "prior"})


def relative_unit(fields: Fields, context: Context) -> Value:
    """Last week, this year, the same day: the unit counted from publication or from the text."""
    rel, unit = fields.get("rel", "current"), words().units.get(fields["u"], fields["u"])
    modifier = fields.get("m", "")
    rel = rel.removeprefix("the ")
    if unit == "hour":
        return unresolved(VAGUE, "PT1H", "DURATION")
    if unit == "night" and rel == "last":
        return overnight({"text": "last night"}, context)
    if unit == "period" or (unit == "quarter" and rel == "latest"):
        return _period(rel, context)
    if rel in FROM_TEXT or (unit == "day" and rel == "next"):
        return narrow(_from_text(rel, unit, context), modifier, context)
    shift = -1 if rel in BACK or rel in ("previous", "preceding", "latest") else 1 if rel in ONWARD else 0
    return narrow(_holding(unit, shift, context), modifier, context)


def _holding(unit: str, shift: int, context: Context) -> Value:
    today = context.today(unit)
    if today is None:
        return unresolved(context.no_today(), undated(unit))
    return of_period(periods.holding(unit, today, shift), "publication")


def _period(rel: str, context: Context) -> Value:
    """The latest period (business: a quarter), the same period (the one last named)."""
    if rel == "latest":
        return _latest_quarter(context, ended=True)
    return of_period(context.spoken, "text") if context.spoken else unresolved(NOTHING_BEFORE, None)


def _from_text(rel: str, unit: str, context: Context) -> Value:
    spoken = context.spoken_day or context.spoken if unit == "day" else context.spoken
    if spoken is None:
        if rel in ("previous", "preceding") and context.today(unit) is not None and unit != "day":
            today = context.today(unit)
            return (
                of_period(periods.holding(unit, today, -1), "publication")
                if today
                else unresolved(NOTHING_BEFORE, undated(unit))
            )
        return unresolved(NOTHING_BEFORE, undated(unit))
    if periods.RANK[spoken.unit] > periods.RANK.get(unit, 0):
        return unresolved(f"counted from a time known only to the {spoken.unit}", undated(unit))
    shift = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(rel, 0)
    return of_period(periods.holding(unit, spoken.last if shift > 0 else spoken.first, shift), "text")


def _latest_quarter(context: Context, *, ended: bool = False) -> Value:
    """The quarter last named, unless publication knows nothing of it yet (with `ended`: not the whole of it)."""
    today, spoken = context.today("month"), context.spoken_quarter
    early = today is not None and spoken is not None and (spoken.last if ended else spoken.first) >= today
    if spoken is not None and (not early or context.ahead):
        return of_period(spoken, "text")
    return (
        unresolved(context.no_today(), undated("quarter"))
        if today is None
        else of_period(periods.holding("quarter", today, -1), "publication")
    )


def the_unit(fields: Fields, context: Context) -> Value:
    """The week, the year, the end of the month."""
    unit = words().units.get(fields.get("u", ""), "")
    text = fields["text"]
    if not unit:
        unit = next((u for u in ("year", "month", "quarter", "weekend") if u in text), "year")
    modifier = fields.get("m", "") or ("mid" if text.startswith("mid") else "")
    if unit == "quarter" and not modifier:
        return _latest_quarter(context)
    today = context.today(unit)
    if today is None:
        return unresolved(context.no_today(), undated(unit))
    shift = 0
    if unit == "weekend":
        shift = 0 if context.ahead or today.isoweekday() >= 6 else -1
    return narrow(of_period(periods.holding(unit, today, shift), "publication"), modifier, context)


def week_of(fields: Fields, context: Context) -> Value:
    """The week of May 3; the first week of August."""
    if "d" in fields:
        base = month_day(fields, context)
        return of_period(periods.week(base.period.first), base.anchor) if base.period else base
    today = context.today("month")
    if "rel" in fields:
        if today is None:
            return unresolved(context.no_today(), None)
        whole, anchor = (
            periods.holding("month", today, {"last": -1, "next": 1}.get(fields["rel"].split()[0], 0)),
            "publication",
        )
    else:
        number = words().month(fields["mon"])
        if "y" not in fields and today is None:
            return unresolved(context.no_today(), f"XXXX-{number:02d}")
        y = (
            int(fields["y"])
            if "y" in fields
            else today.year - (number > today.month and not context.ahead)
            if today
            else 1
        )
        whole, anchor = periods.month(y, number), "" if "y" in fields else "publication"
    n = ordinal(fields["n"]) or 5
    if fields["u"] == "day":
        when = whole.last if fields["n"] == "last" else whole.first + timedelta(n - 1)
        return of_period(periods.day(when), anchor or None)
    first = whole.first + timedelta(7 * (n - 1)) if fields["n"] != "last" else whole.last - timedelta(6)
    value = of_period(periods.week(first), anchor or None)
    return replace(
        value,
        start=first.isoformat(),
        end=min(first + timedelta(6), whole.last).isoformat(),
        timex=whole.timex,
        period=Period("week", first, min(first + timedelta(6), whole.last), whole.timex),
    )


def ago(fields: Fields, context: Context) -> Value:
    """Three weeks ago, a year ago, years ago, year-earlier."""
    unit = words().units.get(fields.get("u", ""), "")
    n = count(fields["n"]) if "n" in fields else None
    if not unit or (n is None and "v" in fields) or (n is None and fields.get("u") != unit):
        return vague("PAST_REF", context)
    n = n or count("one")
    if n is None:
        return vague("PAST_REF", context)
    spoken = context.spoken
    of_quarter = "quarter" in fields["text"].split()[1:] or "period" in fields["text"]
    if of_quarter and (spoken is None or spoken.unit not in ("quarter", "half")):
        latest = _latest_quarter(context, ended=True)
        return latest if latest.period is None else of_period(_year_before(latest.period), latest.anchor)
    if unit == "year" and n == 1 and spoken is not None and spoken.unit in ("quarter", "half", "month"):
        return of_period(_year_before(spoken), "text")
    base_unit = unit if unit in periods.RANK else "day"
    today = context.today("year" if base_unit in ("decade", "century", "millennium") else base_unit)
    if today is None:
        return unresolved(context.no_today(), undated(unit))
    return _counted(today, unit, -n, "publication")


def _year_before(period: Period) -> Period:
    unit, first = period.unit, period.first
    return (
        periods.holding(unit, date(first.year - 1, first.month, 1))
        if unit != "season"
        else periods.season(first.year - 1, period.timex[-2:])
    )


def _counted(base: date, unit: str, n: object, anchor: str) -> Value:
    """`n` units from a day, told to the unit."""
    amount = n if isinstance(n, Fraction) else Fraction(0)
    if unit in ("second", "minute", "hour"):
        hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit] * float(amount)
        return of_period(periods.day(base + timedelta(round(hours / 24)) if abs(hours) >= 24 else base), anchor)
    if amount.denominator != 1 and unit in ("year", "decade", "century"):
        when = periods.moved(base, unit, float(amount))
        return of_period(periods.month(when.year, when.month), anchor)
    if unit in ("decade", "century", "millennium"):
        return of_period(periods.holding("year", periods.moved(base, unit, float(amount))), anchor)
    return of_period(
        periods.holding(
            {"night": "day", "fortnight": "week"}.get(unit, unit), periods.moved(base, unit, float(amount))
        ),
        anchor,
    )


def later(fields: Fields, context: Context) -> Value:
    """Two days later, a year earlier, the day before: counted from the time last named in the text."""
    unit = words().units.get(fields.get("u", ""), "day")
    n = count(fields["n"]) if "n" in fields else None
    back = any(word in _BACKWARD for word in fields["text"].split())
    if "d" not in fields and "n" not in fields and "v" not in fields:
        return narrow(_from_text("that", "day", context), fields["text"].split()[0], context)
    if n is None:
        return vague("PAST_REF" if back else "FUTURE_REF", context, anchored=False)
    spoken = (context.spoken_day if unit in _SHORT else None) or context.spoken
    if spoken is None:
        today = context.today(unit if unit in periods.RANK else "day") if fields.get("d") == "earlier" else None
        return unresolved(NOTHING_BEFORE, undated(unit)) if today is None else _counted(today, unit, -n, "publication")
    if unit == "year" and spoken.unit in ("quarter", "half", "month") and n == 1 and back:
        return of_period(_year_before(spoken), "text")
    if periods.RANK[spoken.unit] > periods.RANK.get(unit, 0):
        return unresolved(f"counted from a time known only to the {spoken.unit}", undated(unit))
    return _counted(spoken.first if back else spoken.last, unit, -n if back else n, "text")


def hence(fields: Fields, context: Context) -> Value:
    """Two weeks from now."""
    unit, n = words().units[fields["u"]], count(fields["n"]) if "n" in fields else None
    today = context.today(unit if unit in periods.RANK else "day")
    if n is None:
        return vague("FUTURE_REF", context)
    return unresolved(context.no_today(), undated(unit)) if today is None else _counted(today, unit, n, "publication")


def vague(timex: str, context: Context, *, anchored: bool = True) -> Value:
    """PAST_REF, PRESENT_REF, FUTURE_REF: bounded by publication on one side."""
    today = context.today() if anchored else None
    if today is None:
        return unresolved(VAGUE, timex)
    day = today.isoformat()
    if timex == "PRESENT_REF":
        return Value(timex=timex, start=day, end=day, precision=TimePrecision.DAY, anchor="publication")
    return Value(
        timex=timex,
        start=None if timex == "PAST_REF" else day,
        end=day if timex == "PAST_REF" else None,
        anchor="publication",
        unresolved=VAGUE,
    )
