"""Captions: which lines of a page are captions of its figures, and so parts of their own."""

from sayso.article.credits import caption, credit_start
from sayso.article.draft import OUTSIDE, Draft
from sayso.codebook.terms import DropReason, PartKind

ABOVE = 3


def mark_captions(page: Draft) -> None:
    """Captions become parts of their own: sentences before a photo credit, and those of the figures of the article."""
    for i, line in enumerate(page.lines):
        if page.marks[i] is not None or page.lines[i].linked >= 0.6:
            continue
        at = credit_start(line, page.looks[i], page.words)
        labelled = line.text[:13].lower() == "image caption"
        if at or labelled or ((line.tag == "figcaption" or line.area == "figure") and caption(line.text, page.words)):
            page.kinds[i] = PartKind.CAPTION
            if at:
                page.cuts[i] = at


def drop_stray_captions(page: Draft) -> None:
    """Captions of figures that the extractor left out, above the headline or below the text, are no part of it."""
    prose = page.prose()
    first = page.headline if page.headline is not None else prose[0] if prose else 0
    last = prose[-1] if prose else len(page.lines)
    for i, kind in sorted(page.kinds.items()):
        if kind is PartKind.CAPTION and not page.lines[i].body and not first - ABOVE <= i <= last:
            page.mark(i, DropReason.NAVIGATION, OUTSIDE)
