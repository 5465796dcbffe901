"""Readers of days and their parts: weekdays, today, nights, clock times."""

from dataclasses import replace
from datetime import date, timedelta

from sayso.times import periods
from sayso.times.periods import Period
from sayso.times.readers_calendar import month_day
from sayso.times.values import (
    BACK,
    FROM_TEXT,
    NOTHING_BEFORE,
    ONWARD,
    Context,
    Fields,
    Value,
    clock,
    narrow,
    of_period,
    part_of_day,
    unresolved,
)
from sayso.times.words import words

_EARLY_HOURS = ("00:00", "06:00")


def weekday_day(fields: Fields, context: Context) -> date | None:
    """The day that a weekday names, or None without a base to count from."""
    number, rel = words().weekday(fields["wd"]), fields.get("rel", "")
    if rel in FROM_TEXT and context.spoken_day is not None:
        base = context.spoken_day.first
        if rel.endswith(("previous", "preceding")):
            return base - timedelta((base.isoweekday() - number) % 7 or 7)
        return base + timedelta((number - base.isoweekday()) % 7 or (7 if rel.endswith("following") else 0))
    today = context.today()
    if today is None:
        return None
    if "w" in fields:
        return periods.week(today).first + timedelta(number - 1 + {"last": -7, "next": 7}.get(fields["w"], 0))
    return today + timedelta(_steps(today, number, rel, fields, context))


def _steps(today: date, number: int, rel: str, fields: Fields, context: Context) -> int:
    """How many days from publication to the weekday."""
    back, ahead = (today.isoweekday() - number) % 7, (number - today.isoweekday()) % 7
    if fields.get("m") == "before":
        return -(back or 7) - 1
    if rel in BACK:
        return -(back or 7)
    if rel in ONWARD:
        return ahead or 7
    due = context.relation in ("by", "until") and context.tense.time in ("none", "present")
    this = rel == "this" and context.tense.time != "past"
    return ahead if (context.ahead or due or this) and context.relation != "since" else -back


def weekday(fields: Fields, context: Context) -> Value:
    """A weekday, perhaps with a part of the day."""
    when = weekday_day(fields, context)
    if when is None:
        part = f"T{words().parts[fields['p']][0]}" if "p" in fields else ""
        return unresolved(
            context.no_today(), f"XXXX-WXX-{words().weekday(fields['wd'])}{part}", "TIME" if part else "DATE"
        )
    anchor = "text" if fields.get("rel", "") in FROM_TEXT and context.spoken_day else "publication"
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
        first = (
            unresolved(context.no_today(), f"XXXX-WXX-{words().weekday(fields['wd'])}TNI", "TIME")
            if last_day is None
            else of_period(periods.day(last_day - timedelta(1)), "publication")
        )
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
        return unresolved(
            context.no_today(),
            "XXXX-XX-XX" + (f"T{words().parts[part][0]}" if part else ""),
            "TIME" if part else "DATE",
        )
    when = today + timedelta(_DAYS[name])
    value = part_of_day(when, part, "publication") if part else of_period(periods.day(when), "publication")
    return narrow(value, modifier, context)


def overnight(fields: Fields, context: Context) -> Value:
    """The night that leads to the day named, else to the day of the mention joined by "and", else of publication."""
    named = month_day(fields, context) if "mon" in fields else None
    if named is not None and named.period is None:
        return replace(named, timex=f"{named.timex}TNI", kind="TIME")
    if named is not None or "wd" in fields:  # overnight on Sunday begins on Sunday, overnight into Sunday ends there
        base = named.period.first if named and named.period else weekday_day(fields, context)
        when = base if base is None or fields.get("j") == "into" else base + timedelta(1)
        anchor = "publication"
    elif context.next_day is not None and "last" not in fields["text"]:
        when, anchor = context.next_day.first, "text"
    else:
        when, anchor = context.today(), "publication"
    if when is None:
        return unresolved(context.no_today(), "XXXX-XX-XXTNI", "TIME")
    return part_of_day(when - timedelta(1), "night", anchor)


def day_part(fields: Fields, context: Context) -> Value:
    """A part of this day or that: this morning, that night, the next morning, last night."""
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
    return narrow(
        part_of_day(base, part, anchor),
        "mid" if "mid" in fields["text"] else "early" if "early" in fields["text"] else "",
        context,
    )


def clock_time(fields: Fields, context: Context) -> Value:
    """A clock time of a named, spoken or publication day."""
    hour = _hour(fields)
    if hour is None:
        return unresolved("no such time of day", None, "TIME")
    day: Period | None
    if "mon" in fields:
        named = month_day(fields, context)
        when, anchor = (named.period.first if named.period else None), named.anchor or ""
        if when is None:
            return replace(named, timex=f"{named.timex}T{hour}", kind="TIME")
    elif "wd" in fields:
        when, anchor = weekday_day(fields, context), "publication"
    elif "day" in fields:
        today = context.today()
        when, anchor = (today + timedelta(_DAYS[fields["day"]]) if today else None), "publication"
    else:
        day = context.text_day or context.spoken_day
        when, anchor = (day.first if day else context.today()), "text" if day else "publication"
    if when is None:
        return unresolved(context.no_today(), f"XXXX-XX-XXT{hour}", "TIME")
    exact = not fields["h"].isdecimal() or len(fields["h"]) > 2
    return clock(when, hour, words().zones.get(fields.get("z", ""), ""), anchor or None, exact=exact)


def _hour(fields: Fields) -> str | None:
    """hh:mm of the fields of a clock time, or None if there is no such time."""
    text, half = fields["h"], fields.get("ap", "")
    fixed = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(text)
    if fixed:
        return fixed
    pieces = text.replace(".", ":").split(":")
    if len(pieces) == 1 and len(text) == 4:
        pieces = [text[:2], text[2:]]
    hour, minute = int(pieces[0]), int(pieces[1]) if len(pieces) > 1 else 0
    if hour > 24 or minute > 59:
        return None
    if half.startswith(("p", "afternoon", "evening", "night")) and hour < 12 and not (half == "night" and hour < 5):
        hour += 12
    elif half.startswith(("a", "morning")) and not half.startswith("afternoon") and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"
