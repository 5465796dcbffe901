"""Matches predicates: a verb or noun of the text -> its sense, with the tokens that fill the roles."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.codebook.plover import EventType
from sayso.events.lexicon import Entry, Sense
from sayso.events.view import Frame, View
from sayso.nlp import tree
from sayso.records.language import Token

VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST})
_MATERIAL = VIOLENT | {EventType.RETREAT}
_HOSTILE = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_ARMED = frozenset({"armed_group", "military", "weapon", "police", "missile", "bomb_noun", "protester"})
_GROUND = frozenset({"facility", "vehicle", "target", "place", "name_place", "territory"})
_FIGURES = frozenset({"official", "name_person", "pronoun", "party", "media"})
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
_HEDGED = frozenset({"abstract", "plan", "disease"})


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


def match_verb(view: View, frame: Frame, senses: tuple[Sense, ...]) -> Match | None:
    """The first sense of the verb that its arguments allow, or None."""
    for sense in senses:
        words = _rest(view, frame.verb, sense.rest)
        if words is None:
            continue
        found = _VerbSlots(view, frame, sense.entry, words).match(sense)
        if found is not None:
            return found
    return None


def _rest(view: View, verb: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens of the words that must stand with the verb, each under the verb or under one found before."""
    found: list[Token] = []
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
        if c.pos == "ADP" and c.dep in ("prep", "agent", "dative"):
            yield from tree.children(view.sentence, c, "pobj")


class _VerbSlots:
    """The slots of one verb under one entry."""

    def __init__(self, view: View, frame: Frame, entry: Entry, words: tuple[Token, ...]) -> None:
        if frame.complement is None:
            inner = next((c for w in words for c in tree.children(view.sentence, w, "xcomp")), None)
            frame = replace(frame, complement=inner)
        self.view, self.frame, self.entry, self.words = view, frame, entry, words
        self.objects = [o for o in frame.objects if o not in words]
        if words and not self.objects and not frame.passive:
            inner = (
                c for w in words for c in tree.children(view.sentence, w, "compound", "nmod") if c.lower != w.lower
            )
            self.objects = [c for c in inner if view.lexicon.is_human(view.classes(c))]

    def match(self, sense: Sense) -> Match | None:
        entry, view = self.entry, self.view
        if not self._allowed():
            return None
        if entry.loose and not (view.armed or self._armed()):
            return None
        if (
            sense.type is EventType.ASSAULT
            and entry.loose
            and self.frame.subjects
            and _quarrel(view, self.frame.subjects, self.objects)
        ):
            return None
        actors = self._people(entry.actor if entry.actor is not None else ["subj"], sense.type)
        recipients = self._people(entry.recipient if entry.recipient is not None else ["obj"], sense.type)
        if entry.mutual:
            actors, recipients = [*actors, *(r for r in recipients if r not in actors)], []
        recipients = [r for r in recipients if r not in actors]
        if (entry.need_actors and not actors) or (entry.need_both and not (actors and recipients)):
            return None
        if not actors and not recipients and sense.type not in _MATERIAL:
            return None
        if entry.political and not any(view.classes(t) & _POLITICAL for t in (*actors, *recipients)):
            return None
        if actors and all(t.lower in ("you", "one", "everyone", "anyone", "nobody", "someone") for t in actors):
            return None
        return Match(
            sense=sense,
            head=self.frame.verb,
            words=(self.frame.verb, *self.words),
            actors=tuple(actors),
            recipients=tuple(recipients),
            objects=tuple(self.objects),
            weapons=tuple(self._weapons()),
        )

    def _allowed(self) -> bool:
        entry = self.entry
        if entry.needs and not any(self.slot(name) for name in entry.needs):
            return False
        checked = self.objects or [
            t for name in entry.needs if name.isalpha() and len(name) < 5 for t in self.prep(name)
        ]
        if not allowed(self.view, checked, entry.object, entry.object_not, strict=entry.strict):
            return False
        if "any" in entry.object_not and (self.objects or self.frame.passive):
            return False
        if not allowed(
            self.view, list(self.frame.subjects), entry.subject, entry.subject_not, strict=entry.subject_strict
        ):
            return False
        preps = {p.lower for t in (self.frame.verb, *self.words) for p in self.view.prepositions(t)}
        if preps & set(entry.with_not) or (entry.with_any and not preps & set(entry.with_any)):
            return False
        return self._complement_allowed()

    def _complement_allowed(self) -> bool:
        entry, complement = self.entry, self.frame.complement
        if (
            "say" in entry.complement_not
            and complement is not None
            and complement.lemma
            in (
                "comment",
                "say",
                "discuss",
                "speak",
                "elaborate",
                "name",
                "give",
                "answer",
                "identify",
                "speculate",
                "provide",
            )
        ):
            return False
        hostile = complement is not None and _hostile(self.view, complement)
        if "hostile" in entry.complement_not and hostile:
            return False
        if entry.complement_hostile and "ccomp_future" in entry.needs and complement is not None:
            own = tree.child(self.view.sentence, complement, *tree.SUBJECTS)
            if own is not None and own.pos != "PRON" and own.lower not in ("forces", "troops"):
                return False
        return (
            not entry.complement_hostile or hostile or any("hostile_deed" in self.view.classes(o) for o in self.objects)
        )

    def _armed(self) -> bool:
        arguments = [*self.frame.subjects, *self.objects, *self.frame.datives]
        plain = not self.entry.strict and any(self.view.classes(t) & _GROUND for t in self.objects)
        return plain or any(self.view.classes(t) & _ARMED for t in arguments)

    def slot(self, name: str) -> list[Token]:
        """The tokens of a slot."""
        view, frame = self.view, self.frame
        plain = {
            "subj": list(frame.subjects),
            "obj": self.objects,
            "dative": list(frame.datives),
            "poss_of_obj": [p for o in self.objects for p in view.possessors(o)],
            "poss_of_match": [p for o in self.words for p in view.possessors(o)],
        }.get(name)
        if plain is not None:
            return plain
        complement = frame.complement
        if name in ("obj_person", "obj_actor"):
            return [o for o in [*frame.datives, *self.objects] if "actor" in view.classes(o)]
        if name == "obj_deed":
            return [o for o in self.objects if view.classes(o) & set(self.entry.deed_object)]
        if name == "obj_hostile":
            return [o for o in self.objects if "hostile_deed" in view.classes(o)]
        if name in ("xcomp", "xadj", "xinf", "ccomp", "ccomp_sub", "ccomp_nsubj", "ccomp_future"):
            return [complement] if complement is not None and _clause(view, complement, name) else []
        if name == "xsubj":
            own = tree.child(view.sentence, complement, *tree.SUBJECTS) if complement is not None else None
            return [t for t in view.nouns([own]) if "actor" in view.classes(t)]
        if name == "xobj":
            return _other_party(view, complement) if complement is not None else []
        if name == "disperse":
            return _other_party(view, complement) if complement is not None and complement.lemma == "disperse" else []
        return self.prep(name)

    def prep(self, name: str) -> list[Token]:
        """Nouns behind a preposition: of the verb, its fixed words, or its objects; `in_place`, `to_actor` filter them."""
        word, _, kind = name.partition("_")
        view = self.view
        found = [n for t in (self.frame.verb, *self.words) for n in view.under(t, (word,))]
        if not found:
            found = [n for t in self.objects for n in view.under(t, (word,)) if t not in self.words]
        found = [n for n in found if n not in self.words]
        if kind in ("actor", "person"):
            return [n for n in found if "actor" in view.classes(n)]
        if kind == "place":
            return [n for n in found if view.classes(n) & {"place", "name_place", "facility"}]
        return found

    def _people(self, slots: list[str], kind: EventType) -> list[Token]:
        for name in slots:
            found = fit(self.view, self.slot(name), kind, descend=self.entry.descend)
            if found:
                return found
        return []

    def _weapons(self) -> list[Token]:
        entry = self.entry
        found = list(self.objects) if entry.weapon_object else []
        found += self.frame.subjects if entry.weapon_subject else []
        return found


def allowed(view: View, tokens: list[Token], wanted: list[str], barred: list[str], *, strict: bool) -> bool:
    """May these tokens fill the slot? One must be of a wanted class (unknown words pass unless `strict`), none barred."""
    for token in tokens:
        classes = view.classes(token)
        bar = set(barred)
        if "actor" in classes and "abstract" not in classes:
            bar -= _HEDGED
        if "person" in classes:
            bar.discard("business")
        if classes & (bar if token.pos != "PROPN" else bar & {"name_place", "time_noun"}):
            return False
        if "time_noun" in classes and token.i in view.times:
            return False
    if not wanted:
        return True
    if not tokens:
        return not strict or "none" in wanted
    goal = set(wanted)
    return any(view.classes(t) & goal or (not strict and not view.classes(t)) for t in tokens)


def fit(view: View, tokens: list[Token], kind: EventType, *, descend: bool = False) -> list[Token]:
    """Those of the tokens that may stand as actor or recipient, or the people they belong to."""
    found: list[Token] = []
    for token in tokens:
        classes = view.classes(token)
        concrete = bool(
            classes & {"place", "facility", "vehicle", "target", "property", "territory", "crowd", "protest"}
        )
        if "event_noun" in classes and "actor" not in classes:
            continue
        if "actor" in classes or (kind in _MATERIAL and concrete and "abstract" not in classes):
            found.append(token)
        elif descend or kind in VIOLENT:
            found.extend(t for t in view.actors_in(token) if t not in found)
    return found


def _quarrel(view: View, subjects: Iterable[Token], objects: Iterable[Token]) -> bool:
    """True if one public figure goes at another or at a name and nothing tells of arms: an attack in words."""
    subjects, objects = tuple(subjects), tuple(objects)
    return (
        not view.violent
        and bool(objects)
        and all(view.classes(t) & _FIGURES and not view.classes(t) & _ARMED for t in (*subjects, *objects))
    )


def _clause(view: View, complement: Token, name: str) -> bool:
    own = tree.child(view.sentence, complement, *tree.SUBJECTS) is not None
    infinitive = any(c.lower == "to" and c.dep == "aux" for c in tree.children(view.sentence, complement))
    modal = any(
        c.lower in ("will", "would", "could", "may", "might", "'ll", "’ll")
        for c in tree.children(view.sentence, complement, "aux")
    )
    if name == "xinf":
        return infinitive
    if name in ("xcomp", "xadj"):
        return infinitive or complement.dep == "xcomp"
    if name == "ccomp":
        return complement.dep == "ccomp"
    if name == "ccomp_future":
        return complement.dep == "ccomp" and modal
    if name == "ccomp_nsubj":
        return complement.dep == "ccomp" and own and (infinitive or complement.tag == "VB")
    auxiliaries = {c.lower for c in tree.children(view.sentence, complement, "aux", "auxpass")}
    bare = complement.tag == "VB" and not auxiliaries - {"not"}
    return complement.dep == "ccomp" and own and (bare or "be" in auxiliaries or bool(auxiliaries & {"should", "must"}))


def _hostile(view: View, verb: Token) -> bool:
    senses = view.lexicon.verbs.get(verb.lemma, ())
    if any(not sense.rest and sense.type in _HOSTILE for sense in senses):
        return True
    objects = tree.children(view.sentence, verb, "dobj")
    return any("hostile_deed" in view.classes(o) for o in objects)


def _other_party(view: View, verb: Token) -> list[Token]:
    """The other party of a complement clause: its object if that can act, else whom it is done to, with, for or from."""
    objects = view.nouns(tree.children(view.sentence, verb, "dobj"))
    found = [o for o in objects if "actor" in view.classes(o)]
    found += [t for t in view.nouns(tree.children(view.sentence, verb, "dative")) if "actor" in view.classes(t)]
    if found:
        return found
    names = ("to", "with", "for", "on", "against", "from", "in", "into", "of", "at")
    for holder in (verb, *objects):
        found = [n for n in view.under(holder, names) if "actor" in view.classes(n)]
        if found:
            return found
    return [t for o in objects for t in view.actors_in(o)]


def match_noun(view: View, noun: Token, senses: tuple[Sense, ...]) -> Match | None:
    """The first sense of the noun that the words before it and its modifiers allow, or None."""
    for sense in senses:
        words = _preceding(view, noun, sense.rest)
        if words is None:
            continue
        found = _noun_roles(view, noun, sense, words)
        if found is not None:
            return found
    return None


def _preceding(view: View, noun: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    i = noun.i - 1
    for word in reversed(rest):
        while i >= 0 and view.sentence.tokens[i].text in "-–":
            i -= 1
        if i < 0 or word not in (view.sentence.tokens[i].lemma, view.sentence.tokens[i].lower):
            return None
        found.append(view.sentence.tokens[i])
        i -= 1
    return tuple(reversed(found))


def noun_slot(view: View, noun: Token, name: str, words: tuple[Token, ...]) -> list[Token]:
    """The tokens of a slot of a noun predicate."""
    if name == "poss":
        return view.possessors(noun)
    if name in ("adj", "comp", "adj_mil"):
        found = [d for d in view.demonyms(noun) if d not in words]
        if name == "comp":
            found += [
                c
                for c in tree.children(view.sentence, noun, "compound")
                if view.classes(c) & {"facility", "place"} and c not in words
            ]
            return [c for c in found if view.places.get(c.i) == "name" or "facility" in view.classes(c)]
        return [c for c in found if view.places.get(c.i) != "name"]
    if name == "between":
        return [*view.under(noun, ("between", "among"))]
    if name == "xobj":
        verb = tree.child(view.sentence, noun, "acl")
        return _other_party(view, verb) if verb is not None else []
    word, _, kind = name.partition("_")
    found = view.under(noun, (word,))
    if word == "by" and not found:
        verb = tree.child(view.sentence, noun, "acl")
        if verb is not None and verb.tag == "VBN":
            agent = tree.agent(view.sentence, verb)
            found = view.nouns([agent])
    if kind == "actor":
        return [n for n in found if "actor" in view.classes(n)]
    if kind == "place":
        return [n for n in found if view.classes(n) & {"place", "name_place", "facility", "territory"}]
    return found


def _noun_roles(view: View, noun: Token, sense: Sense, words: tuple[Token, ...]) -> Match | None:
    entry = sense.entry
    heads = [t for name in ("of", "on", "against", "with", "for", "over") for t in view.under(noun, (name,))]
    if not allowed(view, heads, [], entry.object_not, strict=False):
        return None
    if entry.strict and entry.object:
        objects = noun_slot(view, noun, "of", words) + view.possessors(noun)
        if not objects or not allowed(view, objects, entry.object, [], strict=True):
            return None
    actors = _noun_people(view, noun, entry.actor if entry.actor is not None else ["by", "poss", "adj"], sense, words)
    slots = entry.recipient if entry.recipient is not None else ["on", "against", "of"]
    recipients = [t for t in _noun_people(view, noun, slots, sense, words) if t not in actors]
    both = fit(view, noun_slot(view, noun, "between", words), sense.type, descend=True) if entry.mutual_between else []
    if both:
        actors, recipients = both, []
    elif entry.mutual_between and entry.words[0] in ("fighting", "gunfire"):
        actors, recipients = [*actors, *recipients], []
    if entry.need_both and not (actors and recipients):
        return None
    if (
        sense.type is EventType.ASSAULT
        and entry.loose
        and (recipients or actors)
        and _quarrel(view, actors, recipients or actors)
    ):
        return None
    objects = noun_slot(view, noun, "of", words) if entry.place_object else []
    return Match(
        sense=sense,
        head=noun,
        words=(*words, noun),
        actors=tuple(actors),
        recipients=tuple(recipients),
        objects=tuple(objects),
        weapons=(),
        weak=entry.loose and not words and not view.armed,
    )


def is_armed(view: View, tokens: Iterable[Token]) -> bool:
    """True if one of the tokens is of armed people, police, protesters, or a thing that can be attacked."""
    return any(view.classes(t) & (_ARMED | _GROUND) for t in tokens)


def _noun_people(view: View, noun: Token, slots: list[str], sense: Sense, words: tuple[Token, ...]) -> list[Token]:
    for name in slots:
        found = fit(view, noun_slot(view, noun, name, words), sense.type, descend=sense.entry.descend)
        if found:
            return found
    return []
