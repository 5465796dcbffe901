"""Who a deed is laid to in court: "charged with killing", "found guilty of the murder", "arrested over the attack"."""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token

_CHARGING = frozenset({"accuse", "convict", "charge", "indict", "try", "prosecute", "acquit", "sentence", "suspect"})
_HOLDING = frozenset({"blame", "jail", "arrest", "detain", "imprison", "execute"})
"""Verbs that lay a deed to somebody; with those who are merely held "in" tells no deed of theirs."""
_PROVING = frozenset({"convict", "sentence"})
_COUNTS = frozenset(
    {"charge", "count", "suspicion", "allegation", "connection", "homicide", "manslaughter", "conspiracy", "role"}
    | {"involvement", "part", "murder", "crime", "offence", "offense"}
)
"""What one is charged with "in", "over" or "for" a deed."""
_TO_DEED = frozenset({"for", "of", "with", "over", "in", "to", "on"})
_STEPS = 5


class Charge(NamedTuple):
    """Whom a deed is laid to, and whether a verdict says so."""

    people: tuple[Token, ...]
    proven: bool = False


def charge_of(view: View, deed: Token) -> Charge:
    """The noun or gerund of a deed -> whom the charge, trial, verdict or arrest above it lays it to."""
    current, counted = deed, False
    for _ in range(_STEPS):
        up = tree.head_of(view.sentence, current)
        if up is not None and current.dep in ("conj", "appos") and up.pos in ("NOUN", "VERB", "PROPN"):
            current = up
            continue
        above = tree.head_of(view.sentence, up) if up is not None and up.pos in ("ADP", "SCONJ") else None
        if up is None or above is None or up.lower not in _TO_DEED:
            break
        if above.lower == "guilty":
            return Charge(tuple(_found_guilty(view, above)), proven=True)
        if above.lemma in _CHARGING or (above.lemma in _HOLDING and (up.lower != "in" or counted)):
            return Charge(tuple(_accused(view, above)), proven=above.lemma in _PROVING)
        if above.lemma not in _COUNTS:
            break
        current, counted = above, True
    return Charge(())


def another_count(view: View, deed: Token) -> bool:
    """Is it one more count of a charge: "charged with murder, attempted murder and assault"? Not if it says on whom."""
    current = deed
    told = any(True for _ in tree.children(view.sentence, deed, "prep", "poss"))
    for _ in range(_STEPS):
        up = tree.head_of(view.sentence, current)
        if told or up is None or current.dep not in ("conj", "appos") or up.pos != "NOUN":
            return False
        if up.lemma in view.lexicon.nouns:
            return bool(charge_of(view, deed).people)
        current = up
    return False


def _accused(view: View, verb: Token) -> Iterator[Token]:
    """Whom a verb charges: its object, the subject of its passive, or the noun that its participle modifies."""
    if verb.pos not in ("VERB", "AUX"):
        return
    own = tree.child(view.sentence, verb, "dobj", "nsubjpass")
    if own is None and verb.tag in ("VBN", "VBD"):
        up = view.sentence.tokens[verb.head]
        subject = tree.child(view.sentence, verb, "nsubj")
        if subject is not None:
            own = subject
        elif verb.dep in ("acl", "relcl") and up.pos in ("NOUN", "PROPN", "PRON"):
            own = up
        elif verb.dep == "conj" and up.pos == "VERB":
            own = tree.child(view.sentence, up, "nsubjpass")
    yield from view.nouns([view.real(own)] if own is not None else [])


def _found_guilty(view: View, guilty: Token) -> Iterator[Token]:
    """Who is "found guilty", "is guilty", "pleaded guilty"."""
    own = tree.child(view.sentence, guilty, *tree.SUBJECTS)
    up = tree.head_of(view.sentence, guilty)
    if own is None and up is not None and up.pos in ("VERB", "AUX"):
        own = tree.child(view.sentence, up, "nsubjpass") or tree.child(view.sentence, up, "dobj")
        own = own or tree.subject(view.sentence, up)
    elif own is None and up is not None and up.pos in ("NOUN", "PROPN") and guilty.dep in ("amod", "acl", "relcl"):
        own = up
    yield from view.nouns([view.real(own)] if own is not None else [])
