"""Matches verbs: a verb of the text -> its sense, with the tokens that fill the roles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.codebook.plover import EventType
from sayso.events.fit import ARMED, GROUND, MATERIAL, allowed, fit, other_party, quarrel
from sayso.events.frame import Frame, frame_of
from sayso.events.lexicon import Entry, Sense
from sayso.events.view import View
from sayso.events.wielders import is_instrument, wielders
from sayso.nlp import tree
from sayso.records.language import Token

HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
COOPERATIVE = frozenset(
    {EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT}
)
_OFFERED = frozenset(
    {"negotiate", "talk", "accept", "sign", "meet", "cooperate", "discuss", "resume", "work", "help", "join", "return"}
    | {"engage", "hold", "consider", "participate", "enter", "compromise", "listen", "restore", "reopen", "extend"}
)
_POLITICAL = frozenset(
    {
        "official",
        "government",
        "organisation",
        "name",
        "diplomat",
        "military",
        "armed_group",
        "intergovernmental",
        "party",
        "judicial",
        "legislature",
        "delegation",
        "adj_actor",
    }
)
_BLOWS = frozenset({"strike", "airstrike", "raid", "shelling", "bombardment", "shellfire", "gunfire", "artillery"})
_ANYBODY = frozenset({"you", "one", "everyone", "anyone", "nobody", "someone"})
_CLAUSES = frozenset(
    {"xcomp", "xadj", "xinf", "ccomp", "ccomp_sub", "ccomp_nsubj", "ccomp_future", "xsubj", "xobj", "disperse"}
)
_NO_FIGHTERS = ("sport", "market", "arts", "disease")
_SAYING = frozenset(
    {"comment", "confirm", "deny", "disclose", "respond", "reveal", "specify", "rule", "explain", "detail", "describe"}
    | {"estimate", "say", "discuss", "speak", "elaborate", "name", "give", "answer", "identify", "speculate", "provide"}
)
"""What somebody declines to say is no rejection of anybody."""
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
_THINGS = frozenset({"it", "this", "that", "yourself", "myself", "ourselves"})
_MEANS = frozenset({"event_noun", "bomb_noun", "missile"})
_ENDING = frozenset({"stop", "end", "halt", "suspend", "cease", "lift", "refrain"})
_PREPOSITION = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A predicate found: its sense, all tokens of the trigger (`words`), and who fills the roles."""

    sense: Sense
    head: Token
    words: tuple[Token, ...]
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    objects: tuple[Token, ...]
    weapons: tuple[Token, ...]
    weak: bool = False
    complement: Token | None = None


def match_verb(view: View, verb: Token, senses: tuple[Sense, ...]) -> Match | None:
    """The first sense of the verb that its arguments allow, or None."""
    frame: Frame | None = None
    for sense in senses:
        words = _rest(view, verb, sense.rest)
        if words is None:
            continue
        frame = frame or frame_of(view, verb)
        found = _VerbSlots(view, frame, sense.entry, words).match(sense)
        if found is not None:
            return found
    return None


def _rest(view: View, verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens of the words that must stand with the verb, each under the verb or under one found before."""
    found: list[Token] = []
    if not view.words.issuperset(rest):
        return None
    if rest and any(c.lower not in rest for c in tree.children(view.sentence, verb, "prt")):
        return None
    for word in rest:
        holders = [verb, *found]
        hit = next(
            (
                c
                for holder in reversed(holders)
                for c in _below(view, holder)
                if word in (c.lemma, c.lower) and c not in found
            ),
            None,
        )
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


def _below(view: View, token: Token) -> Iterable[Token]:
    for c in tree.children(view.sentence, token):
        if c.dep in ("nsubj", "nsubjpass", "csubj", "advcl", "conj", "ccomp", "relcl"):
            continue
        if c.pos == "ADP" and any(n.i in view.times for n in tree.children(view.sentence, c, "pobj")):
            continue
        yield c
        if c.pos == "ADV" and c.dep == "advmod":
            yield from tree.children(view.sentence, c, "advmod")
        if c.pos == "ADP" and c.dep in ("prep", "agent", "dative"):
            yield from tree.children(view.sentence, c, "pobj")


class _VerbSlots:
    """The slots of one verb under one entry."""

    def __init__(self, view: View, frame: Frame, entry: Entry, words: tuple[Token, ...]) -> None:
        if frame.complement is None:
            below = (c for w in words for c in tree.children(view.sentence, w, "xcomp", "acl", "ccomp"))
            inner = next((c for c in below if c.dep == "xcomp" or tree.child(view.sentence, c, "nsubj")), None)
            frame = frame if inner is None else replace(frame, complement=inner)
        self.view, self.frame, self.entry, self.words = view, frame, entry, words
        self.objects = [o for o in frame.objects if o not in words]
        if words and not self.objects and not frame.passive:
            named = [
                c for w in words for c in tree.children(view.sentence, w, "compound", "nmod") if c.lower != w.lower
            ]
            self.objects = [c for c in named if view.lexicon.is_human(view.classes(c)) and c.i not in view.places]

    def match(self, sense: Sense) -> Match | None:
        """The match of this sense, or None."""
        entry = self.entry
        if not self._allowed() or self._unarmed(sense):
            return None
        actors = self._people(entry.actor if entry.actor is not None else ["subj"], sense.type)
        if entry.weapon_subject and not actors:
            actors = [o for t in self.frame.subjects if is_instrument(self.view, t) for o in wielders(self.view, t)]
        recipients = self._people(entry.recipient if entry.recipient is not None else ["obj"], sense.type)
        if entry.mutual or self.frame.mutual:
            actors, recipients = [*actors, *(r for r in recipients if r not in actors)], []
        if self._upon_oneself(sense):
            return None
        recipients = [r for r in recipients if r not in actors and not (actors and r.lower in _SELF)]
        if not self._peopled(sense, actors, recipients):
            return None
        return Match(
            sense=sense,
            head=self.frame.verb,
            words=(self.frame.verb, *self.words),
            actors=tuple(actors),
            recipients=tuple(recipients),
            objects=tuple(self.objects),
            weapons=tuple(self._weapons()),
            complement=self.frame.complement,
        )

    def _upon_oneself(self, sense: Sense) -> bool:
        """True for who kills or shoots himself, bombs apart, and for "busted it", "shot it"."""
        blast = sense.entry.mode in ("explosives", "suicide-attack")
        bodily = sense.type is EventType.ASSAULT or sense.entry.mode == "arrest"
        words = {o.lower for o in self.objects}
        barred = _SELF | (_THINGS if sense.entry.harm or sense.entry.mode == "arrest" else frozenset())
        return bodily and not blast and bool(words) and words <= barred

    def _unarmed(self, sense: Sense) -> bool:
        """True if an ambiguous word has no sign of arms about it."""
        if not self.entry.loose:
            return False
        if (
            sense.type is EventType.ASSAULT
            and self.frame.subjects
            and quarrel(self.view, self.frame.subjects, self.objects)
        ):
            return True
        return not (self.view.armed or self._armed())

    def _peopled(self, sense: Sense, actors: list[Token], recipients: list[Token]) -> bool:
        """True if the event has the people that its entry and type ask for."""
        entry, view = self.entry, self.view
        both = bool(actors and recipients) or (self.frame.mutual and len(actors) > 0)
        if (entry.need_actors and not actors) or (entry.need_both and not both):
            return False
        if not actors and not recipients and sense.type not in MATERIAL:
            return False
        if entry.political and not any(view.classes(t) & _POLITICAL for t in (*actors, *recipients)):
            return False
        return not actors or any(t.lower not in _ANYBODY for t in actors)

    def _allowed(self) -> bool:
        entry = self.entry
        if entry.needs and not any(self.slot(name) for name in entry.needs):
            return False
        names = (name for name in entry.needs if name.isalpha() and len(name) < _PREPOSITION)
        checked = self.objects or [t for name in names for t in self.prep(name)]
        if "any" in entry.object_not and (self.objects or self.frame.passive):
            return False
        if entry.with_not or entry.with_any:
            preps = {p.lower for t in (self.frame.verb, *self.words) for p in self.view.prepositions(t)}
            if not preps.isdisjoint(entry.with_not) or (entry.with_any and preps.isdisjoint(entry.with_any)):
                return False
        subjects = list(self.frame.subjects)
        barred = [*entry.subject_not, *_NO_FIGHTERS] if entry.loose else entry.subject_not
        off = entry.harm and any(c.lower == "off" for c in tree.children(self.view.sentence, self.frame.verb, "prt"))
        return (
            allowed(self.view, checked, entry.object, entry.object_not, strict=entry.strict or off)
            and allowed(self.view, subjects, entry.subject, barred, strict=entry.subject_strict)
            and self._complement_allowed()
        )

    def _complement_allowed(self) -> bool:
        entry, complement = self.entry, self.frame.complement
        if complement is None:
            return "vague" not in entry.complement_not and (not entry.complement_hostile or self._hostile_object())
        barred = set(entry.complement_not)
        mere_words = "say" in barred and (complement.lemma in _SAYING or _of_words(self.view, complement))
        mere_statement = "statement" in barred and complement.dep == "ccomp"
        if mere_words or mere_statement or _anonymous(self.view, complement):
            return False
        if "vague" in barred and not _yielding(self.view, complement):
            return False
        forsworn = any(c.dep == "neg" for c in tree.children(self.view.sentence, complement))
        hostile = not forsworn and _hostile(self.view, complement)
        if "hostile" in barred and hostile:
            return False
        if entry.complement_hostile and "ccomp_future" in entry.needs:
            own = tree.child(self.view.sentence, complement, *tree.SUBJECTS)
            if own is not None and own.pos != "PRON" and own.lower not in ("forces", "troops"):
                return False
        return not entry.complement_hostile or hostile or self._hostile_object()

    def _hostile_object(self) -> bool:
        return any("hostile_deed" in self.view.classes(o) for o in self.objects)

    def _armed(self) -> bool:
        arguments = [*self.frame.subjects, *self.objects, *self.frame.datives]
        means = any(self.view.classes(t) & _MEANS for t in self.prep("with"))
        if means or any(t.lemma in _BLOWS for t in self.frame.subjects):
            return True
        plain = not self.entry.strict and any(self.view.classes(t) & GROUND for t in self.objects)
        return plain or any(self.view.classes(t) & ARMED for t in arguments)

    def slot(self, name: str) -> list[Token]:
        """The tokens of a slot."""
        plain = self._plain(name)
        if plain is not None:
            return plain
        if name not in _CLAUSES:
            return self.prep(name)
        complement = self.frame.complement
        return [] if complement is None else self._clausal(name, complement)

    def _plain(self, name: str) -> list[Token] | None:
        view, frame = self.view, self.frame
        found: list[Token] | None = None
        match name:
            case "subj":
                found = list(frame.subjects)
            case "obj":
                found = self.objects
            case "dative":
                found = list(frame.datives)
            case "poss_of_obj":
                found = [p for o in self.objects for p in view.possessors(o)]
            case "poss_of_match":
                found = [p for o in self.words for p in view.possessors(o)]
            case "obj_person" | "obj_actor":
                found = [o for o in [*frame.datives, *self.objects] if "actor" in view.classes(o)]
            case "obj_deed":
                found = [o for o in self.objects if not view.classes(o).isdisjoint(self.entry.deed_object)]
            case "obj_hostile":
                found = [o for o in self.objects if "hostile_deed" in view.classes(o)]
        return found

    def _clausal(self, name: str, complement: Token) -> list[Token]:
        view = self.view
        if name == "xsubj":
            own = tree.child(view.sentence, complement, *tree.SUBJECTS)
            return [t for t in view.nouns([own]) if "actor" in view.classes(t)]
        if name == "xobj" or (name == "disperse" and complement.lemma == "disperse"):
            return other_party(view, complement)
        return [complement] if _clause(view, complement, name) else []

    def prep(self, name: str) -> list[Token]:
        """Nouns behind a preposition of the verb, its words or its objects; `in_place`, `to_actor` filter them."""
        word, _, kind = name.partition("_")
        view = self.view
        found = [n for t in (self.frame.verb, *self.words) for n in view.under(t, (word,))]
        if not found:
            found = [n for t in self.objects for n in view.under(t, (word,)) if t not in self.words]
        if not found and word == "by":
            verbs = [v for t in (*self.words, *self.objects) for v in tree.children(view.sentence, t, "acl")]
            found = view.nouns(tree.agent(view.sentence, v) for v in verbs)
        found = [n for n in found if n not in self.words]
        if kind in ("actor", "person"):
            return [n for n in found if "actor" in view.classes(n)]
        if kind == "deed":
            return [n for n in found if view.classes(n) & set(self.entry.deed_object)]
        if kind == "place":
            return [n for n in found if view.classes(n) & {"place", "name_place", "facility"}]
        return found

    def _people(self, slots: list[str], kind: EventType) -> list[Token]:
        for name in slots:
            tokens = self.slot(name)
            arms = [t for t in tokens if is_instrument(self.view, t)] if kind is EventType.ASSAULT else []
            if name == "subj" and arms:
                rest = [t for t in tokens if t not in arms]
                owners = [o for t in arms for o in wielders(self.view, t)]
                return [*owners, *fit(self.view, rest, kind, firm=self.entry.harm)]
            found = fit(self.view, tokens, kind, descend=self.entry.descend, firm=self.entry.harm)
            if not found and self.entry.harm and name == "obj":
                found = [t for t in tokens if t.pos == "NOUN" and not self.view.classes(t)]
            if found:
                return found
        return []

    def _weapons(self) -> list[Token]:
        entry = self.entry
        found = list(self.objects) if entry.weapon_object else []
        found += self.frame.subjects if entry.weapon_subject else []
        return found


def _clause(view: View, complement: Token, name: str) -> bool:
    """Is the complement a clause of the kind that the slot asks for?"""
    auxiliaries = {c.lower for c in tree.children(view.sentence, complement, "aux", "auxpass")}
    own = tree.child(view.sentence, complement, *tree.SUBJECTS) is not None
    content = complement.dep == "ccomp"
    bare = complement.tag == "VB" and not auxiliaries - {"not"}
    return {
        "xinf": "to" in auxiliaries,
        "xcomp": "to" in auxiliaries or complement.dep == "xcomp",
        "xadj": "to" in auxiliaries or complement.dep == "xcomp",
        "ccomp": content,
        "ccomp_future": content and bool(auxiliaries & {"will", "would", "could", "may", "might", "'ll", "’ll"}),
        "ccomp_nsubj": content and own and complement.tag == "VB",
        "ccomp_sub": content
        and own
        and (bare or bool(auxiliaries & {"should", "must"}) or "be" in auxiliaries <= {"be", "not"}),
    }.get(name, False)


def _of_words(view: View, complement: Token) -> bool:
    """True for "declined to release the names", "refused to publish the report"."""
    told = view.nouns(tree.children(view.sentence, complement, "dobj"))
    return any(not {"document", "data", "evidence", "question"}.isdisjoint(view.classes(t)) for t in told)


def _anonymous(view: View, complement: Token) -> bool:
    """True for "asked not to be named"."""
    negated = any(c.dep == "neg" for c in tree.children(view.sentence, complement))
    return negated and complement.lemma in ("name", "identify", "quote", "use", "reveal", "publish", "disclose")


def _yielding(view: View, complement: Token) -> bool:
    """True for a deed that somebody can offer to another: "ready to talk", "willing to sign the accord"."""
    if complement.lemma in _OFFERED or complement.lemma == "go":
        return complement.lemma != "go"
    return any(not s.rest and s.type in COOPERATIVE for s in view.lexicon.verbs.get(complement.lemma, ()))


def _hostile(view: View, verb: Token) -> bool:
    if verb.lemma in _ENDING:
        return False
    senses = view.lexicon.verbs.get(verb.lemma, ())
    objects = list(tree.children(view.sentence, verb, "dobj"))
    armed = view.armed or view.violent or any("actor" in view.classes(o) for o in objects)
    if any(not sense.rest and sense.type in HOSTILE and (armed or not sense.entry.loose) for sense in senses):
        return True
    return any("hostile_deed" in view.classes(o) for o in objects)
