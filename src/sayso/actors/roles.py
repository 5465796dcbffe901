"""What a place name does in its sentence: speaks, acts, is a target, or is only a location; and who owns a noun."""

from typing import Literal

from sayso.actors.lexicon import Lexicon
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import child, head_of
from sayso.records.language import Sentence, Token

PlaceRole = Literal["speaks", "acts", "target", "location"]
LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "inside",
        "outside",
        "across",
        "throughout",
        "around",
        "into",
        "over",
        "within",
        "via",
        "through",
        "off",
        "above",
        "along",
        "beyond",
        "under",
        "toward",
        "towards",
    }
)
_DASHES = frozenset({"-", "–", "—", "--"})
_ACTOR_CLASSES = frozenset({"person", "government", "military", "police", "media", "legislature", "armed_group"})


def place_role(sentence: Sentence, token: Token, lex: Lexicon, *, nation: bool) -> PlaceRole:
    """Role of the place name headed by `token`; `nation` is True for a country (capitals need stronger signs)."""
    if _dateline(sentence, token):
        return "location"
    first = token
    for _ in range(6):
        up = head_of(sentence, first)
        if first.dep != "conj" or up is None:
            break
        first = up
    up = head_of(sentence, first)
    role: PlaceRole = "location"
    if up is None:
        return role
    if first.dep in ("nsubj", "csubj"):
        role = _subject(sentence, up, lex, nation=nation)
    elif first.dep == "nsubjpass":
        role = _passive(up, lex)
    elif first.dep == "poss":
        role = _owner(up, lex, nation=nation)
    elif first.dep in ("dobj", "dative", "iobj"):
        role = _object(sentence, up, lex)
    elif first.dep == "pobj":
        role = _prepositional(sentence, up, lex, nation=nation)
    return role


def _dateline(sentence: Sentence, token: Token) -> bool:
    """Reads "BEIRUT — Shells hit ..." inside a text that came as one line: a name in capitals, then a dash."""
    after = sentence.tokens[token.i + 1 : token.i + 2]
    spaced = bool(after) and after[0].text in _DASHES and after[0].start > token.end
    return spaced and token.text.isupper() and all(t.text.isupper() for t in sentence.tokens[: token.i])


def _subject(sentence: Sentence, verb: Token, lex: Lexicon, *, nation: bool) -> PlaceRole:
    if verb.lemma in lex.verbs["speech"]:
        return "speaks"
    if verb.pos not in ("VERB", "AUX"):
        return "location"
    if verb.lemma == "be":
        words = {t.lemma for t in sentence.tokens[verb.i + 1 : verb.right + 1] if t.head == verb.i}
        return "acts" if words & lex.nouns["predicates"] else "location"
    if verb.lemma in lex.verbs["locative"]:
        strike = verb.lemma in lex.verbs["arrive"] and child(sentence, verb, "dobj") is not None
        owns = (
            nation
            and verb.lemma in ("have", "see", "become")
            and child(sentence, verb, "dobj", "attr", "xcomp") is not None
        )
        return "acts" if (strike and nation) or (owns and verb.lemma != "see") else "location"
    return "acts"


def _passive(verb: Token, lex: Lexicon) -> PlaceRole:
    if verb.lemma in lex.verbs["arrive"]:
        return "target"
    return "acts" if verb.lemma in lex.verbs["human_object"] or verb.lemma in lex.verbs["speech"] else "location"


def _owner(noun: Token, lex: Lexicon, *, nation: bool) -> PlaceRole:
    if noun.lemma in lex.nouns["act"] or noun.lower in lex.heads:
        return "acts"
    return "acts" if nation and noun_classes(noun.lemma) & _ACTOR_CLASSES else "location"


def _object(sentence: Sentence, verb: Token, lex: Lexicon) -> PlaceRole:
    if verb.lemma in lex.verbs["arrive"]:
        left = verb.lemma == "leave" and any(
            t.lower in ("without", "alone", "vulnerable", "exposed", "isolated", "with")
            for t in sentence.tokens[verb.i : verb.right + 1]
        )
        return "acts" if left else "target"
    return "acts" if verb.lemma in lex.verbs["human_object"] or verb.lemma in lex.verbs["speech"] else "location"


def _prepositional(sentence: Sentence, prep: Token, lex: Lexicon, *, nation: bool) -> PlaceRole:
    up = head_of(sentence, prep)
    if prep.dep == "agent":
        return "acts"
    if prep.lower == "to" and up is not None and up.lower == "according":
        return "speaks"
    if up is None or prep.lower in LOCATIVE or prep.lower not in lex.nouns["toward"]:
        return "location"
    if up.pos in ("NOUN", "PROPN"):
        return _beside_noun(up, prep, lex, nation=nation)
    told = up.lemma in lex.verbs["speech"] and prep.lower in ("to", "with", "for", "on", "of", "against")
    directed = prep.lower not in ("on", "at", "of", "by", "among", "behind") and _directed(up, prep, lex)
    return "acts" if told or (directed and up.lemma in lex.nouns["relational_verbs"]) else "location"


def _beside_noun(noun: Token, prep: Token, lex: Lexicon, *, nation: bool) -> PlaceRole:
    """After a noun: "support for X", "the government of X", "an attack on X"."""
    if prep.lower == "of":
        governs = noun.lower in lex.heads or bool(noun_classes(noun.lemma) & {"government", "military", "legislature"})
        return "acts" if nation and governs else "location"
    if prep.lower in ("on", "at") and noun.lemma in lex.nouns["strike"]:
        return "target"
    if prep.lower == "from" and noun.lemma not in lex.nouns["sent"]:
        return "location"
    return "acts" if noun.lemma in lex.nouns["relational"] else "location"


def _directed(verb: Token, prep: Token, lex: Lexicon) -> bool:
    """Motion is none of it: only verbs of exchange and speech make an actor of a place after "to" or "from"."""
    if prep.lower == "to":
        return verb.lemma not in ("send", "turn", "look", "break", "direct", "work", "get", "join")
    if prep.lower == "from":
        return verb.lemma in lex.nouns["from_verbs"]
    return verb.lemma not in ("meet", "work", "get", "look", "sell")


def owner_of(sentence: Sentence, head: Token, before: int) -> int | None:
    """Token index of the possessor of the noun `head` ("Armenia's army", "its army", "the army of Armenia")."""
    for i in head.children:
        kid = sentence.tokens[i]
        if kid.dep == "poss" and kid.i < before + 1:
            return kid.i
    shared = sentence.tokens[head.head]
    if head.dep == "conj" or (
        head.dep in ("nmod", "compound") and any(sentence.tokens[i].dep == "cc" for i in head.children)
    ):
        # "his wife and daughter", "its army and settlements": one possessor for both
        for i in () if any(sentence.tokens[i].dep == "det" for i in head.children) else shared.children:
            if sentence.tokens[i].dep == "poss" and i < head.i:
                return i
    for i in head.children:
        kid = sentence.tokens[i]
        if kid.dep in ("compound", "nmod") and kid.pos == "PROPN" and kid.i < head.i:
            return kid.i
    for i in head.children:
        kid = sentence.tokens[i]
        if kid.dep == "prep" and kid.lower in ("of", "for") and kid.i > head.i:
            inner = child(sentence, kid, "pobj")
            if inner is not None and inner.pos in ("PROPN", "NOUN", "PRON"):
                return inner.i
    return None
