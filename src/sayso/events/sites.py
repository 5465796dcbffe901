"""The place of any verb, of an event or not: what its own clause is located at.

The rules answer the question that a reader has of a bare verb: the nearest name by its prepositions and its object,
then by the verb it follows. Names need not be in the gazetteer where the grammar says that they are places ("in the
Rim district"). A compact trained model (`events.place`) takes their answer as one clue and ranks all names.
"""

from collections.abc import Iterator

from sayso.events.place import chosen, rank
from sayso.events.place.names import dated_tokens, names_of
from sayso.nlp import tree
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace
from sayso.records.times import FoundTime
from sayso.text import Span

_AT = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "through", "throughout", "within", "over"}
)
_TO = frozenset({"on", "into", "to", "toward", "towards", "against", "from", "of", "along", "off", "between", "past"})
_OUTSIDE = ("nsubj", "nsubjpass", "dobj", "attr")
_TAKEN = frozenset(
    {
        "capture",
        "storm",
        "enter",
        "raid",
        "target",
        "bomb",
        "shell",
        "attack",
        "patrol",
        "strike",
        "hit",
        "seize",
        "take",
    }
    | {
        "liberate",
        "recapture",
        "overrun",
        "invade",
        "besiege",
        "destroy",
        "leave",
        "reach",
        "bombard",
        "retake",
        "control",
    }
)
_OF_PLACES = frozenset({"patrol", "storm", "enter", "shell", "bombard", "overrun", "besiege", "bomb", "march"})
_NAMED_BEFORE = frozenset(
    {"district", "area", "axis", "region", "province", "governorate", "valley", "square", "street", "airport", "county"}
)
_HARMED = frozenset({"kill", "wound", "injure", "die", "shoot", "hurt", "detonate", "capture"})
_LOCALITY = frozenset(
    {"district", "province", "city", "town", "village", "area", "region", "suburb", "neighborhood", "neighbourhood"}
    | {"governorate", "county", "street", "square", "hospital", "airport", "camp", "checkpoint", "countryside", "base"}
    | {"valley", "island", "mountain", "border", "river", "sea", "airbase", "station", "axis", "stronghold", "mosque"}
)
_DEPTH = 4


def places_of_verb(
    document: Document,
    verb: Span,
    places: tuple[FoundPlace, ...],
    times: tuple[FoundTime, ...],
    *,
    learned: bool = True,
) -> tuple[Span, ...]:
    """Document, span of a verb, place and time mentions -> the spans of the verb's own places, none if it has none.

    Without `learned` the rules alone decide.
    """
    for sentence in document.sentences:
        token = next((t for t in sentence.tokens if t.start < verb.end and verb.start < t.end), None)
        if token is None:
            continue
        sites = Sites(sentence, places, times)
        ruled = sites.of(token)
        if not learned:
            return ruled
        ranked = rank(sentence, token, names_of(sentence, places, sites.dated), ruled)
        return tuple(r.span for r in chosen(sentence, ranked))
    return ()


class Sites:
    """The place names of one sentence and the rules that give them to its verbs."""

    def __init__(self, sentence: Sentence, places: tuple[FoundPlace, ...], times: tuple[FoundTime, ...]) -> None:
        self.sentence = sentence
        self.dated = dated_tokens(sentence, [t.span for t in times if t.sentence == sentence.index])
        spans = [p.span for p in places if p.sentence == sentence.index and p.form == "name"]
        self.known = {t.i for t in sentence.tokens if any(s.start <= t.start < s.end for s in spans)} - self.dated

    def of(self, verb: Token) -> tuple[Span, ...]:
        """The places of the verb, its own or those of the verb it follows."""
        for current in self._clauses(verb):
            for found in self._sources(current):
                if found:
                    return tuple(found)
        return ()

    def _clauses(self, verb: Token) -> Iterator[Token]:
        """The verb, then those of whose place it partakes: "hit a bus in X, killing three"."""
        yield verb
        for _ in range(2):
            up = tree.head_of(self.sentence, verb)
            participle = verb.dep == "advcl" and verb.tag == "VBG"
            follows = verb.dep in ("xcomp", "conj") and tree.child(self.sentence, verb, *tree.SUBJECTS) is None
            if up is None or up.pos != "VERB" or not (participle or follows):
                return
            yield up
            verb = up

    def _sources(self, verb: Token) -> Iterator[list[Span]]:
        yield from self._own(verb)
        kids = list(tree.children(self.sentence, verb))
        for other in kids:
            if other.dep == "conj" and tree.child(self.sentence, other, *tree.SUBJECTS) is None:
                yield next((f for f in self._own(other) if f), [])
        for prep in kids:
            if prep.pos == "ADP" and prep.lower in ("during", "with", "by", "after", "under", "for"):
                yield self._happening(prep)
        for clause in kids:
            when = clause.dep == "advcl" and any(c.lower in ("when", "as", "after") for c in self._marks(clause))
            if when and clause.i > verb.i and verb.lemma in _HARMED:
                yield next((f for f in self._own(clause) if f), [])

    def _own(self, verb: Token) -> Iterator[list[Span]]:
        """The places by the verb's own arguments, the nearest kind first."""
        kids = list(tree.children(self.sentence, verb))
        objects = [c for c in kids if c.dep == "dobj" or c.dep == "nsubjpass"]
        if verb.lemma in _TAKEN:
            for noun in objects:
                yield self._named(noun, firm=verb.lemma in _OF_PLACES and noun.dep == "dobj", depth=_DEPTH)
        near = [c for c in kids if c.pos == "ADP" and c.lower in _AT]
        for prep in sorted(near, key=lambda c: (c.i < verb.i, c.i)):
            yield self._behind(prep, _DEPTH)
        for noun in objects:
            yield self._inside(noun, _DEPTH)
        for prep in kids:
            if prep.pos == "ADP" and prep.lower in _TO:
                yield self._behind(prep, _DEPTH)

        if verb.lemma in _HARMED | _TAKEN | {"protest", "demonstrate", "march", "detonate"}:
            for noun in kids:
                if noun.dep in tree.SUBJECTS:
                    yield self._happening(noun)

    def _marks(self, clause: Token) -> list[Token]:
        return list(tree.children(self.sentence, clause, "mark", "advmod"))

    def _happening(self, prep: Token) -> list[Span]:
        """The place of what the verb happened in or by: "captured during a raid in X"."""
        nouns = [prep] if prep.pos != "ADP" else tree.children(self.sentence, prep, "pobj")
        for noun in nouns:
            for inner in tree.children(self.sentence, noun, "prep"):
                found = self._behind(inner, 2) if inner.lower in _AT else []
                if found:
                    return found
        return []

    def _behind(self, prep: Token, depth: int) -> list[Span]:
        """The place behind a preposition."""
        nouns = tree.children(self.sentence, prep, "pobj")
        found = next((f for n in nouns if (f := self._named(n, firm=prep.lower in _AT, depth=depth))), [])
        chained = tree.children(self.sentence, prep, "prep")
        return found or next((f for c in chained if (f := self._behind(c, depth - 1))), [])

    def _named(self, noun: Token, *, firm: bool, depth: int) -> list[Span]:
        """The noun and its conjuncts if they name places, else the place that is named inside its phrase."""
        if not self._is_name(noun, firm=firm):
            return self._inside(noun, depth)
        others = [n for n in tree.conjuncts(self.sentence, noun) if n is not noun]
        found = [self._run(noun)]
        for other in others:
            found += [self._run(other)] if self._is_name(other, firm=firm) else self._inside(other, depth - 1)
        return list(dict.fromkeys(found))

    def _inside(self, noun: Token, depth: int) -> list[Span]:
        """The place inside a phrase: "the town of X", "the X district", "a house in X"."""
        if depth == 0 or noun.i in self.dated:
            return []
        preps = [c for c in tree.children(self.sentence, noun, "prep") if c.lower in _AT | _TO]
        ordered = sorted(preps, key=lambda c: (c.lower != "of", c.i))
        locality = noun.lemma in _LOCALITY
        if noun.lemma in _NAMED_BEFORE:
            named = [c for c in tree.children(self.sentence, noun, "compound", "nmod") if c.pos == "PROPN"]
            if named and named[-1].i not in self.dated:
                return [self._run(named[-1])]
        for prep in ordered:
            nouns = tree.children(self.sentence, prep, "pobj")
            firm = prep.lower in _AT or (locality and prep.lower == "of")
            found = next((f for n in nouns if (f := self._named(n, firm=firm, depth=depth - 1))), [])
            if found:
                return found
        before = list(tree.children(self.sentence, noun, "compound", "nmod", "appos"))
        for word in before:
            if word.i in self.known or (locality and word.pos == "PROPN" and word.i not in self.dated):
                return [self._run(word)]
        owner = tree.child(self.sentence, noun, "poss")
        return [self._run(owner)] if owner is not None and owner.i in self.known else []

    def _is_name(self, noun: Token, *, firm: bool) -> bool:
        if noun.i in self.dated:
            return False
        return noun.i in self.known or (firm and noun.pos == "PROPN" and noun.text[:1].isupper())

    def _run(self, noun: Token) -> Span:
        """The name with the parts of it that stand beside it."""
        tokens, left, right = self.sentence.tokens, noun.i, noun.i
        while (
            left and (tokens[left - 1].pos == "PROPN" or tokens[left - 1].text in "-–") and left - 1 not in self.dated
        ):
            left -= 1
        while right + 1 < len(tokens) and (
            (tokens[right + 1].pos == "PROPN" and tokens[right + 1].head in (noun.i, noun.head))
            or right + 1 in self.known
        ):
            right += 1
        return self.sentence.span(left, right)
