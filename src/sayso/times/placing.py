"""Where the day stands decides what the parse leaves open: the day of a report, the day that an act is called for."""

from sayso.nlp.tree import SUBJECTS, ancestors, children
from sayso.records.language import Sentence, Token
from sayso.times.words import words

_BEFORE_DAY = frozenset({"on", "late", "early", "earlier", "the"})
_CLOSING = frozenset({*SUBJECTS, "mark", "punct", "cc", "nsubjpass"})
_REACH = 8
_VERBS = ("VERB", "AUX")


def is_of_report(sentence: Sentence, token: Token) -> bool:
    """True for a day after a past verb of saying and before what was said ("said on Saturday it would withdraw"): the
    parser hangs it under what was said.
    """
    verb = next((up for up in ancestors(sentence, token) if up.pos in _VERBS), None)
    if verb is None or verb.i < token.i or token.dep in SUBJECTS:
        return False
    at = token.i - 1
    while at >= 0 and sentence.tokens[at].lower in _BEFORE_DAY:
        at -= 1
    for i in range(at, max(-1, at - _REACH), -1):
        left = sentence.tokens[i]
        if left.pos in _VERBS:
            return left.tag in ("VBD", "VBN") and left.lemma in words().reporting
        if left.dep in _CLOSING:
            return False
    return False


def is_fixed_for(sentence: Sentence, token: Token, relation: str) -> bool:
    """True for the day for which an act is called or set ("called a strike for Monday", "called for a strike on
    Monday"), whatever the tense of the calling.
    """
    verb = next((up for up in ancestors(sentence, token) if up.pos in _VERBS), None)
    if verb is None or verb.i > token.i or verb.lemma not in words().fixing:
        return False
    if relation == "for":
        return not any(t.pos in _VERBS for t in sentence.tokens[verb.i + 1 : token.i])
    if relation != "on" or token.i < 2:
        return False
    act = sentence.tokens[token.i - 2]
    wanted = {act.i, *(c.i for prep in children(sentence, verb, "prep") for c in children(sentence, prep, "pobj"))}
    called = any(c.lower == "for" for c in children(sentence, verb, "prep"))
    return called and act.i in wanted and act.lemma in words().callable
