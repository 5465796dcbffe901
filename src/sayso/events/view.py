"""A sentence as the event coder sees it: tokens with classes, places, the words around."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.events.lexicon import Lexicon
from sayso.nlp import tree
from sayso.records.base import Phrase
from sayso.records.language import Sentence, Token
from sayso.text import Span

RELATIVES = frozenset({"who", "which", "that", "whom"})
PERSONAL = frozenset(
    {"he", "she", "they", "we", "i", "him", "her", "them", "us", "me", "it", "you", "themselves", "himself"}
)
_HUMAN = frozenset({"i", "me", "we", "us", "he", "him", "she", "her"})
"""Pronouns that stand for nobody but people."""
_SOME = frozenset({"one", "all", "some", "many", "both", "those", "others", "several", "most"})
_ADJUNCTS = frozenset(
    {"in", "at", "on", "during", "after", "before", "over", "since", "with", "to", "about", "amid", "near", "by"}
)
_COUNTS = frozenset({"hundred", "thousand", "dozen", "score", "million"})
_STRUCK = frozenset({"facility", "place", "territory", "name_place"})
_OUTCOMES = frozenset(
    {"kill", "wound", "injure", "destroy", "damage", "leave", "target", "hit", "strike", "rock", "claim"}
)
_MONEY = frozenset({"$", "£", "€", "US$", "%"})
_CIVIL = frozenset({"rescue", "fire", "ambulance", "medical", "sales", "work", "cheerleading", "search", "legal"})
_SQUADS = frozenset({"squad", "unit", "crew", "brigade", "force", "patrol"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A sentence with its lexicon and the place mentions by token; `words` are its words and lemmas in lower case;
    `armed` says that the talk around is of conflict.
    """

    sentence: Sentence
    words: frozenset[str]
    lexicon: Lexicon
    places: dict[int, str]
    times: frozenset[int]
    armed: bool
    topic: str | None
    violent: bool
    towns: frozenset[int] = frozenset()
    subject: str | None = None
    public: bool = True
    _read: dict[int, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _phrases: dict[int, Phrase] = field(default_factory=dict, init=False, repr=False, compare=False)

    def classes(self, token: Token) -> frozenset[str]:
        """What the noun `token` denotes; each is looked up once."""
        found = self._read.get(token.i)
        if found is None:
            found = self._read[token.i] = self._classes(token)
        return found

    def _classes(self, token: Token) -> frozenset[str]:
        if token.i in self.times:
            return frozenset({"time_noun"})
        found = set(self.lexicon.classes_of(token.lemma)) | self._form(token)
        if not found and token.lower != token.lemma:
            found |= self.lexicon.classes_of(token.lower)
        if token.pos == "PRON" or token.lower == "offices":
            found -= {"abstract", "office"}
        if any(
            c.lower in ("peacekeeping", "peace-keeping")
            for c in tree.children(self.sentence, token, "amod", "compound")
        ):
            found.add("peacekeeper")
        if token.lemma in _SQUADS and any(c.lower in _CIVIL for c in tree.children(self.sentence, token, "compound")):
            found -= {"military", "troops"}
        inner = self.inner(token)
        if inner is not token:
            counted = self.classes(inner)
            if counted and not self.lexicon.is_human(counted):
                found.discard("people")
            found |= counted
        if inner is token and token.lemma in _COUNTS:
            found.add("people")
        if self.lexicon.is_human(frozenset(found)) or found & {"name", "pronoun"}:
            found.add("actor")
        return frozenset(found)

    def _form(self, token: Token) -> set[str]:
        """Classes that follow from the form of the word: a name, a place, a pronoun, a number."""
        found: set[str] = set()
        if token.pos == "PROPN":
            found |= self.lexicon.classes_of(token.lower) | {"name"}
            found.add("name_place" if self.places.get(token.i) == "name" else "name_person")
            titles = [self.lexicon.classes_of(c.lemma.lower()) for c in self._titles(token)]
            found |= {name for name in ("person", "official") if any(name in classes for classes in titles)}
        if self.places.get(token.i) == "name":
            found |= {"name_place", "place", "name"}
        elif self.places.get(token.i) == "demonym":
            found |= {"people", "name", "adj_actor"}
        if token.pos == "PRON" and token.lower in PERSONAL:
            found |= {"pronoun", "pronoun_person"} if token.lower in _HUMAN else {"pronoun"}
        elif token.pos == "PRON" and token.lower in _SOME:
            found |= {"quantity", "people"}
        if token.pos == "NUM" and token.tag == "CD":
            money = any(c.text in _MONEY for c in tree.children(self.sentence, token)) or token.text[0] in _MONEY
            found |= {"quantity"} if money else {"quantity", "people"}
        return found

    def _titles(self, token: Token) -> Iterator[Token]:
        """Titles before and appositions after a name: "General X", "X, the suspected mastermind"."""
        yield from (c for c in tree.children(self.sentence, token, "compound", "appos") if c.i not in self.places)

    def inner(self, token: Token) -> Token:
        """The noun counted or grouped: "hundreds of people" -> people, "a group of rebels" -> rebels."""
        if "quantity" not in self.lexicon.classes_of(token.lemma) and token.pos != "NUM":
            return token
        of = tree.child(self.sentence, token, "prep")
        if of is not None and of.lower in ("of", "among"):
            noun = tree.child(self.sentence, of, "pobj")
            if noun is not None:
                return noun
        return token

    def real(self, token: Token) -> Token:
        """A relative pronoun -> the noun it stands for; anything else unchanged."""
        if token.lower not in RELATIVES or token.pos != "PRON":
            return token
        for up in tree.ancestors(self.sentence, token):
            if up.dep == "relcl":
                return self._struck_from(self.sentence.tokens[up.head], up)
        return token

    def _struck_from(self, noun: Token, verb: Token) -> Token:
        """The attack, where the parse hangs its relative clause on its target: "the attack on the base that killed"."""
        if verb.lemma not in _OUTCOMES:
            return noun
        current = noun
        for _ in range(2):
            prep = tree.head_of(self.sentence, current)
            above = tree.head_of(self.sentence, prep) if prep is not None and prep.pos == "ADP" else None
            struck = _STRUCK & self.classes(current) or current.i in self.times
            if above is None or not struck:
                return noun
            if above.lemma in self.lexicon.nouns:
                return above
            current = above
        return noun

    def nouns(self, tokens: Iterable[Token | None]) -> list[Token]:
        """The tokens with their conjuncts, relative pronouns resolved, clauses left out; at most eight, in order."""
        found: list[Token] = []
        for token in tokens:
            if token is None:
                continue
            members = (*tree.conjuncts(self.sentence, self.real(token)), *self._listed(token))
            for member in map(self._undated, members):
                if member.i in self.times:
                    continue
                if member.pos in _NOMINAL and member not in found and (member is token or member.pos != "ADJ"):
                    found.append(member)
        return sorted(found)[:8]

    def _undated(self, token: Token) -> Token:
        """The name before a bare weekday that the parse takes for its last word: "met President Aldi Tuesday"."""
        if token.i not in self.times or token.pos != "PROPN":
            return token
        before = self.sentence.tokens[token.i - 1] if token.i else token
        name = before.pos == "PROPN" and before.dep == "compound" and before.i not in self.times
        return before if name and before.head == token.i else token

    def _listed(self, token: Token) -> list[Token]:
        """What the parse puts beside the head of a list: "Peru, the Philippines and Mali", "a cook, a nurse, a boy".

        Only like stands beside like, so that "Omar Haddad, a chief and father" stays one man.
        """
        for beside in tree.children(self.sentence, token, "appos"):
            members = tree.conjuncts(self.sentence, beside)
            if len(members) > 1 and all(self._alike(token, m) for m in members):
                return list(members)
        return []

    def _alike(self, token: Token, other: Token) -> bool:
        """True for two names of places, two of people, or two nouns with "a"."""
        if "name" in (self.places.get(token.i), self.places.get(other.i)):
            return self.places.get(token.i) == self.places.get(other.i)
        if token.tag == "NNP" or other.tag == "NNP":
            return token.tag == other.tag
        counted = (tree.child(self.sentence, t, "det") for t in (token, other))
        return token.tag == other.tag == "NN" and all(d is not None and d.lower in ("a", "an") for d in counted)

    def phrase(self, token: Token) -> Phrase:
        """The phrase of an argument; its head is the noun counted where there is one."""
        found = self._phrases.get(token.i)
        if found is None:
            found = self._phrases[token.i] = self._phrase(token)
        return found

    def _phrase(self, token: Token) -> Phrase:
        whole = tree.phrase(self.sentence, token)
        inner = self.inner(token)
        span = whole.span
        if inner is not token:
            span = Span(span.start, max(span.end, tree.phrase(self.sentence, inner).span.end))
        cut = self._cut(token)
        if cut is not None:
            span = Span(span.start, cut)
        span = self._trimmed(span, token)
        if token.tag == "PRP$":
            span = Span(token.start, token.end)
        return Phrase(sentence=self.sentence.index, head=inner.i, span=span)

    def _trimmed(self, span: Span, token: Token) -> Span:
        """The span without punctuation at its end."""
        inside = [t for t in self.sentence.tokens[token.i :] if t.end <= span.end]
        while len(inside) > 1 and (
            (inside[-1].pos == "PUNCT" and inside[-1].text not in ")]") or inside[-1].tag == "POS"
        ):
            inside.pop()
        return Span(span.start, inside[-1].end) if inside else span

    def _cut(self, token: Token) -> int | None:
        """Where a phrase ends before a gerund or an adjunct of the clause ("X of shelling Y", "Y in Baku")."""
        for prep in tree.children(self.sentence, token, "prep", "acl", "relcl"):
            if prep.i < token.i:
                continue
            if prep.dep != "prep":
                return self.sentence.tokens[max(prep.left - 1, token.i)].end
            gerund = any(
                c.dep == "pcomp" or c.i in self.times for c in tree.children(self.sentence, prep, "pcomp", "pobj")
            )
            loose = token.pos == "PROPN" and prep.lower in _ADJUNCTS
            if gerund or loose:
                return self.sentence.tokens[prep.i - 1].end
        return None

    def prepositions(self, token: Token) -> Iterator[Token]:
        """The prepositions under `token`, those chained ("in front of") last."""
        for prep in tree.children(self.sentence, token, "prep", "agent", "dative", "prt"):
            if prep.pos in ("ADP", "SCONJ", "VERB", "ADV"):
                yield prep
                yield from (c for c in tree.children(self.sentence, prep, "conj") if c.pos == "ADP")
                if prep.lower not in ("according", "due", "owing", "thanks", "prior", "contrary"):
                    yield from tree.children(self.sentence, prep, "prep")

    def under(self, token: Token, names: Iterable[str]) -> list[Token]:
        """The nouns behind the prepositions `names` of `token`."""
        names = tuple(names)
        return self.nouns(
            noun
            for prep in self.prepositions(token)
            if prep.lower in names and prep.dep != "agent"
            for noun in tree.children(self.sentence, prep, "pobj", "pcomp")
            if noun.pos in _NOMINAL
        )

    def demonyms(self, token: Token) -> list[Token]:
        """Demonyms and names that stand before the noun: "Turkish shelling", "the Kabul attack", "rebel attack"."""
        return [
            c
            for c in tree.children(self.sentence, token, "amod", "compound", "nmod")
            if c.i < token.i and (self.places.get(c.i) == "demonym" or c.pos == "PROPN" or self._groups(c))
        ]

    def _groups(self, token: Token) -> bool:
        return (
            token.pos == "NOUN"
            and bool(self.classes(token) & {"armed_group", "military", "police", "government", "migrant"})
            and "weapon" not in self.classes(token)
        )

    def possessors(self, token: Token) -> list[Token]:
        """The possessors of the noun."""
        return self.nouns(tree.children(self.sentence, token, "poss"))

    def actors_in(self, token: Token, depth: int = 3, *, own: bool = True) -> list[Token]:
        """`token` if it can act, or else the people and places it belongs to: "Haiti's efforts" -> Haiti. Without `own`
        nobody by a pronoun: "its war with Iraq" -> Iraq.
        """
        classes = self.classes(token)
        if "actor" in classes and not (classes & {"abstract"} and token.pos != "PROPN"):
            return [token]
        if depth == 0:
            return []
        owners = [o for o in self.possessors(token) if "actor" in self.classes(o)]
        if owners and (own or owners[0].tag != "PRP$"):
            return owners
        told = any(self.places.get(d.i) == "demonym" for d in self.demonyms(token))
        rest = () if told else ("in", "against", "on", "to", "with", "between", "for")
        found = [o for o in self.under(token, (*(() if told else ("of",)), "by", "from", *rest)) if o is not token]
        for verb in tree.children(self.sentence, token, "acl"):
            agent = tree.agent(self.sentence, verb)
            found = [*self.nouns([agent]), *found]
            if not found and verb.tag in ("VBN", "VBG"):
                found = self.under(verb, ("from", "to", "into"))
        for noun in found:
            inner = self.actors_in(noun, depth - 1, own=own)
            if inner:
                others = [m for m in tree.conjuncts(self.sentence, noun) if m is not noun and m in found]
                return list(
                    dict.fromkeys([*inner, *(o for m in others for o in self.actors_in(m, depth - 1, own=own))])
                )
        return self.demonyms(token)
