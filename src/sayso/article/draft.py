"""The lines of one page while they are judged: looks, verdicts so far, and what they have in common."""

import re
from collections.abc import Sequence

from sayso.article.lines import Line
from sayso.article.looks import Look, look_at
from sayso.article.marks import Mark
from sayso.article.words import Words, words
from sayso.codebook.terms import DropReason, PartKind

OUTSIDE = "article.outside_body"
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
ALNUM = re.compile(r"[\W_]+")
HEADLINE_MIN, HEADLINE_MAX = 3, 28


class Draft:
    """The lines of one page while they are judged."""

    def __init__(self, lines: Sequence[Line], headline: str | None) -> None:
        self.words: Words = words()
        self.lines = lines
        self.looks: list[Look] = [look_at(line, self.words) for line in lines]
        self.marks: list[Mark | None] = [None] * len(lines)
        self.kinds: dict[int, PartKind] = {}
        self.cuts: dict[int, int] = {}
        self.cut_rules: dict[int, tuple[DropReason, str]] = {}
        self.skips: dict[int, tuple[int, DropReason, str]] = {}
        self.kept: set[int] = set()
        self.leads: dict[int, int] = {}
        self.sections: list[int] = [0] * len(lines)
        self.stamps: dict[int, str] = {}
        self.wanted = squeezed(headline) if headline else ""
        self.headline: int | None = None

    def open(self, i: int) -> bool:
        """True if line i has no verdict yet."""
        return self.marks[i] is None

    def outside(self, i: int) -> bool:
        """True if line i is dropped only because the extractor left it out."""
        mark = self.marks[i]
        return mark is not None and mark.rule == OUTSIDE

    def prose(self) -> list[int]:
        """Lines of running text without a verdict, captions aside."""
        return [
            i
            for i, look in enumerate(self.looks)
            if look.prose and self.marks[i] is None and self.kinds.get(i) is not PartKind.CAPTION
        ]

    def mark(self, i: int, reason: DropReason, rule: str) -> None:
        """Drops line i, unless it has a verdict of its own."""
        if self.marks[i] is None or self.outside(i):
            self.marks[i] = Mark(reason, rule)


def squeezed(text: str) -> str:
    """Letters and digits of a text, lower case: for comparing lines."""
    return ALNUM.sub("", text).lower()
