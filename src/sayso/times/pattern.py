"""A small pattern language over token classes, compiled to regular expressions over one character a token.

Every set of classes that a token can have is given a character; a class in a pattern becomes the set of characters
whose sets hold it. So a template is matched by `re` on a string as long as the sentence has tokens, and a token
outside all tables costs one dictionary look-up. `*` means up to four and `+` one to six: matching stays linear.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.errors import BadLexicon

_ITEM = re.compile(r"\s*(?:(?P<name>\w+)=)?(?:(?P<literal>'[^']+')|(?P<word>\w+)|(?P<open>\()|(?P<op>[)|?*+]))")
_TIMES = {"?": "?", "*": "{0,4}", "+": "{1,6}"}
_OTHER = "\x01"
_FIRST_CODE = 0xE000


class Piece(NamedTuple):
    """A compiled part of a pattern: its regex source, the characters it may begin with, and whether it may be empty."""

    source: str
    first: frozenset[str]
    empty: bool


class Alphabet:
    """Sets of classes <-> characters, fixed when the tables are loaded."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        ordered = sorted({s for s in sets if s}, key=sorted)
        self._codes = {classes: chr(_FIRST_CODE + i) for i, classes in enumerate(ordered)}
        self._members: dict[str, list[str]] = {}
        for classes, code in self._codes.items():
            for name in classes:
                self._members.setdefault(name, []).append(code)

    def encode(self, classes: Sequence[frozenset[str]]) -> str:
        """One character a token; tokens that no pattern knows share one character."""
        return "".join([self._codes.get(names, _OTHER) for names in classes])

    def members(self, name: str) -> list[str]:
        """The characters of all sets that hold the class `name`."""
        return self._members.get(name, [])


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern ready to match; `groups` maps regex group names to field names."""

    regex: re.Pattern[str]
    first: frozenset[str]
    groups: tuple[tuple[str, str], ...]


def literals(source: str) -> set[str]:
    """The literal classes (with quotes) that a pattern mentions."""
    return {m["literal"] for m in _ITEM.finditer(source) if m["literal"]}


def compile_pattern(name: str, source: str, macros: Mapping[str, str], alphabet: Alphabet) -> Compiled:
    """Pattern source -> Compiled; raises BadLexicon naming the template if it is ill-formed."""
    reader = _Reader(name, macros, alphabet)
    piece = reader.read(source)
    return Compiled(re.compile(piece.source), piece.first, tuple(reader.groups))


class _Reader:
    """Recursive descent over a pattern; macros are read where they are named, so that their fields are kept."""

    def __init__(self, name: str, macros: Mapping[str, str], alphabet: Alphabet) -> None:
        self._name, self._macros, self._alphabet = name, macros, alphabet
        self.groups: list[tuple[str, str]] = []

    def read(self, source: str, depth: int = 0) -> Piece:
        items: list[re.Match[str]] = []
        at = 0
        source = source.strip()
        while at < len(source):
            m = _ITEM.match(source, at)
            if m is None or depth > 8:
                raise BadLexicon(f"times/templates.toml: {self._name}: cannot read {source[at : at + 20]!r}")
            items.append(m)
            at = m.end()
        piece, rest = self._choice(items, 0, depth)
        if rest != len(items):
            raise BadLexicon(f"times/templates.toml: {self._name}: unbalanced brackets")
        return piece

    def _choice(self, items: list[re.Match[str]], at: int, depth: int) -> tuple[Piece, int]:
        options = []
        piece, at = self._sequence(items, at, depth)
        options.append(piece)
        while at < len(items) and items[at]["op"] == "|":
            piece, at = self._sequence(items, at + 1, depth)
            options.append(piece)
        source = "|".join(option.source for option in options)
        first = frozenset().union(*(option.first for option in options))
        return Piece(f"(?:{source})", first, any(option.empty for option in options)), at

    def _sequence(self, items: list[re.Match[str]], at: int, depth: int) -> tuple[Piece, int]:
        source, first, empty = "", frozenset[str](), True
        while at < len(items) and items[at]["op"] not in (")", "|"):
            piece, at = self._item(items, at, depth)
            while at < len(items) and items[at]["op"] in _TIMES:
                op = items[at]["op"]
                piece = Piece(f"(?:{piece.source}){_TIMES[op]}", piece.first, op != "+" or piece.empty)
                at += 1
            source += piece.source
            first = first | piece.first if empty else first
            empty = empty and piece.empty
        return Piece(source, first, empty), at

    def _item(self, items: list[re.Match[str]], at: int, depth: int) -> tuple[Piece, int]:
        item = items[at]
        group = None
        if item["name"]:
            group = f"g{len(self.groups)}"
            self.groups.append((group, item["name"]))
        if item["open"]:
            piece, at = self._choice(items, at + 1, depth)
            at += 1
        elif item["word"] in self._macros:
            piece, at = self.read(self._macros[item["word"]], depth + 1), at + 1
        else:
            codes = self._alphabet.members(item["literal"] or item["word"])
            if not codes:
                raise BadLexicon(f"times/templates.toml: {self._name}: unknown class {item['word']!r}")
            piece, at = Piece(f"[{''.join(codes)}]", frozenset(codes), empty=False), at + 1
        return (Piece(f"(?P<{group}>{piece.source})", piece.first, piece.empty) if group else piece), at
