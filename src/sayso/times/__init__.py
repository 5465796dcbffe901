"""Times: finds time expressions and gives each an interval, a precision, a TIMEX3 value and an anchor."""

from sayso.times.find import find_times
from sayso.times.resolve import resolve_times

__all__ = ["find_times", "resolve_times"]
