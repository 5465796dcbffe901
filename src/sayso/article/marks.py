"""Verdicts on single lines that their own words justify: furniture word for word, credits, bylines, times, notices."""

import re
from dataclasses import dataclass

from sayso.article.credits import caption, credit_start
from sayso.article.dateline import find_place_date
from sayso.article.lines import Line
from sayso.article.looks import Look
from sayso.article.printed import CLOCK_ONLY, is_outlet, pieces_of, without_time
from sayso.article.words import Words
from sayso.codebook.terms import DropReason

MAX_WHOLE, MAX_SHORT, MAX_CORRECTION = 16, 12, 120
AGO = re.compile(
    r"(?:(?:published|updated|posted|last updated|last modified|modified)(?: (?:on|at))?:? ?)?"
    r"(?:(?:about |an? |\d+ ?)(?:second|sec|minute|min|hour|hr|day|week|month|year|[smhdwy])s? ago|just now|yesterday"
    r"|today)(?: .{1,20})?|\d+ ?(?:min|minute)s?\.?(?: read)?|(?:estimated )?(?:reading|read) time:? .{1,20}"
    r"|<? ?\d+ min(?:ute)?s?(?: read)?",
)
BYLINE = re.compile(
    r"^(?:(?:story|text|words|article|written|posted|published|authored?|analysis|opinion|comment|eyewitness)?:? ?by:?"
    r"|author:) (?P<name>\S.{1,160})$",
    re.I,
)
INITIALS = re.compile(r"^[a-z]{2,4}(?:[-/][a-z]{1,4}){1,4}(?:/[a-z]{1,4})?$")
CONTRIBUTED = re.compile(r"^.{3,120}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,80}$", re.I)
DAY_OR_MONTH = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december",
    re.I,
)
REPORTED = frozenset("said says told added".split())


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict: why the line goes, and by which rule."""

    reason: DropReason
    rule: str


def mark_line(line: Line, look: Look, words: Words) -> Mark | None:
    """The verdict that the words of one line justify wherever it stands, or None."""
    for judge in (_whole, _credit, _time, _byline, _opening, _notice):
        mark = judge(line, look, words)
        if mark is not None:
            return mark
    return None


def _whole(_line: Line, look: Look, words: Words) -> Mark | None:
    if look.words > MAX_WHOLE:
        return None
    if not look.words:
        return Mark(DropReason.NAVIGATION, "article.whole_line")
    for reason, pattern in words.whole:
        if pattern.fullmatch(look.key):
            return Mark(reason, "article.whole_line")
    return None


def _time(line: Line, look: Look, words: Words) -> Mark | None:
    if is_clock(look.key):
        return Mark(DropReason.TIMESTAMP, "article.timestamp")
    rest = without_time(line.text) if look.words <= MAX_WHOLE else None
    if rest is None:
        return None
    letters = sum(c.isalpha() for c in rest)
    if letters <= 3 or all(is_outlet(name, words) for name in pieces_of(rest)):
        return Mark(DropReason.TIMESTAMP, "article.timestamp")
    if find_place_date(line.text) is not None:
        return Mark(DropReason.DATELINE, "article.dateline")
    marked = any(mark in line.text for mark in "|·") or "/" in rest or rest.lower().strip(" |").startswith("by ")
    short = letters <= 40 and look.words <= MAX_SHORT + 3
    if marked and short and not look.final and not credit_start(line, look, words):
        return Mark(DropReason.BYLINE, "article.byline")
    return None


def is_clock(key: str) -> bool:
    """True for a line (as in `Look.key`) that is nothing but a time of day or an age."""
    return bool(AGO.fullmatch(key) or CLOCK_ONLY.fullmatch(key))


def _credit(line: Line, look: Look, words: Words) -> Mark | None:
    """A line that is a credit, or names and a credit; a caption before the credit is kept (captions.py)."""
    at = credit_start(line, look, words)
    if at is None or (at and caption(line.text[:at], words)):
        return None
    return Mark(DropReason.CREDIT, "article.credit")


def _byline(line: Line, look: Look, words: Words) -> Mark | None:
    if look.words > 24:
        return None
    m = BYLINE.match(line.text)
    if m and (not look.final or look.words <= 6) and _named(m["name"], words):
        return Mark(DropReason.BYLINE, "article.byline")
    if CONTRIBUTED.match(line.text):
        return Mark(DropReason.BYLINE, "article.agency_tail")
    if INITIALS.match(look.key) and "/" in look.key:
        return Mark(DropReason.BYLINE, "article.agency_tail")
    return None


def _named(names: str, words: Words) -> bool:
    """True if what follows "By" is names: capitalised up to the first comma, and no day or month."""
    first = re.split(r"[,|·(]| - ", names, maxsplit=1)[0]
    tokens = [token.strip(".;()–—:") for token in re.split(r"[\s/&]+", first)]
    tokens = [token for token in tokens if token[:1].isalpha()]
    if not tokens or not tokens[0][0].isupper() or DAY_OR_MONTH.match(tokens[0]):
        return False
    return all(token[0].isupper() or token.lower() in words.small or "@" in token for token in tokens)


def _opening(_line: Line, look: Look, words: Words) -> Mark | None:
    for reason, pattern in words.opens:
        if not pattern.match(look.key):
            continue
        if reason is DropReason.CORRECTION:
            if look.words <= MAX_CORRECTION:
                return Mark(reason, "article.correction")
        elif reason is DropReason.BYLINE:
            if look.words <= 60 and not REPORTED & set(look.own.split()):
                return Mark(reason, "article.agency_tail")
        elif reason is DropReason.LEGAL:
            if look.words <= 80 and not look.reporting:
                return Mark(reason, "article.opening")
        elif look.words <= 30 and not (look.reporting and look.final):
            return Mark(reason, "article.opening")
    return None


def _notice(_line: Line, look: Look, words: Words) -> Mark | None:
    """Newsletter, cookie and paywall notices: the outlet speaks to the reader, outside quotation marks."""
    if look.words > 90 or look.reporting > 1:
        return None
    start = look.key.split(" ", 1)[0]
    if look.letter and start in words.letter_verbs and (look.second or look.first or look.words <= MAX_SHORT + 6):
        score = (
            look.letter
            + look.second
            + look.first
            + (start in ("sign", "subscribe", "follow", "download", "join", "enter", "get"))
        )
        if score >= 3 and not look.reporting:
            return Mark(DropReason.NEWSLETTER, "article.newsletter_voice")
    if look.cookie >= 1 and "cookies" in look.own and (look.first or look.second) and not look.reporting:
        return Mark(DropReason.COOKIE, "article.cookie_voice")
    if look.paywall >= 2 and look.second and not look.reporting:
        return Mark(DropReason.PAYWALL, "article.paywall_voice")
    return None
