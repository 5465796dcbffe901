"""Sub-headings that belong to the text, the entries of a live blog, and the standfirst in full sentences."""

from sayso.article.dateline import find_dateline
from sayso.article.draft import HEADINGS, Draft
from sayso.article.marks import is_clock
from sayso.codebook.terms import DropReason, PartKind

ELSEWHERE = frozenset(("nav", "aside", "footer", "form", "figure"))
BETWEEN = frozenset((DropReason.TIMESTAMP, DropReason.BYLINE, DropReason.CREDIT, DropReason.SHARE))
MIN_WORDS, MIN_ENTRIES, MAX_STANDFIRST, MAX_APART = 2, 2, 45, 4


def mark_headings(page: Draft) -> None:
    """Keeps headings with text of the article right below them, where the extractor left them out, and all headings
    of a live blog: a page with several headings next to a time of day.
    """
    found = [i for i in range(len(page.lines)) if _heads_text(page, i)]
    entries = [i for i in found if any(_clock(page, k) for k in (i - 1, i + 1))]
    live = len(entries) >= MIN_ENTRIES
    first = next(iter(page.prose()), 0)
    for i in found:
        if live or (page.outside(i) and i > first):
            page.marks[i] = None
            page.kinds[i] = PartKind.PARAGRAPH


def _clock(page: Draft, i: int) -> bool:
    return 0 <= i < len(page.lines) and is_clock(page.looks[i].key)


def _heads_text(page: Draft, i: int) -> bool:
    line, look = page.lines[i], page.looks[i]
    if line.tag not in HEADINGS or line.tag == "h1" or line.area in ELSEWHERE or line.linked >= 0.6:
        return False
    if i == page.headline or look.words < MIN_WORDS or not (page.open(i) or page.outside(i)):
        return False
    for k in range(i + 1, min(len(page.lines), i + 5)):
        mark = page.marks[k]
        if mark is None and page.kinds.get(k) is not PartKind.CAPTION:
            return page.looks[k].prose or page.looks[k].final
        if mark is not None and mark.reason not in BETWEEN:
            return False
    return False


def mark_standfirst(page: Draft) -> None:
    """The first running text below the headline is a standfirst if it is set as a heading, if it has no full stop, or
    if the dateline stands before the next paragraph.
    """
    prose = page.prose()
    if page.headline is None or len(prose) < 2 or PartKind.STANDFIRST in page.kinds.values():
        return
    i, below = prose[0], prose[1]
    if not page.headline < i <= page.headline + MAX_APART or i in page.kinds or page.looks[i].words > MAX_STANDFIRST:
        return
    text, next_text = page.lines[i].text, page.lines[below].text
    heading = page.lines[i].tag in HEADINGS
    unended = not page.looks[i].final and text[-1:].isalnum()
    if heading or unended or (find_dateline(next_text) is not None and find_dateline(text) is None):
        page.kinds[i] = PartKind.STANDFIRST
