"""Puts a figure in context: whose, where, within which event and statement."""

from collections.abc import Sequence

from sayso.codebook.plover import EventType
from sayso.nlp.tree import ancestors, child, children, phrase
from sayso.records.base import Phrase
from sayso.records.events import FoundEvent
from sayso.records.language import Sentence, Token
from sayso.records.places import FoundPlace
from sayso.text import Span
from sayso.tolls import rules
from sayso.tolls.drafts import Draft
from sayso.tolls.words import Words

_HARMFUL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})
_MODIFIED = frozenset({"soldiers", "fighters", "police"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "on", "across", "outside", "around", "inside", "throughout", "within", "over"}
)


def event_of(sentence: Sentence, draft: Draft, events: Sequence[tuple[int, FoundEvent]]) -> int | None:
    """Index of the event that did the harm: the trigger's own, or one its clause names as cause or frame."""
    best: tuple[int, int] | None = None
    above = {draft.trigger.i: 0}
    below = draft.trigger
    for depth, token in enumerate(ancestors(sentence, draft.trigger)):
        if below.dep == "relcl" and any(t.lower == "whose" for t in sentence.tokens[below.left : below.i]):
            break
        above[token.i] = depth + 1
        below = token
    for index, event in events:
        if event.type not in _HARMFUL:
            continue
        at = sentence.token_at(event.trigger.start)
        if at is None:
            continue
        rank = _distance(sentence, draft, at, above)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, index)
    return best[1] if best is not None else None


def _distance(sentence: Sentence, draft: Draft, at: Token, above: dict[int, int]) -> int | None:
    """How far an event's word stands from the harm in the parse; None if it is in another clause."""
    if at.i in above:
        return above[at.i]
    steps = 1
    for token in ancestors(sentence, at):
        if token.i == draft.trigger.i:
            return steps
        if token.i in above and steps <= 3:
            return steps + above[token.i] + 2
        steps += 1
        if steps > 4 or token.pos == "VERB":
            return None
    return None


def clause_span(sentence: Sentence, draft: Draft, spans: Sequence[Span]) -> Span | None:
    """Of the mentions, the first whose nearest verb is the figure's own verb."""
    for span in spans:
        token = sentence.token_at(span.end - 1)
        if token is None:
            continue
        for above in ancestors(sentence, token):
            if above.i == draft.trigger.i or above.i == draft.trigger.head:
                return span
            if above.pos in ("VERB", "AUX"):
                break
    return None


def place_of(sentence: Sentence, draft: Draft, places: Sequence[FoundPlace]) -> Span | None:
    """The place named with a preposition in the figure's clause, or None."""
    spans, own = [], []
    for place in places:
        token = sentence.token_at(place.span.start)
        head = sentence.tokens[place.head] if place.head < len(sentence.tokens) else token
        if place.form != "name" or head is None:
            continue
        up = sentence.tokens[head.head]
        if up.dep == "prep" and up.lower in _PLACE_PREPOSITIONS:
            spans.append(place.span)
            if draft.left <= up.head <= max(draft.number_end, draft.anchor, draft.noun.i if draft.noun else 0):
                own.append(place.span)
    if own or rules.ELLIPTIC in draft.why:
        return own[0] if own else None
    return clause_span(sentence, draft, spans)


def side_of(sentence: Sentence, draft: Draft, nations: frozenset[int], words: Words) -> Phrase | None:
    """The side of the victims: "Armenian" of "Armenian soldiers", "its" of "its troops", "both sides" of "people from
    both sides"; None where the text does not say.
    """
    noun = draft.noun
    if noun is None or noun.pos in ("PRON", "NUM"):
        return None
    for prep in children(sentence, noun, "prep"):
        head = child(sentence, prep, "pobj")
        if head is not None and prep.lower in words.side_prepositions and _is_side(head, words, nations):
            found = phrase(sentence, head)
            verb = next((t for t in sentence.tokens[head.i + 1 :] if t.pos in ("VERB", "AUX")), None)
            end = found.span.end if verb is None else min(found.span.end, sentence.tokens[verb.i - 1].end)
            return Phrase(sentence=found.sentence, head=found.head, span=Span(found.span.start, max(end, head.end)))
    for c in children(sentence, noun, "amod", "compound", "poss", "nmod"):
        if c.i >= noun.i or c.i <= draft.number_end:
            continue
        owned = c.tag == "PRP$" and words.kinds.get(noun.lemma) in _MODIFIED
        nation = c.i in nations and (noun.pos == "NOUN" or c.dep == "amod")
        if nation or owned or (c.dep == "poss" and c.pos == "PROPN"):
            return Phrase(sentence=sentence.index, head=c.i, span=_modifier(sentence, c))
    return None


def _modifier(sentence: Sentence, token: Token) -> Span:
    """The words of a modifier without the possessive mark: "Ukrainian", "South Korean", "the army"."""
    right = token.i
    return sentence.span(min(token.left, right), right)


def _is_side(head: Token, words: Words, nations: frozenset[int]) -> bool:
    return (
        head.lemma in words.side_nouns
        or (head.pos == "PROPN" and head.text.isupper() and len(head.text) > 1)
        or head.i in nations
    )


def _bare_conjunct(sentence: Sentence, noun: Token) -> int:
    """End of a coordinated plural that shares the number: "13 women and children"."""
    for c in children(sentence, noun, "conj"):
        if c.tag == "NNS" and c.left == c.i and c.i == noun.i + 2:
            return c.end
    return noun.end


def victims_span(sentence: Sentence, draft: Draft) -> Span | None:
    """The victims' words without the number, None for a bare number."""
    if draft.noun is None:
        return None
    found = phrase(sentence, draft.noun).span
    start = found.start
    if draft.noun.i > draft.number_end + 1 and sentence.tokens[draft.noun.i - 1].lower in ("them", "whom"):
        start = draft.noun.start
    elif draft.number_end + 1 <= draft.noun.i:
        start = max(start, sentence.tokens[draft.number_end + 1].start)
    end = found.end
    for token in sentence.tokens[draft.noun.i + 1 :]:
        place = token.dep == "prep" and token.head == draft.noun.i and token.lower not in ("of", "from")
        if token.start >= end or token.pos in ("VERB", "AUX") or place or token.i == draft.trigger.i:
            end = min(end, sentence.tokens[token.i - 1].end)
            break
    end = max(end, _bare_conjunct(sentence, draft.noun))
    more = sentence.token_at(start)
    if more is not None and more.lower in ("more", "other", "others") and more.i < draft.noun.i:
        start = sentence.tokens[more.i + 1].start
    of = sentence.token_at(start)
    if of is not None and of.lower == "of" and of.i < draft.noun.i:
        start = sentence.tokens[of.i + 1].start
    return Span(start, max(end, draft.noun.end))
