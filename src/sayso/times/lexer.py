"""Text -> time tokens with lexical classes; finer than the parser's tokens (10am is two, five-day is three)."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sayso.times.words import words

_TOKEN = re.compile(
    r"""(?P<ampm>[ap]\.\s?m\b\.?|[ap]m\b)
    |(?P<word>[^\W\d_]+)
    |(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    |(?P<numdate>\d{1,2}(?:/\d{1,2}/|-\d{1,2}-|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\w/.-]*\d))
    |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
    |(?P<decade>(?:1\d\d0|20\d0|['’]?[2-9]0)(?:['’]?s)\b)
    |(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<decimal>\d{1,2}\.\d\d(?!\d))
    |(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,3})?(?:\s\d/\d)?)
    |(?P<possessive>['’]s\b)
    |(?P<mark>\S)""",
    re.X | re.I,
)
_DASHES = frozenset("-–—‑‐")
_APOSTROPHES = frozenset("'’")


class TimeToken(NamedTuple):
    """A token: offsets into the text, its normal form, and the lexical classes it belongs to."""

    start: int
    end: int
    norm: str
    classes: frozenset[str]


def scan(text: str, start: int, end: int) -> list[TimeToken]:
    """The time tokens of text[start:end], in order."""
    found: list[TimeToken] = []
    for m in _TOKEN.finditer(text, start, end):
        if found and m.start() < found[-1].end:  # the full stop of an abbreviation
            continue
        kind, raw = m.lastgroup or "mark", m.group()
        stop = m.end()
        if kind == "word":
            norm = raw.lower()
            if norm in _shorts() and raw[0].isupper():
                dotted = stop < end and text[stop] == "."
                beside = _beside_number(text, m.start(), stop, end)
                if not dotted and not beside:
                    found.append(TimeToken(m.start(), stop, norm, _literal(norm)))
                    continue
                stop += dotted
            elif norm in _shorts() or (norm in _proper() and not raw[0].isupper()):
                found.append(TimeToken(m.start(), stop, norm, _literal(norm)))
                continue
        elif kind == "mark":
            norm = "-" if raw in _DASHES else "'" if raw in _APOSTROPHES else raw
        else:
            norm = raw.lower().replace("’", "'")
        found.append(TimeToken(m.start(), stop, norm, classes_of(kind, norm)))
    return found


def _beside_number(text: str, start: int, stop: int, end: int) -> bool:
    after = text[stop : min(end, stop + 2)].lstrip()
    before = text[max(0, start - 2) : start].rstrip()
    return after[:1].isdigit() or before[-1:].isdigit()


@lru_cache(maxsize=1 << 13)
def classes_of(kind: str, norm: str) -> frozenset[str]:
    """Token kind of the scanner and normal form -> lexical classes; words carry the literal class ``'word'`` too."""
    if kind == "number":
        return _number_classes(norm)
    if kind == "word":
        return _word_classes().get(norm) or _literal(norm)
    if kind in ("mark",):
        return frozenset({f"'{norm}'"}) | (frozenset({"apostrophe"}) if norm == "'" else frozenset())
    if kind == "decimal":
        return frozenset({"decimal", "number"})
    return frozenset({kind})


@lru_cache(maxsize=1 << 13)
def _literal(norm: str) -> frozenset[str]:
    return frozenset({f"'{norm}'"})


def _number_classes(norm: str) -> frozenset[str]:
    found = {"number"}
    if norm.isdecimal():
        value, width = int(norm), len(norm)
        if width <= 2:
            if 1 <= value <= 31:
                found.add("dayno")
            if value <= 24:
                found.add("hour")
            if width == 2:
                found.add("twodigits")
        if width == 4:
            if 1000 <= value <= 2099:
                found.add("year")
            if value < 2400 and value % 100 < 60:
                found.add("hhmm")
    return frozenset(found)


@cache
def number_classes() -> tuple[frozenset[str], ...]:
    """Every set of classes that a number can have."""
    forms = (text for n in range(10_000) for text in (str(n), f"{n:02d}", f"{n:04d}"))
    return tuple(sorted({_number_classes(text) for text in forms}, key=sorted))


@cache
def _shorts() -> frozenset[str]:
    return frozenset((*words().short_weekdays, *words().short_months))


@cache
def _proper() -> frozenset[str]:
    return frozenset((*words().weekdays, *words().months))


@cache
def _word_classes() -> dict[str, frozenset[str]]:
    table, found = words(), dict[str, set[str]]()

    def put(name: str, *forms: str) -> None:
        for form in forms:
            found.setdefault(form, {f"'{form}'"}).add(name)

    put("approximate", *table.approximate)
    put("weekday", *table.weekdays, *table.short_weekdays)
    put("weekdays_plural", *(f"{day}s" for day in table.weekdays))
    put("month", *table.months, *table.short_months)
    put("season", *table.seasons)
    put("unit", *table.units)
    put("units", *(form for form, unit in table.units.items() if form != unit))
    put("oneunit", *(form for form, unit in table.units.items() if form == unit))
    put("daypart", *table.parts)
    put("number", *table.numbers)
    put("ordinal", *table.ordinals)
    put("decade_word", *table.decades)
    put("frequency", *table.frequencies)
    put("zone", *table.zones)
    return {form: frozenset(names) for form, names in found.items()}


def word_classes() -> dict[str, frozenset[str]]:
    """Word -> its classes, for all words of the tables."""
    return _word_classes()
