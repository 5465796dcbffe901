"""What the finders of the stage pass on to each other before a statement is complete."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from sayso.codebook.terms import Act
from sayso.records.base import Phrase, RuleId
from sayso.records.language import Document, Quotation, Sentence, Token
from sayso.text import Span, trim

EDGES = ",;:-–—\u2015 \t\n\xa0"
"""Characters that are never part of what was said when they stand at its edges."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement in the making. `spot` is the token of the cue (a verb, noun or mark); `content` spans still carry
    quotation marks at their edges, `chain` holds the phrases it came through, `quoted` the quotations it took.
    `quotable` cues may take a quotation, `silent` statements have no content, `host` is the statement that relays
    this one, `object_head` the noun that a verb of speech took as its object.
    """

    sentence: Sentence
    spot: Token
    cue: Span
    lemma: str
    act: Act
    rule: RuleId
    speaker: Phrase | None = None
    content: list[Span] = field(default_factory=list)
    audience: tuple[Phrase, ...] = ()
    chain: tuple[Phrase, ...] = ()
    negated: bool = False
    impersonal: bool = False
    silent: bool = False
    quotable: bool = False
    quoted: list[Quotation] = field(default_factory=list)
    host: "Draft | None" = None
    object_head: Token | None = None
    extra: list[RuleId] = field(default_factory=list)


class View:
    """A document with its quotations at hand. `quotes` holds those long or well formed enough to be speech."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self._starts = [quotation.start for quotation in document.quotations]

    @cached_property
    def parts(self) -> dict[int, list[Sentence]]:
        """The sentences of each part of the article that has any, in order."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.document.sentences:
            found.setdefault(sentence.part, []).append(sentence)
        return found

    def quotation(self, token: Token) -> Quotation | None:
        """The quotation that holds `token`, marks included."""
        i = bisect_right(self._starts, token.start) - 1
        if i < 0:
            return None
        found = self.document.quotations[i]
        return found if token.start < found.end else None

    def in_speech(self, token: Token) -> bool:
        """True inside a quotation of some length (not in a quoted word or two)."""
        quotation = self.quotation(token)
        return quotation is not None and len(self.text[quotation.start : quotation.end].split(None, 4)) > 3

    def overlapping(self, span: Span) -> list[Quotation]:
        """Quotations that share a character with `span`."""
        i = max(0, bisect_right(self._starts, span.start) - 1)
        found = []
        for quotation in self.document.quotations[i:]:
            if quotation.start >= span.end:
                break
            if quotation.end > span.start:
                found.append(quotation)
        return found

    def tidy(self, start: int, end: int) -> Span:
        """[start, end) without white space, commas and dashes at its edges."""
        return trim(self.text, start, end, EDGES)


def letters(text: str, start: int, end: int) -> int:
    """How many letters and digits [start, end) has."""
    return sum(map(str.isalnum, text[start:end]))


def quoted_share(view: View, spans: list[Span]) -> float:
    """The share of the letters and digits of `spans` that stand inside quotations."""
    inside = 0
    for span in spans:
        for quotation in view.overlapping(span):
            inside += letters(view.text, max(span.start, quotation.start), min(span.end, quotation.end))
    return inside / sum(letters(view.text, span.start, span.end) for span in spans) if inside else 0.0
