"""What agencies print around and inside their copy: slugs, take lines, notes to editors, heads of mail, end marks.

Source: habits of agency files as commonly seen (Reuters, AP, AFP, Xinhua, TASS), written down by the project.
"""

import re
from collections.abc import Iterator

from sayso.article.draft import HEADLINE_MAX, Draft
from sayso.article.lines import MAIL
from sayso.article.looks import END
from sayso.codebook.terms import DropReason

# "BC-IRENIA-BLAST, 2nd Ld-Writethru", "AM-Irenia Blast,0412", "IRENIA-BLAST/VICTIMS (UPDATE 2)", "a0412"
SLUG = re.compile(
    r"(?:[ABP][CM]-[A-Z][\w'’&/ -]{1,60}, ?(?:\d[\w -]{0,30}|[\w -]{0,40}\b(?:Ld|Lead|Writethru|Take|Add|Sub)\b.{0,30})"
    r"|[A-Z]{2,}(?:[-/][A-Z]{2,}){1,5}(?: ?\([A-Z][A-Z ]{2,20}\d{0,2}[^()]{0,20}\))?"
    r"|[arui]\d{4}|(?:\d(?:st|nd|rd|th) )?(?:Ld|Lead|LEAD|LD)[ -](?:Writethru|WRITETHRU).{0,60})",
)
# "UPDATE 3-", "WRAPUP 1-", "CORRECTED-UPDATE 2-": before the words of a headline.
PREFIX = re.compile(
    r"(?:(?:UPDATE|WRAPUP|CORRECTED|REFILE|REFILED|RPT|REPEAT|EXCLUSIVE|FACTBOX|TIMELINE|SNAPSHOT|NEWSMAKER|ANALYSIS"
    r"|INTERVIEW|LEAD|1ST LEAD|2ND LEAD|URGENT|BREAKING|FLASH|LIVE)(?: ?\d{1,2})?(?: ?- ?|: ?| ?\| ?))+"
    r"(?=[\"“'‘]?[A-Z0-9])",
)
# "BREAKING:" and the coloured dots and flags before the first word of a paragraph.
LABEL = re.compile(
    r"(?:[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff]+\s*)*"
    r"(?:(?:BREAKING(?: NEWS)?|URGENT|JUST IN|FLASH|ALERT|NEWS ALERT|UPDATED?(?: ?\d{1,2})?|DEVELOPING|Breaking)"
    r" ?(?:[:|]| [-–—]) ?)?(?=\S)",
)
MIN_MAIL = 2


def mark_mail(page: Draft) -> None:
    """Drops the head of a mail or news posting at the top of a text: two or more lines such as "Subject: ..."."""
    heads: list[tuple[int, str]] = []
    for i, line in enumerate(page.lines):
        m = MAIL.match(line.text)
        if m is None or line.tag:
            break
        heads.append((i, m["name"]))
    if len(heads) < MIN_MAIL or not {"From", "Subject"} & {name for _, name in heads}:
        return
    for i, name in heads:
        page.mark(i, DropReason.TIMESTAMP if name in ("Date", "Sent") else DropReason.NAVIGATION, "article.mail_head")


def mark_slugs(page: Draft) -> None:
    """Drops slug lines above the first running text, unless they are the declared headline."""
    for i in range(next(iter(page.prose()), 0)):
        if page.open(i) and i != page.headline and SLUG.fullmatch(page.lines[i].text):
            page.mark(i, DropReason.NAVIGATION, "article.slug")


def mark_ends(page: Draft) -> None:
    """Cuts "Enditem", "ENDS" and the like off the end of a paragraph, "BREAKING:" off its front, and "UPDATE 3-" off
    the front of a headline.
    """
    for i, tail in _ends(page):
        page.cuts[i] = tail
        page.cut_rules[i] = (DropReason.NAVIGATION, "article.end_mark")
    for i, line in enumerate(page.lines):
        label = LABEL.match(line.text)
        if label is not None and label.end() and page.open(i) and i not in page.skips and i not in page.leads:
            page.skips[i] = (label.end(), DropReason.NAVIGATION, "article.slug")
    if page.headline is not None and page.headline not in page.skips:
        text = page.lines[page.headline].text
        m = PREFIX.match(text) if page.looks[page.headline].words <= HEADLINE_MAX else None
        if m is not None and any(char.islower() for char in text[m.end() :]):
            page.skips[page.headline] = (m.end(), DropReason.NAVIGATION, "article.slug")


def _ends(page: Draft) -> Iterator[tuple[int, int]]:
    for i, line in enumerate(page.lines):
        m = END.search(line.text, max(0, len(line.text) - 14)) if page.open(i) and i not in page.cuts else None
        if m is not None and m.start() > 0:
            yield i, m.start()
