"""Publication dates as pages print them -> ISO; what is ambiguous (01/02/2020) or incomplete is not guessed."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from sayso.records.article import Published

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:18|19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"(?<!\d)(?P<year>(?:18|19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:18|19|20)\d\d)[/.](?P<month>[01]?\d)[/.](?P<day>[0-3]?\d)(?!\d)",
        r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)",
        rf"(?<!\d){_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}",
        rf"(?<!\w){_MONTH} {_DAY},? {_YEAR}",
        r"(?<![\d./])(?P<day>[0-3]?\d)[./-](?P<month>[01]?\d)[./-](?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
MONTH_FORMS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)(?![\d-])"),
    re.compile(rf"(?<!\w){_MONTH},? {_YEAR}", re.I),
)
YEAR_FORM = re.compile(r"(?:19|20)\d\d")
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[012]?\d)[:.](?P<minute>[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,9})?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"\s?(?P<zone>Z\b|[+-]\d\d:?\d\d\b|\(?(?:GMT|UTC|EST|EDT|PST|PDT|CET|CEST|EET|EEST|MSK)(?:[+-]\d{1,2}(?::?\d\d)?)?\b\)?)?",
    re.I,
)
# Abbreviations that mean one zone only (BST, CST, IST mean several and are left out).
ZONES = {
    "z": 0,
    "gmt": 0,
    "utc": 0,
    "est": -300,
    "edt": -240,
    "pst": -480,
    "pdt": -420,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
}
ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ][\d:.,+-]+Z?)?)?)?")
EPOCH = re.compile(r"\d{10}(?:\d{3})?")
URL_DATE = (
    re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d|[a-z]{3})[/-](?P<day>[0-3]?\d)(?=[/\-_.]|$)", re.I),
    re.compile(r"[/_-](?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)"),
    re.compile(r"[-_](?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
)
URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>[01]\d)(?=/)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a string: its place there and what it says."""

    start: int
    end: int
    published: Published


def read_date(text: str, basis: str) -> Published | None:
    """A string that is a date ("2020-11-01T10:00:00Z", "1 Nov 2020", "2020-11", "1604188800") -> Published, or None."""
    text = text.strip()[:200]
    if EPOCH.fullmatch(text):
        moment = dt.datetime.fromtimestamp(int(text[:10]), tz=dt.UTC)
        return _minute(moment.date(), moment.hour * 60 + moment.minute, 0, basis)
    found = find_date(text, basis)
    if found is not None:
        return found.published
    for form in MONTH_FORMS:
        m = form.search(text)
        if m and _month(m["month"]):
            return _months(int(m["year"]), _month(m["month"]), basis)
    if YEAR_FORM.fullmatch(text):
        return Published(start=f"{text}-01-01", end=f"{text}-12-31", precision="year", basis=basis)
    return None


def given_date(text: str) -> Published | None:
    """What a user gives as a date -> Published, or None if it is not a date through and through or not a clear one."""
    text = text.strip()
    try:
        if ISO.fullmatch(text):
            dt.datetime.fromisoformat(text + {4: "-01-01", 7: "-01"}.get(len(text), ""))
            return read_date(text, "given")
    except ValueError:
        return None
    found = find_date(text, "given")
    if found is not None:
        return found.published if (found.start, found.end) == (0, len(text)) else None
    return read_date(text, "given") if MONTH_FORMS[1].fullmatch(text) else None


def find_date(text: str, basis: str) -> FoundDate | None:
    """The first whole date (day, month and year) in `text`, with the time of day printed next to it."""
    best: tuple[int, int, dt.date] | None = None
    for number, form in enumerate(FORMS):
        m = form.search(text)
        if m is None or (best is not None and m.start() >= best[0]):
            continue
        day = _day(m, ambiguous=number == 5)
        if day is not None:
            best = m.start(), m.end(), day
    if best is None:
        return None
    start, end, day = best
    clock = _clock(text, start, end)
    if clock is None or (clock[2] == 0 and clock[4] and not clock[3]):
        return FoundDate(start=start, end=max(end, clock[1] if clock else 0), published=_whole_day(day, basis))
    return FoundDate(
        start=min(start, clock[0]),
        end=max(end, clock[1]),
        published=_minute(day, clock[2], clock[3], basis),
    )


def date_of_url(url: str) -> Published | None:
    """The date in the path of an address: /2020/11/01/, /2020/nov/01/, -20201101; /2020/11/ gives the month."""
    url = url[:2000]
    for form in URL_DATE:
        m = form.search(url)
        if m:
            day = _day(m, ambiguous=False)
            if day is not None:
                return _whole_day(day, "url")
    m = URL_MONTH.search(url)
    return _months(int(m["year"]), int(m["month"]), "url") if m and 1 <= int(m["month"]) <= 12 else None


def _day(m: re.Match[str], *, ambiguous: bool) -> dt.date | None:
    year, month, day = int(m["year"]), _month(m["month"]), int(m["day"])
    if ambiguous:
        dotted = "." in m[0]  # 5.11.2020 is day first everywhere; 5/11/2020 is not
        if day <= 12 and month <= 12 and day != month and not dotted:
            return None
        if month > 12:
            day, month = month, day
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return int(name) if name.isdigit() else MONTHS.get(name.lower().rstrip("."), 0)


Clock = tuple[int, int, int, int | None, bool]


def _clock(text: str, start: int, end: int) -> Clock | None:
    """(start, end, minutes, zone in minutes, exactly midnight) of a time of day within 24 characters of the date."""
    for m in CLOCK.finditer(text, max(0, start - 24), min(len(text), end + 34)):
        if m.end() > start and m.start() < end:
            continue
        if "." in m[0][:3] and not m["half"] and not m["zone"]:
            continue
        hour, half = int(m["hour"]), (m["half"] or "").lower()
        if hour > 23 or (half and not 1 <= hour <= 12):
            continue
        if half:
            hour = hour % 12 + (12 if half.startswith("p") else 0)
        minutes = hour * 60 + int(m["minute"])
        return m.start(), m.end(), minutes, _zone(m["zone"]), minutes == 0 and not half
    return None


def clock_in(text: str) -> tuple[int, int, int, int | None] | None:
    """The time of day at the start of a short line: (start, end, minutes, zone in minutes), or None."""
    found = _clock(text, 0, 0)
    return found[:4] if found is not None else None


def _zone(name: str | None) -> int | None:
    if not name:
        return None
    name = name.strip("()").lower()
    signed = re.search(r"([+-])(\d\d?):?(\d\d)?", name)
    base = ZONES.get(re.split(r"[+-]", name)[0], 0)
    if signed is None:
        return base
    shift = int(signed[2]) * 60 + int(signed[3] or 0)
    return base + (shift if signed[1] == "+" else -shift) if shift < 900 else base


def _whole_day(day: dt.date, basis: str) -> Published:
    return Published(start=day.isoformat(), end=day.isoformat(), precision="day", basis=basis)


def _months(year: int, month: int, basis: str) -> Published | None:
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return Published(start=f"{year}-{month:02}-01", end=f"{year}-{month:02}-{last}", precision="month", basis=basis)


def _minute(day: dt.date, minutes: int, zone: int | None, basis: str) -> Published:
    stamp = f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"
    if zone is not None:
        sign = "-" if zone < 0 else "+"
        stamp += f"{sign}{abs(zone) // 60:02}:{abs(zone) % 60:02}"
    return Published(start=stamp, end=stamp, precision="minute", basis=basis)
