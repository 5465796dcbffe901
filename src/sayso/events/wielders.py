"""Who acts where a weapon is the subject: "army artillery killed" -> the army; "jets hit" -> nobody."""

from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token

_ARMS = frozenset({"weapon", "missile", "aircraft", "bomb_noun"})
_FORCES = frozenset(
    {"military", "army", "government", "rebel", "police", "militia", "enemy", "navy", "regime", "militant", "coalition"}
)
_CRAFT = frozenset({"tank", "warship", "gunboat", "warplane", "jet", "helicopter", "plane", "gun", "mortar"})
_NEITHER = frozenset({"person", "people", "civilians", "armed_group", "police", "event_noun", "facility", "sport"})


def is_instrument(view: View, token: Token) -> bool:
    """True if the noun names a weapon and nobody."""
    if token.pos != "NOUN":
        return False
    classes = view.lexicon.classes_of(token.lemma)
    if classes & _NEITHER:
        return False
    return token.lemma in _CRAFT or bool(classes & _ARMS)


def wielders(view: View, weapon: Token) -> list[Token]:
    """The side that a weapon belongs to by a possessor or a word before it, none if the text does not say."""
    owners = [c for c in tree.children(view.sentence, weapon, "poss") if c.i not in view.times]
    if owners:
        return owners
    before = [c for c in tree.children(view.sentence, weapon, "amod", "compound", "nmod") if c.i < weapon.i]
    found = [c for c in before if view.places.get(c.i) == "demonym" or c.lemma.lower() in _FORCES or _named(view, c)]
    if found:
        return found[-1:]
    return [n for n in view.under(weapon, ("of", "from")) if "actor" in view.classes(n)]


def _named(view: View, token: Token) -> bool:
    """True for a name of a group or country before the weapon ("RSF drones", "Israel-made" is none)."""
    return token.pos == "PROPN" and "actor" in view.classes(token) and token.dep in ("compound", "nmod")
