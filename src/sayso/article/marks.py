"""Verdicts on single lines that their own words justify: furniture word for word, credits, bylines, times, notices."""

import re
from dataclasses import dataclass

from sayso.article.dates import find_date
from sayso.article.lines import Line
from sayso.article.looks import Look
from sayso.article.words import Words
from sayso.codebook.terms import DropReason

MAX_WHOLE, MAX_SHORT = 16, 12
AGO = re.compile(
    r"(?:(?:published|updated|posted|last updated|last modified|modified)(?: (?:on|at))?:? ?)?"
    r"(?:(?:about |an? |\d+ ?)(?:second|sec|minute|min|hour|hr|day|week|month|year|[smhdwy])s? ago|just now|yesterday"
    r"|today)(?: .{1,20})?|\d+ ?(?:min|minute)s?\.?(?: read)?|(?:estimated )?(?:reading|read) time:? .{1,20}"
    r"|<? ?\d+ min(?:ute)?s?(?: read)?",
)
TIME_WORDS = re.compile(
    r"\b(?:first |last |originally )?(?:published|updated|posted|modified|date|created|on|at|am|pm|a\.m\.?|p\.m\.?|time"
    r"|local|edition|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thurs|weds"
    r"|gmt|utc|est|edt|et|pst|pdt|bst|ist|cst|cet|cest|eest|eet|msk|pkt|hkt|sgt|aest|\d+ ?min(?:ute)?s?(?: read)?|read"
    r"|this article is more than \d+ years? old)\b",
)
CLOCK_ONLY = re.compile(r"(?:[012]?\d[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?\(?[a-z]{2,4}\)?)?(?: ?[-–—|,/] ?)?){1,3}")
CREDIT_LABEL = re.compile(
    r"^\W*(?:(?:file )?(?:photo(?:graph)?|image|picture|pic)s?(?: ?(?:credit|source|courtesy))?s?"
    r"|(?:video|illustration|graphic|map|screenshot|artwork) (?:credit|source|courtesy)s?|credits?|source"
    r"|courtesy(?: of)?|photographers?) ?[:|©]",
    re.I,
)
CREDIT_BY = re.compile(
    r"^\W*(?:photo(?:graph)?s?|image|picture|illustration|video) (?:by|courtesy(?: of)?|credit|via) ", re.I
)
CREDIT_TAIL = re.compile(
    r"(?:\(|\[|[.,”\"] ?|\s[-–—|] ?|\s)(?:(?:file )?(?:photo(?:graph)?|image|picture|pic|credit|source)s?:? ?"
    r"(?:by |credit:? ?|courtesy:? ?)?|©\s?|via )?(?P<credit>(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4} ?[/|] ?)*"
    r"(?P<agency>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2}))[)\]]?\.?$",
)
BRACKETED = re.compile(
    r"[\[(](?P<label>(?:(?:file )?photo(?:graph)?|image|credit|courtesy|picture)s?(?: by| of|:)? )?"
    r"(?P<names>[^\[\]()]{2,90})[\])]\.?$",
    re.I,
)
BYLINE = re.compile(
    r"^(?:(?:story|text|words|article|written|posted|published|authored?)?:? ?by:?|author:) (?P<name>\S.{1,160})$",
    re.I,
)
INITIALS = re.compile(r"^[a-z]{2,4}(?:[-/][a-z]{1,4}){1,4}(?:/[a-z]{1,4})?$")
CONTRIBUTED = re.compile(r"^.{3,120}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,80}$", re.I)
DAY_OR_MONTH = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december",
    re.I,
)
CUT = re.compile(r"\s*(?:/|\||\bvia\b|,|;|\band\b|-|–|—)\s*")
REPORTED = frozenset("said says told added".split())


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict: why the line goes, and by which rule."""

    reason: DropReason
    rule: str


def mark_line(line: Line, look: Look, words: Words) -> Mark | None:
    """The verdict that the words of one line justify wherever it stands, or None."""
    for judge in (_whole, _time, _credit, _byline, _opening, _notice):
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


def _time(line: Line, look: Look, _words: Words) -> Mark | None:
    if look.words > MAX_WHOLE:
        return None
    if AGO.fullmatch(look.key) or CLOCK_ONLY.fullmatch(look.key):
        return Mark(DropReason.TIMESTAMP, "article.timestamp")
    found = find_date(line.text, "text")
    if found is None:
        return None
    rest = line.text[: found.start].lower() + " " + line.text[found.end :].lower()
    rest = CLOCK_ONLY.sub(" ", TIME_WORDS.sub(" ", rest))
    letters = sum(c.isalpha() for c in rest)
    if letters <= 3:
        return Mark(DropReason.TIMESTAMP, "article.timestamp")
    if (
        not look.final
        and letters <= 40
        and look.words <= MAX_SHORT + 3
        and ("|" in rest or "·" in rest or "/" in rest or rest.strip().startswith("by "))
    ):
        return Mark(DropReason.BYLINE, "article.byline")
    return None


def _credit(line: Line, look: Look, words: Words) -> Mark | None:
    text = line.text
    mark = Mark(DropReason.CREDIT, "article.credit")
    if look.words <= 30 and (CREDIT_LABEL.match(text) or CREDIT_BY.match(text)) and not look.reporting:
        return mark
    if len(text) > 600:
        return None
    if look.words <= MAX_SHORT and not look.final and names_and_agencies(text, words):
        return mark
    bracketed = BRACKETED.search(text[-140:]) if look.words <= 60 else None
    joined = bracketed is not None and ("/" in bracketed["names"] or look.words <= MAX_SHORT)
    if bracketed and (bracketed["label"] or (joined and names_and_agencies(bracketed["names"], words))):
        return mark
    tail = CREDIT_TAIL.search(text[-120:])
    if (
        tail
        and tail["agency"] in words.agencies
        and ("/" in tail["credit"] or line.tag == "figcaption" or line.area == "figure")
    ):
        return mark
    return None


def names_and_agencies(text: str, words: Words) -> bool:
    """True for "EPA / Jane Doe / TASS": names joined by slashes or "via", one of them an agency."""
    parts = [part.strip(" ()[].©:") for part in CUT.split(text.strip(" ()[]©"))]
    parts = [part for part in parts if part]
    if not 1 <= len(parts) <= 6:
        return False
    agencies = sum(part in words.agencies or part.upper() in words.agencies for part in parts)
    named = all(
        part in words.agencies or all(w[:1].isupper() or w.lower() in words.small for w in part.split())
        for part in parts
    )
    joined = "/" in text or "|" in text or " via " in text or "©" in text
    alone = len(parts) == agencies and not all(part in words.ambiguous for part in parts)
    return bool(agencies) and named and (joined or alone)


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
        if reason is DropReason.BYLINE:
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
