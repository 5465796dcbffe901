"""Parsed text: tokens, sentences, quotations, the document."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from sayso.codebook.terms import PartKind
from sayso.records.article import Part
from sayso.text import Span


class Token(NamedTuple):
    """One token. `start`, `end` are offsets into the article text; `i`, `head`, `children`, `left`, `right` are token
    indices inside the sentence (`head == i` for the root; [left, right] is the subtree, inclusive).

    `tag` is Penn Treebank, `pos` Universal Dependencies, `dep` the ClearNLP label of the English spaCy models
    (nsubj, nsubjpass, dobj, agent, pobj, ccomp ...). `lemma` is lower case, `lower` the lower-cased text.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    children: tuple[int, ...]
    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `part` is the index of its part in the article, white space at the edges excluded."""

    index: int
    part: int
    kind: PartKind
    start: int
    end: int
    tokens: tuple[Token, ...]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the character at `offset` of the article text, or None."""
        i = bisect_right(self.tokens, offset, key=lambda token: token.start) - 1
        return self.tokens[i] if i >= 0 and offset < self.tokens[i].end else None

    def span(self, left: int, right: int) -> Span:
        """Article span of the tokens left..right, inclusive."""
        return Span(self.tokens[left].start, self.tokens[right].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A quotation, marks included. `inner` has one span a paragraph, marks excluded (a quotation that runs over
    several paragraphs has several). `scare`: too short or too embedded to be speech on its own.
    """

    start: int
    end: int
    inner: tuple[Span, ...]
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article's text, parsed. Sentences and quotations ascend."""

    text: str
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at `offset`, or None between sentences."""
        i = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[i] if i >= 0 and offset < self.sentences[i].end else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds the character at `offset` (marks included), or None."""
        i = bisect_right(self.quotations, offset, key=lambda quotation: quotation.start) - 1
        return self.quotations[i] if i >= 0 and offset < self.quotations[i].end else None
