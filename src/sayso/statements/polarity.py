"""Neither yes nor no: 'neither confirmed nor denied', 'would not confirm or deny', 'neither condemned nor praised'."""

from sayso.codebook.terms import Act
from sayso.nlp.tree import child, children, is_negated
from sayso.records.language import Sentence, Token
from sayso.statements.cues import verbs, words

_NEITHER = frozenset({"neither", "nor"})
_MARKS = frozenset({"preconj", "cc", "advmod", "dep"})
_MEMBERS = 4


def negates(sentence: Sentence, verb: Token) -> bool:
    """Is the verb negated by itself or by "neither ... nor"?"""
    return is_negated(sentence, verb) or is_neither(sentence, verb)


def is_neither(sentence: Sentence, verb: Token) -> bool:
    """Does the verb stand under "neither", or after "nor"?"""
    if any(c.lower in _NEITHER and c.i < verb.i and c.dep in _MARKS for c in children(sentence, verb)):
        return True
    return verb.dep == "conj" and any(
        c.lower == "nor" and c.i < verb.i for c in children(sentence, sentence.tokens[verb.head], "cc")
    )


def first_of(sentence: Sentence, verb: Token) -> Token:
    """The first of the verbs that `verb` is coordinated with."""
    for _ in range(_MEMBERS):
        if verb.dep != "conj":
            break
        verb = sentence.tokens[verb.head]
    return verb


def opposite(sentence: Sentence, verb: Token) -> Token | None:
    """The verb before "or" or "nor" that says the contrary of `verb` ("confirm or deny")."""
    if verb.dep != "conj":
        return None
    near = sentence.tokens[verb.head]
    joined = any(c.lower in ("or", "nor") and near.i < c.i < verb.i for c in children(sentence, near, "cc"))
    pair = {near.lemma, verb.lemma}
    return near if joined and any(pair == set(p) for p in words().opposites) else None


def is_open(sentence: Sentence, verb: Token) -> Token | None:
    """The first verb of 'neither confirmed nor denied' where `verb` is its second; None if no such thing."""
    near = opposite(sentence, verb)
    if near is None or not (negates(sentence, near) or negates(sentence, verb)):
        return None
    return near


def declined(sentence: Sentence, verb: Token) -> bool:
    """'declined to confirm or deny', 'refused to lift the ban or name ...': the infinitive of a cue, or beside one."""
    first = first_of(sentence, verb)
    if first.dep != "xcomp" or verb.tag not in ("VB", "VBP"):
        return False
    return first.tag == "VB" and "inf" in verbs(sentence).get(sentence.tokens[first.head].lemma, {})


def refusal(act: Act, lemma: str, noun: Token) -> bool:
    """Is a demand, request or proposal rejected, and not an accusation?"""
    if act is not Act.DENY or lemma not in words().refusing:
        return False
    asked = words().nouns.get(noun.lemma) in (Act.DEMAND, Act.REQUEST, Act.PROPOSE, Act.OFFER)
    return asked or noun.lemma in words().refused


def is_pleonastic(sentence: Sentence, verb: Token) -> bool:
    """'It was too early to tell whether': nobody told anything."""
    if verb.tag != "VB":
        return False
    up = sentence.tokens[verb.head]
    for _ in range(2):
        own = child(sentence, up, "nsubj")
        if own is not None:
            return up.lemma == "be" and own.lower in ("it", "there", "this") and up.i != verb.i
        if up.pos not in ("ADJ", "ADV"):
            return False
        up = sentence.tokens[up.head]
    return False
