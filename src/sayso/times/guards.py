"""The table of guards: the `guard` entry of a template -> the condition its match must meet."""

from collections.abc import Callable, Mapping

from sayso.times import guards_calendar as calendar
from sayso.times import guards_units as units
from sayso.times.site import Site

GUARDS: Mapping[str, Callable[[Site], bool]] = {
    "age": units.age,
    "clock": calendar.clock,
    "day_name": calendar.day_name,
    "decade": calendar.decade,
    "duration": units.duration,
    "duration_vague": units.duration_vague,
    "future": units.future,
    "later": units.later,
    "month": calendar.month,
    "month_day": calendar.month_day,
    "night_of": units.night_of,
    "part_alone": calendar.part_alone,
    "past": units.past,
    "present": units.present,
    "quarter": calendar.quarter,
    "relative_unit": units.relative_unit,
    "season": calendar.season,
    "set": units.recurs,
    "the_unit": units.the_unit,
    "weekday": calendar.weekday,
    "window": units.window,
    "year": calendar.year,
}


def admits(name: str, site: Site) -> bool:
    """Guard name and site -> does the match stand?"""
    return GUARDS[name](site)
