"""Which way the verb that governs a time expression looks: back, ahead, or up to now."""

from typing import NamedTuple

from sayso.nlp.tree import ancestors, child, children, head_of
from sayso.records.language import Document, Sentence, Token
from sayso.records.times import FoundTime
from sayso.times.placing import is_fixed_for, is_of_report
from sayso.times.words import words

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_MODAL = frozenset({"may", "might", "should", "can", "must", "would", "'d", "’d", "ca"})
_RANKED = frozenset({"first", "last", "latest", "only"})
_PAST_AUX = frozenset({"was", "were", "had", "did", "got"})


class Tense(NamedTuple):
    """`time` is past, present, future or none; `perfect`: has or have + participle, so that lengths run up to now."""

    time: str
    perfect: bool = False


UNKNOWN = Tense("none")


def tense_of(document: Document, found: FoundTime) -> Tense:
    """The tense of the nearest verb above the expression in the parse."""
    sentence = document.sentences[found.sentence] if found.sentence < len(document.sentences) else None
    token = sentence.token_at(found.span.start) if sentence else None
    if sentence is None or token is None:
        return UNKNOWN
    while (
        token.head != token.i
        and sentence.tokens[token.head].start < found.span.end
        and sentence.tokens[token.head].start >= found.span.start
    ):
        token = sentence.tokens[token.head]
    owner = _owner(sentence, token)
    if owner is not None:
        return Tense("future" if owner.lemma in words().appointments else "past")
    if is_fixed_for(sentence, token, dict(found.fields).get("relation", "")):
        return Tense("future")
    if is_of_report(sentence, token):
        return Tense("past")
    for up in ancestors(sentence, token):
        if up.pos in ("VERB", "AUX") or (up.lemma in words().prospective and up.pos == "ADJ"):
            later = up.lemma in words().postponing and dict(found.fields).get("relation") in (
                "until",
                "till",
                "to",
                "for",
                "through",
            )
            return Tense("future") if later else _of_verb(sentence, up, 0)
    return UNKNOWN


def _owner(sentence: Sentence, token: Token) -> Token | None:
    """The noun that the expression possesses or premodifies ("Monday's attack", "the Monday meeting"), or None."""
    up = head_of(sentence, token)
    return (
        up
        if up is not None and up.i > token.i and token.dep in ("poss", "compound", "nmod") and up.pos == "NOUN"
        else None
    )


def _of_verb(sentence: Sentence, verb: Token, depth: int) -> Tense:
    helpers = [c.lower for c in children(sentence, verb, "aux", "auxpass")]
    if any(word in _WILL for word in helpers):
        return Tense("future")
    if "to" in helpers and verb.tag == "VB":
        return _infinitive(sentence, verb, depth)
    if any(word in _MODAL for word in helpers):
        return Tense("past") if "have" in helpers else Tense("future")
    if any(word in _PAST_AUX for word in helpers):
        return Tense("future" if _prospective(verb) and "had" not in helpers else "past")
    if any(word in ("has", "have", "'ve", "’ve") for word in helpers):
        return Tense("future") if _prospective(verb) else Tense("past", perfect=True)
    return _bare(sentence, verb, helpers, depth)


def _bare(sentence: Sentence, verb: Token, helpers: list[str], depth: int) -> Tense:
    if verb.tag == "VBD":
        return Tense("future" if _prospective(verb) else "past")
    if verb.tag in ("VBZ", "VBP"):
        return Tense("future" if _is_timetable(sentence, verb) else "present")
    if verb.tag == "VBG" and helpers:
        return Tense("ahead")
    if verb.tag == "VBN" and (helpers or _prospective(verb)):
        return Tense("future" if _prospective(verb) else "present")
    up = next((t for t in ancestors(sentence, verb) if t.pos in ("VERB", "AUX")), None)
    if up is None or depth > 5 or verb.tag == "VBN":
        return Tense("past" if verb.tag == "VBN" else "none")
    return _of_verb(sentence, up, depth + 1)


def _is_timetable(sentence: Sentence, verb: Token) -> bool:
    """'The trial opens Monday', 'takes office on Monday', 'plans to resign on Monday', 'is due in March'."""
    if verb.lemma in words().timetable:
        return True
    if verb.lemma == "be":
        return any(c.lemma in words().prospective for c in children(sentence, verb, "acomp"))
    if verb.lemma in words().prospective:
        return any(child(sentence, c, "aux") is not None for c in children(sentence, verb, "xcomp"))
    found = child(sentence, verb, "dobj")
    return found is not None and f"{verb.lemma} {found.lemma}" in words().timetable


def _prospective(verb: Token) -> bool:
    if verb.lemma == "set" and verb.dep == "acl":
        return False  # "a record set on Monday"
    return verb.lemma in ("schedule", "expect", "plan", "set", "slate", "book", "time", "due")


def _was_once(sentence: Sentence, up: Token) -> bool:
    """'had been due to expire', 'had been scheduled to meet': by now that day is over."""
    verb = head_of(sentence, up) if up.pos == "ADJ" else up
    return verb is not None and any(c.lower == "had" for c in children(sentence, verb, "aux"))


def _infinitive(sentence: Sentence, verb: Token, depth: int) -> Tense:
    up = head_of(sentence, verb)
    if up is None:
        return Tense("future")
    if up.lemma in words().prospective and _was_once(sentence, up):
        return Tense("past")
    if verb.dep in ("acl", "relcl") and any(c.lemma in _RANKED for c in (up, *children(sentence, up, "amod"))):
        up = next((t for t in ancestors(sentence, up) if t.pos in ("VERB", "AUX")), verb)  # "the first to sign"
        return _of_verb(sentence, up, depth + 1) if depth <= 5 and up is not verb else UNKNOWN
    owed = up.lemma in words().prospective or up.lemma == "be" or verb.dep in ("acl", "relcl")
    if owed or (up.pos in ("VERB", "AUX") and depth <= 5 and child(sentence, up, "acomp") is not None):
        return Tense("future")
    return _of_verb(sentence, up, depth + 1) if up.pos in ("VERB", "AUX") and depth <= 5 else UNKNOWN
