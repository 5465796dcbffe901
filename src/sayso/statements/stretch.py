"""Brings what was said and the quotations in it to the same edges."""

from sayso.records.language import Quotation
from sayso.statements import rules
from sayso.statements.draft import Draft, View, quoted_share
from sayso.text import Span

_SPEECH = 3


def mend_edges(view: View, draft: Draft) -> None:
    """Contents that are one quotation take its words; others are stretched over quotations they cut through."""
    if not draft.quoted:
        return
    after = next((q for q in draft.quoted if overrules(view, draft, q)), None)
    if after is not None:
        draft.content = [s for s in draft.content if s.end > after.start]
        draft.rule = rules.QUOTE_BEFORE
    if draft.rule == rules.BEFORE:
        draft.content = _said_before(view, draft)
    if draft.rule in (rules.BEFORE, rules.CLAUSE):
        draft.content = _words_alone(view, draft)
    if quoted_share(view, draft.content) >= 0.8 and not _mostly_outside(view, draft):
        if draft.rule in (rules.CLAUSE, rules.BEFORE):
            draft.rule = rules.QUOTE_BEFORE if draft.cue.start < draft.quoted[0].start else rules.QUOTE_AFTER
        kept = [] if _starts_new(view, draft.quoted[0]) else [s for s in draft.content if not quoted_share(view, [s])]
        words = [Span(inner.start, inner.end) for quotation in draft.quoted for inner in quotation.inner]
        draft.content = _merged(kept + words)
        return
    if draft.rule == rules.BEFORE:
        draft.content = _from_its_start(view, draft)
    mended = []
    for span in draft.content:
        start, end = span
        for quotation in draft.quoted:
            if quotation.start < end and start < quotation.end:
                start, end = min(start, quotation.start), max(end, quotation.end)
        mended.append(Span(start, end))
    draft.content = _merged(mended)


def overrules(view: View, draft: Draft, quotation: Quotation) -> bool:
    """'After the vote, which the court had stopped, he wrote, "We go on."': a whole quotation right after the cue is
    what was said, not the clause before it.
    """
    if draft.rule != rules.BEFORE or not draft.content or quotation.start < draft.cue.end:
        return False
    gap = view.text[draft.cue.end : quotation.start].strip()
    inner = view.text[quotation.inner[0].start : quotation.inner[0].end].strip()
    whole = gap in (",", ":") and inner[:1].isupper() and len(inner.split()) >= _SPEECH
    return whole and draft.content[0].end <= draft.cue.start and quoted_share(view, draft.content[:1]) < 0.5


def _from_its_start(view: View, draft: Draft) -> list[Span]:
    """Contents before their cue that start inside a quotation begun in mid-sentence begin with that sentence."""
    spans = []
    for span in draft.content:
        cut = next((q for q in draft.quoted if q.start < span.start < q.end), None)
        first = view.document.sentence_at(cut.start) if cut is not None else None
        opened = cut is not None and view.text[cut.inner[0].start : cut.inner[0].end].lstrip()[:1].islower()
        whole = first is not None and opened and view.text[first.start : cut.start if cut else first.start].strip()
        spans.append(Span(first.start, span.end) if first is not None and whole else span)
    return spans


def _said_before(view: View, draft: Draft) -> list[Span]:
    """Contents before an inserted cue, cut to the quotation: not the words that lead up to it with a colon, nor what
    the reporter goes on to tell.
    """
    spans = []
    for span in draft.content:
        start = span.start
        for quotation in draft.quoted:
            if (
                start < quotation.start < span.end
                and view.text[max(0, quotation.start - 3) : quotation.start].rstrip()[-1:] == ":"
            ):
                start = quotation.start
        spans.append(Span(start, span.end))
    if spans and quoted_share(view, spans[:1]) > 0.95 and _starts_new(view, draft.quoted[0]):
        spans = [span for span in spans if quoted_share(view, [span])]
    return spans


def _words_alone(view: View, draft: Draft) -> list[Span]:
    """'"We never left," he said, after a reporter asked ...': a whole quotation before its cue stands alone, unless its
    sentence goes on after the cue ("..., he said, would ...").
    """
    first = draft.content[0]
    whole = first.end <= draft.cue.start and quoted_share(view, [first]) > 0.95 and _starts_new(view, draft.quoted[0])
    if not whole or view.text[first.start : first.end].rstrip("\"'”’ ")[-1:] not in (",", "?", "!", "."):
        return draft.content
    kept = [first]
    for span in draft.content[1:]:
        token = draft.sentence.token_at(span.start)
        goes_on = token is not None and token.pos in ("VERB", "AUX") and token.tag != "VBG"
        if goes_on or quoted_share(view, [span]) > 0.8:
            kept.append(span)
    return kept


def _starts_new(view: View, quotation: Quotation) -> bool:
    """Does the quotation begin like a sentence?"""
    inner = view.text[quotation.inner[0].start : quotation.inner[0].end].lstrip()
    return not inner[:1].islower()


def _mostly_outside(view: View, draft: Draft) -> bool:
    """True if some span has several words outside quotations: then it is a clause that quotes, not a quotation."""
    for span in draft.content:
        words = view.text[span.start : span.end].split()
        if quoted_share(view, [span]) < 0.8 and len(words) > 3:
            return True
    return False


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
