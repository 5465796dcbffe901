"""JSON lines and JSON files -> pages, one an object."""

import hashlib
import json
from collections.abc import Iterator
from typing import BinaryIO

from sayso.errors import BadInput
from sayso.ingest.page import MAX_BYTES, metadata, page_from_text, too_large
from sayso.ingest.sniff import format_of
from sayso.records.article import Page, Raw, Rejected

TEXT_FIELDS = ("text", "body", "content", "article", "maintext", "html")


def pages_of_lines(stream: BinaryIO, source: str) -> Iterator[Page | Rejected]:
    """A stream of JSON lines -> one Page or Rejected a line, named `source:line`; blank lines are passed over."""
    number = 0
    while True:
        line = stream.readline(MAX_BYTES + 1)
        if not line:
            return
        number += 1
        name = f"{source}:{number}"
        if len(line) > MAX_BYTES:
            size = len(line)
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
                size += len(line)
            yield Rejected(source=name, reason=too_large(size))
        elif line.strip():
            yield _one(line, name)


def pages_of_json(data: bytes, source: str) -> Iterator[Page | Rejected]:
    """A JSON file: an object, or a list of objects (named `source:1`, `source:2` ...)."""
    try:
        value = _parse(data)
    except (ValueError, RecursionError) as error:
        yield Rejected(source=source, reason=f"not valid JSON ({_short(error)})")
        return
    items = value if isinstance(value, list) else [value]
    if not items:
        yield Rejected(source=source, reason="empty")
    for number, item in enumerate(items, 1):
        name = f"{source}:{number}" if isinstance(value, list) else source
        yield _object(item, name, json.dumps(item).encode() if isinstance(value, list) else data)


def _one(line: bytes, name: str) -> Page | Rejected:
    try:
        value = _parse(line)
    except (ValueError, RecursionError) as error:
        return Rejected(source=name, reason=f"not valid JSON ({_short(error)})")
    return _object(value, name, line)


def _object(value: object, name: str, data: bytes) -> Page | Rejected:
    if not isinstance(value, dict):
        return Rejected(source=name, reason="not a JSON object")
    given = {str(key).lower(): item for key, item in value.items()}
    text = next((given[key] for key in TEXT_FIELDS if isinstance(given.get(key), str) and given[key].strip()), None)
    if text is None:
        return Rejected(source=name, reason=f"no text in any of the fields {', '.join(TEXT_FIELDS)}")
    fields = metadata({key: item if isinstance(item, str) else _plain(item) for key, item in given.items()})
    kind = format_of(text[:5000].encode("utf-8", "replace"), "page.txt")
    media_type = "text/html" if kind == "html" else "application/json"
    raw = Raw(sha256=hashlib.sha256(data.strip()).hexdigest(), bytes=len(data), media_type=media_type)
    try:
        return page_from_text(text, source=name, raw=raw, fields=fields, html=kind == "html")
    except BadInput as error:
        return Rejected(source=name, reason=error.reason)


def _parse(data: bytes) -> object:
    """JSON -> value; broken UTF-8 is replaced and lone surrogates are let through, as real crawls hold both."""
    return json.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"), strict=False)


def _plain(item: object) -> str:
    """Numbers and lists of strings as one string; other things are passed over."""
    if isinstance(item, bool) or item is None:
        return ""
    if isinstance(item, int | float):
        return str(item)
    if isinstance(item, list):
        return ", ".join(part for part in item if isinstance(part, str))
    if isinstance(item, dict) and isinstance(item.get("name"), str):
        return str(item["name"])
    return ""


def _short(error: Exception) -> str:
    return str(error).split("\n", 1)[0][:120] or type(error).__name__
