"""Which nouns may fill a role: by class, by type of event, by what stands around them."""

from collections.abc import Iterable

from sayso.codebook.plover import EventType
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token

VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST})
MATERIAL = VIOLENT | {EventType.RETREAT}
ARMED = frozenset({"armed_group", "military", "weapon", "police", "missile", "bomb_noun", "protester"})
GROUND = frozenset({"facility", "vehicle", "target", "place", "name_place", "territory"})
JUDGED = frozenset({EventType.ACCUSE, EventType.SUPPORT})
"""What is condemned or praised is a deed: it is aimed at who did it."""
_FIGURES = frozenset({"official", "name_person", "pronoun", "party", "media"})
_TARGETS = frozenset({"target", "position"})
_HEDGED = frozenset({"abstract", "plan", "disease"})
_HOUSED = frozenset({"facility", "person", "civilians"})
_OF_NAMES = frozenset({"name_place", "time_noun", "crime_noun", "disease"})
"""Classes that bar a proper name; others are those of words that look like it."""


def allowed(view: View, tokens: list[Token], wanted: list[str], barred: list[str], *, strict: bool) -> bool:
    """May these fill the slot? One must be of a wanted class (unknown words pass unless strict), none barred."""
    if any(token.i in view.times or (barred and _barred(view, token, barred)) for token in tokens):
        return False
    if not wanted:
        return True
    if not tokens:
        return not strict or "none" in wanted
    return any(not view.classes(t).isdisjoint(wanted) or (not strict and not view.classes(t)) for t in tokens)


def _barred(view: View, token: Token, barred: list[str]) -> bool:
    classes = view.classes(token)
    bar = set(barred)
    if "actor" in classes and "abstract" not in classes:
        bar -= _HEDGED
    if "target" in classes and tree.child(view.sentence, token, "compound") is not None:
        bar.discard("office")
    if "person" in classes:
        bar.discard("business")
    if not classes.isdisjoint(_HOUSED) and view.violent:
        bar.discard("market")
    return not classes.isdisjoint(bar if token.pos != "PROPN" else bar & _OF_NAMES)


def fit(view: View, tokens: list[Token], kind: EventType, *, descend: bool = False, firm: bool = False) -> list[Token]:
    """Those of the tokens that may stand as actor or recipient, or the people they belong to."""
    found: list[Token] = []
    for token in tokens:
        classes = view.classes(token)
        concrete = bool(
            classes & {"place", "facility", "vehicle", "target", "property", "territory", "crowd", "protest"}
        )
        if ("event_noun" in classes or (descend and _violence(view, token))) and "actor" not in classes:
            found.extend(t for t in (doers(view, token) if descend and kind in JUDGED else ()) if t not in found)
            continue
        owner = _owner(view, token) if kind is EventType.ASSAULT else None
        if owner is not None:
            found.append(owner)
        elif "actor" in classes or (kind in MATERIAL and concrete and "abstract" not in classes):
            found.append(token)
        elif descend or (kind in VIOLENT and not firm):
            found.extend(t for t in view.actors_in(token) if t not in found)
    return found


def _owner(view: View, target: Token) -> Token | None:
    """Who is struck where the text says only whose targets were: "hit Houthi targets", "rebel positions"."""
    if target.lemma not in _TARGETS or target.tag not in ("NNS", "NNPS"):
        return None
    told = [c for c in view.demonyms(target) if c.head == target.i and view.places.get(c.i) != "name"]
    return told[-1] if told and "actor" in view.classes(told[-1]) else None


def _violence(view: View, noun: Token) -> bool:
    """True for a noun of killing or hurting: "the murder of X", whose victim is nobody's target of blame."""
    senses = view.lexicon.nouns.get(noun.lemma, ())
    return noun.lemma == "death" or any(s.type is EventType.ASSAULT and not s.rest for s in senses)


def doers(view: View, noun: Token) -> list[Token]:
    """Who did the deed that the noun names: "a raid by soldiers", "the rebels' attack", "Turkish shelling"."""
    agents = [tree.agent(view.sentence, verb) for verb in tree.children(view.sentence, noun, "acl")]
    found = [*view.under(noun, ("by",)), *view.nouns(agents), *view.possessors(noun), *view.demonyms(noun)]
    return [t for t in found if "actor" in view.classes(t)]


def is_armed(view: View, tokens: Iterable[Token]) -> bool:
    """True if one of the tokens is of armed people, police, protesters, or a thing that can be attacked."""
    return any(view.classes(t) & (ARMED | GROUND) for t in tokens)


def quarrel(view: View, subjects: Iterable[Token], objects: Iterable[Token]) -> bool:
    """True if a public figure goes at people and nothing tells of arms: an attack in words."""
    if view.violent:
        return False
    speakers = [view.classes(t) for t in subjects]
    targets = [view.classes(t) for t in objects]
    if not speakers:
        return bool(targets) and all(c & _FIGURES and not c & ARMED for c in targets)
    wordy = all(c & _FIGURES and not c & ARMED for c in speakers)
    return bool(targets) and wordy and all(c & _FIGURES or view.lexicon.is_human(c) for c in targets)


def other_party(view: View, verb: Token) -> list[Token]:
    """The other party of a complement clause: its object if that can act, else whom it is done to, for or from."""
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
    return [t for o in objects for t in view.actors_in(o, own=False)]
