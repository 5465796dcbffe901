"""The photo credit at the end of a line, and what stands before it."""

import re

from sayso.article.lines import Line
from sayso.article.looks import FINAL, WORD, Look
from sayso.article.words import Words

MAX_SHORT, MAX_LINE, TAIL, MAX_LABELLED, MAX_BRACKETED = 12, 600, 140, 30, 60
MIN_SENTENCE, MIN_PHRASE = 4, 6
_LABEL = (
    r"(?:(?:file )?(?:photo(?:graph)?|image|picture|pic)s?(?: ?(?:credit|source|courtesy))?s?"
    r"|(?:video|illustration|graphic|map|screenshot|artwork) (?:credit|source|courtesy)s?|credits?|source"
    r"|courtesy(?: of)?|photographers?) ?[:|©]"
)
_BY = r"(?:photo(?:graph)?s?|image|picture|illustration|video) (?:by|courtesy(?: of)?|credit|via) "
CREDIT_LABEL = re.compile(rf"^\W*{_LABEL}", re.I)
CREDIT_BY = re.compile(rf"^\W*{_BY}", re.I)
CREDIT_TAIL = re.compile(
    r"(?:\(|\[|[.,”\"] ?|\s[-–—|] ?|\s)(?P<whole>(?:(?:file )?(?:photo(?:graph)?|image|picture|pic|credit|source)s?:? ?"
    r"(?:by |credit:? ?|courtesy:? ?)?|©\s?|via )?"
    r"(?P<credit>(?:[A-Z](?:[\w’'-]+|\.)(?: [A-Z](?:[\w’'-]+|\.)){0,4} ?(?:[/|]|via) ?)*"
    r"(?P<agency>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})))[)\]]?\.?$",
)
BRACKETED = re.compile(
    r"[\[(](?P<label>(?:(?:file )?photo(?:graph)?|image|credit|courtesy|picture)s?(?: by| of|:)? )?"
    r"(?P<names>[^\[\]()]{2,90})[\])]\.?$",
    re.I,
)
LABELLED = re.compile(rf"(?<=[.!?”\"’)|–—-]) ?(?P<whole>(?:{_LABEL}|{_BY}|©) ?(?P<who>[^.:!?\"“”]{{2,90}}))\.?$", re.I)
SLASHED = re.compile(r"(?<=[.!?”\"’)|–—-]) (?P<whole>[A-Z][\w.’' -]{1,40}/ ?[A-Z][\w.’' -]{1,40})$")
IMAGE_SOURCE = re.compile(r"(?:image|photo|picture) source,? [^.]{2,60}$", re.I)
WHOLE = (CREDIT_LABEL, CREDIT_BY, IMAGE_SOURCE)
CUT = re.compile(r"\s*(?:/|\||\bvia\b|,|;|\band\b|-|–|—)\s*")


def credit_start(line: Line, look: Look, table: Words) -> int | None:
    """Where the photo credit begins that ends the line: 0 if the line is nothing else, None if it has none."""
    text = line.text
    if look.words <= MAX_LABELLED and any(form.match(text) for form in WHOLE) and not look.reporting:
        return 0
    if len(text) > MAX_LINE:
        return None
    if look.words <= MAX_SHORT and not look.final and names_and_agencies(text, table):
        return 0
    base = max(0, len(text) - TAIL)
    at = _tail_start(line, look, table, text[base:])
    return None if at is None else base + at


def _tail_start(line: Line, look: Look, table: Words, end: str) -> int | None:
    bracketed = BRACKETED.search(end) if look.words <= MAX_BRACKETED and ("(" in end or "[" in end) else None
    joined = bracketed is not None and ("/" in bracketed["names"] or look.words <= MAX_SHORT)
    if bracketed and (bracketed["label"] or (joined and names_and_agencies(bracketed["names"], table))):
        return bracketed.start()
    labelled = LABELLED.search(end)
    if labelled and _named(labelled["who"], table):
        return labelled.start("whole")
    slashed = SLASHED.search(end) if "/" in end else None
    if slashed and names_and_agencies(slashed["whole"], table):
        return slashed.start("whole")
    figure = line.tag == "figcaption" or line.area == "figure"
    tail = CREDIT_TAIL.search(end) if figure or "/" in end or " via " in end else None
    if tail and tail["agency"] in table.agencies and ("/" in tail["credit"] or " via " in tail["credit"] or figure):
        return tail.start("whole")
    return None


def caption(text: str, table: Words) -> bool:
    """True for a sentence or a longer phrase; names alone are no caption."""
    found = WORD.findall(text)
    if FINAL.search(text[-8:]) and len(found) >= MIN_SENTENCE:
        return True
    return len(found) >= MIN_PHRASE and any(word in table.english for word in found)


def names_and_agencies(text: str, table: Words) -> bool:
    """True for "EPA / Jane Doe / TASS": names joined by slashes or "via", one of them an agency."""
    parts = [part.strip(" ()[].©:") for part in CUT.split(text.strip(" ()[]©"))]
    parts = [part for part in parts if part]
    if not 1 <= len(parts) <= 6:
        return False
    agencies = sum(bool({part, part.upper(), part.title()} & table.agencies) for part in parts)
    joined = "/" in text or "|" in text or " via " in text or "©" in text
    alone = len(parts) == agencies and not all(part in table.ambiguous for part in parts)
    return bool(agencies) and _named(text, table) and (joined or alone)


def _named(text: str, table: Words) -> bool:
    """True if the pieces of `text` are names: capitals, small words of names, agencies."""
    parts = [part.strip(" ()[].©:") for part in CUT.split(text.strip(" ()[]©"))]
    return any(parts) and all(
        part in table.agencies or all(w[:1].isupper() or w.lower() in table.small for w in part.split())
        for part in parts
        if part
    )


def raw_cut(raw: str, tail: str) -> int:
    """A raw line and its folded end -> where that end begins in the raw line, opening marks included."""
    left = sum(char.isalnum() for char in tail)
    at = len(raw)
    while at and left:
        at -= 1
        left -= raw[at].isalnum()
    while at and raw[at - 1] in "([©|–—-*_ \t\r\n":
        at -= 1
    return at


def raw_skip(raw: str, head: str) -> int:
    """A raw line and its folded beginning -> where the rest begins in the raw line."""
    left = sum(not char.isspace() for char in head)
    at = 0
    while at < len(raw) and (left or raw[at].isspace()):
        left -= not raw[at].isspace()
        at += 1
    return at
