"""Text of articles made safe and honest to show: what would steer a terminal or hide in a page is spelled out."""

import re

_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]",
)
_SPACE = re.compile(r"[\t\n ]+")


def visible(text: str) -> str:
    """Any text -> the same with controls, escapes, bidi marks and invisible characters spelled out (``<U+202E>``).

    Tabs and line feeds stay.
    """
    return _CONTROL.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)


def one_line(text: str) -> str:
    """Any text -> visible, on one line, runs of white space folded."""
    return visible(_SPACE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip())


def pieces(text: str) -> list[tuple[bool, str]]:
    """Any text -> pieces in order: (False, ordinary text) and (True, one control character)."""
    found, end = [], 0
    for m in _CONTROL.finditer(text):
        if m.start() > end:
            found.append((False, text[end : m.start()]))
        found.append((True, m.group()))
        end = m.end()
    if end < len(text):
        found.append((False, text[end:]))
    return found


def squeeze(text: str, width: int) -> str:
    """Text -> at most `width` characters, one line, the middle left out at words: "the first words … the last"."""
    line = one_line(text)
    if len(line) <= width:
        return line
    words, tail, size = line.split(" "), list[str](), 0
    while len(words) > 1 and size + len(words[-1]) + 1 <= width // 3:
        size += len(words[-1]) + 1
        tail.insert(0, words.pop())
    head = " ".join(words)[: max(1, width - size - 2)]
    return " ".join([head.rpartition(" ")[0] or head, "…", *tail])
