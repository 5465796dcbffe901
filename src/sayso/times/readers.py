"""The table of readers: the `read` entry of a template -> the function that reads its fields."""

from collections.abc import Callable, Mapping

from sayso.times import readers_calendar as calendar
from sayso.times import readers_day as day
from sayso.times import readers_length as length
from sayso.times import readers_relative as relative
from sayso.times.values import Context, Fields, Value

Reader = Callable[[Fields, Context], Value]


def _present(_fields: Fields, context: Context) -> Value:
    return relative.vague("PRESENT_REF", context)


def _past(_fields: Fields, context: Context) -> Value:
    return relative.vague("PAST_REF", context)


def _future(_fields: Fields, context: Context) -> Value:
    return relative.vague("FUTURE_REF", context)


READERS: Mapping[str, Reader] = {
    "iso": calendar.iso,
    "numeric": calendar.numeric,
    "month_day": calendar.month_day,
    "day_range": calendar.day_range,
    "month": calendar.month,
    "month_range": calendar.month_range,
    "year": calendar.year,
    "year_range": calendar.year_range,
    "decade": calendar.decade,
    "century": calendar.century,
    "quarter": calendar.quarter,
    "season": calendar.season,
    "holiday": calendar.holiday,
    "weekday": day.weekday,
    "part_of_day": day.part_of_day_named,
    "night_between": day.night_between,
    "day_name": day.day_name,
    "overnight": day.overnight,
    "day_part": day.day_part,
    "part_alone": day.part_alone,
    "clock": day.clock_time,
    "relative_unit": relative.relative_unit,
    "the_unit": relative.the_unit,
    "week_of": relative.week_of,
    "ago": relative.ago,
    "later": relative.later,
    "hence": relative.hence,
    "window": length.window,
    "duration": length.duration,
    "duration_vague": length.duration_vague,
    "age": length.age,
    "set": length.recurring,
    "present_ref": _present,
    "past_ref": _past,
    "future_ref": _future,
}
