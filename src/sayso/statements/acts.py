"""The speech act: from the cue, corrected by what is said."""

import re

from sayso.codebook.terms import Act
from sayso.records.base import RuleId
from sayso.statements import rules
from sayso.statements.draft import Draft, View

_PLAIN = frozenset(
    {
        "say",
        "state",
        "tell",
        "add",
        "insist",
        "declare",
        "maintain",
        "announce",
        "stress",
        "according to",
        ":",
        "claim",
        "reiterate",
        "explain",
        "continue",
        "argue",
        "note",
    }
)


def act_of(view: View, draft: Draft) -> tuple[Act, RuleId | None]:
    """The act of a draft and the rule that changed it, if one did."""
    if draft.act is not Act.ASSERT or draft.lemma not in _PLAIN or not draft.content:
        return draft.act, None
    head = _head(view, draft)
    return (Act.ASSERT, None) if head is None else head


def _head(view: View, draft: Draft) -> tuple[Act, RuleId | None] | None:
    words = _opening(view, draft)
    if _OFFER.search(words):
        return Act.OFFER, rules.CONTENT_ACT
    if _NEGATED.search(words):
        return Act.DENY, rules.NEGATED_CONTENT
    if _MUST.search(words):
        return Act.DEMAND, rules.CONTENT_ACT
    if _SHOULD.search(words):
        return Act.PROPOSE, rules.CONTENT_ACT
    return None


_NEGATED = re.compile(r"\b(?:not|n[’']t|never|no (?:reason|need|plan|intention|evidence|truth)\w*)\b", re.I)
_OFFER = re.compile(r"\b(?:would|is|are|was|were|be) (?:\w+ )?(?:agree|accept|ready|willing|prepared|open) to\b", re.I)
_MUST = re.compile(r"\b(?:must|ha(?:s|ve|d) to|needs? to)\b", re.I)
_SHOULD = re.compile(r"\bshould\b", re.I)


def _opening(view: View, draft: Draft) -> str:
    span = draft.content[0]
    return view.text[span.start : min(span.end, span.start + 90)]
