"""The speech act: from the cue, corrected by the main clause of what is said."""

from sayso.codebook.terms import Act
from sayso.nlp.tree import child, children, is_negated
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.conditions import conditional_act
from sayso.statements.cues import words
from sayso.statements.draft import Draft, View
from sayso.text import Span

_FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})


def act_of(view: View, draft: Draft, span: Span | None = None) -> tuple[Act, RuleId | None]:
    """The act of a draft (or of one of its contents) and the rule that changed it, if one did."""
    span = span or (draft.content[0] if draft.content else None)
    if draft.act is not Act.ASSERT or draft.lemma not in words().plain or span is None:
        return draft.act, None
    found = _main(view, span)
    if found is None:
        return draft.act, None
    act = conditional_act(*found, span)
    return (act, rules.CONDITION) if act is not None else _of_clause(*found)


def _of_clause(sentence: Sentence, main: Token) -> tuple[Act, RuleId | None]:
    """The act of a plain assertion with this main verb."""
    aux = {c.lower for c in children(sentence, main, "aux")}
    offers = (main.lemma in ("agree", "accept") and "would" in aux) or _is_ready(sentence, main)
    if offers and not is_negated(sentence, main):
        return Act.OFFER, rules.CONTENT_ACT
    if "must" in aux or "should" in aux:
        return (Act.DEMAND if "must" in aux else Act.PROPOSE), rules.CONTENT_ACT
    if _negates(sentence, main) and (offers or not aux & _FUTURE):
        return Act.DENY, rules.NEGATED_CONTENT
    return Act.ASSERT, None


def _is_ready(sentence: Sentence, main: Token) -> bool:
    """Is somebody said to be ready, willing, open to something?"""
    ready = child(sentence, main, "acomp")
    if ready is None or ready.lower not in words().ready:
        return False
    return any(c.lower == "to" or child(sentence, c, "aux") is not None for c in children(sentence, ready))


def _main(view: View, span: Span) -> tuple[Sentence, Token] | None:
    """The main verb of the first sentence or clause of a content."""
    sentence = view.document.sentence_at(span.start)
    token = sentence.token_at(span.start) if sentence is not None else None
    if sentence is None or token is None:
        return None
    for _ in range(len(sentence.tokens)):
        up = sentence.tokens[token.head]
        if up.i == token.i or not (span.start <= up.start and up.end <= span.end):
            break
        token = up
    return (sentence, token) if token.pos in ("VERB", "AUX") else None


def _negates(sentence: Sentence, main: Token) -> bool:
    """Is the clause of `main` negated: not, never, no reason?"""
    if is_negated(sentence, main):
        return True
    objects = children(sentence, main, "attr", "dobj", "nsubj") if main.lemma in ("be", "have") else iter(())
    denied = (c for c in objects if c.lemma not in words().undenied)
    return any(k.lower == "no" for c in denied for k in children(sentence, c, "det"))
