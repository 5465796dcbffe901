"""Page -> Cleaned: the article, its map to the raw text, and everything that was left out with its reason."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.article.body import body_of
from sayso.article.bylines import credits_of, names_of_bylines
from sayso.article.credits import raw_cut, raw_skip
from sayso.article.dateline import FoundDateline, as_record, find_dateline, find_place_date
from sayso.article.dates import read_date
from sayso.article.edit import Builder, Piece, folded
from sayso.article.entries import Stamp, posted
from sayso.article.furniture import Verdict, judge
from sayso.article.language import foreign_language
from sayso.article.lines import Line, lines_of_page, lines_of_text
from sayso.article.metadata import Metadata, read_metadata
from sayso.article.printed import printed_date, printed_outlet, titled_date
from sayso.article.repair import NOTES
from sayso.codebook.terms import DropReason, PartKind
from sayso.ids import content_id
from sayso.records.article import Article, Cleaned, Dateline, Dropped, Page, Part, Published, Rejected

# Limits of one article and of the text it is found in: a long read of 20,000 words has 120,000 characters, and a
# reading takes half a minute at the limit.
MAX_ARTICLE_CHARS, MAX_TEXT_CHARS, MAX_LINES = 200_000, 2_000_000, 50_000
TITLES = (PartKind.HEADLINE, PartKind.STANDFIRST)
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\n]{0,2000}\n){1,60}?---[ \t]*(?:\r?\n|$)")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A line that stays: its part kind, its clean pieces, and the entry of a live page that it belongs to."""

    kind: PartKind
    pieces: tuple[Piece, ...]
    section: int = 0


def clean(page: Page) -> Cleaned | Rejected:
    """Page -> the article without furniture, or a Rejected with a one-line reason. Never raises for any text.

    Raw offsets are those of `page.text`. Article text is NFC; its parts stand apart by a blank line.
    """
    rows = page.text.count("\n") + page.text.count("\r")
    if len(page.text) > MAX_TEXT_CHARS or rows > MAX_LINES:
        size = f"a text of {len(page.text):,} characters in {rows + 1:,} lines"
        return Rejected(source=page.source, reason=f"{size}; the limits are {MAX_TEXT_CHARS:,} and {MAX_LINES:,}")
    lines = _lines(page)
    metadata = read_metadata(page)
    verdicts = judge(lines, headline=metadata.headline)
    kept, dropped, dateline = _sort(page, lines, verdicts)
    prose = " ".join(piece[0] for item in kept for piece in item.pieces)
    if len(prose) > MAX_ARTICLE_CHARS:
        return Rejected(
            source=page.source, reason=f"an article of {len(prose):,} characters; the limit is {MAX_ARTICLE_CHARS:,}"
        )
    if not any(item.kind is not PartKind.HEADLINE for item in kept) and not (kept and not dropped):
        return _nothing_left(page, dropped)
    if not any(char.isalpha() for char in prose):
        return Rejected(source=page.source, reason="no words in it")
    foreign = foreign_language(prose)
    if foreign is not None:
        return Rejected(source=page.source, reason=f"not English: {foreign}")
    rows_of_entries = zip(lines, verdicts, strict=True)
    stamps = tuple(Stamp(v.section, v.stamp, line.start) for line, v in rows_of_entries if v.stamp is not None)
    return _cleaned(page, metadata, kept, dropped, dateline, stamps)


def _lines(page: Page) -> tuple[Line, ...]:
    if page.blocks:
        return lines_of_page(page, body_of(page))
    return lines_of_text(page.text, markdown=page.raw.media_type == "text/markdown")


def _sort(
    page: Page,
    lines: Sequence[Line],
    verdicts: Sequence[Verdict],
) -> tuple[list[_Kept], list[Dropped], tuple[int, Dateline] | None]:
    """Kept parts, drops, and the dateline with the number of the part it was cut from."""
    markdown = page.raw.media_type == "text/markdown"
    front = FRONT_MATTER.match(page.text) if markdown else None
    kept: list[_Kept] = []
    dropped: list[Dropped] = []
    if front is not None:
        dropped.append(_dropped(page, DropReason.NAVIGATION, 0, front.end(), ("article.front_matter",)))
    dateline: Dateline | None = None
    for line, verdict in zip(lines, verdicts, strict=True):
        if front is not None and line.start < front.end():
            continue
        opening = dateline is None and not any(k.kind is PartKind.PARAGRAPH for k in kept)
        if opening and verdict.reason is DropReason.DATELINE:
            dateline = _dateline(page, line, find_place_date)
        if verdict.kind is None:
            dropped.append(_dropped(page, verdict.reason or DropReason.EMPTY, line.start, line.end, verdict.why))
            continue
        start = line.start
        if opening and verdict.kind is PartKind.PARAGRAPH:
            dateline = _dateline(page, line, find_dateline)
            if dateline is not None:
                start = dateline.raw_end
                dropped.append(_dropped(page, DropReason.DATELINE, dateline.raw_start, start, ("article.dateline",)))
        end = line.end
        if verdict.cut is not None:
            end = line.start + raw_cut(page.text[line.start : line.end], line.text[verdict.cut :])
            dropped.append(_dropped(page, verdict.cut_rule[0], end, line.end, (verdict.cut_rule[1],)))
        if verdict.skip is not None:
            size, reason, rule = verdict.skip
            begin, start = start, max(start, line.start + raw_skip(page.text[line.start : line.end], line.text[:size]))
            dropped.append(_dropped(page, reason, begin, start, (rule,)))
        notes = (m.span() for m in NOTES.finditer(page.text, start, end))
        dropped += [_dropped(page, DropReason.NAVIGATION, *span, ("article.note_mark",)) for span in notes]
        pieces = folded(page.text, start, end, markdown=markdown)
        if pieces:
            kept.append(_Kept(verdict.kind, pieces, verdict.section))
        else:
            dropped.append(_dropped(page, DropReason.EMPTY, line.start, line.end, ()))
    return kept, _merged(page, dropped), (0, dateline) if dateline else None


def _dateline(page: Page, line: Line, find: Callable[[str], FoundDateline | None]) -> Dateline | None:
    """The dateline that `find` sees in a line, unless the line ends with it where a paragraph should follow."""
    found = find(page.text[line.start : line.end])
    if found is None or (find is find_dateline and found.end >= line.end - line.start):
        return None
    start = line.start + found.start
    end = start + len(page.text[start : line.start + found.end].rstrip())
    return as_record(found, page.text[start:end], start, end)


def _dropped(page: Page, reason: DropReason, start: int, end: int, why: tuple[str, ...]) -> Dropped:
    return Dropped(reason=reason, raw_start=start, raw_end=end, quote=page.text[start:end], why=why)


def _merged(page: Page, dropped: Sequence[Dropped]) -> list[Dropped]:
    """Drops of one reason with nothing but white space between them are one drop."""
    merged: list[Dropped] = []
    for drop in sorted(dropped, key=lambda d: (d.raw_start, d.raw_end)):
        last = merged[-1] if merged else None
        if last is not None and last.reason == drop.reason and not page.text[last.raw_end : drop.raw_start].strip():
            why = tuple(dict.fromkeys((*last.why, *drop.why)))
            merged[-1] = _dropped(page, drop.reason, last.raw_start, max(last.raw_end, drop.raw_end), why)
        else:
            merged.append(drop)
    return merged


def _nothing_left(page: Page, dropped: Sequence[Dropped]) -> Rejected:
    sizes: dict[DropReason, int] = {}
    for drop in dropped:
        sizes[drop.reason] = sizes.get(drop.reason, 0) + drop.raw_end - drop.raw_start
    if not sizes:
        return Rejected(source=page.source, reason="no article text")
    main = max(sizes, key=lambda reason: (sizes[reason], reason.value))
    names = {
        DropReason.APPEAL: "an appeal",
        DropReason.COOKIE: "a cookie notice",
        DropReason.PAYWALL: "a paywall notice",
        DropReason.NEWSLETTER: "a newsletter notice",
        DropReason.COMMENT: "comments",
        DropReason.LEGAL: "legal lines",
    }
    return Rejected(
        source=page.source, reason=f"no article text left after dropping {names.get(main, f'{main.value} lines')}"
    )


def _cleaned(
    page: Page,
    metadata: Metadata,
    kept: list[_Kept],
    dropped: list[Dropped],
    dateline: tuple[int, Dateline] | None,
    stamps: Sequence[Stamp],
) -> Cleaned:
    kept.sort(key=lambda item: item.kind is not PartKind.HEADLINE)
    found = dateline[1] if dateline else None
    titles = [piece[0] for item in kept for piece in item.pieces if item.kind in TITLES]
    published = metadata.published or printed_date(dropped, found) or _searched(page) or titled_date(titles)
    entries = posted(stamps, page.clues, published)
    builder = Builder()
    parts: list[Part] = []
    for item in kept:
        builder.gap("\n\n", item.pieces[0][1])
        start = builder.length
        for piece in item.pieces:
            builder.add(*piece)
        section = 0 if item.kind is PartKind.HEADLINE else item.section
        own = entries.get(section)
        parts.append(Part(kind=item.kind, start=start, end=builder.length, section=section, published=own))
    text = builder.text()
    headline = text[parts[0].start : parts[0].end] if parts and parts[0].kind is PartKind.HEADLINE else None
    by = tuple(d.quote for d in dropped if d.reason is DropReason.BYLINE)
    photo = tuple(d.quote for d in dropped if d.reason is DropReason.CREDIT)
    article = Article(
        id=content_id("ar", hashlib.sha256(text.encode("utf-8")).hexdigest()),
        url=metadata.url,
        outlet=metadata.outlet or printed_outlet(dropped),
        headline=headline or metadata.headline,
        bylines=names_of_bylines(metadata.authors, by),
        credits=credits_of(photo),
        dateline=found,
        published=published,
        language="en",
        text=text,
        parts=tuple(parts),
        raw=page.raw,
        offset_map=builder.offset_map(),
    )
    return Cleaned(article=article, dropped=tuple(dropped))


def _searched(page: Page) -> Published | None:
    """Last resort for HTML: the date library's search of the markup."""
    if page.html is None:
        return None
    from htmldate import find_date as search

    try:
        # A fixed upper bound: the library would otherwise ask the clock, and readings must not depend on it.
        found = search(page.html, extensive_search=False, original_date=True, url=page.url, max_date="2100-01-01")
    except Exception:  # noqa: BLE001 - see body.py: hostile markup may raise anything
        return None
    return read_date(found, "text") if isinstance(found, str) else None
