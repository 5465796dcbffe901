"""What follows what was said in the same sentence: a merged sentence, the speaker's next act, what he kept back."""

from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.cues import verbs, words
from sayso.statements.draft import Draft, View
from sayso.text import Span

_STOPS = frozenset(".!?")
_NOT_SAID = frozenset({"not", "n't", "n’t", "without", "no", "refused", "declined", "never", "nothing"})
_JOINTS = frozenset({"but", "though", "although", "and", "without"})
_KEPT = frozenset(
    {rules.AS_SAID, rules.LABEL, rules.CREDIT, rules.ACCORDING, rules.BEFORE, rules.QUOTE_AFTER, rules.QUOTE_BEFORE}
)
_REACH = 6
_NEAR = 5
_SHORT = 12


def without_tail(view: View, draft: Draft) -> None:
    """Cuts the last content before a sentence that the parser joined to it, before ', calling on ...' and before
    'but gave no details'.
    """
    if not draft.content or draft.rule in _KEPT or draft.spot.start > draft.content[-1].start:
        return
    span = draft.content[-1]
    whole = _whole_quote(view, span) if rules.STANCE not in draft.extra else None
    if whole is not None:
        draft.content[-1:] = whole
        draft.extra.append(rules.TAIL)
        return
    end = _joined(view, draft.sentence, span)
    if end is None:
        end = _withheld(view, draft.sentence, span)
    if end is None and draft.rule == rules.CLAUSE:
        end = _going_on(view, draft.sentence, span) or _summing(view, draft.sentence, span)
    if end is not None and end < span.end:
        draft.content[-1] = view.tidy(span.start, end)
        draft.extra.append(rules.TAIL)


def _inside(sentence: Sentence, span: Span) -> list[Token]:
    return [t for t in sentence.tokens if span.start < t.start < span.end]


def _joined(view: View, sentence: Sentence, span: Span) -> int | None:
    """The end of a quotation that closes its sentence, if a capital letter follows inside the content."""
    for quotation in view.overlapping(span):
        inner = view.text[quotation.inner[-1].start : quotation.inner[-1].end].rstrip()
        rest = view.text[quotation.end : span.end].lstrip()
        if quotation.end < span.end and inner[-1:] in _STOPS and rest[:1].isupper():
            token = sentence.token_at(span.end - len(rest))
            if token is not None and not _is_cue(sentence, token):
                return quotation.end
    return None


def _whole_quote(view: View, span: Span) -> list[Span] | None:
    """'"We are ready," when asked ...': the words of a quotation that is a sentence, if others follow."""
    found = next((q for q in view.overlapping(span) if q.start <= span.start + 1), None)
    if found is None or found.end + 1 >= span.end:
        return None
    inner = view.text[found.inner[0].start : found.inner[-1].end].strip()
    rest = view.text[found.end : span.end].strip()
    whole = inner[:1].isupper() and inner[-1:] in ",.!?" and len(inner.split()) > 1
    follows = rest[:1].islower() and not rest.startswith(("and ", "but "))
    return [view.tidy(s.start, s.end) for s in found.inner] if whole and follows else None


def _is_cue(sentence: Sentence, token: Token) -> bool:
    """Does the next clause, after a name or a pronoun, tell who said the quotation?"""
    near = sentence.tokens[token.i : token.i + _REACH]
    return any(t.lemma in words().firm and t.tag in ("VBD", "VBZ") for t in near)


def _withheld(view: View, sentence: Sentence, span: Span) -> int | None:
    """', without giving details', 'but did not elaborate': what the speaker kept back is the outlet's remark."""
    for token in _inside(sentence, span):
        if token.lower not in _JOINTS or view.quotation(token) is not None:
            continue
        rest = [t for t in sentence.tokens[token.i :] if t.start < span.end]
        near = rest[:_NEAR] if token.lower != "without" else rest
        if len(rest) > _SHORT or not any(t.lower in _NOT_SAID for t in near):
            continue
        if any(t.lemma in words().withheld for t in rest):
            return token.start
    return None


def _going_on(view: View, sentence: Sentence, span: Span) -> int | None:
    """', stating that ...', ', urging them to ...': a participle of speech after a comma is the speaker's next act."""
    table = verbs(sentence)
    tokens = sentence.tokens
    for comma in _inside(sentence, span):
        if comma.text not in (",", "–", "—", "--") or comma.i + 1 >= len(tokens):
            continue
        after = tokens[comma.i + 1]
        frames = table.get(after.lemma, {})
        told = "clause" in frames or "quote" in frames or "naming" in frames
        if after.tag != "VBG" or not told or view.quotation(after) is not None or after.dep not in ("advcl", "conj"):
            continue
        if not any(group.stance for group in frames.values()) and after.lemma not in words().evident:
            return comma.start
    return None


def _summing(view: View, sentence: Sentence, span: Span) -> int | None:
    """', a move that ...': the outlet's word for what was said."""
    tokens = sentence.tokens
    for comma in _inside(sentence, span):
        if comma.text not in (",", "–", "—", "--", "-") or comma.i + 2 >= len(tokens):
            continue
        article = tokens[comma.i + 1]
        head = tokens[article.head]
        if article.lower not in ("a", "an", "the") or head.lemma not in words().summing or head.i > article.i + _REACH:
            continue
        if head.dep in ("appos", "npadvmod", "dobj", "attr", "dep") and not view.overlapping(
            Span(comma.start, span.end)
        ):
            return comma.start
    return None
