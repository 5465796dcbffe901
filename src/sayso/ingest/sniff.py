"""What a run of bytes is, told by its content and never by its file name."""

import re
from typing import Literal

Format = Literal["html", "text", "markdown", "json", "jsonl"]

# First bytes of formats that are not pages, and what to call them. Sources: the formats' specifications.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"WARC/", "a WARC archive"),
)
ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint file"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
HEAD = 4096
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*){0,20}<(?:!doctype\s+html|html|head|body)\b", re.I
)
HTML_TAG = re.compile(
    rb"</?(?:div|p|span|a|h[1-6]|li|ul|article|section|table|tr|td|br|meta|link|script|img|header|main)[\s>/]", re.I
)
JSON_START = re.compile(rb"\s*(?:\[\s*)?\{\s*[\"}]")
JSON_NEXT = re.compile(rb"\}[ \t\r]*\n\s*\{")
MIN_TAGS = 4
FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?[^>]{0,400}\?>\s*){0,5}<(?:rss|feed|rdf:RDF)\b", re.I)
MHTML = re.compile(rb"(?:From: <Saved by|MIME-Version: 1\.0)", re.I)
MARKDOWN = re.compile(
    rb"^(?:#{1,6} \S|\[[^\]\n]{1,200}\]\(|!\[|\*\*\S|---\r?\n[a-z]+:|[*-] \[)|\]\(https?://|\*\*\w", re.M
)
BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def foreign(data: bytes) -> str | None:
    """First bytes -> what it is ("a PDF") if it is a known format that holds no page, else None."""
    head = data[:HEAD].lstrip(b"\t\n\r ")
    named = next((name for magic, name in MAGIC if head.startswith(magic)), None)
    if named is not None:
        return named
    if head.startswith(b"PK\x03\x04"):
        return next((name for mark, name in ZIPPED if mark in data[:200_000]), "a zip archive")
    if head.startswith(b"RIFF") or head[4:8] == b"ftyp":
        return "a WebP image" if head[8:12] == b"WEBP" else "a film or recording"
    if FEED.match(head):
        return "a news feed"
    return "a mail or MHTML archive" if MHTML.match(head) else None


def format_of(data: bytes, name: str) -> Format:
    """Bytes and file name -> how to read them. The name decides only between plain text and Markdown or where the
    content agrees with it.
    """
    head = data[:HEAD]
    for bom in BOMS:
        head = head.removeprefix(bom)
    if b"\x00" in head[:200]:
        head = head.replace(b"\x00", b"")
    lowered = name.lower()
    if HTML_START.match(head):
        return "html"
    if JSON_START.match(head):
        many = lowered.endswith((".jsonl", ".ndjson")) or JSON_NEXT.search(data[: 1 << 20])
        return "jsonl" if many and head.lstrip()[:1] == b"{" else "json"
    if len(HTML_TAG.findall(head)) >= MIN_TAGS:
        return "html"
    if lowered.endswith((".md", ".markdown")) or (len(MARKDOWN.findall(head)) >= 2 and not lowered.endswith(".txt")):
        return "markdown"
    if HTML_TAG.search(head) and lowered.endswith((".html", ".htm", ".xhtml")):
        return "html"
    return "text"
