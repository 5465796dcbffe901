"""Entries of a live page and stories of a digest: which lines belong together, and when each entry was posted."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.article.dates import MONTHS, clock_in, find_date, read_date
from sayso.article.draft import HEADINGS, Draft
from sayso.codebook.terms import DropReason
from sayso.records.article import Clue, Published

MIN_ENTRIES, MAX_STAMP, REACH, MAX_HEAD = 3, 14, 4, 16
MIN_LEAD, MAX_STAMP_CHARS = 4, 120
MIN_COMMENTS, MAX_SIGNED, MAX_LETTERS = 2, 5, 5
DIGEST = re.compile(r"(?:in brief|briefs|round-?up|digest|news summary|week in review|at a glance)\b", re.I)
LIVE = re.compile(r"\b(?:live|as it happened|latest|updates?|blog|minute by minute)\b", re.I)
# A time of day that opens a line of text: "11.20am - Rebels ...", "09:45: The president ...", "[14:32 GMT] ...".
LEAD = re.compile(
    r"\[?(?:[012]?\d[:.][0-5]\d(?: ?[ap]\.?m\b\.?)?|[01]?\d ?[ap]\.?m\b\.?)"
    r"(?: ?\(?(?:GMT|UTC|BST|EST|EDT|ET|CET|EET|local time)\)?)?"
    r"(?:\] ?| ?[-–—:|] ?| )(?!(?:GMT|UTC|BST|ES?D?T|CET|EET|local)\b)(?=[\"“'‘]?[A-Z])",
)
DAY_MONTH = re.compile(
    r"(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?P<month>[A-Z][a-z]{2,8})|(?P<month2>[A-Z][a-z]{2,8})\.? "
    r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)",
)
COMMENT = re.compile(
    r"(?:posted |commented )?(?:on )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
    r"(?:,| at| -| @)? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?\W? ?(?:reply|permalink|#\d{1,4}))?",
    re.I,
)
LOOSE = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2} ?(?:h|hours?|min(?:ute)?s?) ago\b", re.I)
POSTED = re.compile(r"\b(?:published|updated|posted|modified|first)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells the time of an entry: the printed words and where their line stands in the raw text."""

    section: int
    text: str
    start: int


def keep_leads(page: Draft) -> None:
    """Keeps the lines of a live page that open with a time of day, and the titles of the stories of a digest, from the
    rules on short lines. Times that open the lines of another page are those of events.
    """
    if DIGEST.search(_title(page)):
        page.kept.update(_story_heads(page))
    if not LIVE.search(_title(page)):
        return
    for i, line in enumerate(page.lines):
        lead = LEAD.match(line.text) if page.open(i) and i != page.headline and page.looks[i].words > MIN_LEAD else None
        if lead is not None and not _is_stamp(page, i):
            page.leads[i] = lead.end()
    if len(page.leads) >= MIN_ENTRIES:
        page.kept.update(page.leads)


def mark_entries(page: Draft) -> None:
    """Numbers the entries of a live page, and the stories of a digest, in `page.sections`; drops their time stamps."""
    opening = _openings(page)
    if len(opening) < MIN_ENTRIES:
        _digest(page)
        return
    number = 0
    starts = {_first_of(page, i): i for i in opening}
    for i in range(len(page.lines)):
        if i in starts:
            number += 1
            stamp = starts[i]
            page.stamps[stamp] = page.lines[stamp].text[: page.leads.get(stamp, MAX_STAMP_CHARS)]
            if stamp in page.leads:
                page.skips[stamp] = (page.leads[stamp], DropReason.TIMESTAMP, "article.entry")
            else:
                page.marks[stamp] = None
                page.mark(stamp, DropReason.TIMESTAMP, "article.entry")
        page.sections[i] = number


def _openings(page: Draft) -> list[int]:
    """Lines that are the time stamp of an entry or open with one, with text of the article right below."""
    found = []
    for i, look in enumerate(page.looks):
        lead = i in page.leads and page.open(i)
        short = look.words <= MAX_STAMP and not (page.open(i) and look.prose)
        if lead or (short and _is_stamp(page, i) and _followed(page, i)):
            found.append(i)
    return [i for k, i in enumerate(found) if i in page.leads or k + 1 == len(found) or found[k + 1] > i + 1]


def _followed(page: Draft, i: int) -> bool:
    """True if text of the article stands right below line i."""
    return any(page.open(k) and k != page.headline for k in range(i + 1, min(len(page.lines), i + REACH)))


def _is_stamp(page: Draft, i: int) -> bool:
    """A short line with a time of day and at most a date, no name; not that of the page itself ("Updated ...")."""
    text = page.lines[i].text
    clock = clock_in(text)
    if clock is None or POSTED.search(text) or page.lines[i].area in ("nav", "footer", "aside"):
        return False
    rest = text[: clock[0]] + " " + text[clock[1] :]
    found = find_date(rest, "text")
    rest = rest[: found.start] + " " + rest[found.end :] if found else rest
    rest = DAY_MONTH.sub(lambda m: " " if _month(m) else m[0], rest)
    return sum(char.isalpha() for char in LOOSE.sub(" ", rest)) <= MAX_LETTERS


def _first_of(page: Draft, stamp: int) -> int:
    """The first line of the entry: the stamp, or the heading right above it that heads nothing else."""
    above = stamp - 1
    if above <= 0 or stamp in page.leads or not page.open(above) or above == page.headline:
        return stamp
    below = next((k for k in range(stamp + 1, len(page.lines)) if page.open(k)), None)
    headed = page.lines[above].tag in HEADINGS and page.looks[above].words <= MAX_HEAD
    return above if headed and (below is None or page.lines[below].tag not in HEADINGS) else stamp


def mark_comments(page: Draft) -> None:
    """Drops a thread of comments: two or more lines of date and time right below a name ("Jo Doe" / "May 3, 2021 at
    9:14 am"), from the first name to the end of the page.
    """
    prose = page.prose()
    if not prose or LIVE.search(_title(page)):
        return
    stamps = [i for i in range(1, len(page.lines)) if COMMENT.fullmatch(page.lines[i].text)]
    signed = [i for i in stamps if _signs(page.lines[i - 1].text)]
    if len(signed) < MIN_COMMENTS or 2 * len(signed) < len(stamps) or signed[0] - 1 <= prose[0]:
        return
    for i in range(signed[0] - 1, len(page.lines)):
        page.marks[i] = None
        page.mark(i, DropReason.COMMENT, "article.comment_thread")
        page.kinds.pop(i, None)


def _signs(line: str) -> bool:
    """True for a name or handle, with or without "says:"."""
    words = line.removesuffix(":").removesuffix(" says").split()
    return 1 <= len(words) <= MAX_SIGNED and not line.endswith((".", "!", "?"))


def _digest(page: Draft) -> None:
    """The stories of "World in brief": each begins with a title of its own."""
    if not DIGEST.search(_title(page)):
        return
    heads = _story_heads(page)
    number = 0
    for i in range(len(page.lines)):
        number += i in heads
        page.sections[i] = number


def _title(page: Draft) -> str:
    """The headline; before it is known, the first line that may be one."""
    first = next((i for i in range(len(page.lines)) if page.open(i)), None)
    at = page.headline if page.headline is not None else first
    return "" if at is None else page.lines[at].text[:200]


def _story_heads(page: Draft) -> frozenset[int]:
    """Short lines without a full stop right above one with it."""
    first = next((i for i in range(len(page.lines)) if page.open(i)), -1)
    top = page.headline if page.headline is not None else first
    return frozenset(
        i
        for i in range(top + 1, len(page.lines) - 1)
        if page.open(i)
        and not page.looks[i].final
        and page.looks[i].words <= MAX_HEAD
        and not (page.lines[i].bullet or page.lines[i].tag == "li")
        and page.open(i + 1)
        and page.looks[i + 1].final
    )


def posted(stamps: Sequence[Stamp], clues: Sequence[Clue], base: Published | None) -> dict[int, Published]:
    """Stamps of the entries in page order, time elements and the page's date -> when each entry was posted.

    A date that a stamp does not print is that of the page, or of the entry next to it; times that run against the
    order of the page cross midnight.
    """
    said = {clue.at: clue.value for clue in clues if clue.kind == "time" and clue.at >= 0}
    found: dict[int, Published] = {}
    clocks: list[tuple[int, int, int | None, dt.date | None]] = []
    for stamp in stamps:
        declared = read_date(said[stamp.start], "time-element") if stamp.start in said else None
        if declared is not None and declared.precision == "minute":
            found[stamp.section] = declared
        clock = clock_in(stamp.text)
        if clock is not None:
            clocks.append((stamp.section, clock[2], clock[3], _day(stamp.text, base)))
    days = _days([(clock[1], clock[3]) for clock in clocks], dt.date.fromisoformat(base.start[:10]) if base else None)
    for (section, minutes, zone, _), day in zip(clocks, days, strict=True):
        if day is not None and section not in found:
            found[section] = _published(day, minutes, zone)
    return found


def _days(entries: Sequence[tuple[int, dt.date | None]], base: dt.date | None) -> list[dt.date | None]:
    """Minutes and printed dates of the entries -> the date of each."""
    steps = [b[0] - a[0] for a, b in pairwise(entries)]
    newest_first = sum(step < 0 for step in steps) > sum(step > 0 for step in steps)
    order = list(range(len(entries)))[:: -1 if newest_first else 1]
    days: list[dt.date | None] = [None] * len(entries)
    anchor = next((k for k, i in enumerate(order) if entries[i][1]), 0)
    day = entries[order[anchor]][1] or base if order else None
    if day is None:
        return days
    _walk(entries, order[anchor:], days, day, 1)
    _walk(entries, order[anchor::-1], days, day, -1)
    return days


def _walk(
    entries: Sequence[tuple[int, dt.date | None]],
    order: Sequence[int],
    days: list[dt.date | None],
    day: dt.date,
    way: int,
) -> None:
    """Dates the entries in `order` from `day` on, forward in time (`way` 1) or back (-1)."""
    before = entries[order[0]][0]
    for i in order:
        minutes, printed = entries[i]
        if printed is not None:
            day = printed
        elif (minutes - before) * way < 0:
            day += dt.timedelta(days=way)
        days[i], before = day, minutes


def _day(text: str, base: Published | None) -> dt.date | None:
    whole = find_date(text, "text")
    if whole is not None:
        return dt.date.fromisoformat(whole.published.start[:10])
    m = next((m for m in DAY_MONTH.finditer(text) if _month(m)), None)
    if m is None or base is None:
        return None
    try:
        return dt.date(int(base.start[:4]), _month(m), int(m["day"] or m["day2"]))
    except ValueError:
        return None


def _month(m: re.Match[str]) -> int:
    return MONTHS.get((m["month"] or m["month2"]).lower(), 0)


def _published(day: dt.date, minutes: int, zone: int | None) -> Published:
    stamp = f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"
    if zone is not None:
        stamp += f"{'-' if zone < 0 else '+'}{abs(zone) // 60:02}:{abs(zone) % 60:02}"
    return Published(start=stamp, end=stamp, precision="minute", basis="entry")
