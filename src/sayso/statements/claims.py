"""Claims of responsibility: 'claimed responsibility for', 'claimed the attack', 'no claim of responsibility'.

That nobody has claimed an attack is told in every report of one and says who did not: a negated claim of nobody's.
"""

from sayso.codebook.terms import Act
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import agent as agent_of
from sayso.nlp.tree import child, children, is_negated
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.clauses import right_edge
from sayso.statements.cues import words
from sayso.statements.draft import Draft, View
from sayso.statements.speakers import is_nobody, is_passive_cue, speaker_of, speaker_phrase
from sayso.text import Span

_UNREAL = frozenset({"should", "must", "could", "may", "might", "would"})


def made(view: View, sentence: Sentence, verb: Token, act: Act, rule: RuleId, span: Span | None) -> Draft | None:
    """The draft of a verb with a speaker, or of one that nobody says."""
    head = speaker_of(view, sentence, verb, passive=is_passive_cue(sentence, verb))
    who = speaker_phrase(sentence, head) if head is not None else None
    nobody = head is not None and is_nobody(sentence, head)
    if head is None or who is None or (nobody and rule != rules.RESPONSIBILITY):
        return None
    return Draft(
        sentence=sentence,
        spot=verb,
        cue=sentence.span(verb.i, verb.i),
        lemma=verb.lemma,
        act=act,
        rule=rule,
        speaker=None if nobody else who,
        content=[span] if span else [],
        silent=span is None,
        negated=nobody,
        impersonal=nobody,
    )


def responsibility(view: View, sentence: Sentence, verb: Token) -> Draft | None:
    """Claimed (or denied) responsibility for, claimed the attack, the attack was claimed by, there was no claim of."""
    if verb.lemma == "be":
        return _no_claim(sentence, verb)
    if verb.lemma not in words().claiming:
        return None
    passive = is_passive_cue(sentence, verb)
    found = child(sentence, verb, "nsubjpass") if passive else child(sentence, verb, "dobj")
    if found is None or (found.i < verb.i) != passive or not _is_claimed(verb, found):
        return None
    if passive and agent_of(sentence, verb) is None:
        return None
    if any(c.lower in _UNREAL for c in children(sentence, verb, "aux")):
        return None
    span = sentence.span(found.left, found.right if passive else right_edge(sentence, verb, found.right))
    draft = made(view, sentence, verb, Act.CLAIM_RESPONSIBILITY, rules.RESPONSIBILITY, span)
    if draft is not None:
        denied = is_negated(sentence, verb) or any(c.lower == "no" for c in children(sentence, found, "det"))
        draft.negated = draft.negated or denied
    return draft


def _is_claimed(verb: Token, found: Token) -> bool:
    """Responsibility; with "claim", an attack."""
    if found.lemma in words().blame:
        return True
    return verb.lemma == "claim" and found.lemma in words().claimed and "event" in noun_classes(found.lemma)


def _no_claim(sentence: Sentence, verb: Token) -> Draft | None:
    """'There was no (immediate) claim of responsibility for the blast.'"""
    claim = child(sentence, verb, "attr", "nsubj")
    if claim is None or claim.lemma != "claim" or child(sentence, verb, "expl") is None:
        return None
    of = next((c for c in children(sentence, claim, "prep") if c.lower == "of"), None)
    what = child(sentence, of, "pobj") if of is not None else None
    if what is None or what.lemma not in words().blame:
        return None
    none = is_negated(sentence, verb) or any(c.lower == "no" for c in children(sentence, claim, "det"))
    return Draft(
        sentence=sentence,
        spot=claim,
        cue=sentence.span(claim.i, claim.i),
        lemma="claim",
        act=Act.CLAIM_RESPONSIBILITY,
        rule=rules.RESPONSIBILITY,
        content=[sentence.span(what.left, right_edge(sentence, verb, claim.right))],
        negated=none,
        impersonal=True,
    )
