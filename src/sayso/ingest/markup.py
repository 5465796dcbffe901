"""HTML -> the text of the whole page by block, in linear time and without a tree.

Extraction libraries hang or lose text on hostile markup; this reader only ever moves forward, so that any input gives
a text, its metadata, and the two measures (depth, attributes) that tell whether a parser may be given the markup.
"""

import html as entities
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.records.article import Block, Clue

SURROGATES = re.compile("[\ud800-\udfff]")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu nav ol option p pre"
    " section select summary table tbody td tfoot th thead title tr ul".split(),
)
AREAS = frozenset("article main nav aside header footer figure form".split())
SKIPPED = frozenset("script style template svg noscript iframe object math canvas audio video map".split())
SELF_CLOSING = frozenset("p li td tr th dt dd option".split())
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9:_-]{0,40}")
ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
LONG_NUMBER = re.compile(r"&#x?[0-9a-fA-F]{8,}")
SCRIPT_END = re.compile(r"</script", re.I)
MAX_TAG = 20_000
MAX_CLUES = 400
MAX_JSON_LD = 200_000
# Reading stops here, so that memory stays bounded; the longest live blogs have some 5,000 blocks.
MAX_CHARS, MAX_BLOCKS, MAX_TOKENS = 2_000_000, 50_000, 1_000_000


@dataclass(slots=True)
class Markup:
    """What a page holds: its text, blocks of it, metadata; and how deep and how laden its tags are."""

    text: str
    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...]
    depth: int
    attributes: int
    full: bool


@dataclass(slots=True)
class _Tag:
    name: str
    closing: bool
    start: int
    end: int
    empty: bool


class _Scanner:
    """Finds things ahead, and remembers what is not to be found, so that no stretch is searched twice in vain."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.absent: set[str] = set()

    def find(self, needle: str, start: int) -> int:
        if needle in self.absent:
            return -1
        found = self.html.find(needle, start)
        if found < 0:
            self.absent.add(needle)
        return found

    def close_of(self, name: str, start: int) -> int:
        """Where `</name` stands from `start` on, or -1."""
        if "</" + name in self.absent:
            return -1
        found = re.compile(f"</{re.escape(name)}", re.I).search(self.html, start)
        if found is None:
            self.absent.add("</" + name)
            return -1
        return found.start()

    def tag_end(self, start: int) -> int:
        """`start` stands at "<name": the index after the closing ">", past quoted values; -1 if the tag never ends."""
        end, position = self.find(">", start), start
        while end >= 0:
            quote = _open_quote(self.html, position, end)
            if quote is None:
                return end + 1
            mark, at = quote
            close = self.find(mark, max(end, at + 1))
            if close < 0:
                return end + 1
            position, end = close + 1, self.find(">", close + 1)
        return -1


QUOTED = re.compile(r"=\s*+([\"'])")


def _open_quote(html: str, start: int, end: int) -> tuple[str, int] | None:
    """The quotation mark that opens an attribute value in [start, end) and is not closed there, with its place."""
    while True:
        found = QUOTED.search(html, start, end)
        if found is None:
            return None
        close = html.find(found[1], found.end(), end)
        if close < 0:
            return found[1], found.end() - 1
        start = close + 1


def _tokens(html: str) -> Iterator[_Tag | tuple[int, int]]:
    """Tags, and between them pairs (start, end) of text."""
    scan, position, text = _Scanner(html), 0, 0
    while True:
        at = html.find("<", position)
        if at < 0:
            break
        follower = html[at + 1 : at + 2]
        name = NAME.match(html, at + (2 if follower == "/" else 1))
        if follower in ("!", "?"):
            end = _declaration_end(scan, at)
        elif name is not None:
            end = scan.tag_end(name.end())
        else:
            position = at + 1
            continue
        if at > text:
            yield text, at
        if end < 0:
            text = len(html)
            break
        if name is not None and follower not in ("!", "?"):
            tag = _Tag(name[0].lower(), follower == "/", name.end(), end - 1, html[end - 2 : end - 1] == "/")
            yield tag
            if tag.name in SKIPPED and not tag.closing and not (tag.empty and tag.name == "svg"):
                close = scan.close_of(tag.name, end)
                end = close if close >= 0 else end
        position = text = end
    if text < len(html):
        yield text, len(html)


def _declaration_end(scan: _Scanner, at: int) -> int:
    if scan.html.startswith("<!--", at):
        close = scan.find("-->", at + 4)
        if close >= 0:
            return close + 3
    if scan.html.startswith("<![CDATA[", at):
        close = scan.find("]]>", at)
        if close >= 0:
            return close + 3
    close = scan.find(">", at)
    return close + 1 if close >= 0 else -1


def _attributes(html: str, tag: _Tag) -> dict[str, str]:
    found: dict[str, str] = {}
    for m in ATTRIBUTE.finditer(html, tag.start, min(tag.end, tag.start + MAX_TAG)):
        found.setdefault(m[1].lower(), unescape(m[2] or m[3] or m[4] or ""))
    return found


def unescape(text: str) -> str:
    """Text with character references replaced; references to absurd numbers are left as they stand."""
    if "&" not in text:
        return text
    if LONG_NUMBER.search(text):
        text = LONG_NUMBER.sub("�", text)
    return SURROGATES.sub("�", entities.unescape(text)).replace("\x00", "�")


@dataclass(slots=True)
class _Reader:
    """Collects blocks and clues while tags go by."""

    html: str
    out: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    clues: list[Clue] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    open_names: dict[str, int] = field(default_factory=dict)
    areas: list[str] = field(default_factory=list)
    block_tags: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    position: int = 0
    size: int = 0
    linked: int = 0
    links: int = 0
    depth: int = 0
    attributes: int = 0

    def text(self, start: int, end: int) -> None:
        if "head" in self.open_names and "title" not in self.open_names:
            return
        piece = unescape(self.html[start:end])
        if "pre" in self.open_names and "\n" in piece:
            for paragraph in re.split(r"\n[ \t\r]*\n", piece):
                self.pieces.append(paragraph)
                self.flush()
            return
        self.pieces.append(piece)
        self.size += len(piece)
        if self.links:
            self.linked += len(piece.strip())

    def flush(self) -> None:
        """Ends the running block."""
        if not self.pieces:
            return
        line = " ".join("".join(self.pieces).split())
        self.pieces.clear()
        linked, self.linked = self.linked, 0
        if not line:
            return
        line = unicodedata.normalize("NFC", line) if not _marks_run_on(line) else line
        tag = self.block_tags[-1] if self.block_tags else ""
        if tag == "title":
            self.clues.append(Clue(kind="title", name="", value=line))
        self.out.append(line)
        start, self.position = self.position, self.position + len(line) + 1
        area = self.areas[-1] if self.areas else ""
        self.blocks.append(Block(start=start, end=start + len(line), tag=tag, area=area, linked=min(linked, len(line))))

    def tag(self, tag: _Tag) -> None:
        name = tag.name
        if name in BLOCKS:
            self.flush()
        if tag.closing:
            self._close(name)
            return
        weight = self.html.count("=", tag.start, tag.end) + self.html.count(" ", tag.start, tag.end)
        if weight > self.attributes:
            count = sum(1 for _ in ATTRIBUTE.finditer(self.html, tag.start, tag.end))
            self.attributes = max(self.attributes, count)
        self._clue(tag)
        if name in VOID or name in SKIPPED:
            return
        if name in ("body", "article", "main", "div", "p") and "head" in self.open_names:
            self._close("head")
        if name in SELF_CLOSING and self.stack and self.stack[-1] == name:
            self._pop()
        self.stack.append(name)
        self.open_names[name] = self.open_names.get(name, 0) + 1
        self.depth = max(self.depth, len(self.stack))
        if name in AREAS:
            self.areas.append(name)
        if name in BLOCKS:
            self.block_tags.append(name)
        if name == "a":
            self.links += 1

    def _close(self, name: str) -> None:
        while name in self.open_names:
            if self._pop() == name:
                break

    def _pop(self) -> str:
        name = self.stack.pop()
        self.open_names[name] -= 1
        if not self.open_names[name]:
            del self.open_names[name]
        if name in AREAS:
            self.areas.pop()
        if name in BLOCKS:
            self.block_tags.pop()
        if name == "a":
            self.links -= 1
        return name

    def _clue(self, tag: _Tag) -> None:
        if tag.name not in ("meta", "script", "time", "link", "html") or len(self.clues) >= MAX_CLUES:
            return
        given = _attributes(self.html, tag)
        if tag.name == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            if name and given.get("content"):
                self.clues.append(Clue(kind="meta", name=name.lower(), value=given["content"]))
        elif tag.name == "script" and "ld+json" in given.get("type", ""):
            close = SCRIPT_END.search(self.html, tag.end, tag.end + MAX_JSON_LD)
            if close is not None:
                self.clues.append(Clue(kind="json-ld", name="", value=self.html[tag.end + 1 : close.start()]))
        elif tag.name == "time" and given.get("datetime"):
            area = self.areas[-1] if self.areas else ""
            self.clues.append(Clue(kind="time", name=area, value=given["datetime"], at=self.position))
        elif tag.name == "link" and given.get("rel", "").lower() == "canonical" and given.get("href"):
            self.clues.append(Clue(kind="canonical", name="", value=given["href"]))
        elif tag.name == "html" and given.get("lang"):
            self.clues.append(Clue(kind="language", name="", value=given["lang"]))


def _marks_run_on(line: str) -> bool:
    """True if the line piles up combining marks: normalising such a heap takes quadratic time."""
    return bool(MARKS.search(line))


MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{32}"
)


def read_markup(html: str) -> Markup:
    """Decoded markup -> Markup. Never raises; linear in the length of the markup."""
    reader = _Reader(html)
    full = False
    for number, token in enumerate(_tokens(html)):
        full = reader.size > MAX_CHARS or len(reader.blocks) > MAX_BLOCKS or number > MAX_TOKENS
        if full:
            break
        if isinstance(token, _Tag):
            reader.tag(token)
        else:
            reader.text(*token)
    reader.flush()
    full = full or reader.position > MAX_CHARS
    text = "\n".join(reader.out)
    return Markup(text, tuple(reader.blocks), tuple(reader.clues), reader.depth, reader.attributes, full)
