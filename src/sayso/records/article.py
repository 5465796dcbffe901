"""Page (what came in) and Article (what is to be read)."""

from dataclasses import dataclass, field

from sayso.codebook.terms import DropReason, PartKind
from sayso.text import OffsetMap, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Identity of the input bytes."""

    sha256: str
    bytes: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Publication date: ISO dates or date-times (half-open day interval as [start, end] inclusive days).

    `precision` is minute, day, month or year; `basis` says where it was found: given, json-ld, meta, time-element,
    url, dateline, text.
    """

    start: str
    end: str
    precision: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of an HTML page, [start, end) in `Page.text`. `tag` is the innermost block element, `area` the innermost
    of article, main, nav, aside, header, footer, figure, form around it ("" if none), `linked` the number of its
    characters that stand in links.
    """

    start: int
    end: int
    tag: str
    area: str
    linked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A piece of metadata as an HTML page declares it, not yet read: kind `meta` (name, content), `json-ld` (script
    text), `time` (datetime attribute or text), `canonical` (address), `language` (of the html element), `title`. `at`
    is where the block of a time element starts in `Page.text`.
    """

    kind: str
    name: str
    value: str
    at: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One input as it came, decoded. `text` is the raw text that all raw offsets refer to: the decoded characters for
    text inputs, the text of the whole page for HTML, one block a line (`html` then holds the markup, or None where the
    markup is such that no parser should be given it). The metadata fields hold what the user or the container said
    (JSONL fields, front matter); None where they said nothing. `blocks` and `clues` are empty for text inputs.
    """

    source: str
    raw: Raw
    text: str
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    author: str | None = None
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    clues: tuple[Clue, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the article text, in code points. `section` numbers the entries of a live page and the stories of a
    digest, from 1 (0: the page is one story); `published` says when the entry was posted, where the page does.
    """

    kind: PartKind
    start: int
    end: int
    section: int = 0
    published: Published | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A line such as "BAKU, Nov 1 (Agency) -": not part of `Article.text`; offsets into the raw text.

    `place`, `date` and `agency`
    are the printed words, None where absent.
    """

    quote: str
    raw_start: int
    raw_end: int
    place: str | None
    date: str | None
    agency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A piece of the raw text that is not part of the article, and why."""

    reason: DropReason
    raw_start: int
    raw_end: int
    quote: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A clean article. `text` is NFC; the headline, if any, is its first part; parts are separated by blank lines."""

    id: str
    url: str | None
    outlet: str | None
    headline: str | None
    bylines: tuple[str, ...]
    credits: tuple[str, ...]
    dateline: Dateline | None
    published: Published | None
    language: str
    text: str
    parts: tuple[Part, ...]
    raw: Raw
    offset_map: OffsetMap = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Result of the article stage: the article and everything that was left out of it."""

    article: Article
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One input that was not read, with a one-line reason; a rejection is data."""

    source: str
    reason: str


def part_span(part: Part) -> Span:
    """The span of a part."""
    return Span(part.start, part.end)
