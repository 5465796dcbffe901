"""The port every language engine implements."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class ParsedToken(NamedTuple):
    """One token of a parsed text; `start`, `end` and `head` are relative to the text and the token list of the text.

    White-space tokens are left out. `head` is the index of the head in the same list (its own index for a root).
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    sent_start: bool


class Parser(Protocol):
    """A language engine: texts (paragraphs) -> tokens with tags, lemmas and dependencies."""

    @property
    def name(self) -> str:
        """Name and version of the engine, e.g. ``en_core_web_sm 3.8.0``; part of the manifest."""
        ...

    def parse(self, texts: Sequence[str]) -> list[list[ParsedToken]]:
        """One token list a text, in order. Same texts -> same tokens, whatever was parsed before."""
        ...

    def is_common_word(self, word: str) -> bool:
        """True if the lower-case `word` is an ordinary English word (used to undo headline capitals)."""
        ...
