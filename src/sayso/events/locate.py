"""Where an event of the sentence is: the place that hangs on its words in the parse, weighed by the trained ranking."""

from functools import cache, cached_property
from typing import NamedTuple

from sayso.codebook.plover import EventType
from sayso.codebook.terms import PartKind
from sayso.events.attach import Site, place_of
from sayso.events.place import Ranked, rank
from sayso.events.place.names import LOCALITY, Name, names_of
from sayso.events.sites import Sites
from sayso.events.view import View
from sayso.lexicon.countries import countries
from sayso.nlp import tree
from sayso.records.language import Sentence, Token
from sayso.records.places import FoundPlace
from sayso.records.times import FoundTime
from sayso.text import Span

BY_RULE, LEARNED = "events.place", "events.place_learned"
REFUSE, TAKE, PREFER = 0.06, 0.5, 0.6
"""A place of the rules less likely than REFUSE is none; one that only the ranking knows needs TAKE; it must be PREFER
to replace that of the rules."""
_HEAD = 6
"""A colon so far from the start of the sentence follows a label."""
_LOCATED = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
_DIRECTIONS = frozenset(
    f"{way}{end}" for way in ("north", "south", "east", "west", "central") for end in ("", "ern")
) | {"upper", "lower", "mount", "fort", "camp", "lake", "port", "greater", "old", "new"}
_OF_PLACES = LOCALITY | {"coast", "edge", "heart", "centre", "center", "north", "south", "east", "west"}


@cache
def _countries() -> frozenset[str]:
    """Names of countries of one word, in small letters."""
    return frozenset(name.lower() for country in countries() for name in (country.name, *country.names))


class Located(NamedTuple):
    """The span of the event's place and the rule that gave it."""

    span: Span
    rule: str


class Locator:
    """The place names of one sentence, ranked for its verbs as they are asked for; `lengths` are its bare durations
    ("for three days"), which date nothing.
    """

    def __init__(
        self, sentence: Sentence, places: tuple[FoundPlace, ...], times: tuple[FoundTime, ...], *, learned: bool = True
    ) -> None:
        self.sentence, self.learned, self._places, self._times = sentence, learned, places, times
        self.lengths = frozenset(t.span for t in times if t.rule.startswith("times.duration"))
        self._ranked: dict[int, tuple[Ranked, ...]] = {}

    def ranked(self, verb: Token) -> tuple[Ranked, ...]:
        """The names of the sentence with the probability that they are the verb's place."""
        if verb.i not in self._ranked:
            self._ranked[verb.i] = rank(self.sentence, verb, self._names, self._sites.of(verb))
        return self._ranked[verb.i]

    @cached_property
    def _sites(self) -> Sites:
        return Sites(self.sentence, self._places, self._times)

    @cached_property
    def _names(self) -> tuple[Name, ...]:
        return names_of(self.sentence, self._places, self._sites.dated)

    def place(self, view: View, site: Site, mentions: tuple[tuple[Token, Span], ...]) -> Located | None:
        """The event's own place among the mentions, with its rule, or that before a colon, or None."""
        return self._own(view, site, mentions) or self._headed(site)

    def _headed(self, site: Site) -> Located | None:
        """The place that opens an item of a list ("Lorna: a car bomb ...")."""
        tokens = self.sentence.tokens
        colon = next((t.i for t in tokens[1:_HEAD] if t.text == ":"), None)
        if colon is None or self.sentence.kind is PartKind.HEADLINE or min(site.core, default=0) < colon:
            return None
        whole = self.sentence.span(0, colon - 1)
        return next((Located(p.span, BY_RULE) for p in self._places if p.form == "name" and p.span == whole), None)

    def _own(self, view: View, site: Site, mentions: tuple[tuple[Token, Span], ...]) -> Located | None:
        mentions = tuple(m for m in mentions if not (m[0].pos == "PROPN" and self._longer(m[0])))
        mentions = tuple(m for m in mentions if not self._nationality(site, m[0]))
        if not mentions:
            return None
        ruled = place_of(view, site, mentions)
        verb = self._verb(site)
        if not self.learned or verb is None or site.kind not in _LOCATED:
            return Located(ruled, BY_RULE) if ruled is not None else None
        odds = {span: self._odds(verb, span) for head, span in mentions if self._free(site, head)}
        top = max(odds, key=lambda span: (odds[span], -span.start), default=None)
        if ruled is not None and site.kind in _VIOLENT and self._refused(site, verb, ruled):
            ruled = None
        if top is None or odds[top] < (TAKE if ruled is None else PREFER):
            return Located(ruled, BY_RULE) if ruled is not None else None
        return Located(top, BY_RULE if top == ruled else LEARNED)

    def _free(self, site: Site, head: Token) -> bool:
        """False for a name that acts: an actor of the event, the bare subject of a clause ("Gaza fired back")."""
        return head.i not in site.actors and (head.dep != "nsubj" or head.i in site.recipients)

    def _nationality(self, site: Site, head: Token) -> bool:
        """True for a country that tells whose people it befell ("the murder of two U.S. nurses")."""
        if head.dep not in ("compound", "amod", "nmod") or head.head not in site.recipients:
            return False
        people = self.sentence.tokens[head.head]
        return people.tag in ("NN", "NNS") and head.lower in _countries()

    def _longer(self, head: Token) -> bool:
        """True for the last part of a longer name that is no place ("Maria de Oliveira")."""
        known = [p.span for p in self._places if p.form == "name"]
        for child in tree.children(self.sentence, head, "compound"):
            plain = child.pos == "PROPN" and child.lower not in _DIRECTIONS and child.lemma not in LOCALITY
            if plain and not any(span.start <= child.start < span.end for span in known):
                return True
        return False

    def _odds(self, verb: Token, span: Span) -> float:
        return max((r.probability for r in self.ranked(verb) if r.span.overlaps(span)), default=0.0)

    def _verb(self, site: Site) -> Token | None:
        """The verb that the event is told by: among its words, or the nearest that governs them."""
        tokens = self.sentence.tokens
        words = [tokens[i] for i in sorted(site.core) if tokens[i].pos == "VERB"]
        if words:
            return words[0]
        above = sorted((penalty, i) for i, penalty in site.clause.items() if tokens[i].pos == "VERB")
        return tokens[above[0][1]] if above and above[0][0] <= 2 else None

    def _refused(self, site: Site, verb: Token, ruled: Span) -> bool:
        """True for a place of the rules that the ranking holds for impossible, unless a word of place governs it."""
        if max(self._odds(verb, ruled), self._odds(self._noun(site) or verb, ruled)) >= REFUSE:
            return False
        tokens = self.sentence.tokens
        inside = [t for t in tokens if ruled.start <= t.start < ruled.end]
        prep = next((tokens[t.head] for t in inside if t.dep == "pobj" and tokens[t.head].lower == "of"), None)
        return prep is None or tokens[prep.head].lemma not in _OF_PLACES

    def _noun(self, site: Site) -> Token | None:
        """The noun of an event that is told by a noun."""
        words = [self.sentence.tokens[i] for i in sorted(site.core)]
        return next((t for t in words if t.pos in ("NOUN", "PROPN")), None)
