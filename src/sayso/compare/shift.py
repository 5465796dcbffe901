"""Positions in the text of one reading of an article -> positions in the text of another reading of it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable

from sayso.records.article import Article
from sayso.text import OffsetMap, Span

Shift = Callable[[Span], Span | None]


def shift(before: Article, after: Article) -> Shift:
    """Two versions of an article -> a function from spans of `after.text` to spans of `before.text`.

    Through the raw input where both come from the same bytes; otherwise paragraph by paragraph, where a paragraph is
    the same on both sides. None where a span has no counterpart.
    """
    if before.text == after.text:
        return lambda span: span
    if before.raw.sha256 == after.raw.sha256:
        return _through_raw(before.offset_map, after.offset_map)
    return _by_paragraph(before, after)


def _through_raw(before: OffsetMap, after: OffsetMap) -> Shift:
    runs = sorted((raw, raw_length, clean, clean_length) for clean, raw, clean_length, raw_length in before.runs)
    starts = [run[0] for run in runs]

    def position(raw: int) -> int | None:
        at = bisect_right(starts, raw) - 1
        if at < 0 or raw >= starts[at] + max(1, runs[at][1]):
            return None
        start, raw_length, clean, clean_length = runs[at]
        return clean + (raw - start if raw_length == clean_length else 0)

    def moved(span: Span) -> Span | None:
        try:
            raw = after.to_raw(span)
        except ValueError:
            return None
        first, last = position(raw.start), position(max(raw.start, raw.end - 1))
        return None if first is None or last is None or last < first else Span(first, last + 1)

    return moved


def _by_paragraph(before: Article, after: Article) -> Shift:
    known: defaultdict[str, list[int]] = defaultdict(list)
    for part in reversed(before.parts):
        known[before.text[part.start : part.end]].append(part.start)
    starts = [part.start for part in after.parts]
    moves = [known[words].pop() if known.get(words) else None for words in _paragraphs(after)]

    def moved(span: Span) -> Span | None:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or span.end > after.parts[at].end:
            return None
        start = moves[at]
        return None if start is None else Span(span.start - starts[at] + start, span.end - starts[at] + start)

    return moved


def _paragraphs(article: Article) -> list[str]:
    return [article.text[part.start : part.end] for part in article.parts]
