"""Accusations whose accuser need not be named: 'is accused of killing', 'is alleged to have'."""

from dataclasses import replace

from sayso.codebook.terms import Act
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import agent as agent_of
from sayso.nlp.tree import child, children, is_negated, phrase
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.clauses import is_infinitive, right_edge
from sayso.statements.cues import words
from sayso.statements.draft import Draft
from sayso.statements.speakers import is_passive_cue
from sayso.text import Span

_FORMAL = frozenset({"charge", "indict"})
_JUDGING = frozenset({"judicial", "police", "government"})
_UNREAL = frozenset({"could", "can", "may", "might", "should", "must", "be", "to"})


def accused(sentence: Sentence, verb: Token) -> Draft | None:
    """'The colonel is accused (by X) of ordering the raid': who is accused and of what; the speaker is X or nobody."""
    prepositions = words().accusing.get(verb.lemma)
    if prepositions is None or verb.tag != "VBN" or not is_passive_cue(sentence, verb):
        return None
    if any(c.lower in _UNREAL for c in children(sentence, verb, "aux")):
        return None
    by = agent_of(sentence, verb)
    charge = _charge(sentence, verb, by, prepositions)
    whom = _accused(sentence, verb)
    if verb.lemma in _FORMAL and (by is None or _judges(by)):
        return None
    if charge is None or whom is None:
        return None
    who = phrase(sentence, by) if by is not None else None
    if by is not None and who is not None and who.span.start < charge.start < who.span.end:
        who = replace(who, span=sentence.span(by.left, by.i))
    return Draft(
        sentence=sentence,
        spot=verb,
        cue=sentence.span(verb.i, verb.i),
        lemma=verb.lemma,
        act=Act.ACCUSE,
        rule=rules.ACCUSED,
        speaker=who,
        content=[whom, charge],
        impersonal=by is None,
        negated=is_negated(sentence, verb),
    )


def _judges(token: Token) -> bool:
    """Courts, prosecutors and police charge by law: that is an event, no accusation in words."""
    return bool(noun_classes(token.lemma) & _JUDGING)


def _charge(sentence: Sentence, verb: Token, by: Token | None, prepositions: tuple[str, ...]) -> Span | None:
    """What somebody is accused of, with its preposition."""
    ups = (verb, by) if by is not None else (verb,)
    for up in ups:
        for c in children(sentence, up, "prep"):
            if c.i > verb.i and c.lower in prepositions and c.right > c.i:
                return sentence.span(c.i, right_edge(sentence, verb, c.right))
    if "to" in prepositions:
        for c in children(sentence, verb, "xcomp"):
            if c.i > verb.i and is_infinitive(sentence, c):
                return sentence.span(c.left, c.right)
    return None


def _accused(sentence: Sentence, verb: Token) -> Span | None:
    own = child(sentence, verb, "nsubjpass", "nsubj")
    if own is None and verb.dep == "conj":
        own = child(sentence, sentence.tokens[verb.head], "nsubjpass")
    if own is not None and own.i < verb.i and own.lower not in ("who", "which", "that"):
        return phrase(sentence, own).span
    if verb.dep in ("acl", "relcl", "amod") and sentence.tokens[verb.head].i < verb.i:
        noun = sentence.tokens[verb.head]
        return sentence.span(noun.left, noun.i)
    return None


def rumoured(sentence: Sentence, verb: Token) -> Draft | None:
    """'The envoy is expected to resign', 'It is believed that ...': said or thought, but nobody is named for it."""
    act = words().rumoured.get(verb.lemma)
    if act is None or verb.tag != "VBN" or child(sentence, verb, "auxpass") is None:
        return None
    if any(c.lower in _UNREAL for c in children(sentence, verb, "aux")) or is_negated(sentence, verb):
        return None
    own = child(sentence, verb, "nsubjpass", "nsubj")
    by = agent_of(sentence, verb)
    spans = _hearsay(sentence, verb, own) if own is not None and own.i < verb.i else None
    if spans is None:
        return None
    return Draft(
        sentence=sentence,
        spot=verb,
        cue=sentence.span(verb.i, verb.i),
        lemma=verb.lemma,
        act=act,
        rule=rules.RUMOURED,
        speaker=phrase(sentence, by) if by is not None else None,
        content=spans,
        impersonal=by is None,
    )


def _hearsay(sentence: Sentence, verb: Token, own: Token) -> list[Span] | None:
    """Subject and infinitive, or the clause after 'it is ...'."""
    if own.lower == "it":
        said = next((c for c in children(sentence, verb, "ccomp", "advcl") if c.left > verb.i), None)
        if said is not None and sentence.tokens[said.left].lower == "that":
            return [sentence.span(said.left + 1, right_edge(sentence, verb, said.right))]
    if own.lower in ("who", "which", "that"):
        return None
    for c in children(sentence, verb, "xcomp"):
        if c.left > verb.i and is_infinitive(sentence, c):
            return [phrase(sentence, own).span, sentence.span(c.left, right_edge(sentence, verb, c.right))]
    return None
