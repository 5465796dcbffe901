"""Paths, folders, globs and standard input -> pages; what cannot be read becomes a Rejected, and the rest is read."""

import errno
import glob
import io
import os
import re
import select
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from sayso.errors import BadInput
from sayso.ingest.decode import clean_characters
from sayso.ingest.jsonl import pages_of_json, pages_of_lines
from sayso.ingest.page import MAX_BYTES, page_from_bytes, too_large
from sayso.ingest.sniff import HEAD, foreign, format_of
from sayso.records.article import Page, Rejected

URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)
# Files that browsers save beside a page; a folder is searched for everything else.
ASSETS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .woff .woff2 .ttf .otf .eot .mp3 .mp4 .webm "
    ".wav".split(),
)
# Files about a folder and not of it, by their names alone ("README", "readme.md", "LICENSE.txt").
ABOUT = re.compile(r"(?:readme|licen[cs]e|copying)(?:[._-][\w.-]*)?", re.I)
# Seconds until something must come through a named pipe: nobody may ever write into it.
PATIENCE = 60.0


def load_pages(
    sources: Sequence[str],
    *,
    published: str | None = None,
    outlet: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Page | Rejected]:
    """Paths, folders (searched deep, in sorted order), globs and "-" (standard input) -> pages in that order.

    In folders, hidden files, README and LICENSE files and the styles, scripts and pictures of saved pages are passed
    over; a file that is named is always read.

    `published` and `outlet` hold for every page and win over what a page says of itself. Never raises for an input.
    """
    for source in sources:
        for item in _pages(source, stdin):
            if isinstance(item, Rejected):
                yield Rejected(source=_printable(item.source), reason=_printable(item.reason))
                continue
            yield replace(
                item,
                source=_printable(item.source),
                published=published if published is not None else item.published,
                outlet=clean_characters(outlet) if outlet is not None else item.outlet,
            )


def _printable(text: str) -> str:
    """One line without control characters or surrogates, whatever the file is called."""
    return "".join(c if c.isprintable() else "�" for c in text)


def _pages(source: str, stdin: BinaryIO | None) -> Iterator[Page | Rejected]:
    if source == "-":
        if stdin is None:
            yield Rejected(source="-", reason="no standard input")
            return
        yield from _stream_pages(stdin, "-", size=None)
        return
    if URL.match(source):
        yield Rejected(source=source, reason="fetching URLs is not in this version: save the page and name the file")
        return
    for item in _files(source):
        if isinstance(item, Rejected):
            yield item
        else:
            yield from _file_pages(item)


def _files(source: str) -> Iterator[Path | Rejected]:
    path = Path(source)
    try:
        if path.is_dir():
            yield from _folder(path)
            return
        if path.exists():
            yield path
            return
        matches = sorted(glob.glob(source, recursive=True)) if glob.has_magic(source) else []  # noqa: PTH207 - absolute too
    except (OSError, ValueError, re.error, RecursionError) as error:
        yield Rejected(source=source, reason=_reason(error))
        return
    if not matches and path.is_symlink():
        yield Rejected(source=source, reason="a link that leads nowhere")
    elif not matches:
        yield Rejected(source=source, reason="no file matches" if glob.has_magic(source) else "no such file")
    for match in matches:
        if Path(match).is_file():
            yield Path(match)


def _folder(folder: Path) -> Iterator[Path | Rejected]:
    found = False
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        about = path.suffix.lower() in ASSETS or ABOUT.fullmatch(path.name)
        if not hidden and not about and path.is_file():
            found = True
            yield path
    if not found:
        yield Rejected(source=str(folder), reason="no readable file in this folder")


def _file_pages(path: Path) -> Iterator[Page | Rejected]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield Rejected(source=str(path), reason="a folder")
            return
        with _open(path, pipe=stat.S_ISFIFO(status.st_mode)) as stream:
            size = status.st_size if stat.S_ISREG(status.st_mode) else None
            yield from _stream_pages(stream, str(path), size=size)
    except OSError as error:
        yield Rejected(source=str(path), reason=_reason(error))


def _open(path: Path, *, pipe: bool) -> BinaryIO:
    """A file opened for reading; a named pipe once something comes through it."""
    if not pipe:
        return path.open("rb")
    stream = os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")
    if not select.select([stream], [], [], PATIENCE)[0]:
        stream.close()
        raise TimeoutError(errno.ETIMEDOUT, f"a pipe into which nothing came for {PATIENCE:g} seconds")
    os.set_blocking(stream.fileno(), True)
    return stream


def _stream_pages(stream: BinaryIO, name: str, *, size: int | None) -> Iterator[Page | Rejected]:
    """`size` is known for files: a large one is refused before it is read, unless it holds JSON lines."""
    buffered = io.BufferedReader(_Raw(stream), buffer_size=1 << 20)
    head = buffered.peek(HEAD)
    if format_of(head, name) == "jsonl" and foreign(head) is None:
        yield from pages_of_lines(buffered, name)
        return
    if size is not None and size > MAX_BYTES:
        yield Rejected(source=name, reason=too_large(size))
        return
    data = buffered.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Rejected(source=name, reason=f"more than {MAX_BYTES / 1e6:,.0f} MB, the limit")
        return
    if foreign(data) is None and format_of(data, name) == "json":
        yield from pages_of_json(data, name)
        return
    try:
        yield page_from_bytes(data, source=name)
    except BadInput as error:
        yield Rejected(source=name, reason=error.reason)


class _Raw(io.RawIOBase):
    """Any readable binary stream as a raw stream, so that it can be peeked into."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills the buffer from the stream."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _reason(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error).split("\n", 1)[0] or type(error).__name__
