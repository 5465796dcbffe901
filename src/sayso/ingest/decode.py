"""Bytes -> characters, whatever the encoding; binary data is refused."""

import codecs
import re

from sayso.ingest.markup import SURROGATES

META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
XML_CHARSET = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.I)
BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Bytes above ASCII that an English text in windows-1252 holds: dashes, curly quotes, signs and accented letters.
WESTERN = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb\xbd"
) | frozenset(range(0xC0, 0xFE))
PAIR = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 65_536
# Of 400 files of /usr (texts, programs, images) the worst text had 0.2 % control characters, the best binary 8 %.
MAX_CONTROL_SHARE = 0.02
MAX_BROKEN_SHARE, MAX_STRAY = 0.10, 2


class NotTextError(ValueError):
    """The bytes are not text."""


def decode(data: bytes, *, html: bool) -> str:
    """Bytes -> text. NUL and lone surrogates become U+FFFD one to one; raises NotTextError for binary data."""
    text = _decode(data, html=html)
    sample = text[: 4 * SAMPLE]
    if sample:
        if len(CONTROLS.findall(sample)) > MAX_CONTROL_SHARE * len(sample):
            raise NotTextError("binary data, not text")
        if sample.count("�") > MAX_BROKEN_SHARE * len(sample):
            raise NotTextError("no known encoding fits")
    return clean_characters(text)


def clean_characters(text: str) -> str:
    """Text -> the same length of text without NUL and lone surrogates."""
    text = text.replace("\x00", "�")
    return text if text.isascii() else SURROGATES.sub("�", text)


def _decode(data: bytes, *, html: bool) -> str:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    if b"\x00" in data[:400]:
        wide = _wide(data)
        if wide:
            return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if html else None
    if declared and declared not in ("utf-8", "ascii"):
        return data.decode(declared, "replace")
    return _guess(data)


def _wide(data: bytes) -> str | None:
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    half = min(len(data), 2000) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = META_CHARSET.search(data[:SAMPLE]) or XML_CHARSET.match(data[:400])
    if not found:
        return None
    try:
        info = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    if not info._is_text_encoding:
        return None
    # Browsers read latin-1 as windows-1252 (WHATWG Encoding Standard); UTF-16 cannot stand in a meta element.
    return {"iso8859-1": "cp1252", "utf-16": "utf-8"}.get(info.name, info.name)


def _guess(data: bytes) -> str:
    replaced = data.decode("utf-8", "replace")
    broken = replaced.count("�")
    pairs = len(PAIR.findall(data))
    if (broken <= pairs or broken <= MAX_STRAY) and (pairs or not _western(data)):
        return replaced
    if _western(data):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best is not None else replaced


def _western(data: bytes) -> bool:
    high = [byte for byte in data[:SAMPLE] if byte >= 0x80]
    return len(high) < 0.05 * len(data[:SAMPLE]) and all(byte in WESTERN for byte in high)
