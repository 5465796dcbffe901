"""Adjectives that tell what somebody holds: 'is confident that', 'is worried about', 'is willing to'."""

from sayso.codebook.terms import Act
from sayso.nlp.tree import child, children, is_negated, subject
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.appended import cut_short
from sayso.statements.clauses import is_infinitive, right_edge
from sayso.statements.cues import words
from sayso.statements.draft import Draft
from sayso.statements.mend import talks
from sayso.statements.speakers import speaker_phrase

_NOBODY = frozenset({"it", "this", "that", "there", "what", "which"})
_DIRECTED = frozenset({"about", "of", "at", "over", "by", "to", "toward", "towards", "with"})


def attitude(sentence: Sentence, verb: Token) -> Draft | None:
    """The minister is confident that ..., is worried about ..., is willing to ..., made clear that ...."""
    word = child(sentence, verb, "acomp", "oprd", "ccomp") if verb.lemma in ("be", "make", "remain") else None
    if word is None or word.lower not in (words().attitudes if verb.lemma != "make" else ("clear", "plain")):
        return None
    owner = subject(sentence, verb)
    if owner is None or owner.lower in _NOBODY:
        return None
    said = _clause(sentence, verb, word)
    if said is None and verb.lemma != "make" and (talks(sentence, owner) or owner.pos == "NUM"):
        said = _about(sentence, verb, word)
    if said is None or said[0] > said[1]:
        return None
    return Draft(
        sentence=sentence,
        spot=verb,
        cue=sentence.span(verb.i, word.i),
        lemma=f"{verb.lemma} {word.lower}",
        act=Act.ASSERT,
        rule=rules.ATTITUDE,
        speaker=speaker_phrase(sentence, owner),
        content=[sentence.span(*said)],
        negated=is_negated(sentence, verb),
        extra=[rules.STANCE] if verb.lemma != "make" else [],
    )


def _clause(sentence: Sentence, verb: Token, word: Token) -> tuple[int, int] | None:
    for up in (word, verb):
        for c in children(sentence, up, "ccomp", "advcl"):
            that = sentence.tokens[c.left].lower == "that"
            if c.left > word.i and (c.dep == "ccomp" or that) and not is_infinitive(sentence, c):
                left = c.left + that
                return left, cut_short(sentence, left, c.right)
    return None


def _about(sentence: Sentence, verb: Token, word: Token) -> tuple[int, int] | None:
    """What an adjective is about: 'about the truce', 'to sign it'."""
    for c in children(sentence, word, "prep", "xcomp"):
        if c.dep == "xcomp" and c.i > word.i and is_infinitive(sentence, c) and word.lower in words().inclined:
            return c.left, right_edge(sentence, verb, c.right)
        if c.dep == "prep" and c.left > word.i and c.lower in _DIRECTED and c.right > c.i:
            return c.i + 1, c.right
    return None
