"""The weapon of an event, and what it says of the mode."""

from sayso.codebook.plover import EventType
from sayso.events.draft import Draft
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token
from sayso.text import Span

_SIGNING = frozenset({"sign", "ink", "initial", "ratify"})
_NO_ARMS = frozenset({"airstrike", "gunfire"})
_CAMEO = {
    "drone": "195",
    "aerial": "195",
    "heavy-weapons": "194",
    "firearms": "193",
    "explosives": "183",
    "primitive": "182",
    "suicide-attack": "1831",
    "unconventional": "2041",
    "crowd-control": "175",
}
_GENERIC = frozenset({"", "heavy-weapons", "explosives", "firearms", "destroy"})
_PLAIN = frozenset({"180", "190", "194", "183"})


def weapon_of(view: View, draft: Draft) -> tuple[Span | None, str | None]:
    """Draft -> span of the weapon named, and the mode it tells (None: no weapon, or the mode is settled)."""
    if draft.match.sense.type is not EventType.ASSAULT:
        return None, None
    for token in _candidates(view, draft):
        mode = _mode(view, token)
        if mode is not None:
            return (None if token.lemma in _NO_ARMS else _span(view, token, draft)), mode
    return None, None


def code_of(draft: Draft, mode: str | None) -> tuple[str | None, str | None]:
    """Mode and CAMEO code of the draft once the weapon's mode is known."""
    entry = draft.match.sense.entry
    own, cameo = entry.mode or None, entry.cameo or None
    if entry.own:
        return own, cameo
    if cameo == "030" and draft.light is not None and draft.light.lemma in _SIGNING:
        cameo = "057"
    if not own and draft.told is not None:
        own, cameo = draft.told.sense.entry.mode, draft.told.sense.entry.cameo or cameo
    if mode is None or (own or "") not in _GENERIC:
        return own, cameo
    if own == "destroy" or (own == "firearms" and mode == "primitive"):
        return own, cameo
    if cameo in _PLAIN or cameo in ("193", "1712"):
        cameo = _CAMEO.get(mode, cameo)
    return mode, cameo


def _candidates(view: View, draft: Draft) -> list[Token]:
    sentence = view.sentence
    found: list[Token] = list(draft.match.weapons)
    for word in draft.words:
        found += [c for c in tree.children(sentence, word, "compound", "amod", "nmod") if c.i < word.i]
        if word.pos == "NOUN" and _mode(view, word) is not None:
            found.append(word)
    for word in (*draft.words, *draft.extra):
        found += view.under(word, ("with", "by", "from", "using", "via", "of"))
        agent = tree.agent(sentence, word)
        found += view.nouns([agent]) if agent is not None else []
        for verb in tree.children(sentence, word, "advcl", "acl", "prep"):
            if verb.lemma in ("use", "employ", "fire", "throw", "detonate", "hurl", "carry", "wield", "using"):
                found += view.nouns(tree.children(sentence, verb, "dobj", "pobj"))
        found += view.nouns(tree.children(sentence, word, "nsubj"))
    return found


def _mode(view: View, token: Token) -> str | None:
    table = view.lexicon.weapons
    if token.i:
        before = view.sentence.tokens[token.i - 1]
        pair = table.get(f"{before.lemma} {token.lemma}")
        if pair is not None:
            return pair
        if before.lemma == "suicide":
            return "suicide-attack"
    return table.get(token.lemma) or table.get(token.lower)


def _span(view: View, token: Token, draft: Draft) -> Span:
    """The weapon with its modifiers, without the words that name whose it is."""
    left = token.i
    tokens = view.sentence.tokens
    told = draft.words if token in draft.match.weapons else ()
    owners = {a.i for a in (*draft.actors, *told)}
    while left:
        word = tokens[left - 1]
        whose = word.i in owners or word.lower == "own" or view.places.get(word.i) == "demonym"
        if whose or word.head != token.i or word.dep not in ("compound", "amod", "nummod", "nmod"):
            break
        left -= 1
    return view.sentence.span(left, token.i)
