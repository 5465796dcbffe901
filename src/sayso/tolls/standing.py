"""Is a harm real, hedged, or only possible, planned, conditional, negated?"""

from enum import Enum

from sayso.nlp.tree import children, head_of
from sayso.records.language import Sentence, Token
from sayso.tolls.words import Words


class Standing(Enum):
    """How a figure stands in its clause."""

    REAL = 1
    HEDGED = 2
    NEGATED = 3
    UNREAL = 4


_CLIMB = frozenset({"conj", "xcomp", "advcl", "oprd", "acomp", "ccomp", "pcomp", "attr", "dep", "acl"})
_DENIALS = frozenset(
    {"deny", "refute", "dismiss", "prevent", "avoid", "avert", "foil", "thwart", "stop", "imagine", "simulate"}
)
_FALSE = frozenset({"unfounded", "false", "untrue", "baseless", "fabricated", "groundless", "lie", "fake"})
_SAID = frozenset({"ccomp", "xcomp", "oprd", "acomp", "pcomp"})
_MAX_STEPS = 12


def governing_verb(sentence: Sentence, token: Token) -> Token:
    """The verb above `token` (itself if it is one); the root where there is none."""
    for _ in range(_MAX_STEPS):
        if token.pos in ("VERB", "AUX") or token.head == token.i:
            return token
        token = sentence.tokens[token.head]
    return token


def standing(sentence: Sentence, token: Token, words: Words) -> Standing:
    """The standing of the harm that `token` names, from the verbs above it."""
    verb = governing_verb(sentence, token)
    if token is not verb and _under_plan(sentence, token, verb, words):
        return Standing.UNREAL
    if token.lemma in words.nominals and token.pos == "NOUN" and not words.has("brings_about", verb.lemma):
        return Standing.REAL
    result = Standing.REAL
    for _ in range(_MAX_STEPS):
        own = _own(sentence, verb, words)
        if own is not Standing.REAL:
            result = own
        up = _above(sentence, verb)
        if result in (Standing.UNREAL, Standing.NEGATED) or up is None:
            return result
        if _disowned(sentence, up, verb):
            return Standing.UNREAL
        if words.has("hedges", up.lemma) and verb.dep in _SAID:
            result = Standing.HEDGED
        if verb.dep == "ccomp" or (verb.dep in ("conj", "advcl") and _has_subject(sentence, verb)):
            return result
        verb = up
    return result


def _disowned(sentence: Sentence, up: Token, verb: Token) -> bool:
    """True for "denied that ...", "the report that ... is unfounded"."""
    false = any(c.lower in _FALSE for c in children(sentence, up, "acomp", "attr", "oprd"))
    return false or (up.lemma in _DENIALS and verb.dep in ("ccomp", "pcomp", "xcomp"))


def _above(sentence: Sentence, verb: Token) -> Token | None:
    """The verb that `verb` depends on in meaning, or None where its clause stands for itself."""
    up = head_of(sentence, verb)
    if up is None or verb.dep not in _CLIMB:
        return None
    if up.pos not in ("VERB", "AUX"):
        up = governing_verb(sentence, up)
    return up if up.pos in ("VERB", "AUX") else None


def _own(sentence: Sentence, verb: Token, words: Words) -> Standing:
    """What the verb's own auxiliaries and conjunctions say."""
    aux = list(children(sentence, verb, "aux", "auxpass"))
    modal = next((a for a in aux if a.tag == "MD" or a.lower in words.sets["irrealis"]), None)
    perfect = any(a.lemma == "have" for a in aux)
    if modal is not None:
        hedged = perfect and words.has("hedging_modals", modal.lower)
        return Standing.HEDGED if hedged else Standing.UNREAL
    if any(c.dep == "neg" or c.lower == "never" for c in children(sentence, verb)):
        return Standing.NEGATED
    conditional = any(words.has("conditions", c.lower) for c in children(sentence, verb, "mark"))
    subjunctive = verb.tag == "VB" and not aux and verb.dep == "ccomp" and _has_subject(sentence, verb)
    infinitive = any(a.tag == "TO" for a in aux) and not perfect and not _factual(sentence, verb, words)
    spared = any(
        c.lower in ("nearly", "almost", "narrowly") and c.i < verb.i for c in children(sentence, verb, "advmod")
    )
    planned = verb.dep == "acl" and sentence.tokens[verb.head].lemma in words.sets["excepted_nouns"]
    return Standing.UNREAL if conditional or subjunctive or infinitive or planned or spared else Standing.REAL


def _factual(sentence: Sentence, verb: Token, words: Words) -> bool:
    """True if the infinitive happened: "went on to kill", "was the first to die", "is said to be dead"."""
    up = head_of(sentence, verb)
    if up is None:
        return False
    if verb.dep == "conj" and any(c.tag == "TO" for c in children(sentence, up, "aux")):
        return _factual(sentence, up, words)
    if up.pos in ("VERB", "AUX"):
        return verb.dep in ("xcomp", "ccomp") and words.has("factual_infinitives", up.lemma)
    return up.lower in ("first", "latest", "second", "third", "last")


def _under_plan(sentence: Sentence, token: Token, verb: Token, words: Words) -> bool:
    """True if a noun such as "threat", "risk" or "plot" stands between the harm and its verb."""
    for _ in range(_MAX_STEPS):
        if token is verb or token.head == token.i:
            return False
        token = sentence.tokens[token.head]
        if token.pos == "NOUN" and token.lemma in words.sets["excepted_nouns"]:
            return True
    return False


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return any(True for _ in children(sentence, verb, "nsubj", "nsubjpass"))
