"""Where a template matched, and the words that admit a match or rule it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sayso.lexicon import load
from sayso.records.language import Document, Sentence, Token
from sayso.times.lexer import TimeToken


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """cues.toml as it stands."""

    prepositions: frozenset[str]
    year_prepositions: frozenset[str]
    number_names: frozenset[str]
    measures: frozenset[str]
    clock_prepositions: frozenset[str]
    length_prepositions: frozenset[str]
    bare_length_prepositions: frozenset[str]
    season_prepositions: frozenset[str]
    part_prepositions: frozenset[str]
    dawn_prepositions: frozenset[str]
    owners: frozenset[str]
    weekday_names: frozenset[str]
    weekday_titles: frozenset[str]
    named_after_days: frozenset[str]
    ends: frozenset[str]


@cache
def cues() -> Cues:
    """The tables of cues.toml."""
    return load("sayso.times", "cues.toml", Cues)


class Site(NamedTuple):
    """A candidate match: tokens first..last of a part, and its fields."""

    document: Document
    tokens: Sequence[TimeToken]
    first: int
    last: int
    fields: Mapping[str, str]

    def before(self, steps: int = 1) -> str:
        """The normal form of the token so many steps before the match, or ''."""
        at = self.first - steps
        return self.tokens[at].norm if at >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The normal form of the token so many steps after the match, or ''."""
        at = self.last + steps
        return self.tokens[at].norm if at < len(self.tokens) else ""

    def char_before(self) -> str:
        """The character just before the match, or '' at the start of a part."""
        start = self.tokens[self.first].start
        return self.document.text[start - 1 : start] if self.first else ""

    def char_after(self) -> str:
        """The character just after the match, or ''."""
        end = self.tokens[self.last].end
        return self.document.text[end : end + 1]

    def words(self) -> list[str]:
        """The normal forms of the match."""
        return [token.norm for token in self.tokens[self.first : self.last + 1]]

    def is_capital(self, at: int) -> bool:
        """True if time token `at` begins with a capital letter."""
        return 0 <= at < len(self.tokens) and self.document.text[self.tokens[at].start].isupper()

    def sentence(self) -> Sentence | None:
        """The sentence that holds the last token, or None."""
        return self.document.sentence_at(self.tokens[self.last].start)

    def parsed(self, at: int | None = None) -> Token | None:
        """The parser's token at time token `at` (the last one if not given), or None."""
        start = self.tokens[self.last if at is None else at].start
        sentence = self.document.sentence_at(start)
        return sentence.token_at(start) if sentence else None
