"""Readers of lengths of time and of what recurs."""

from datetime import date
from fractions import Fraction

from sayso.codebook.terms import TimePrecision
from sayso.times import periods
from sayso.times.numbers import count
from sayso.times.values import NOTHING_BEFORE, VAGUE, Context, Fields, Value, length_code, unresolved
from sayso.times.words import words

_NO_ANCHOR = "a length of time with nothing to count from"
_PRECISION = {
    "second": TimePrecision.DAY,
    "minute": TimePrecision.DAY,
    "hour": TimePrecision.DAY,
    "day": TimePrecision.DAY,
    "night": TimePrecision.DAY,
    "week": TimePrecision.WEEK,
    "fortnight": TimePrecision.WEEK,
    "weekend": TimePrecision.WEEK,
    "month": TimePrecision.MONTH,
    "quarter": TimePrecision.MONTH,
    "year": TimePrecision.YEAR,
}


def window(fields: Fields, context: Context) -> Value:
    """The past three weeks, the next few days, recent months."""
    unit, rel = words().units.get(fields.get("u", ""), "day"), fields.get("rel", "last")
    n = count(fields["n"]) if "n" in fields else None
    if n is None and fields.get("v", "").startswith("couple"):
        n = Fraction(2)
    if n is None and "v" not in fields and fields.get("u") == unit:
        n = Fraction(1)
    code = length_code(unit, n)
    ahead = rel in ("next", "coming", "upcoming", "following") or "d" in fields
    from_text = rel in ("previous", "preceding", "following")
    spoken = context.spoken_day or context.spoken
    today = (spoken.first if spoken else None) if from_text else context.today()
    anchor = "text" if from_text else "publication"
    if today is None:
        return unresolved(NOTHING_BEFORE if from_text else context.no_today(), code, "DURATION")
    return between(today, unit, n, code, anchor, ahead=ahead)


def between(today: date, unit: str, n: Fraction | None, code: str, anchor: str, *, ahead: bool) -> Value:
    """A length that ends (or begins) at a day; an unknown length leaves the far side open."""
    far: str | None = None
    if n is not None:
        far = _far_side(today, unit, float(n if ahead else -n))
    here = today.isoformat()
    return Value(
        timex=code,
        start=here if ahead else far,
        end=far if ahead else here,
        precision=_PRECISION.get(unit, TimePrecision.DECADE),
        kind="DURATION",
        anchor=anchor,
        unresolved=None if far else VAGUE,
    )


def _far_side(today: date, unit: str, n: float) -> str | None:
    """The day `n` units away, or None beyond the calendar."""
    per_day = {"hour": 24, "minute": 1440, "second": 86400}.get(unit)
    try:
        moved = periods.moved(today, "day", n / per_day) if per_day else periods.moved(today, unit, n)
    except (ValueError, OverflowError):
        return None
    return moved.isoformat()


def duration(fields: Fields, context: Context) -> Value:
    """Three weeks; anchored to publication if a perfect tense runs up to it."""
    unit = words().units[fields["u"]]
    n = count(fields.get("n", "a"))
    if n is not None and "h" in fields:
        n += Fraction(1, 2)
    return _length(unit, n, context)


def duration_vague(fields: Fields, context: Context) -> Value:
    """Several weeks, a few days, decades."""
    text = fields["text"].split()
    if "u" not in fields:
        return unresolved(_NO_ANCHOR, "PXX", "DURATION")
    unit = words().units[fields["u"]]
    one = fields["u"] == unit and "v" not in fields
    n = Fraction(2) if "couple" in text else Fraction(1) if one else None
    return _length(unit, n, context)


def age(fields: Fields, context: Context) -> Value:
    """The age of a thing: from so long ago to publication."""
    unit = words().units[fields["u"]]
    n = count(fields["n"]) if "n" in fields else Fraction(1) if fields["u"] == unit else None
    code, today = length_code(unit, n), context.today()
    return (
        unresolved(context.no_today(), code, "DURATION")
        if today is None
        else between(today, unit, n, code, "publication", ahead=False)
    )


def _length(unit: str, n: Fraction | None, context: Context) -> Value:
    code = length_code(unit, n)
    today = context.today()
    if not context.tense.perfect or context.relation not in ("for", "over", "than", "nearly", "during"):
        return unresolved(_NO_ANCHOR, code, "DURATION")
    if today is None:
        return unresolved(context.no_today(), code, "DURATION")
    return between(today, unit, n, code, "publication", ahead=False)


def recurring(fields: Fields, _context: Context) -> Value:
    """Every day, each Monday, daily, twice a week."""
    if "q" in fields:
        return unresolved("recurs", words().frequencies[fields["q"]], "SET")
    if "wds" in fields or "wd" in fields:
        part = f"T{words().parts[fields['p']][0]}" if "p" in fields else ""
        return unresolved("recurs", f"XXXX-WXX-{words().weekday(fields.get('wd') or fields['wds'])}{part}", "SET")
    name = fields["u"]
    bare = name.rstrip(".")
    if bare in words().weekdays or bare in words().short_weekdays:
        code = f"XXXX-WXX-{words().weekday(name)}"
    elif bare in words().months or bare in words().short_months:
        code = f"XXXX-{words().month(name):02d}"
    elif name in words().seasons:
        code = f"XXXX-{words().seasons[name]}"
    elif name in words().units and name not in ("night", "nights"):
        n = count(fields["n"]) if "n" in fields else Fraction(2 if " other " in fields["text"] else 1)
        code = length_code(words().units[name], n)
    else:
        code = f"XXXX-XX-XXT{words().parts[name][0]}"
    return unresolved("recurs", code, "SET")
