"""What a reader returns, and what it may ask about the surroundings."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from sayso.codebook.terms import TimePrecision
from sayso.records.base import RuleId
from sayso.text import Span
from sayso.times.periods import PRECISION, RANK, Period, half, moved
from sayso.times.tense import UNKNOWN, Tense
from sayso.times.words import words

Fields = Mapping[str, str]

NO_PUBLICATION = "no publication date"
NOTHING_BEFORE = "counted from a time the text does not give"
BACK = frozenset({"last", "this past", "the past", "past"})
ONWARD = frozenset({"next", "this coming", "coming", "the coming", "the next"})
FROM_TEXT = frozenset(
    {"the previous", "the preceding", "the following", "previous", "preceding", "following", "that", "that same"}
    | {"the same", "same"},
)
VAGUE = "vague: no bounds given"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A reading of one expression. `period` is what later expressions of the text may be counted from."""

    timex: str | None
    start: str | None = None
    end: str | None = None
    precision: TimePrecision | None = None
    kind: str = "DATE"
    anchor: str | None = None
    unresolved: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An expression with its reading; a range has the readings of its two ends as `parts`."""

    span: Span
    sentence: int
    rule: RuleId
    value: Value
    parts: tuple["Mention", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`publication`: the period of publication (a day, month or year), None if unknown. `spoken`: the period last named
    in the text (`spoken_has_year`: with its year), `spoken_day` the last single day, `spoken_quarter` the last quarter,
    `text_day` a day named in the same sentence. `relation` is the governing preposition.
    """

    publication: Period | None
    spoken: Period | None = None
    spoken_day: Period | None = None
    spoken_quarter: Period | None = None
    spoken_has_year: bool = False
    text_day: Period | None = None
    next_day: Period | None = None
    tense: Tense = UNKNOWN
    relation: str = ""

    def today(self, unit: str = "day") -> date | None:
        """The day of publication, if publication is known at least to the `unit`."""
        if self.publication is None or RANK[self.publication.unit] > RANK.get(unit, 0):
            return None
        return self.publication.first

    def no_today(self) -> str:
        """Why `today` is None."""
        return (
            NO_PUBLICATION if self.publication is None else f"publication is known only to the {self.publication.unit}"
        )

    @property
    def ahead(self) -> bool:
        """True if the governing verb looks ahead."""
        return self.tense.time in ("future", "ahead")


def of_period(period: Period, anchor: str | None = None) -> Value:
    """A whole period."""
    return Value(
        timex=period.timex,
        start=period.first.isoformat(),
        end=period.last.isoformat(),
        precision=PRECISION[period.unit],
        anchor=anchor,
        period=period,
    )


def unresolved(reason: str, timex: str | None, kind: str = "DATE") -> Value:
    """Nothing but the TIMEX3 value, and why."""
    return Value(timex=timex, kind=kind, unresolved=reason)


def part_of_day(when: date, name: str, anchor: str | None) -> Value:
    """A part of a day, by a word of the table of parts."""
    code, first, last = words().parts[name]
    if code[:1].isdigit():
        return clock(when, code, "", anchor)
    end = when + timedelta(1) if last < first else when
    return Value(
        timex=f"{when.isoformat()}T{code}",
        start=f"{when.isoformat()}T{first}",
        end=f"{end.isoformat()}T{last}",
        precision=TimePrecision.PART_OF_DAY,
        kind="TIME",
        anchor=anchor,
        period=Period("day", when, when, when.isoformat()),
    )


def clock(when: date, hour: str, zone: str, anchor: str | None, *, exact: bool = True) -> Value:
    """A clock time hh:mm (24:00 is the end of the day) on a day, with a UTC offset or ''."""
    day = when + timedelta(1) if hour == "24:00" else when
    at = f"{day.isoformat()}T{'00:00' if hour == '24:00' else hour}{zone}"
    return Value(
        timex=f"{when.isoformat()}T{hour}",
        start=at,
        end=at,
        precision=TimePrecision.MINUTE if exact else TimePrecision.HOUR,
        kind="TIME",
        anchor=anchor,
        period=Period("day", when, when, when.isoformat()),
    )


_THIRDS = {
    "early": (0, 3),
    "beginning": (0, 3),
    "start": (0, 3),
    "mid": (1, 3),
    "middle": (1, 3),
    "late": (2, 3),
    "end": (2, 3),
    "close": (2, 3),
    "first": (0, 2),
    "half": (1, 2),
}
_EDGES = {"beginning": (0, 12), "start": (0, 12), "end": (11, 12), "close": (11, 12)}  # of a year: a month
_DAY_HOURS = {"early": ("00:00", "08:00"), "late": ("18:00", "23:59"), "mid": ("10:00", "15:00")}
_PART_HOURS = {
    ("early", "MO"): ("04:00", "08:00"),
    ("late", "MO"): ("10:00", "12:00"),
    ("mid", "MO"): ("09:00", "11:00"),
    ("early", "AF"): ("12:00", "14:00"),
    ("late", "AF"): ("16:00", "18:00"),
    ("mid", "AF"): ("14:00", "16:00"),
    ("early", "EV"): ("18:00", "20:00"),
    ("late", "EV"): ("21:00", "23:59"),
}


_UNDATED = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def undated(unit: str) -> str | None:
    """The TIMEX3 value of a day, week, month ... of which nothing is known but its size."""
    return _UNDATED.get(unit)


def narrow(value: Value, modifier: str, context: Context) -> Value:
    """A value under "early", "late", "the end of", "earlier", "later": the TIMEX3 value stays, the interval narrows."""
    period = value.period
    if period is None or value.start is None or not modifier:
        return value
    if modifier in ("earlier", "later", "rest", "remainder"):
        return _side(value, period, context, later=modifier != "earlier")
    if value.kind == "TIME" or period.unit == "day":
        code = (value.timex or "")[-2:]
        hours = _PART_HOURS.get((modifier, code)) if value.kind == "TIME" else _DAY_HOURS.get(modifier)
        return _hours(value, period, hours) if hours else value
    share = _THIRDS.get(modifier)
    if share is None:
        return value
    if period.unit == "year" and modifier in _EDGES:
        share = _EDGES[modifier]
    if period.unit == "year" and share in ((0, 2), (1, 2)):
        return of_period(half(period.first.year, share[0] + 1), value.anchor)
    first, last = portion(period, *share)
    return replace(value, start=first.isoformat(), end=last.isoformat())


def _hours(value: Value, period: Period, hours: tuple[str, str]) -> Value:
    first, last = (f"{period.first}T{hour}" for hour in hours)
    return replace(value, start=first, end=last, precision=TimePrecision.PART_OF_DAY)


def portion(period: Period, index: int, parts: int) -> tuple[date, date]:
    """The index-th of equal parts of a period; months are cut at the 10th and 20th, years after April and August."""
    sizes = {"month": 0, "year": 12, "decade": 120, "century": 1200, "quarter": 3, "half": 6}
    total = sizes.get(period.unit)
    if period.unit == "month" and parts == 3:
        first = period.first.replace(day=10 * index + 1)
        return first, period.last if index == 2 else period.first.replace(day=10 * index + 10)
    if total and total % parts == 0:
        first = moved(period.first, "month", total * index // parts)
        return first, moved(first, "month", total // parts) - timedelta(1)
    length = (period.last - period.first).days + 1
    return (
        period.first + timedelta(length * index // parts),
        period.first + timedelta(length * (index + 1) // parts - 1),
    )


def _side(value: Value, period: Period, context: Context, *, later: bool) -> Value:
    """The part of a period before or after publication."""
    today = context.today()
    if today is None or not period.first <= today <= period.last:
        return value
    if later:
        return replace(value, start=min(today, period.last).isoformat())
    return replace(value, end=today.isoformat())


def length_code(unit: str, number: Fraction | None) -> str:
    """A TIMEX3 duration: unit and count (None is unknown, written X)."""
    clock_units = {"hour": "H", "minute": "M", "second": "S"}
    if number is None:
        codes = {
            "fortnight": "W",
            "night": "D",
            "weekend": "D",
            "quarter": "M",
            "decade": "Y",
            "century": "Y",
            "millennium": "Y",
        }
        letter = clock_units.get(unit) or codes.get(unit) or unit[0].upper()
        return f"PT{'X'}{letter}" if unit in clock_units else f"PX{letter}"
    scale = {
        "fortnight": (2, "W"),
        "night": (1, "D"),
        "weekend": (2, "D"),
        "quarter": (3, "M"),
        "decade": (10, "Y"),
        "century": (100, "Y"),
        "millennium": (1000, "Y"),
    }
    size, letter = scale.get(unit, (1, clock_units.get(unit) or unit[0].upper()))
    amount = number * size
    whole = int(amount)
    rest = amount - whole
    prefix = "PT" if unit in clock_units else "P"
    finer = {
        "Y": (12, "M"),
        "H": (60, "M"),
        "M": (60, "S") if prefix == "PT" else (0, ""),
        "W": (7, "D"),
        "D": (24, "H"),
    }
    steps, smaller = finer.get(letter, (0, ""))
    if rest and steps and (rest * steps).denominator == 1:
        head = f"{whole}{letter}" if whole else ""
        between = "" if prefix == "PT" or smaller != "H" else "T"
        return f"{prefix}{head}{between}{int(rest * steps)}{smaller}"
    return f"{prefix}{whole if not rest else float(amount):g}{letter}"
