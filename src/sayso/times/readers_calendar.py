"""Readers of calendar expressions: dates, months, years, decades, quarters, seasons, feasts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from sayso.codebook.terms import TimePrecision
from sayso.times import periods
from sayso.times.numbers import ordinal, spoken_year
from sayso.times.periods import Period
from sayso.times.values import Context, Fields, Value, narrow, of_period, unresolved
from sayso.times.words import words

_NEAR = 60  # days: closer to an anniversary of the date told than this, publication decides
_PIVOT = 50  # two-digit years below are of this century


def iso(fields: Fields, _context: Context) -> Value:
    """ISO date or date-time."""
    text = fields["t"].upper()
    when = _date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if when is None:
        return unresolved("no such date", None)
    value = of_period(periods.day(when))
    if len(text) == 10:
        return value
    clock = f"{text[:10]}T{text[11:]}"
    return replace(value, timex=clock[:16], start=clock, end=clock, precision=TimePrecision.MINUTE, kind="TIME")


def numeric(fields: Fields, _context: Context) -> Value:
    """d/m/y or m/d/y."""
    text = fields["t"].replace(".", "/").replace("-", "/")
    a, b, y = (int(piece) for piece in text.split("/"))
    if y < 100:
        y += 2000 if y < _PIVOT else 1900
    readings = {when for when in (_date(y, a, b), _date(y, b, a)) if when is not None}
    if len(readings) == 1 and 1000 <= y <= 2099:
        return of_period(periods.day(readings.pop()))
    if len(readings) > 1 and "." in fields["t"]:
        return of_period(periods.day(date(y, b, a)))
    return unresolved(
        "day and month could be swapped" if readings else "no such date", f"{y:04d}-XX-XX" if readings else None
    )


def month_day(fields: Fields, context: Context) -> Value:
    """A month and day with or without a year."""
    number, n = words().month(fields["mon"]), ordinal(fields["d"])
    if n is None or n > 31 or n < 1:
        return unresolved("no such date", None)
    return narrow(
        _in_year(fields, context, lambda y: _day(y, number, n), f"XXXX-{number:02d}-{n:02d}"),
        fields.get("m", ""),
        context,
    )


def day_range(fields: Fields, context: Context) -> Value:
    """Two days of one month."""
    number, a, b = words().month(fields["mon"]), ordinal(fields["d"]), ordinal(fields["e"])
    if a is None or b is None or a >= b:
        return unresolved("no such dates", None)
    first = _in_year(fields, context, lambda y: _day(y, number, a), f"XXXX-{number:02d}-{a:02d}")
    if first.period is None:
        return replace(first, timex=f"XXXX-{number:02d}-{a:02d}/XXXX-{number:02d}-{b:02d}")
    last = _date(first.period.first.year, number, b)
    if last is None:
        return unresolved("no such dates", None)
    return span_of(first, of_period(periods.day(last)))


def span_of(first: Value, last: Value) -> Value:
    """From the start of one value to the end of another."""
    period = None
    if first.period and last.period and first.period.first <= last.period.last:
        unit = max(first.period.unit, last.period.unit, key=lambda unit: periods.RANK[unit])
        period = Period(unit, first.period.first, last.period.last, f"{first.timex}/{last.timex}")
    return Value(
        timex=f"{first.timex}/{last.timex}",
        start=first.start,
        end=last.end,
        precision=_coarser(first, last),
        anchor=last.anchor or first.anchor,
        kind=first.kind if first.kind == last.kind else "DATE",
        unresolved=first.unresolved or last.unresolved,
        period=period,
    )


def _coarser(first: Value, last: Value) -> TimePrecision | None:
    order = list(TimePrecision)
    known = [value.precision for value in (first, last) if value.precision is not None]
    return max(known, key=order.index) if known else None


def month(fields: Fields, context: Context) -> Value:
    """A month with or without a year."""
    number, rel = words().month(fields["mon"]), fields.get("rel", "")
    if "rel" in fields and "y" not in fields:
        today = context.today("month")
        if today is None:
            return unresolved(context.no_today(), f"XXXX-{number:02d}")
        y = today.year
        if rel in ("last", "this past", "the previous", "the past"):
            y -= number >= today.month - 1  # of the month just gone one says "last month"
        elif rel in ("next", "this coming", "the coming", "coming", "the next"):
            y += number <= today.month
        value = of_period(periods.month(y, number), "publication")
    else:
        value = _in_year(fields, context, lambda y: periods.month(y, number), f"XXXX-{number:02d}", unit="month")
    return narrow(value, fields.get("m", ""), context)


def month_range(fields: Fields, _context: Context) -> Value:
    """Two months of a year."""
    a, b, y = words().month(fields["mon"]), words().month(fields["e"]), int(fields["y"])
    return (
        span_of(of_period(periods.month(y, a)), of_period(periods.month(y, b)))
        if a < b
        else unresolved("no such months", None)
    )


def year(fields: Fields, context: Context) -> Value:
    """A year."""
    text = fields["y"]
    n = int(text) if text.isdecimal() else spoken_year(text)
    if n is None or not 1 <= n <= 2999:
        return unresolved("no such year", None)
    n += 1900 if n < 100 and n >= _PIVOT else 2000 if n < _PIVOT else 0
    return narrow(of_period(periods.year(n)), fields.get("m", ""), context)


def year_range(fields: Fields, _context: Context) -> Value:
    """Two years."""
    first = int(fields["y"])
    last = int(fields["e"]) if len(fields["e"]) == 4 else first // 100 * 100 + int(fields["e"])
    if last <= first:
        return unresolved("no such years", f"{first:04d}")
    return span_of(of_period(periods.year(first)), of_period(periods.year(last)))


def decade(fields: Fields, context: Context) -> Value:
    """A decade."""
    digits = fields["d"].strip("'’s")
    n = int(digits) // 10 if digits.isdecimal() else words().decades[fields["d"].split()[-1]]
    return narrow(of_period(periods.decade(n if n >= 100 else 190 + n)), fields.get("m", ""), context)


def century(fields: Fields, context: Context) -> Value:
    """A century by its number."""
    n = ordinal(fields["n"])
    if n is None or not 1 <= n <= 22:
        return unresolved("no such century", None)
    return narrow(of_period(periods.century(n - 1)), fields.get("m", ""), context)


_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}


def quarter(fields: Fields, context: Context) -> Value:
    """A numbered quarter or half."""
    n, unit = _NTH[fields.get("n", "first")], fields.get("u", "half")
    make: Callable[[int, int], Period] = periods.quarter if unit == "quarter" else periods.half
    if unit == "half" and n > 2:
        n = 2
    text, today = fields.get("y", "").removesuffix(" 's"), context.today("year" if fields.get("y") else "month")
    code = "Q" if unit == "quarter" else "H"
    if text[:1].isdigit():
        return narrow(of_period(make(int(text), n)), fields.get("m", ""), context)
    if today is None:
        return unresolved(context.no_today(), f"XXXX-{code}{n}")
    y = today.year + {"last": -1, "next": 1}.get(text, 0)
    if not text and not context.ahead and make(y, n).first > today:
        y -= 1
    ago = "ago" in fields["text"] or "earlier" in fields["text"]
    return narrow(of_period(make(y - ago, n), "publication"), fields.get("m", ""), context)


def season(fields: Fields, context: Context) -> Value:
    """A season of a year, or counted from publication."""
    code, rel = words().seasons[fields["s"]], fields.get("rel", "")
    make: Callable[[int], Period] = lambda y: periods.season(y, code)  # noqa: E731
    if "y" in fields or not rel:
        return narrow(_in_year(fields, context, make, f"XXXX-{code}", unit="month"), fields.get("m", ""), context)
    today = context.today("month")
    if today is None:
        return unresolved(context.no_today(), f"XXXX-{code}")
    y = today.year
    if rel in ("last", "this past", "the past", "the previous"):
        y -= make(y).first > today or (make(y).last >= today and make(y).first <= today)
    elif rel in ("next", "this coming", "coming", "the coming", "the next"):
        y += make(y).first <= today
    elif rel == "this" and code == "WI" and today.month <= 2:
        y -= 1
    return narrow(of_period(make(y), "publication"), fields.get("m", ""), context)


def holiday(fields: Fields, context: Context) -> Value:
    """A feast."""
    code, rel = words().holidays[fields["h"]], fields.get("rel", "")
    fixed = code[0].isdigit()
    timex = f"XXXX-{code}" if fixed else None
    today = context.today()
    if rel and today is not None:
        y = (
            today.year
            + (rel == "next" and feast(code, today.year).first <= today)
            - (rel == "last" and feast(code, today.year).first >= today)
        )
        return of_period(feast(code, y), "publication")
    return _in_year(fields, context, lambda y: feast(code, y), timex)


def feast(code: str, y: int) -> Period:
    """Code of the feast table and year -> day."""
    if code.startswith("easter"):
        return periods.day(periods.easter(y) + timedelta(int(code.removeprefix("easter"))))
    if code.startswith("nth:"):
        m, weekday, n = (int(piece) for piece in code.removeprefix("nth:").split(":"))
        if n > 0:
            first = date(y, m, 1)
            return periods.day(first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1)))
        last = periods.month(y, m).last
        return periods.day(last - timedelta((last.isoweekday() - weekday) % 7 + 7 * (-n - 1)))
    return _day(y, int(code[:2]), int(code[3:])) or periods.year(y)


def _date(y: int, m: int, d: int) -> date | None:
    try:
        return date(y, m, d)
    except ValueError:
        return None


def _day(y: int, m: int, d: int) -> Period | None:
    when = _date(y, m, d)
    return None if when is None else periods.day(when)


def _in_year(
    fields: Fields, context: Context, make: Callable[[int], Period | None], timex: str | None, *, unit: str = "day"
) -> Value:
    """The period that `make` gives for the year named, else for the nearest year that fits the tense."""
    text = fields.get("y", "").removesuffix(" 's")
    if text and text not in ("last", "this", "next"):
        n = int(text) if text.isdecimal() else spoken_year(text)
        named = make(n) if n is not None and 1 <= n <= 2999 else None
        return of_period(named) if named else unresolved("no such date", None)
    told = None if text else _year_told(make, context)
    today = context.today("year" if text else unit)
    if told is not None and not (context.relation == "since" and today is not None and told.first > today):
        return of_period(told, "text")
    if today is None:
        return unresolved(context.no_today(), timex)
    years = (
        [today.year + {"last": -1, "next": 1}.get(text, 0)] if text else [today.year - 1, today.year, today.year + 1]
    )
    options = [period for period in (make(y) for y in years) if period is not None]
    if not options:
        return unresolved("no such date", None)
    if "wd" in fields:
        weekday = words().weekday(fields["wd"])
        options = [period for period in options if period.first.isoweekday() == weekday] or options
    return of_period(min(options, key=lambda period: _distance(period, today, context)), "publication")


def _year_told(make: Callable[[int], Period | None], context: Context) -> Period | None:
    """The period in the year of the date last named, if that date had its year and the same month ("In May 2006 ... on
    10 May"); else None. Around the time of publication that is an anniversary, and None.
    """
    spoken = context.spoken
    if spoken is None or not context.spoken_has_year or spoken.unit not in ("day", "month"):
        return None
    period = make(spoken.first.year)
    if period is None or period.unit not in ("day", "month") or period.first.month != spoken.first.month:
        return None
    today = context.today("month")
    if today is not None and abs((today - period.first).days + 182) % 365 in range(182 - _NEAR, 182 + _NEAR):
        return None
    return period


def _distance(period: Period, today: date, context: Context) -> float:
    """How far a candidate lies from publication, seen with the tense of its verb."""
    if period.first <= today <= period.last:
        return 0
    days = (period.first - today).days if period.first > today else (today - period.last).days
    future = period.first > today
    if context.relation == "since":
        return days if not future else days * 100
    if context.ahead or (context.relation in ("by", "until") and context.tense.time != "past"):
        return days if future else days * 3
    if context.tense.time == "past":
        return days if not future else days * 6
    return days if not future else days * 1.5
