"""Both sides", "the warring parties" -> the two whom the text has named before."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.codebook.plover import EventType
from sayso.nlp import tree
from sayso.records.base import Phrase, RuleId
from sayso.records.events import FoundEvent
from sayso.records.language import Document

RULE = RuleId("events.parties")
_NOUNS = frozenset({"side", "party", "rival", "enemy", "neighbour", "neighbor", "belligerent", "foe", "adversary"})
_TWO = frozenset({"both", "two", "warring", "rival", "opposing"})
_BETWEEN = frozenset(
    {EventType.ASSAULT, EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.THREATEN, EventType.RETREAT}
)
"""What goes on between two sides."""
_FARTHEST = 3


def both_sides(document: Document, events: Sequence[FoundEvent]) -> tuple[FoundEvent, ...]:
    """The events, "both sides" as actors or recipients replaced by the two parties of the last event before that has
    exactly two; where the text names none, or more, the words stay as they are.
    """
    return tuple(_told(document, event, events[:number]) for number, event in enumerate(events))


def _told(document: Document, event: FoundEvent, before: Sequence[FoundEvent]) -> FoundEvent:
    if not any(_is_pair(document, p) for p in (*event.actors, *event.recipients)):
        return event
    pair = _pair(document, event, before)
    if pair is None:
        return event

    def meant(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        return tuple(dict.fromkeys(q for p in phrases for q in (pair if _is_pair(document, p) else (p,))))

    return replace(event, actors=meant(event.actors), recipients=meant(event.recipients), why=(*event.why, RULE))


def _is_pair(document: Document, phrase: Phrase) -> bool:
    """True for "both", "both sides", "the two sides", "the warring parties"."""
    sentence = document.sentences[phrase.sentence]
    head = sentence.tokens[phrase.head]
    if head.lower == "both":
        return tree.child(sentence, head, "prep") is None
    if head.lemma not in _NOUNS or head.tag != "NNS":
        return False
    kids = list(tree.children(sentence, head))
    return any(k.lower in _TWO for k in kids) and not any(k.dep in ("poss", "prep", "conj", "relcl") for k in kids)


def _pair(document: Document, event: FoundEvent, before: Sequence[FoundEvent]) -> tuple[Phrase, Phrase] | None:
    """The two parties of the nearest event before that names two."""
    for earlier in reversed(before):
        if event.sentence - earlier.sentence > _FARTHEST:
            return None
        if earlier.type not in _BETWEEN:
            continue
        parties = tuple(dict.fromkeys((*earlier.actors, *earlier.recipients)))
        if any(_is_pair(document, p) for p in parties):
            continue
        if len(parties) == 2 and all(_named(document, p) for p in parties):
            return parties[0], parties[1]
        if parties and earlier.sentence < event.sentence:
            return None
    return None


def _named(document: Document, phrase: Phrase) -> bool:
    """True for a party that the text names or describes, not a pronoun, nor people who are counted."""
    sentence = document.sentences[phrase.sentence]
    head = sentence.tokens[phrase.head]
    return head.pos in ("NOUN", "PROPN", "ADJ") and tree.child(sentence, head, "nummod") is None
