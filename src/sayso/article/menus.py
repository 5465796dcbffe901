"""Menus: long runs of short lines that no sentence interrupts, with furniture among them or outside the text."""

import re

from sayso.article.draft import HEADLINE_MIN, Draft
from sayso.codebook.terms import DropReason, PartKind

# Measured on public line-labelled pages; a run outside the text needs less evidence than one inside it.
MAX_WORDS, MIN_INSIDE, MIN_OUTSIDE, FURNITURE, NEAR = 9, 8, 5, 0.1, 4
FIGURES = re.compile(r"[^:\d]{2,40}: ?(?:[~<>+]|about |over )?\d[\d,.]*\b")


def mark_menus(page: Draft) -> None:
    """Drops runs of short lines without an end mark: eight or more with furniture among them, five or more before the
    first or after the last sentences that stand together. Lists that a colon announces, and rows of figures, stay.
    """
    first, last = _body(page)
    i = 0
    while i < len(page.lines):
        run: list[int] = []
        furniture, k = 0, i
        while k < len(page.lines) and (_short(page, k) or not page.open(k)):
            if page.open(k):
                run.append(k)
            else:
                furniture += 1
            k += 1
        announced = i > 0 and page.lines[i - 1].text.endswith(":")
        outside = bool(run) and (run[-1] < first or run[0] > last)
        if not announced and (
            (len(run) >= MIN_INSIDE and furniture >= FURNITURE * len(run)) or (outside and len(run) >= MIN_OUTSIDE)
        ):
            if outside and run[-1] == first - 1 and not page.wanted and _title(page, run[-1]):
                _promote(page, run.pop())
            for member in run:
                page.mark(member, DropReason.NAVIGATION, "article.menu")
        i = k + 1


def _title(page: Draft, i: int) -> bool:
    return page.looks[i].words >= HEADLINE_MIN and page.lines[i].text[:1].isalnum()


def _promote(page: Draft, i: int) -> None:
    """The last line of a menu right above the text is the headline, not what was taken for it before the menu."""
    for k in range(i):
        if page.open(k):
            page.mark(k, DropReason.NAVIGATION, "article.menu")
            page.kinds.pop(k, None)
    page.headline = i
    page.kinds[i] = PartKind.HEADLINE


def _short(page: Draft, i: int) -> bool:
    look, text = page.looks[i], page.lines[i].text
    plain = i not in page.kinds and i not in page.kept and not FIGURES.match(text)
    return plain and look.words <= MAX_WORDS and not look.final and not text.endswith(":")


def _body(page: Draft) -> tuple[int, int]:
    """The first and last line of running text that has another one near it."""
    prose = page.prose()
    near = [
        i
        for k, i in enumerate(prose)
        if (k + 1 < len(prose) and prose[k + 1] - i <= NEAR) or (k and i - prose[k - 1] <= NEAR)
    ]
    found = near or prose
    return (found[0], found[-1]) if found else (0, len(page.lines))
