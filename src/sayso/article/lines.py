"""The lines a page is judged by: a line of text, a hard-wrapped paragraph, or a block of an HTML page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.article.repair import repaired
from sayso.records.article import Page

HEADING = re.compile(r"(?:#{1,6}|>)\s+")
LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}(?:\s+\"[^\"]{0,200}\")?\)")
EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
BULLET = re.compile(r"(?:[-–*•·▪►‣●○◦»>✦➤]|\(?\d{1,2}[.)]|\([a-z]\)|[a-z]\))[ \t]+(?=\S)")
# The lines that head a mail or a posting.
MAIL = re.compile(
    r"(?P<name>From|To|Cc|Subject|Date|Sent|Newsgroups|Organi[sz]ation|Message-ID|Reply-To|X-[\w-]{2,20}|Lines"
    r"|References|Return-Path|Received|Content-Type|MIME-Version|Distribution|Approved|Followup-To|Path): ?\S",
)
COLUMNS = re.compile(r"\t+|[^\S\n]{3,}|[ \t]?\|[ \t]?")
WRAP_MAX, WRAP_MIN, BROKEN_MIN, MIN_JUNCTIONS = 140, 40, 25, 2
# Columns of a page or a telephone: narrower than WRAP_MIN, believed only with more evidence.
NARROW_MIN, NARROW_JUNCTIONS, NARROW_SHARE = 24, 4, 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A stretch [start, end) of the raw text that is judged as one. `text` has white space folded; `gap` is true if
    a blank line stands before it; `tag`, `area` and `linked` (share of linked characters) are known for HTML only;
    `body` is false for a block that the extractor left out. `cells` counts the columns of a line of plain text that
    tabs, bars or wide gaps divide; `bullet` is how many characters of `text` are the bullet or number before an item.
    """

    start: int
    end: int
    text: str
    gap: bool = True
    tag: str = ""
    area: str = ""
    linked: float = 0.0
    body: bool = True
    cells: int = 1
    bullet: int = 0


def lines_of_text(text: str, *, markdown: bool = False) -> tuple[Line, ...]:
    """Plain text -> its lines; a hard-wrapped paragraph is one line. Markdown lines are judged without their marks."""
    rows = _rows(text)
    width = _wrap_width(rows, text)
    lines: list[Line] = []
    for i, (start, end, gap) in enumerate(rows):
        wrapped = lines and width and not gap and _goes_on(text, rows[i - 1], rows[i], width)
        if lines and (wrapped or _broken(text, rows[i - 1], rows[i])) and not _stands_alone(text, rows[i - 1], rows[i]):
            last = lines[-1]
            lines[-1] = _line(text, last.start, end, gap=last.gap)
        else:
            lines.append(_line(text, start, end, gap=gap))
    return tuple(map(_unmarked, lines) if markdown else lines)


def _unmarked(line: Line) -> Line:
    """A Markdown line without marks of emphasis, headings and links; links and headings are noted as in HTML."""
    linked = sum(len(m[1]) for m in LINK.finditer(line.text))
    head = HEADING.match(line.text)
    text = EMPHASIS.sub("", LINK.sub(r"\1", line.text[head.end() if head else 0 :])).strip()
    if not text:
        return line
    tag = f"h{len(head[0].strip())}" if head and head[0].startswith("#") else ""
    return replace(line, text=text, tag=tag, linked=min(1.0, linked / len(text)))


def lines_of_page(page: Page, chosen: Sequence[tuple[int, int]] | None) -> tuple[Line, ...]:
    """HTML page and the stretches the extractor chose -> a line a block, or two where a block was chosen in part.

    Without a choice (None) every block counts as body.
    """
    lines: list[Line] = []
    at = 0
    for block in page.blocks:
        linked = block.linked / max(1, block.end - block.start)
        here: list[tuple[int, int, bool]] = []
        if chosen is None:
            here.append((block.start, block.end, True))
        else:
            while at < len(chosen) and chosen[at][1] <= block.start:
                at += 1
            position, k = block.start, at
            while k < len(chosen) and chosen[k][0] < block.end:
                start, end = max(position, chosen[k][0]), min(block.end, chosen[k][1])
                if start > position:
                    here.append((position, start, False))
                if end > start:
                    here.append((start, end, True))
                position, k = max(position, end), k + 1
            if position < block.end:
                here.append((position, block.end, False))
        for start, end, body in here:
            line = _line(page.text, start, end, gap=True)
            if line.text:
                lines.append(
                    Line(
                        start=line.start,
                        end=line.end,
                        text=line.text,
                        tag=block.tag,
                        area=block.area,
                        linked=linked,
                        body=body,
                    ),
                )
    return tuple(lines)


def _line(text: str, start: int, end: int, *, gap: bool) -> Line:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip())
    stripped = raw.strip()
    bullet = BULLET.match(stripped)
    return Line(
        start=start + left,
        end=start + left + len(stripped),
        text=" ".join(repaired(stripped).split()),
        gap=gap,
        cells=len(COLUMNS.split(stripped.strip("|"))) if "\n" not in stripped else 1,
        bullet=len(" ".join(bullet[0].split())) if bullet else 0,
    )


def _stands_alone(text: str, upper: tuple[int, int, bool], lower: tuple[int, int, bool]) -> bool:
    """True if `lower` opens something of its own: an item, a row of a table, a line of a mail head."""
    row = text[lower[0] : lower[1]]
    return "\t" in row or "|" in row or MAIL.match(row) is not None or _item_opens(text, upper, lower)


def _item_opens(text: str, upper: tuple[int, int, bool], lower: tuple[int, int, bool]) -> bool:
    """True if `lower` opens with a bullet and the line above is one, or has come to an end."""
    if not BULLET.match(text, lower[0], lower[1]):
        return False
    return text[upper[1] - 1] in '.:;!?"”' or BULLET.match(text, upper[0], upper[1]) is not None


def _rows(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, blank line before) of every line that is not blank."""
    rows, position, gap = [], 0, True
    for row in text.splitlines(keepends=True):
        body = row.strip()
        if body:
            start = position + len(row) - len(row.lstrip())
            rows.append((start, start + len(body), gap))
        gap = not body
        position += len(row)
    return rows


def _wrap_width(rows: Sequence[tuple[int, int, bool]], text: str) -> int:
    """The width at which the text was wrapped by a machine, 0 if it was not.

    Wrapped: at most junctions of adjoining lines, the first word of the lower line would not have fitted above.
    """
    junctions = [(rows[i], rows[i + 1]) for i in range(len(rows) - 1) if not rows[i + 1][2]]
    if len(junctions) < MIN_JUNCTIONS:
        return 0
    lengths = sorted(end - start for start, end, _ in rows)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.98))]
    if not NARROW_MIN <= width <= WRAP_MAX:
        return 0
    full = sum(_full(text, upper, lower, width) for upper, lower in junctions)
    if width < WRAP_MIN:
        lower = sum(text[below[0]].islower() for _, below in junctions)
        enough = len(junctions) >= NARROW_JUNCTIONS and 3 * lower >= len(junctions)
        return width if enough and full >= NARROW_SHARE * len(junctions) else 0
    if full >= 0.6 * len(junctions) and len(junctions) > MIN_JUNCTIONS:
        return width
    flowing = sum(_flows(text, upper, lower) for upper, lower in junctions)
    return width if flowing >= 0.6 * len(junctions) else 0


def _flows(text: str, upper: tuple[int, int, bool], lower: tuple[int, int, bool]) -> bool:
    """True if a long line ends in mid-sentence and the next opens so: by a small letter, or all is in capitals."""
    if upper[1] - upper[0] < WRAP_MIN or text[upper[1] - 1] in '.!?:"”':
        return False
    return text[lower[0]].islower() or (text[upper[0] : upper[1]].isupper() and text[lower[0] : lower[1]].isupper())


def _full(text: str, upper: tuple[int, int, bool], lower: tuple[int, int, bool], width: int) -> bool:
    word = text[lower[0] : min(lower[1], lower[0] + 30)].split(None, 1)[0]
    return upper[1] - upper[0] + 1 + len(word) > width - 4


def _broken(text: str, upper: tuple[int, int, bool], lower: tuple[int, int, bool]) -> bool:
    """True if a sentence runs on from `upper` to `lower`: no mark ends the long upper line, a small letter opens the
    lower one, and no bullet or blank space sets it off.
    """
    if lower[2] or not text[lower[0]].islower() or upper[1] - upper[0] < BROKEN_MIN:
        return False
    return text[upper[1] - 1].isalnum() or text[upper[1] - 1] in ",-–—;’'”\""


def _goes_on(text: str, upper: tuple[int, int, bool], lower: tuple[int, int, bool], width: int) -> bool:
    """True if `lower` continues the wrapped paragraph of `upper`: not indented, and `upper` not a short last line."""
    line_start = text.rfind("\n", 0, lower[0]) + 1
    indent = lower[0] - line_start
    above = upper[0] - (text.rfind("\n", 0, upper[0]) + 1)
    if indent >= above + 2:
        return False
    ends = text[upper[1] - 1] in ".!?\"”'’:)"
    return not (ends and not _full(text, upper, lower, width))
