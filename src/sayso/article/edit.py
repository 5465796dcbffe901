"""Builds the clean text piece by piece and keeps the map to the raw text while it does."""

import re
import unicodedata
from collections.abc import Iterator

from sayso.article.repair import CUT, GARBLED, NOTE, REFERENCE, REPAIR, mend
from sayso.text import OffsetMap

# Soft hyphen, zero-width characters, byte-order mark, bidirectional controls and other invisible marks.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+"
)
# Any white space that is not one plain space between words.
SPACE = re.compile(r"[^\S ]\s*| \s+")
SURROGATE = re.compile("[\ud800-\udfff]")
# Texts without these characters are in NFC already.
COMPOSABLE = re.compile(
    "[\u0300-\u036f\u0374\u037e\u0387\u0483-\u1fff\u20d0-\u20ff\u2126-\u2fff\u3099-\uffdc\U00010000-\U0010ffff]"
)
SPECIAL = re.compile(
    f"(?P<repair>{CUT}|{REFERENCE}|{GARBLED})|(?P<note>{NOTE})"
    f"|(?P<space>{SPACE.pattern})|(?P<gone>{INVISIBLE.pattern})|(?P<bad>{SURROGATE.pattern})"
)
MAX_MARKS = 16
# Markdown: **bold**, __bold__, `code`, [text](address), ![picture](address), heading marks, quotation marks of a block.
MARKDOWN = re.compile(
    r"!?\[(?P<label>[^\[\]\n]{0,300})\]\([^()\s]{0,500}(?:\s+\"[^\"\n]{0,200}\")?\)|(?P<mark>\*{1,3}|_{2,3}|`+)"
)
HEADING = re.compile(r"#{1,6}\s+|>\s+|[*+-]\s+(?=\S)")

Piece = tuple[str, int, int]


class Builder:
    """Clean text in the making: pieces in, text and OffsetMap out."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._runs: list[tuple[int, int, int, int]] = []
        self.length = 0
        self._raw_end = 0

    def add(self, clean: str, raw_start: int, raw_length: int) -> None:
        """Appends `clean`, made from `raw_length` raw characters at `raw_start`."""
        if not clean:
            return
        if self._runs and len(clean) == raw_length:
            start, raw, size, raw_size = self._runs[-1]
            if size == raw_size and raw + raw_size == raw_start:
                self._runs[-1] = (start, raw, size + len(clean), raw_size + len(clean))
                self._append(clean, raw_start + raw_length)
                return
        self._runs.append((self.length, raw_start, len(clean), raw_length))
        self._append(clean, raw_start + raw_length)

    def gap(self, clean: str, raw_next: int) -> None:
        """Appends a separator that stands for whatever lies between the last piece and `raw_next`."""
        if self.length:
            size = max(0, raw_next - self._raw_end)
            start = self._raw_end
            self._runs.append((self.length, start, len(clean), size))
            self._append(clean, start + size)

    def text(self) -> str:
        """The clean text so far."""
        return "".join(self._out)

    def offset_map(self) -> OffsetMap:
        """The map of the clean text so far."""
        return OffsetMap(tuple(self._runs))

    def _append(self, clean: str, raw_end: int) -> None:
        self._out.append(clean)
        self.length += len(clean)
        self._raw_end = raw_end


def fold(raw: str, start: int, end: int, *, markdown: bool = False) -> Iterator[Piece]:
    """A stretch of raw text -> pieces (clean, raw start, raw length) in NFC, white space folded, invisibles gone."""
    for piece_start, piece_end in _markdown(raw, start, end) if markdown else ((start, end),):
        position = piece_start
        for m in SPECIAL.finditer(raw, piece_start, piece_end):
            if m.start() > position:
                yield from _composed(raw, position, m.start())
            if m.lastgroup == "space":
                yield " ", m.start(), m.end() - m.start()
            elif m.lastgroup == "repair":
                yield from _mended(raw, m)
            elif m.lastgroup == "bad":
                yield "�", m.start(), 1
            position = m.end()
        if position < piece_end:
            yield from _composed(raw, position, piece_end)


def _mended(raw: str, m: re.Match[str]) -> Iterator[Piece]:
    found = REPAIR.match(raw, m.start())
    text = m[0] if found is None else mend(raw, found)
    if text == m[0]:
        for i in range(m.start(), m.end()):
            if not INVISIBLE.match(raw[i]):
                yield from _composed(raw, i, i + 1)
    elif text:
        yield unicodedata.normalize("NFC", text), m.start(), m.end() - m.start()


def folded(raw: str, start: int, end: int, *, markdown: bool = False) -> tuple[Piece, ...]:
    """`fold` without doubled or outer spaces."""
    pieces: list[Piece] = []
    for clean, at, length in fold(raw, start, end, markdown=markdown):
        if clean.startswith(" ") and (not pieces or pieces[-1][0].endswith(" ")):
            if len(clean) == 1 or len(clean) != length:
                continue
            pieces.append((clean[1:], at + 1, length - 1))
        else:
            pieces.append((clean, at, length))
    if pieces and pieces[-1][0].endswith(" "):
        clean, at, length = pieces.pop()
        if len(clean) > 1:
            pieces.append((clean[:-1], at, length - 1))
    return tuple(_joined(pieces))


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces that compose across an invisible character that stood between them become one piece."""
    text = "".join(piece[0] for piece in pieces)
    if unicodedata.is_normalized("NFC", text):
        return pieces
    merged: list[Piece] = []
    for clean, start, length in pieces:
        last, last_start, last_length = merged[-1] if merged else ("", 0, 0)
        if unicodedata.is_normalized("NFC", last + clean):
            merged.append((clean, start, length))
        elif last_length == len(last) and length == len(clean):
            tail = unicodedata.normalize("NFC", last[-1] + clean[0])
            before, at = last[:-1], last_start + len(last) - 1
            pair = (before, last_start, len(before)), (tail, at, start + 1 - at), (clean[1:], start + 1, length - 1)
            merged[-1:] = [piece for piece in pair if piece[0]]
        else:
            joined = unicodedata.normalize("NFC", last + clean)
            merged[-1] = (joined, last_start, start + length - last_start)
    return merged


def _composed(raw: str, start: int, end: int) -> Iterator[Piece]:
    text = raw[start:end]
    if not COMPOSABLE.search(text):
        yield text, start, end - start
        return
    clusters = list(_clusters(text))
    composed = [(unicodedata.normalize("NFC", text[a:b]), a, b) for a, b in clusters]
    merged: list[tuple[str, int, int]] = []
    for clean, a, b in composed:
        if merged and clean:
            joined = unicodedata.normalize("NFC", merged[-1][0] + clean)
            if joined != merged[-1][0] + clean:
                merged[-1] = (joined, merged[-1][1], b)
                continue
        merged.append((clean, a, b))
    for clean, a, b in merged:
        yield clean, start + a, b - a


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Starters with their combining marks; marks beyond MAX_MARKS stand alone and are then left out."""
    start, marks = 0, 0
    for i, char in enumerate(text):
        if i == 0:
            continue
        if unicodedata.combining(char):
            marks += 1
            if marks > MAX_MARKS:
                if marks == MAX_MARKS + 1:
                    yield start, i
                start = i + 1
            continue
        if start < i:
            yield start, i
        start, marks = i, 0
    if start < len(text):
        yield start, len(text)


def _markdown(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of [start, end) that are words and not marks."""
    head = HEADING.match(raw, start, end)
    position = head.end() if head else start
    for m in MARKDOWN.finditer(raw, position, end):
        if m.lastgroup == "mark" and not _emphasis(raw, m.start(), m.end()):
            continue
        if m.start() > position:
            yield position, m.start()
        if m.lastgroup == "label" and raw[m.start()] != "!":
            yield m.span("label")
        position = m.end()
    if position < end:
        yield position, end


def _emphasis(raw: str, start: int, end: int) -> bool:
    """A mark between two spaces (a multiplication sign, a footnote star) is no emphasis."""
    before = raw[start - 1] if start else " "
    after = raw[end] if end < len(raw) else " "
    return not (before.isspace() and after.isspace())
