"""What passes between the steps of the stage: harms found in the parse, and figures not yet put in context."""

from dataclasses import dataclass
from typing import NamedTuple

from sayso.codebook.terms import Harm, VictimKind
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.tolls.numbers import Quantity
from sayso.tolls.words import Words


class Hit(NamedTuple):
    """A word of harm and the noun phrases (heads) that may name its victims. `choosy`: only a known word for people
    counts as a victim; with `bare_only` only a number counts them. `end` is the last token of a harm of several words
    ("beaten to death").
    """

    harm: Harm
    trigger: Token
    victims: tuple[Token, ...]
    rule: RuleId
    choosy: bool = False
    hedged: bool = False
    bare_only: bool = False
    end: int = -1


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure inside its sentence. `anchor` is the token that identifies it, [left, right] the tokens that support
    it, `noun` the head of the victims' words, `parent` the anchor of the figure it is part of.
    """

    harm: Harm
    low: int | None
    high: int | None
    approximate: bool
    anchor: int
    noun: Token | None
    left: int
    right: int
    number_end: int
    trigger: Token
    kind: VictimKind
    cumulative: bool
    parent: int | None
    why: tuple[RuleId, ...]


class Context(NamedTuple):
    """One sentence with its number phrases and the word lists."""

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    words: Words
    names: frozenset[int]
    """Tokens that are part of a place name."""
    abductions: bool = False
    """True if the article speaks of abductions: then people "taken" are people abducted."""
    running: Harm | None = None
    """The harm of a running total in the sentence before: what "an earlier figure of 19" counts."""
    violent: bool = True
    """True if the article speaks of violence or disaster."""

    @property
    def shouting(self) -> bool:
        """True if the sentence is printed in capitals, so that they mark no acronym."""
        words = [token.text for token in self.sentence.tokens if len(token.text) > 2 and token.text.isalpha()]
        return sum(word.isupper() for word in words) * 5 > len(words) * 4

    def quantity_at(self, i: int) -> Quantity | None:
        """The number phrase whose number covers token `i`."""
        return next((q for q in self.quantities if q.first <= i <= q.last), None)
