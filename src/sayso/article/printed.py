"""What the date line of a page prints besides the date: the outlet, or the place."""

import re
from collections.abc import Sequence

from sayso.article.dates import find_date, read_date
from sayso.article.words import Words, words
from sayso.codebook.terms import DropReason
from sayso.records.article import Dateline, Dropped, Published

CLOCK_ONLY = re.compile(r"(?:[012]?\d[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?\(?[a-z]{2,4}\)?)?(?: ?[-–—|,/] ?)?){1,3}")
TIME_WORDS = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated|posted|modified|date|created|on|at|am|pm|a\.m\.?|p\.m\.?|time"
    r"|local|edition|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thurs|weds"
    r"|gmt|utc|est|edt|et|pst|pdt|bst|ist|cst|cet|cest|eest|eet|msk|pkt|hkt|sgt|aest|\d+ ?min(?:ute)?s?(?: read)?|read"
    r"|this article is more than \d+ years? old)\b",
)
PIECES = re.compile(r"[|·•/,;()\[\]]|\s[-–—]+\s")
PUBLISHED_MARK = re.compile(r"\b(?:published|posted|date)\b", re.I)
UPDATED_MARK = re.compile(r"\b(?:updated|modified)\b", re.I)
DATED = frozenset((DropReason.TIMESTAMP, DropReason.BYLINE))
MAX_NAME, MAX_LINE = 5, 300


def without_time(text: str) -> str | None:
    """A line -> what it prints besides date, time of day and words such as "published"; None if it has no date."""
    found = find_date(text, "text")
    if found is None:
        return None
    rest = f"{text[: found.start]} | {text[found.end :]}"
    lowered = rest.lower()
    if len(lowered) != len(rest):
        return rest
    blank = CLOCK_ONLY.sub(lambda m: " " * len(m[0]), lowered)
    blank = TIME_WORDS.sub(lambda m: " " * len(m[0]), blank)
    return "".join(char if shown != " " else " " for char, shown in zip(rest, blank, strict=True))


def outlet_of(line: str, table: Words) -> str | None:
    """A line with a date -> the news outlet that it names between its marks, or None."""
    rest = without_time(line) if len(line) <= MAX_LINE else None
    if rest is None:
        return None
    return next((name for name in pieces_of(rest) if is_outlet(name, table)), None)


def pieces_of(rest: str) -> list[str]:
    """What stands between the bars, dots and dashes of a line, without marks around it."""
    pieces = [piece.strip(" .:*_-–—") for piece in PIECES.split(rest)]
    return [piece for piece in pieces if any(char.isalpha() for char in piece)]


def is_outlet(name: str, table: Words) -> bool:
    """True for an agency, and two to five words in capitals of which the last or first makes names of outlets."""
    if name in table.agencies and name not in table.ambiguous:
        return True
    tokens = name.split()
    if not 2 <= len(tokens) <= MAX_NAME or not all(t[:1].isupper() or t in table.small for t in tokens):
        return False
    return (tokens[-1] in table.outlets or tokens[0] in table.outlets) and tokens[0] not in ("By", "Author", "Photo")


def printed_outlet(dropped: Sequence[Dropped]) -> str | None:
    """The outlet on the date line or byline of the page, where nothing else names it."""
    lines = (
        " ".join(line.split()) for drop in dropped if drop.reason in DATED for line in drop.quote[:2000].split("\n")
    )
    return next((outlet for outlet in (outlet_of(line, words()) for line in lines) if outlet), None)


def printed_date(dropped: Sequence[Dropped], dateline: Dateline | None) -> Published | None:
    """A date line of the page: one that says "published" before a bare one before one that says "updated"."""
    dated: list[tuple[int, int, Published]] = []
    for number, drop in enumerate(dropped):
        if drop.reason not in DATED or len(drop.quote) > MAX_LINE:
            continue
        found = find_date(" ".join(drop.quote.split()), "text")
        if found is not None:
            rank = 0 if PUBLISHED_MARK.search(drop.quote) else 2 if UPDATED_MARK.search(drop.quote) else 1
            dated.append((rank, number, found.published))
    if dated:
        return min(dated, key=lambda item: item[:2])[2]
    if dateline and dateline.date and find_date(dateline.date, "dateline"):
        return read_date(dateline.date, "dateline")
    return None


def titled_date(titles: Sequence[str]) -> Published | None:
    """The date that ends a title ("Transcript: The Evening Hour, 12 May 2022"), for pages that print no other."""
    for title in titles:
        found = find_date(title, "text") if len(title) <= MAX_LINE else None
        if found is not None and not title[found.end :].strip(" .)]"):
            return found.published
    return None
