"""Places that the text has named before: "there", "the town", "the market"."""

from collections.abc import Sequence

from sayso.events.place.names import LOCALITY
from sayso.nlp import tree
from sayso.records.events import FoundEvent
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import Candidate, FoundPlace
from sayso.records.times import FoundTime
from sayso.text import Span

_TOWNS = frozenset({"town", "city", "village", "settlement", "neighbourhood", "neighborhood", "suburb", "capital"})
_REGIONS = frozenset({"province", "region", "state", "governorate", "district", "county", "enclave", "territory"})
_SITES = (
    (LOCALITY - _TOWNS - _REGIONS - {"border", "front", "area", "road", "zone", "axis", "state", "sea"})
    | {"market", "school", "church", "prison", "refinery", "university", "embassy", "hotel", "factory", "barracks"}
    | {"plant", "farm", "park", "clinic", "warehouse", "courthouse", "shrine", "temple", "monastery", "synagogue"}
    | {"dam", "bridge"}
)
_AT = frozenset({"in", "at", "on", "near", "outside", "inside", "around", "into", "across", "of", "from", "to"})
_FARTHEST = 6


class Bridges:
    """The named places of a document and the common nouns that stand for them."""

    def __init__(self, document: Document, places: Sequence[FoundPlace], times: Sequence[FoundTime]) -> None:
        self.document = document
        self.dates = [time.span for time in times]
        self.names = sorted((p for p in places if p.form == "name" and p.candidates), key=lambda p: p.span)

    def place_of(self, event: FoundEvent) -> Span | None:
        """The mention that an event's "there", "the town" or "the market" stands for, or None."""
        sentence = self.document.sentences[event.sentence]
        words = [t for t in sentence.tokens if event.trigger.start <= t.start < event.trigger.end]
        verbs = [t for t in words if t.pos == "VERB"]
        nouns = [t for t in words if t.pos == "NOUN"]
        for token in (*verbs, *nouns):
            for child in tree.children(sentence, token):
                if child.lower == "there" and child.dep == "advmod" and child.pos == "ADV":
                    return self._last(sentence.index, child.start, _TOWNS | _REGIONS)
                found = self._behind(sentence, child)
                if found is not None:
                    return found
        return None

    def holds(self, region: Span, place: Span) -> bool:
        """True if the first is the region or country that the second lies in."""
        one, other = self._first(region), self._first(place)
        if one is None or other is None or one.country is None or one.country != other.country:
            return False
        if one.feature.startswith("PCL"):
            return not other.feature.startswith("PCL")
        return one.feature.startswith("ADM1") and one.admin1 is not None and one.admin1 == other.admin1

    def _first(self, span: Span) -> Candidate | None:
        return next((p.candidates[0] for p in self.names if p.span == span), None)

    def _behind(self, sentence: Sentence, child: Token) -> Span | None:
        """The place that a verb's object or place phrase stands for: "shelled the town", "in the village"."""
        if child.dep in ("dobj", "nsubjpass"):
            return self._meant(sentence, child)
        if child.dep == "prep" and child.lower in _AT:
            noun = tree.child(sentence, child, "pobj")
            return self._meant(sentence, noun) if noun is not None else None
        return None

    def _meant(self, sentence: Sentence, noun: Token) -> Span | None:
        """The mention that "the town", "the camp" repeats; None for a noun with words of its own."""
        kids = list(tree.children(sentence, noun))
        if not any(k.dep == "det" and k.lower in ("the", "this", "that") for k in kids):
            return None
        if any(
            k.dep in ("amod", "compound", "nmod", "relcl", "acl", "poss", "appos", "prep", "nummod", "conj")
            for k in kids
        ):
            return None
        if noun.tag != "NN":
            return None
        if noun.lemma in _TOWNS or noun.lemma in _REGIONS:
            return self._last(sentence.index, noun.start, frozenset({noun.lemma}))
        return self._site(sentence.index, noun) if noun.lemma in _SITES else None

    def _last(self, index: int, offset: int, kinds: frozenset[str]) -> Span | None:
        """The last place of one of the kinds named before `offset`, where no other of the kind stands beside it."""
        for place in reversed([p for p in self.names if p.span.start < offset]):
            if index - place.sentence > _FARTHEST:
                return None
            if self._stranger(place, index, offset):
                return None
            if self._fits(place, kinds):
                rivals = {
                    p.candidates[0].name
                    for p in self.names
                    if p.sentence == place.sentence and p.span.start < offset and self._fits(p, kinds)
                }
                return place.span if len(rivals) == 1 else None
        return None

    def _stranger(self, place: FoundPlace, index: int, offset: int) -> bool:
        """True if a name that no gazetteer knows stands nearer, as a place may."""
        tokens = self.document.sentences[index].tokens
        for token in tokens:
            if token.start >= offset or token.start < place.span.end or token.pos != "PROPN" or token.dep != "pobj":
                continue
            known = any(s.start <= token.start < s.end for s in (*(p.span for p in self.names), *self.dates))
            if not known and tokens[token.head].lower in _AT:
                return True
        return False

    def _fits(self, place: FoundPlace, kinds: frozenset[str]) -> bool:
        feature = place.candidates[0].feature
        town, region = feature.startswith("PPL"), feature.startswith("ADM")
        return (town and bool(kinds & _TOWNS)) or (region and bool(kinds & _REGIONS))

    def _site(self, index: int, noun: Token) -> Span | None:
        """The place in or at which the same noun stood before: "a market in X" ... "the market"."""
        for number in range(index, max(-1, index - _FARTHEST - 1), -1):
            sentence = self.document.sentences[number]
            for token in reversed(sentence.tokens):
                if token.lemma != noun.lemma or token.pos not in ("NOUN", "PROPN") or (token.start >= noun.start):
                    continue
                span = self._of(sentence, token)
                if span is not None:
                    return span
        return None

    def _of(self, sentence: Sentence, noun: Token) -> Span | None:
        """The place named in a noun's own phrase: "the port of X", "X airport", "a market in X"."""
        for place in self.names:
            if place.sentence != sentence.index or not 0 <= place.head < len(sentence.tokens):
                continue
            head = sentence.tokens[place.head]
            up = tree.head_of(sentence, head)
            if up is not None and up.i == noun.i and head.dep in ("compound", "poss", "nmod"):
                return place.span
            if up is not None and up.pos == "ADP" and up.head == noun.i and up.lower in _AT:
                return place.span
        return None
