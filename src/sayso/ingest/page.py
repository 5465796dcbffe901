"""One run of bytes -> one Page."""

import hashlib
import re
from dataclasses import replace
from typing import Any

from sayso.errors import BadInput
from sayso.ingest.decode import NotTextError, clean_characters, decode
from sayso.ingest.markup import MAX_BLOCKS, MAX_CHARS, read_markup
from sayso.ingest.sniff import foreign, format_of
from sayso.records.article import Page, Raw

# Limits. A long read of 20,000 words is 0.12 MB of text and, as a page, 1 to 3 MB.
MAX_BYTES = 20_000_000
# lxml drops text nested 255 levels deep and hangs on 300,000 attributes of one element: beyond these bounds no parser
# is given the markup and the article is read from the linear text.
MAX_PARSER_DEPTH = 200
MAX_PARSER_ATTRIBUTES = 1_000
MEDIA_TYPES = {
    "html": "text/html",
    "text": "text/plain",
    "markdown": "text/markdown",
    "json": "application/json",
    "jsonl": "application/json",
}
METADATA = frozenset(("url", "outlet", "headline", "published", "language", "author"))
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n((?:[^\n]{0,2000}\n){1,60}?)---[ \t]*(?:\r?\n|$)")
FIELD = re.compile(r"^([A-Za-z_]{2,30})[ \t]*:[ \t]*([^\r\n]{1,500})", re.M)


def page_from_bytes(
    data: bytes,
    *,
    source: str,
    media_type: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Page:
    """Bytes of one page or text -> Page; JSON is for `load_pages`. Raises BadInput with a one-line reason.

    `media_type` ("text/html", "text/plain; charset=...") is believed only where the content does not say otherwise.
    """
    if len(data) > MAX_BYTES:
        raise BadInput(source, too_large(len(data)))
    if not data.strip():
        raise BadInput(source, "empty")
    what = foreign(data)
    if what:
        raise BadInput(source, f"{what}, not a page")
    name = source
    if media_type is not None:
        name = {"text/html": "page.html", "text/plain": "page.txt", "text/markdown": "page.md"}.get(
            media_type.split(";")[0], source
        )
    kind = format_of(data, name)
    try:
        text = decode(data, html=kind == "html")
    except NotTextError as error:
        raise BadInput(source, str(error)) from None
    raw = Raw(sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), media_type=MEDIA_TYPES[kind])
    fields = {"url": url, "outlet": outlet, "published": published}
    if kind == "markdown":
        fields = {**front_matter(text), **{key: value for key, value in fields.items() if value is not None}}
    return page_from_text(text, source=source, raw=raw, fields=fields, html=kind == "html")


def page_from_text(
    text: str,
    *,
    source: str,
    raw: Raw,
    fields: dict[str, str | None],
    html: bool,
) -> Page:
    """Decoded text or markup and what its container says -> Page. Raises BadInput if nothing is in it."""
    text = clean_characters(text)
    if not html:
        if not text.strip():
            raise BadInput(source, "empty")
        return replace(Page(source=source, raw=raw, text=text), **_known(fields))
    markup = read_markup(text)
    if not markup.text:
        raise BadInput(source, "a page without text")
    if markup.full:
        raise BadInput(
            source,
            f"too much text or markup for a page; the limit is {MAX_CHARS:,} characters in {MAX_BLOCKS:,} blocks",
        )
    safe = markup.depth <= MAX_PARSER_DEPTH and markup.attributes <= MAX_PARSER_ATTRIBUTES
    page = Page(
        source=source,
        raw=raw,
        text=markup.text,
        html=text if safe else None,
        blocks=markup.blocks,
        clues=markup.clues,
    )
    return replace(page, **_known(fields))


def _known(fields: dict[str, str | None]) -> dict[str, Any]:
    """The metadata fields among `fields` that say something, cleaned of what no field may hold."""
    return {
        key: clean_characters(value).strip()
        for key, value in fields.items()
        if key in METADATA and value and value.strip()
    }


def too_large(size: int) -> str:
    """The reason for refusing an input of `size` bytes."""
    return f"{size / 1e6:,.0f} MB; the limit is {MAX_BYTES / 1e6:,.0f} MB"


NAMES = {
    "headline": ("headline", "title"),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedat",
        "publish_date",
        "date_published",
        "datepublished",
        "pubdate",
        "timestamp",
    ),
    "url": ("url", "link"),
    "outlet": ("outlet", "publisher", "source", "site", "sitename", "newspaper"),
    "language": ("language", "lang"),
    "author": ("author", "byline", "authors"),
}


def metadata(fields: dict[str, str]) -> dict[str, str | None]:
    """Fields as a container names them (lower case) -> the metadata fields of a Page."""
    found: dict[str, str | None] = {}
    for key, names in NAMES.items():
        found[key] = next((fields[name] for name in names if fields.get(name)), None)
    return found


def front_matter(text: str) -> dict[str, str | None]:
    """Markdown -> metadata of its front matter, if it has one."""
    block = FRONT_MATTER.match(text)
    if block is None:
        return {}
    return metadata({m[1].lower(): m[2].strip().strip("\"'") for m in FIELD.finditer(block[1])})
