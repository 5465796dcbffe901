"""Pairs quotation marks once, over paragraphs.

Straight and curly doubles, low-9, guillemets, doubled single marks, and single marks that are not apostrophes. A
quotation left open at the end of a paragraph goes on if the next paragraph opens with a mark of the same kind (the
newspaper convention for quotations of several paragraphs); otherwise it ends with its paragraph, marked not closed.
One odd mark therefore never costs more than its paragraph.
"""

import re
from collections.abc import Sequence

from sayso.records.article import Part
from sayso.records.language import Quotation
from sayso.text import Span

_DOUBLE = {'"': '"', "“": "”", "„": "“”", "«": "»", "‟": "”", "``": "''", "''": "''", "”": "”"}
_SINGLE = {"‘": "’", "'": "'", "‹": "›", "`": "'’"}
_CLIPPED = re.compile(r"'(?:em|til|tis|twas|n|cause|s|t|ll|re|ve|d|m)\b", re.IGNORECASE)
_AFTER = re.compile(r"\s{0,9}[,.;:!?)\]—–-]|$")
_MARKS_AHEAD = 200
"""How many marks ahead a closing mark is looked for; further only in hostile text, where it would take for ever."""
_MARK = re.compile(r"``|''|[\"“”„«»‟‘’'‹›`]")


def pair_quotations(text: str, parts: Sequence[Part]) -> tuple[Quotation, ...]:
    """Article text and its parts -> quotations, ascending, not nested (the outer one wins)."""
    found: list[Quotation] = []
    carried: Quotation | None = None
    for part in parts:
        pairs = _pairs(text, part.start, part.end)
        if carried is not None:
            if pairs and pairs[0].start == _first_mark(text, part):
                head = pairs.pop(0)
                carried = Quotation(
                    start=carried.start,
                    end=head.end,
                    inner=carried.inner + head.inner,
                    closed=head.closed,
                )
                if head.closed or pairs:
                    found.append(carried)
                    carried = None
            else:
                found.append(carried)
                carried = None
        for pair in pairs:
            if not pair.closed and pair is pairs[-1]:
                carried = pair
            else:
                found.append(pair)
    if carried is not None:
        found.append(carried)
    return tuple(found)


def _first_mark(text: str, part: Part) -> int:
    start = part.start
    while start < part.end and text[start].isspace():
        start += 1
    return start


def _pairs(text: str, start: int, end: int) -> list[Quotation]:
    pairs: list[Quotation] = []
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    i = 0
    while i < len(marks):
        at, mark = marks[i]
        closes = _opens(text, start, end, at, mark)
        if closes is None:
            i += 1
            continue
        j = _closer(text, end, marks, i, mark, closes)
        if j is None:
            if mark in _SINGLE or not text[at + len(mark) : end].strip():
                i += 1
                continue
            pairs.append(_quotation(at, end, len(mark), 0, closed=False))
            break
        stop = marks[j][0] + len(marks[j][1])
        if text[at + len(mark) : marks[j][0]].strip():
            pairs.append(_quotation(at, stop, len(mark), len(marks[j][1]), closed=True))
        i = j + 1
    return pairs


def _quotation(start: int, end: int, opening: int, closing: int, *, closed: bool) -> Quotation:
    inner = Span(start + opening, end - closing)
    return Quotation(start=start, end=end, inner=(inner,), closed=closed)


def _opens(text: str, start: int, end: int, at: int, mark: str) -> str | None:
    """The closing marks for an opening mark at `at`, or None if it opens nothing."""
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark in _DOUBLE:
        if mark == '"' and before.isalnum() and not after.isalnum():
            return None
        if mark == "”" and not (before.isspace() and not after.isspace()):
            return None
        return _DOUBLE[mark]
    if mark not in _SINGLE or before.isalnum() or after.isspace():
        return None
    if mark == "'" and (after.isdigit() or _CLIPPED.match(text[at : at + 7])):
        return None
    return _SINGLE[mark]


def _closer(text: str, end: int, marks: list[tuple[int, str]], i: int, mark: str, closes: str) -> int | None:
    for j in range(i + 1, min(len(marks), i + _MARKS_AHEAD)):
        at, other = marks[j]
        if not _closes(closes, other):
            if mark in '"“' and other in '"”':
                return j
            continue
        if mark in _SINGLE:
            before = text[at - 1]
            after = text[at + len(other)] if at + len(other) < end else " "
            if after.isalnum() or before.isspace():
                continue
            ends = _AFTER.match(text, at + 1, end)
            if before == "s" and not ends and _later(text, marks, j, closes):
                continue
        return j
    return None


def _closes(closes: str, mark: str) -> bool:
    """Is `mark` the closing mark `closes`, or, for a doubled single mark, exactly that?"""
    return mark == closes if closes == "''" or len(mark) > 1 else mark in closes


def _later(text: str, marks: list[tuple[int, str]], j: int, closes: str) -> bool:
    """True if a better closing single mark follows (so that a plural possessive is not taken for the end)."""
    return any(m in closes and text[at - 1] in ",.!?" for at, m in marks[j + 1 : j + _MARKS_AHEAD])
