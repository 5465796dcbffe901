"""The word tables of the stage, loaded once."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """words.toml as it stands."""

    approximate: tuple[str, ...]
    prospective: frozenset[str]
    timetable: frozenset[str]
    postponing: frozenset[str]
    aging: frozenset[str]
    appointments: frozenset[str]
    reporting: frozenset[str]
    fixing: frozenset[str]
    callable: frozenset[str]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    months: dict[str, int]
    short_months: dict[str, int]
    seasons: dict[str, str]
    units: dict[str, str]
    parts: dict[str, tuple[str, str, str]]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    frequencies: dict[str, str]
    zones: dict[str, str]
    holidays: dict[str, str]

    def month(self, name: str) -> int:
        """Month name, long or short, with or without full stop -> 1..12."""
        word = name.rstrip(".")
        return self.months[word] if word in self.months else self.short_months[word]

    def weekday(self, name: str) -> int:
        """Weekday name, long, short or plural -> 1 (Monday) .. 7."""
        word = name.rstrip(".")
        word = word if word in self.weekdays or word in self.short_weekdays else word.removesuffix("s")
        return self.weekdays[word] if word in self.weekdays else self.short_weekdays[word]


@cache
def words() -> Words:
    """The tables of words.toml."""
    return load("sayso.times", "words.toml", Words)
