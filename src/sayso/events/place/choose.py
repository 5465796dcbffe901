"""Verb -> the place names of its sentence with their probabilities, and those that are chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.events.place.clues import clues
from sayso.events.place.names import LOCALITY, Name, span_of
from sayso.events.place.weights import probability
from sayso.records.language import Sentence, Token
from sayso.text import Span

LEAST = 0.30
"""Below this probability a verb has no place: best token F1 on the fold set aside for tuning."""
_ALONE, _IN_LIST = 0.5, 0.2
_BETWEEN = frozenset({",", ";", "(", ")", "and", "or", "the", "of", "in", "at", "from", "on", "around", "near", "both"})
_JOINS = frozenset({",", ";", "and", "or"})
_LONGEST_GAP = 6


class Ranked(NamedTuple):
    """A name of the sentence, its span and the probability that it is the verb's own place."""

    name: Name
    span: Span
    probability: float


def rank(sentence: Sentence, verb: Token, names: Sequence[Name], ruled: Sequence[Span]) -> tuple[Ranked, ...]:
    """Sentence, verb, its names, spans that the rules take -> the names with their probabilities, in text order."""
    spans = [span_of(sentence, name) for name in names]
    taken = [n for n, span in enumerate(spans) if any(span.overlaps(other) for other in ruled)]
    told = clues(sentence, verb, names, taken)
    ranked = [Ranked(name, span, probability(c)) for name, span, c in zip(names, spans, told, strict=True)]
    return tuple(sorted(ranked, key=lambda r: r.span))


def best(ranked: Sequence[Ranked]) -> Ranked | None:
    """The likeliest name, the first of equals, or None if none is likely enough."""
    top = max(ranked, key=lambda r: (r.probability, -r.span.start), default=None)
    return top if top is not None and top.probability >= LEAST else None


def chosen(sentence: Sentence, ranked: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """The likeliest name, those listed with it and those likely on their own, in text order."""
    top = best(ranked)
    if top is None:
        return ()
    mates = _listed_with(sentence, ranked, top)
    return tuple(r for r in ranked if r is top or r.probability >= _ALONE or (r.probability >= _IN_LIST and r in mates))


def _listed_with(sentence: Sentence, ranked: Sequence[Ranked], top: Ranked) -> list[Ranked]:
    """The names that form one enumeration with `top`."""
    lists: list[list[Ranked]] = []
    for item in ranked:
        if lists and _enumerated(sentence, lists[-1][-1].name, item.name):
            lists[-1].append(item)
        else:
            lists.append([item])
    return next((members for members in lists if top in members), [])


def _enumerated(sentence: Sentence, left: Name, right: Name) -> bool:
    between = sentence.tokens[left.last + 1 : right.first]
    if not between or len(between) > _LONGEST_GAP or not any(t.lower in _JOINS for t in between):
        return False
    return all(t.lower in _BETWEEN or t.lemma in LOCALITY or t.pos == "ADJ" for t in between)
