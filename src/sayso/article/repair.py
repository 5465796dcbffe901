"""Raw text -> what its author typed: character references, doubly encoded letters, cut words, note marks."""

import html
import re

from sayso.lexicon.nouns import noun_classes

# A character of windows-1252 that stands for one byte of UTF-8: the lead byte, then one to three that follow it.
_FOLLOWING = (
    "[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022"
    "\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
)
GARBLED = f"[\u00c2-\u00df]{_FOLLOWING}|[\u00e0-\u00ef]{_FOLLOWING}{{2}}|\u00f0{_FOLLOWING}{{3}}"
REFERENCE = r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
CUT = r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])"
NOTE = (
    r"(?<=[\w.,;:!?\"”’)\]])\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\]"
    r"|(?:(?<=[a-z]{4})|(?<=[.,;:!?\"”)]))[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}(?!\w)"
)
NOTES = re.compile(NOTE)
REPAIR = re.compile(f"(?P<cut>{CUT})|(?P<reference>{REFERENCE})|(?P<garbled>{GARBLED})")
_BEFORE, _AFTER = re.compile(r"[\w-]*$"), re.compile(r"[a-z]*")
# First halves of compounds that keep their hyphen when a line ends on it.
_COMPOUNDS = frozenset(
    "self well ill half so two three four five six seven eight nine ten one twenty thirty forty fifty sixty seventy"
    " eighty ninety cease long short high low mid all cross far hard ultra pro anti non ex vice counter north south"
    " east west old new first second third fourth fifth last front left right much often state then now still quasi"
    " semi would anglo sino russo".split(),
)
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_LOOSE = frozenset("pro anti non ex vice counter ultra quasi semi".split())


def repaired(text: str) -> str:
    """Text -> the same with everything mended that `mend` mends; note marks are left out."""
    if "[" in text or not text.isascii():
        text = NOTES.sub("", text)
    return REPAIR.sub(lambda m: mend(text, m), text)


def mend(text: str, m: re.Match[str]) -> str:
    """What a match of REPAIR in `text` should have been; its own characters where it is none of these faults."""
    if m.lastgroup == "cut":
        return "-" if _compound(text, m.start(), m.end()) else ""
    if m.lastgroup == "reference":
        found = html.unescape(m[0])
        return found if len(found) == 1 and found.isprintable() else m[0]
    return _decoded(m[0])


def _decoded(text: str) -> str:
    """UTF-8 that was read as windows-1252 -> its character."""
    try:
        raw = b"".join(c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode("cp1252") for c in text)
        found = raw.decode("utf-8")
    except UnicodeError:
        return text
    if found in _UNSEEN:
        return ""
    return " " if found == "\u00a0" else found if found.isprintable() else text


def _compound(text: str, start: int, end: int) -> bool:
    """True for "well-" + "known" and "ex-" + "minister", false for "sur-" + "prise"."""
    before = _BEFORE.search(text[max(0, start - 30) : start])
    after = _AFTER.match(text[end : end + 30])
    first, second = (before[0] if before else "").lower(), after[0] if after else ""
    if "-" in first:
        return True
    if first in _LOOSE:
        return bool(noun_classes(second)) or bool(noun_classes(second.removesuffix("s")))
    return first in _COMPOUNDS
