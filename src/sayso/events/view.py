"""A sentence as the event coder sees it: tokens with classes, places, the words around."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.events.lexicon import Lexicon
from sayso.nlp import tree
from sayso.records.base import Phrase
from sayso.records.language import Sentence, Token
from sayso.text import Span

RELATIVES = frozenset({"who", "which", "that", "whom"})
PERSONAL = frozenset(
    {"he", "she", "they", "we", "i", "him", "her", "them", "us", "me", "it", "you", "themselves", "himself"}
)
_ADJUNCTS = frozenset(
    {"in", "at", "on", "during", "after", "before", "over", "since", "with", "to", "about", "amid", "near", "by"}
)
_COUNTS = frozenset({"hundred", "thousand", "dozen", "score", "million"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
_OBJECT_CONTROL = frozenset(
    {
        "urge",
        "ask",
        "force",
        "allow",
        "order",
        "tell",
        "persuade",
        "permit",
        "enable",
        "encourage",
        "invite",
        "help",
        "press",
        "pressure",
        "compel",
        "call",
        "want",
        "instruct",
        "lead",
        "cause",
        "expect",
        "send",
        "see",
        "let",
        "make",
        "have",
        "get",
        "accuse",
        "suspect",
        "blame",
        "prevent",
        "stop",
        "ban",
        "bar",
        "convict",
        "charge",
        "authorize",
        "beg",
        "advise",
        "warn",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A sentence with its lexicon and the place mentions by token; `armed` says that the talk around is of conflict."""

    sentence: Sentence
    lexicon: Lexicon
    places: dict[int, str]
    times: frozenset[int]
    armed: bool
    topic: str | None
    violent: bool

    def classes(self, token: Token) -> frozenset[str]:
        """What the noun `token` denotes."""
        if token.i in self.times:
            return frozenset({"time_noun"})
        found = set(self.lexicon.classes_of(token.lemma))
        if token.pos == "PROPN":
            found |= self.lexicon.classes_of(token.lower)
            found.add("name")
            found.add("name_place" if self.places.get(token.i) == "name" else "name_person")
        if self.places.get(token.i) == "name":
            found |= {"name_place", "place", "name"}
        elif self.places.get(token.i) == "demonym":
            found |= {"people", "name", "adj_actor"}
        if token.pos == "PRON":
            found.discard("abstract")
            if token.lower in PERSONAL:
                found.add("pronoun")
            elif token.lower in ("one", "all", "some", "many", "both", "those", "others", "several", "most"):
                found |= {"quantity", "people"}
        if token.pos == "NUM" and token.tag == "CD":
            found |= {"quantity", "people"}
        if any(
            c.lower in ("peacekeeping", "peace-keeping")
            for c in tree.children(self.sentence, token, "amod", "compound")
        ):
            found.add("peacekeeper")
        inner = self.inner(token)
        if inner is not token:
            found |= self.classes(inner)
        if inner is token and token.lemma in _COUNTS:
            found.add("people")
        if self.lexicon.is_human(frozenset(found)) or found & {"name", "pronoun"}:
            found.add("actor")
        return frozenset(found)

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
                return self.sentence.tokens[up.head]
        return token

    def nouns(self, tokens: Iterable[Token | None]) -> list[Token]:
        """The tokens with their conjuncts, relative pronouns resolved, clauses left out; at most eight, in order."""
        found: list[Token] = []
        for token in tokens:
            if token is None:
                continue
            for member in tree.conjuncts(self.sentence, self.real(token)):
                if member.i in self.times:
                    continue
                if member.pos in _NOMINAL and member not in found and (member is token or member.pos != "ADJ"):
                    found.append(member)
        return sorted(found)[:8]

    def phrase(self, token: Token) -> Phrase:
        """The phrase of an argument; its head is the noun counted where there is one."""
        whole = tree.phrase(self.sentence, token)
        inner = self.inner(token)
        span = whole.span
        if inner is not token:
            span = Span(span.start, max(span.end, tree.phrase(self.sentence, inner).span.end))
        cut = self._cut(token)
        if cut is not None:
            span = Span(span.start, cut)
        if token.tag == "PRP$":
            span = Span(token.start, token.end)
        return Phrase(sentence=self.sentence.index, head=inner.i, span=span)

    def _cut(self, token: Token) -> int | None:
        """Where a phrase ends before a gerund or an adjunct that belongs to the clause ("X of shelling Y", "Y in Baku")."""
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
        for prep in tree.children(self.sentence, token, "prep", "agent", "dative"):
            if prep.pos in ("ADP", "SCONJ", "VERB", "ADV"):
                yield prep
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

    def actors_in(self, token: Token, depth: int = 3) -> list[Token]:
        """`token` if it can act, or else the people and places it belongs to: "Haiti's efforts" -> Haiti."""
        classes = self.classes(token)
        if "actor" in classes and not (classes & {"abstract"} and token.pos != "PROPN"):
            return [token]
        if depth == 0:
            return []
        owners = [o for o in self.possessors(token) if "actor" in self.classes(o)]
        if owners:
            return owners
        found = [
            o
            for o in self.under(token, ("of", "by", "in", "against", "on", "to", "from", "with", "for"))
            if o is not token
        ]
        for verb in tree.children(self.sentence, token, "acl"):
            agent = tree.agent(self.sentence, verb)
            found = [*self.nouns([agent]), *found]
        for noun in found:
            inner = self.actors_in(noun, depth - 1)
            if inner:
                return inner
        return self.demonyms(token)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The arguments of a verb, active or passive alike: who does it, to whom or what."""

    verb: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    datives: tuple[Token, ...]
    complement: Token | None
    passive: bool


def frame_of(view: View, verb: Token) -> Frame:
    """Verb -> its logical subjects, objects and complement clause."""
    sentence = view.sentence
    passive = tree.is_passive(sentence, verb) or _bare_passive(sentence, verb)
    direct = [c for c in tree.children(sentence, verb, "dobj", "obj", "oprd") if c.pos != "ADJ"]
    datives = [c for c in tree.children(sentence, verb, "dative") if c.pos != "ADP"]
    datives += [
        noun
        for c in tree.children(sentence, verb, "dative")
        if c.pos == "ADP"
        for noun in tree.children(sentence, c, "pobj")
    ]
    first = _subject(view, verb)
    if passive:
        subjects = view.nouns([_agent(sentence, verb)])
        objects = view.nouns([first])
        if direct:
            datives = [*objects, *datives] if objects else datives
            objects = view.nouns(direct)
    else:
        subjects = view.nouns([first])
        objects = view.nouns(direct)
        if not objects and not direct:
            objects = _shared(view, verb)
        if not objects and not direct and verb.dep == "relcl":
            objects = [o for o in _gap(view, verb) if o not in subjects]
    complement = next(
        (
            c
            for c in tree.children(sentence, verb, "xcomp", "ccomp", "advcl")
            if c.dep != "advcl" or _infinitive(sentence, c)
        ),
        None,
    )
    return Frame(
        verb=verb,
        subjects=tuple(s for s in subjects if s is not verb),
        objects=tuple(objects),
        datives=tuple(view.nouns(datives)),
        complement=complement,
        passive=passive,
    )


def _shared(view: View, verb: Token) -> list[Token]:
    """The object of "killed or wounded 26 people" for the first verb."""
    for other in tree.children(view.sentence, verb, "conj"):
        if other.i - verb.i <= 2 and other.tag == verb.tag:
            return view.nouns(tree.children(view.sentence, other, "dobj"))
    return []


def _gap(view: View, verb: Token) -> list[Token]:
    """The antecedent of an object relative ("the town that rebels seized")."""
    own = tree.child(view.sentence, verb, *tree.SUBJECTS)
    if own is None or own.lower in RELATIVES:
        return []
    return view.nouns([view.sentence.tokens[verb.head]])


def _agent(sentence: Sentence, verb: Token) -> Token | None:
    found = tree.agent(sentence, verb)
    if found is not None:
        return found
    by = next((c for c in tree.children(sentence, verb, "prep") if c.lower == "by"), None)
    noun = tree.child(sentence, by, "pobj") if by is not None else None
    return noun if noun is not None and noun.pos in ("NOUN", "PROPN", "PRON") else None


def _infinitive(sentence: Sentence, verb: Token) -> bool:
    return any(c.lower == "to" and c.dep == "aux" for c in tree.children(sentence, verb))


def _bare_passive(sentence: Sentence, verb: Token) -> bool:
    """A participle without "be": "villages shelled by rebels", "backed by Turkey", "was attacked and looted"."""
    if verb.tag != "VBN" or any(c.dep in ("aux", "dobj") for c in tree.children(sentence, verb)):
        return False
    if verb.dep in ("acl", "advcl", "amod", "oprd", "xcomp"):
        return True
    if verb.dep == "ROOT":
        return tree.agent(sentence, verb) is not None or tree.child(sentence, verb, "nsubj") is not None
    up = tree.head_of(sentence, verb)
    return verb.dep == "conj" and up is not None and up.tag == "VBN" and tree.is_passive(sentence, up)


def _subject(view: View, verb: Token) -> Token | None:
    sentence = view.sentence
    lifted = False
    while True:
        own = next((c for c in reversed(list(tree.children(sentence, verb, *tree.SUBJECTS)))), None)
        if own is not None:
            return None if lifted and own.lower == "it" else view.real(own)
        up = tree.head_of(sentence, verb)
        if up is None:
            return None
        if verb.dep in ("xcomp", "ccomp", "advcl") and up.lemma in _OBJECT_CONTROL:
            target = _controlled(view, up)
            if target is not None:
                return target
        if verb.dep not in ("conj", "xcomp") or up.pos not in ("VERB", "AUX") or up.i > verb.i:
            break
        lifted = lifted or verb.dep == "xcomp"
        verb = up
    if verb.dep in ("pcomp", "prep") and up.pos in ("ADP", "SCONJ"):
        governor = tree.head_of(sentence, up)
        if governor is not None:
            return _of_gerund(view, governor)
    if verb.dep == "acl" and _infinitive(sentence, verb):
        return _controller(view, up)
    if verb.dep == "amod":
        return up
    if verb.dep == "conj" and up.pos not in ("VERB", "AUX"):
        return None
    found = tree.subject(sentence, verb)
    if found is None or (found.lower == "it" and verb.dep in ("xcomp", "ccomp", "advcl")):
        return None
    return view.real(found)


def _controlled(view: View, verb: Token) -> Token | None:
    """Whom a verb makes do something: "urged A to", "called on A to"."""
    target = tree.child(view.sentence, verb, "dobj", "nsubjpass")
    if target is None and verb.lemma in ("call", "appeal", "prevail", "wait"):
        found = view.under(verb, ("on", "upon", "to", "for"))
        target = found[0] if found else None
    return target


def _of_gerund(view: View, governor: Token) -> Token | None:
    """The subject of a gerund behind a preposition: "accused A of shelling B" -> A, "by shelling B" -> the subject."""
    if governor.pos in ("NOUN", "PROPN", "PRON"):
        up = tree.head_of(view.sentence, governor)
        if up is not None and up.lemma in _OBJECT_CONTROL and governor.dep == "dobj":
            return governor
        owners = view.possessors(governor)
        return owners[0] if owners else None
    if governor.lemma in _OBJECT_CONTROL:
        target = tree.child(view.sentence, governor, "dobj", "nsubjpass")
        if target is not None:
            return target
    found = tree.subject(view.sentence, governor) if governor.pos in ("VERB", "AUX") else None
    return view.real(found) if found is not None else None


def _controller(view: View, noun: Token) -> Token | None:
    """Who is to do what a noun announces: "Russia's plan to attack", "a call on Turkey to withdraw"."""
    if "actor" in view.classes(noun) and not view.lexicon.noun_status.get(noun.lemma):
        return noun
    owners = view.possessors(noun) or view.under(noun, ("by", "on", "from")) or view.demonyms(noun)
    if owners:
        return owners[0]
    up = tree.head_of(view.sentence, noun)
    if up is not None and up.pos == "VERB" and noun.dep == "dobj":
        found = tree.subject(view.sentence, up)
        return view.real(found) if found is not None else None
    return None
