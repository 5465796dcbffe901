"""Places that the gazetteer lacks and the grammar shows: "in the village of Xyz", "Xyz district"."""

from collections.abc import Iterator, Sequence

from sayso.places.rules import GRAMMAR
from sayso.places.words import words
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace
from sayso.text import Span

_PROPER = ("NNP", "NNPS")


def unlisted_places(document: Document, taken: Sequence[Span]) -> list[FoundPlace]:
    """Names without candidates, outside the spans already `taken`, that are said to be a town or division."""
    found = []
    for sentence in document.sentences:
        for first, last in _named(sentence):
            span = sentence.span(first.i, last.i)
            if not any(span.overlaps(other) for other in taken):
                found.append(
                    FoundPlace(
                        span=span,
                        sentence=sentence.index,
                        head=last.i,
                        form="name",
                        candidates=(),
                        rule=GRAMMAR,
                    )
                )
    return found


def _named(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """The name after "the village of", "the town of"; the noun is common, the name proper and not a person's."""
    tokens = sentence.tokens
    for of in tokens[1:-1]:
        noun, first = tokens[of.i - 1], tokens[of.i + 1]
        if of.lower != "of" or noun.lower not in words().town_nouns or not noun.text.islower():
            continue
        last = first
        while last.i + 1 < len(tokens) and (step := _continues(tokens, last)):
            last = tokens[last.i + step]
        if first.tag in _PROPER and first.text[0].isupper() and last.i - first.i < 4:
            yield first, last


def _continues(tokens: Sequence[Token], last: Token) -> int:
    """How many tokens on the name goes: one, two over a hyphen, or none."""
    step = 2 if tokens[last.i + 1].text == "-" and last.i + 2 < len(tokens) else 1
    token, room = tokens[last.i + step], step
    return step if token.tag in _PROPER and token.text[0].isupper() and token.start - last.end <= room else 0
