"""Calendar periods from the day to the century, each with its TIMEX3 value."""

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from sayso.codebook.terms import TimePrecision

RANK = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "season": 3,
    "quarter": 3,
    "half": 4,
    "year": 5,
    "decade": 6,
    "century": 7,
    "millennium": 8,
}
PRECISION = {
    "day": TimePrecision.DAY,
    "weekend": TimePrecision.WEEK,
    "week": TimePrecision.WEEK,
    "month": TimePrecision.MONTH,
    "season": TimePrecision.YEAR,
    "quarter": TimePrecision.YEAR,
    "half": TimePrecision.YEAR,
    "year": TimePrecision.YEAR,
    "decade": TimePrecision.DECADE,
    "century": TimePrecision.DECADE,
    "millennium": TimePrecision.DECADE,
}
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}


class Period(NamedTuple):
    """A stretch of whole days, `first` and `last` included, with its TIMEX3 value."""

    unit: str
    first: date
    last: date
    timex: str


def day(when: date) -> Period:
    """A day."""
    return Period("day", when, when, when.isoformat())


def week(when: date) -> Period:
    """The ISO week that holds the day."""
    first = _ahead(when, 1 - when.isoweekday())
    year, number, _ = when.isocalendar()
    return Period("week", first, _ahead(first, 6), f"{year:04d}-W{number:02d}")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds the day."""
    whole = week(when)
    return Period("weekend", _ahead(whole.first, 5), whole.last, f"{whole.timex}-WE")


def months(unit: str, year: int, first: int, count: int, timex: str) -> Period:
    """`count` months from month `first` (1 based, may exceed 12) of `year`; raises ValueError outside 1..9999."""
    start = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    end = year * 12 + first - 1 + count
    if end // 12 > 9999:
        return Period(unit, start, date.max, timex)
    return Period(unit, start, date(end // 12, end % 12 + 1, 1) - timedelta(1), timex)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return months("month", year, number, 1, f"{year:04d}-{number:02d}")


def quarter(year: int, number: int) -> Period:
    """A calendar quarter."""
    return months("quarter", year, 3 * number - 2, 3, f"{year:04d}-Q{number}")


def half(year: int, number: int) -> Period:
    """Half a year."""
    return months("half", year, 6 * number - 5, 6, f"{year:04d}-H{number}")


def season(year: int, code: str) -> Period:
    """A season (meteorological, northern); winter begins in December of `year`."""
    first, last = _SEASONS[code]
    return months("season", year, first, last - first + 1, f"{year:04d}-{code}")


def year(number: int) -> Period:
    """A calendar year."""
    return months("year", number, 1, 12, f"{number:04d}")


def decade(number: int) -> Period:
    """A decade by its first three digits: 199 is the 1990s."""
    return months("decade", max(1, number * 10), 1, 120, f"{number:03d}")


def century(number: int) -> Period:
    """A century by its first two digits: 19 is 1900 to 1999."""
    return months("century", max(1, number * 100), 1, 1200, f"{number:02d}")


def holding(unit: str, when: date, shift: int = 0) -> Period:
    """The period of that unit that holds the day `when`, moved by `shift` units; raises ValueError or OverflowError
    outside the calendar.
    """
    if unit in _BY_DAYS:
        return _BY_DAYS[unit](moved(when, unit, shift))
    if unit in _BY_MONTHS:
        size = _MONTHS[unit]
        index = (when.year * 12 + when.month - 1) // size + shift
        y, n = divmod(index, 12 // size)
        return _BY_MONTHS[unit](y, n + 1)
    if unit == "decade":
        return decade(when.year // 10 + shift)
    if unit in ("century", "millennium"):
        return century(when.year // 100 + shift * (10 if unit == "millennium" else 1))
    return year(when.year + shift)


_BY_DAYS: Mapping[str, Callable[[date], Period]] = {
    "day": day,
    "night": day,
    "week": week,
    "fortnight": week,
    "weekend": weekend,
}
_BY_MONTHS: Mapping[str, Callable[[int, int], Period]] = {"month": month, "quarter": quarter, "half": half}


def moved(when: date, unit: str, count: float) -> date:
    """The day `count` units later (earlier if negative); the day of the month is kept where the month has it."""
    if unit in _DAYS:
        return when + timedelta(round(_DAYS[unit] * count))
    if unit in _MONTHS:
        index = when.year * 12 + when.month - 1 + round(_MONTHS[unit] * count)
        y, m = divmod(index, 12)
        return date(y, m + 1, min(when.day, calendar.monthrange(y, m + 1)[1]))
    return when


def easter(number: int) -> date:
    """Easter Sunday of the Gregorian year (anonymous algorithm of 1876)."""
    a, (b, c) = number % 19, divmod(number, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    n = (h + el - 7 * m + 90) // 25
    return date(number, n, (h + el - 7 * m + 33 * n + 19) % 32)


def _ahead(when: date, count: int) -> date:
    """`when` plus days, held inside the calendar."""
    return date.fromordinal(min(max(when.toordinal() + count, 1), date.max.toordinal()))
