"""HTML page -> the stretches of its text that a news extractor takes for the article body."""

import re
from array import array
from collections.abc import Iterator

from sayso.records.article import Page

MIN_BODY = 200
NEAR = 4000


def body_of(page: Page) -> tuple[tuple[int, int], ...] | None:
    """Page -> ascending stretches [start, end) of `page.text` that trafilatura chose; None if it chose (next to)
    nothing or the markup must not be given to a parser: then every block counts.
    """
    if page.html is None:
        return None
    found = _extract(page.html)
    if not found:
        return None
    body_start = next((block.start for block in page.blocks if block.tag != "title"), 0)
    chosen = sorted(_locate(page.text, found, body_start))
    merged: list[tuple[int, int]] = []
    for start, end in chosen:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    size = sum(end - start for start, end in merged)
    if size < min(MIN_BODY, len(page.text) // 2):
        return None
    return tuple(merged)


def _extract(html: str) -> list[str]:
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(
            html, include_comments=False, include_formatting=False, include_links=False, with_metadata=False
        )
    except Exception:  # noqa: BLE001 - a parser fed with hostile markup may raise anything; we then read without it
        return []
    text = getattr(document, "text", None)
    return [line for line in text.split("\n") if line.strip()] if isinstance(text, str) else []


def _locate(text: str, paragraphs: list[str], start: int) -> Iterator[tuple[int, int]]:
    """Where the extractor's paragraphs stand in the page text, comparing letters and digits only."""
    places = array("I", (i for i in range(start, len(text)) if text[i].isalnum()))
    packed = "".join(text[i] for i in places)
    cursor = 0
    for paragraph in paragraphs:
        for key in _keys(paragraph):
            at = packed.find(key, cursor)
            if at < 0 or (len(key) < 12 and at > cursor + NEAR):
                at = packed.find(key) if len(key) >= 24 else -1
            if at < 0:
                continue
            cursor = max(cursor, at + len(key)) if at >= cursor else cursor
            yield _widen(text, places[at], places[at + len(key) - 1] + 1)


def _keys(paragraph: str) -> Iterator[str]:
    """The whole paragraph as letters and digits; table rows cell by cell."""
    for cell in re.split(r"\|", paragraph):
        key = "".join(char for char in cell if char.isalnum())
        if len(key) >= 3:
            yield key


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Takes in the marks around the words: an opening quotation mark before, the full stop after."""
    while start > 0 and text[start - 1] != "\n" and not text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end] != "\n" and not text[end].isalnum():
        end += 1
    return start, end
