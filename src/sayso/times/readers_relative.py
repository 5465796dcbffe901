"""Readers of expressions counted from publication or from a time the text named before."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.codebook.terms import TimePrecision
from sayso.times import periods
from sayso.times.numbers import count, ordinal
from sayso.times.periods import Period
from sayso.times.readers_calendar import month_day
from sayso.times.values import VAGUE, Context, Fields, Value, clock, narrow, of_period, part_of_day, unresolved
from sayso.times.words import words

_BACK = frozenset({"last", "this past", "the past", "past"})
_ON = frozenset({"next", "this coming", "coming", "the coming", "the next"})
_FROM_TEXT = frozenset({"the previous", "the preceding", "the following", "previous", "preceding", "following", "that", "that same", "the same", "same"})
NOTHING_BEFORE = "counted from a time the text does not give"
_EARLY_HOURS = ("00:00", "06:00")


def weekday_day(fields: Fields, context: Context) -> date | None:
    """The day that a weekday names, or None without a base to count from."""
    number, rel = words().weekday(fields["wd"]), fields.get("rel", "")
    if rel in _FROM_TEXT and context.spoken_day is not None:
        base = context.spoken_day.first
        if rel.endswith(("previous", "preceding")):
            return base - timedelta((base.isoweekday() - number) % 7 or 7)
        return base + timedelta((number - base.isoweekday()) % 7 or (7 if rel.endswith("following") else 0))
    today = context.today()
    if today is None:
        return None
    back, ahead = timedelta((today.isoweekday() - number) % 7), timedelta((number - today.isoweekday()) % 7)
    if "w" in fields:
        return periods.week(today).first + timedelta(number - 1 + {"last": -7, "next": 7}.get(fields["w"], 0))
    if fields.get("m") == "before":
        return today - (back or timedelta(7)) - timedelta(1)
    if rel in _BACK:
        return today - (back or timedelta(7))
    if rel in _ON:
        return today + (ahead or timedelta(7))
    if rel == "this" and context.tense.time != "past":
        return today + ahead
    prospective = context.ahead or (context.relation in ("by", "until") and context.tense.time in ("none", "present"))
    return today + ahead if prospective else today - back


def weekday(fields: Fields, context: Context) -> Value:
    """A weekday, perhaps with a part of the day."""
    when = weekday_day(fields, context)
    if when is None:
        part = f"T{words().parts[fields['p']][0]}" if "p" in fields else ""
        return unresolved(context.no_today(), f"XXXX-WXX-{words().weekday(fields['wd'])}{part}", "TIME" if part else "DATE")
    anchor = "text" if fields.get("rel", "") in _FROM_TEXT and context.spoken_day else "publication"
    value = part_of_day(when, fields["p"], anchor) if "p" in fields else of_period(periods.day(when), anchor)
    return narrow(value, fields.get("m", ""), context)


def part_of_day_named(fields: Fields, context: Context) -> Value:
    """The night of Monday, the early hours of 5 May."""
    base = month_day(fields, context) if "mon" in fields else weekday({"wd": fields["wd"]}, context)
    if base.period is None:
        return base
    when, part = base.period.first, fields["p"]
    if part == "hours":
        return _hours(when, base.anchor)
    return narrow(part_of_day(when, part, base.anchor), fields.get("m", ""), context)


def _hours(when: date, anchor: str | None) -> Value:
    value = part_of_day(when, "morning", anchor)
    return replace(value, start=f"{when}T{_EARLY_HOURS[0]}", end=f"{when}T{_EARLY_HOURS[1]}")


def night_between(fields: Fields, context: Context) -> Value:
    """The night from one day to the next."""
    if "mon" in fields:
        first = month_day(fields, context)
    else:
        last_day = weekday_day({"wd": fields["e"]}, context)
        first = unresolved(context.no_today(), f"XXXX-WXX-{words().weekday(fields['wd'])}TNI", "TIME") if last_day is None else of_period(
            periods.day(last_day - timedelta(1)), "publication")
    return first if first.period is None else part_of_day(first.period.first, "night", first.anchor)


_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}


def day_name(fields: Fields, context: Context) -> Value:
    """Today, yesterday, tomorrow, tonight and their parts."""
    name, part = fields["day"], fields.get("p", "")
    part = "night" if name == "tonight" else part
    modifier = "mid" if part.startswith("mid -") else fields.get("m", "")
    part = part.removeprefix("mid - ")
    today = context.today()
    if today is None:
        return unresolved(context.no_today(), "XXXX-XX-XX" + (f"T{words().parts[part][0]}" if part else ""), "TIME" if part else "DATE")
    when = today + timedelta(_DAYS[name])
    value = part_of_day(when, part, "publication") if part else of_period(periods.day(when), "publication")
    return narrow(value, modifier, context)


def overnight(fields: Fields, context: Context) -> Value:
    """The night that leads to the day named, else to the day of the next mention joined by "and", else of publication."""
    if "wd" in fields:
        when = weekday_day(fields, context)
        anchor = "publication"
    elif context.next_day is not None and "last" not in fields["text"]:
        when, anchor = context.next_day.first, "text"
    else:
        when, anchor = context.today(), "publication"
    if when is None:
        return unresolved(context.no_today(), "XXXX-XX-XXTNI", "TIME")
    return part_of_day(when - timedelta(1), "night", anchor)


def day_part(fields: Fields, context: Context) -> Value:
    """This morning, that night, the next morning, last night."""
    rel = fields["rel"]
    if rel == "this":
        base, anchor = context.today(), "publication"
    else:
        base, anchor = (context.spoken_day.first if context.spoken_day else None), "text"
    if base is None:
        reason = context.no_today() if rel == "this" else NOTHING_BEFORE
        return unresolved(reason, f"XXXX-XX-XXT{words().parts[fields['p']][0]}", "TIME")
    shift = {"the next": 1, "the following": 1, "the previous": -1}.get(rel, 0)
    return narrow(part_of_day(base + timedelta(shift), fields["p"], anchor), fields.get("m", ""), context)


def part_alone(fields: Fields, context: Context) -> Value:
    """In the morning, at dawn: of the day last named, else of publication."""
    day = context.text_day or context.spoken_day
    base = day.first if day else context.today()
    part = fields.get("p", "morning")
    if base is None:
        return unresolved(context.no_today(), f"XXXX-XX-XXT{words().parts[part][0]}", "TIME")
    anchor = "text" if day else "publication"
    if "p" not in fields:
        return _hours(base, anchor)
    return narrow(part_of_day(base, part, anchor), "mid" if "mid" in fields["text"] else "early" if "early" in fields["text"] else "", context)


def clock_time(fields: Fields, context: Context) -> Value:
    """A clock time of a named, spoken or publication day."""
    hour = _hour(fields)
    if hour is None:
        return unresolved("no such time of day", None, "TIME")
    day: Period | None
    if "wd" in fields:
        when, anchor = weekday_day(fields, context), "publication"
    elif "day" in fields:
        today = context.today()
        when, anchor = (today + timedelta(_DAYS[fields["day"]]) if today else None), "publication"
    elif "mon" in fields:
        named = month_day(fields, context)
        when, anchor = (named.period.first if named.period else None), named.anchor or ""
        if when is None:
            return replace(named, timex=f"{named.timex}T{hour}", kind="TIME")
    else:
        day = context.text_day or context.spoken_day
        when, anchor = (day.first if day else context.today()), "text" if day else "publication"
    if when is None:
        return unresolved(context.no_today(), f"XXXX-XX-XXT{hour}", "TIME")
    exact = not fields["h"].isdecimal() or len(fields["h"]) > 2  # noqa: PLR2004
    return clock(when, hour, words().zones.get(fields.get("zone", ""), ""), anchor or None, exact=exact)


def _hour(fields: Fields) -> str | None:
    """hh:mm of the fields of a clock time, or None if there is no such time."""
    text, half = fields["h"], fields.get("ap", "")
    fixed = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(text)
    if fixed:
        return fixed
    pieces = text.replace(".", ":").split(":")
    if len(pieces) == 1 and len(text) == 4:  # noqa: PLR2004
        pieces = [text[:2], text[2:]]
    hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    if hour > 24 or minute > 59:  # noqa: PLR2004
        return None
    if half.startswith(("p", "afternoon", "evening", "night")) and hour < 12 and not (half == "night" and hour < 5):  # noqa: PLR2004
        hour += 12
    elif half.startswith(("a", "morning")) and not half.startswith("afternoon") and hour == 12:  # noqa: PLR2004
        hour = 0
    return f"{hour:02d}:{minute:02d}"


def relative_unit(fields: Fields, context: Context) -> Value:
    """Last week, this year, the same day: the unit counted from publication or from the text."""
    rel, unit = fields["rel"] if "rel" in fields else "current", words().units.get(fields["u"], fields["u"])
    modifier = fields.get("m", "")
    rel = rel.removeprefix("the ")
    if unit == "hour":
        return unresolved(VAGUE, f"PT1H", "DURATION")
    if unit == "period" or (unit == "quarter" and rel == "latest"):
        return _latest_quarter(context)
    if unit == "night" and rel == "last":
        return overnight({"text": "last night"}, context)
    if rel in _FROM_TEXT or (unit == "day" and rel == "next"):
        return narrow(_from_text(rel, unit, context), modifier, context)
    today = context.today(unit)
    shift = -1 if rel in _BACK or rel in ("previous", "preceding") else 1 if rel in _ON or rel == "following" else 0
    if rel == "latest":
        shift = -1
    if today is None:
        return unresolved(context.no_today(), None)
    value = of_period(periods.holding(unit, today, shift), "publication")
    return narrow(value, modifier, context)


def _from_text(rel: str, unit: str, context: Context) -> Value:
    spoken = context.spoken_day or context.spoken if unit == "day" else context.spoken
    if spoken is None:
        if rel in ("previous", "preceding") and context.today(unit) is not None and unit != "day":
            today = context.today(unit)
            return of_period(periods.holding(unit, today, -1), "publication") if today else unresolved(NOTHING_BEFORE, None)
        return unresolved(NOTHING_BEFORE, None)
    if periods.RANK[spoken.unit] > periods.RANK.get(unit, 0):
        return unresolved(f"counted from a time known only to the {spoken.unit}", None)
    shift = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(rel, 0)
    return of_period(periods.holding(unit, spoken.last if shift > 0 else spoken.first, shift), "text")


def _latest_quarter(context: Context) -> Value:
    if context.spoken_quarter is not None:
        return of_period(context.spoken_quarter, "text")
    today = context.today("month")
    return unresolved(context.no_today(), None) if today is None else of_period(periods.holding("quarter", today, -1), "publication")


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
        return unresolved(context.no_today(), None)
    shift = 0
    if unit == "weekend":
        shift = 0 if context.ahead or today.isoweekday() >= 6 else -1  # noqa: PLR2004
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
        whole, anchor = periods.holding("month", today, {"last": -1, "next": 1}.get(fields["rel"].split()[0], 0)), "publication"
    else:
        number = words().month(fields["mon"])
        if "y" not in fields and today is None:
            return unresolved(context.no_today(), f"XXXX-{number:02d}")
        y = int(fields["y"]) if "y" in fields else today.year - (number > today.month and not context.ahead) if today else 1
        whole, anchor = periods.month(y, number), "" if "y" in fields else "publication"
    n = ordinal(fields["n"]) or 5
    if fields["u"] == "day":
        when = whole.last if fields["n"] == "last" else whole.first + timedelta(n - 1)
        return of_period(periods.day(when), anchor or None)
    first = whole.first + timedelta(7 * (n - 1)) if fields["n"] != "last" else whole.last - timedelta(6)
    value = of_period(periods.week(first), anchor or None)
    return replace(value, start=first.isoformat(), end=min(first + timedelta(6), whole.last).isoformat(), timex=whole.timex,
                   period=Period("week", first, min(first + timedelta(6), whole.last), whole.timex))


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
    if unit == "year" and n == 1 and spoken is not None and spoken.unit in ("quarter", "half", "month"):
        return of_period(_year_before(spoken), "text")
    if "quarter" in fields["text"].split()[1:] or "period" in fields["text"]:
        return _latest_quarter(replace(context, spoken_quarter=_year_before(context.spoken_quarter) if context.spoken_quarter else None))
    base_unit = unit if unit in periods.RANK else "day"
    today = context.today("year" if base_unit in ("decade", "century", "millennium") else base_unit)
    if today is None:
        return unresolved(context.no_today(), None)
    return _counted(today, unit, -n, "publication")


def _year_before(period: Period) -> Period:
    unit, first = period.unit, period.first
    return periods.holding(unit, date(first.year - 1, first.month, 1)) if unit != "season" else periods.season(first.year - 1, period.timex[-2:])


def _counted(base: date, unit: str, n: object, anchor: str) -> Value:
    """`n` units from a day, told to the unit."""
    from fractions import Fraction

    amount = n if isinstance(n, Fraction) else Fraction(0)
    if unit in ("second", "minute", "hour"):
        hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit] * float(amount)
        return of_period(periods.day(base + timedelta(round(hours / 24)) if abs(hours) >= 24 else base), anchor)  # noqa: PLR2004
    if amount.denominator != 1 and unit in ("year", "decade", "century"):
        when = periods.moved(base, unit, float(amount))
        return of_period(periods.month(when.year, when.month), anchor)
    if unit in ("decade", "century", "millennium"):
        return of_period(periods.holding("year", periods.moved(base, unit, float(amount))), anchor)
    return of_period(periods.holding({"night": "day", "fortnight": "week"}.get(unit, unit), periods.moved(base, unit, float(amount))), anchor)


def later(fields: Fields, context: Context) -> Value:
    """Two days later, a year earlier, the day before: counted from the time last named in the text."""
    unit = words().units.get(fields.get("u", ""), "day")
    n = count(fields["n"]) if "n" in fields else None
    back = fields.get("d", fields["text"].split()[-2] if "that" in fields["text"] else "") in ("earlier", "before", "previously", "prior")
    if "d" not in fields and "n" not in fields and "v" not in fields:
        return narrow(_from_text("that", "day", context), fields["text"].split()[0], context)
    if n is None:
        return vague("PAST_REF" if back else "FUTURE_REF", context, anchored=False)
    spoken = context.spoken_day if unit in ("day", "night", "hour", "minute", "week") and context.spoken_day else context.spoken
    if spoken is None:
        today = context.today(unit if unit in periods.RANK else "day")
        if fields.get("d") == "earlier" and today is not None:
            return _counted(today, unit, -n, "publication")
        return unresolved(NOTHING_BEFORE, None)
    if unit == "year" and spoken.unit in ("quarter", "half", "month") and n == 1 and back:
        return of_period(_year_before(spoken), "text")
    if periods.RANK[spoken.unit] > periods.RANK.get(unit, 0):
        return unresolved(f"counted from a time known only to the {spoken.unit}", None)
    return _counted(spoken.first if back else spoken.last, unit, -n if back else n, "text")


def hence(fields: Fields, context: Context) -> Value:
    """Two weeks from now."""
    unit, n = words().units[fields["u"]], count(fields["n"]) if "n" in fields else None
    today = context.today(unit if unit in periods.RANK else "day")
    if n is None:
        return vague("FUTURE_REF", context)
    return unresolved(context.no_today(), None) if today is None else _counted(today, unit, n, "publication")


def vague(timex: str, context: Context, *, anchored: bool = True) -> Value:
    """PAST_REF, PRESENT_REF, FUTURE_REF: bounded by publication on one side."""
    today = context.today() if anchored else None
    if today is None:
        return unresolved(VAGUE, timex)
    day = today.isoformat()
    if timex == "PRESENT_REF":
        return Value(timex=timex, start=day, end=day, precision=TimePrecision.DAY, anchor="publication")
    return Value(timex=timex, start=None if timex == "PAST_REF" else day, end=day if timex == "PAST_REF" else None,
                 anchor="publication", unresolved=VAGUE)

