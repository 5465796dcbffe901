"""Pairs quotation marks once, over paragraphs.

Straight and curly doubles, low-9, guillemets, doubled single marks, and single marks that are not apostrophes. A
quotation left open at the end of a paragraph goes on if the next paragraph opens with a mark of the same kind (the
newspaper convention for quotations of several paragraphs); otherwise it ends with its paragraph, marked not closed.
One odd mark therefore never costs more than its paragraph.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.records.article import Part
from sayso.records.language import Quotation
from sayso.text import Span

_DOUBLE = {'"': '"', "“": "”", "„": "“”", "«": "»", "‟": "”", "``": "''", "''": "''", "”": "”"}
_SINGLE = {"‘": "’", "'": "'", "‹": "›", "`": "'’"}
_CLIPPED = re.compile(r"'(?:em|til|tis|twas|n|cause|s|t|ll|re|ve|d|m)\b", re.IGNORECASE)
_AFTER = re.compile(r"\s{0,9}[,.;:!?)\]—–-]|$")
_MARKS_AHEAD = 200
"""How many marks ahead a closing mark is looked for; further only in hostile text, where it would take for ever."""
_MARK = re.compile(r"``|''|\"{1,3}|[“”„«»‟‘’'‹›`]")


class _Mark(NamedTuple):
    """A mark in the text; `kind` is its character ("" and \"\"\" of bad exports are one straight mark)."""

    start: int
    end: int
    kind: str


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
    marks = [
        _Mark(m.start(), m.end(), '"' if m.group()[0] == '"' else m.group()) for m in _MARK.finditer(text, start, end)
    ]
    i = 0
    while i < len(marks):
        mark = marks[i]
        closes = _opens(text, start, end, mark)
        if closes is None:
            i += 1
            continue
        j = _closer(text, end, marks, i, closes)
        if j is None:
            if mark.kind in _SINGLE or not text[mark.end : end].strip():
                i += 1
                continue
            pairs.append(_quotation(mark.start, end, mark.end, end, closed=False))
            break
        if mark.kind == '"' and _only_opens(text, start, end, marks[j]):
            i = j
            continue
        if text[mark.end : marks[j].start].strip():
            pairs.append(_quotation(mark.start, marks[j].end, mark.end, marks[j].start, closed=True))
        i = j + 1
    return pairs


def _quotation(start: int, end: int, first: int, last: int, *, closed: bool) -> Quotation:
    return Quotation(start=start, end=end, inner=(Span(first, last),), closed=closed)


def _opens(text: str, start: int, end: int, mark: _Mark) -> str | None:
    """The closing marks for an opening mark, or None if it opens nothing."""
    before = text[mark.start - 1] if mark.start > start else " "
    after = text[mark.end] if mark.end < end else " "
    if mark.kind in _DOUBLE:
        if mark.kind == '"' and after.isspace() and not before.isspace():
            return None
        if mark.kind == "”" and not (before.isspace() and not after.isspace()):
            return None
        return _DOUBLE[mark.kind]
    if mark.kind not in _SINGLE or before.isalnum() or after.isspace():
        return None
    if mark.kind == "'" and (after.isdigit() or _CLIPPED.match(text[mark.start : mark.start + 7])):
        return None
    return _SINGLE[mark.kind]


def _only_opens(text: str, start: int, end: int, mark: _Mark) -> bool:
    """Is a straight mark plainly an opening one, so that the mark before it was odd?"""
    opening = mark.start == start or text[mark.start - 1].isspace()
    return opening and mark.end < end and text[mark.end].isalnum()


def _closer(text: str, end: int, marks: list[_Mark], i: int, closes: str) -> int | None:
    kind = marks[i].kind
    for j in range(i + 1, min(len(marks), i + _MARKS_AHEAD)):
        mark = marks[j]
        if not _closes(closes, mark.kind):
            if kind in ('"', "“") and mark.kind in ('"', "”"):
                return j
            continue
        if kind in _SINGLE:
            before = text[mark.start - 1]
            after = text[mark.end] if mark.end < end else " "
            if after.isalnum() or before.isspace():
                continue
            ends = _AFTER.match(text, mark.start + 1, end)
            if before == "s" and not ends and _later(text, marks, j, closes):
                continue
        return j
    return None


def _closes(closes: str, kind: str) -> bool:
    """Is `kind` the closing mark `closes`, or, for a doubled single mark, exactly that?"""
    return kind == closes if closes == "''" or len(kind) > 1 else kind in closes


def _later(text: str, marks: list[_Mark], j: int, closes: str) -> bool:
    """True if a better closing single mark follows (so that a plural possessive is not taken for the end)."""
    return any(mark.kind in closes and text[mark.start - 1] in ",.!?" for mark in marks[j + 1 : j + _MARKS_AHEAD])
