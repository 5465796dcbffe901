"""What the outlet adds after what was said: relative clauses set off by a comma at its end."""

from sayso.codebook.terms import Act, PartKind
from sayso.nlp.tree import ancestors, child, children
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.cues import nouns, verbs
from sayso.statements.draft import Draft, View
from sayso.text import Span

_RELATIVE = frozenset({"who", "which", "where", "whose", "whom", "when"})
_CLAUSES = frozenset({rules.CLAUSE})
_KEPT = frozenset(
    {rules.BEFORE, rules.AS_SAID, rules.ACCORDING, rules.LABEL, rules.CREDIT, rules.QUOTED_AS, rules.FIGURE}
)
_PRESENT = frozenset({"VBZ", "VBP"})
_PAST = frozenset({"VBD"})
_NEAR = 2
_TAIL = 5
_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})


def without_aside(view: View, draft: Draft) -> None:
    """Cuts the last content before ", which ..." where that is the outlet's own: always after objects and infinitives
    and before "who"; after a clause where the relative has a cue with a speaker of its own or leaves the tense of what
    was said.
    """
    _without_report(view, draft)
    if not draft.content or draft.rule in _KEPT or draft.spot.start > draft.content[-1].start:
        return
    kept = _kept(view, draft)
    kept = kept or _without_tail(view, draft)
    if kept is not None and kept.end < draft.content[-1].end:
        draft.content[-1] = kept
        draft.extra.append(rules.ASIDE)


def _without_report(view: View, draft: Draft) -> None:
    """Cuts the last content before ', according to X' at its end: X reports all of the sentence."""
    if not draft.content or draft.rule == rules.ACCORDING:
        return
    span, tokens = draft.content[-1], draft.sentence.tokens
    first = draft.sentence.token_at(span.start)
    if first is None or draft.spot.start > span.start:
        return
    for comma in tokens[first.i + 1 :]:
        if comma.end >= span.end:
            return
        if comma.text != "," or [t.lower for t in tokens[comma.i + 1 : comma.i + 3]] != ["according", "to"]:
            continue
        rest = Span(comma.start, span.end)
        parted = any(t.text in (",", ";") for t in tokens[comma.i + 1 :] if t.end <= span.end)
        if not parted and not view.overlapping(rest):
            draft.content[-1] = view.tidy(span.start, comma.start)
            draft.extra.append(rules.ASIDE)
        return


def _kept(view: View, draft: Draft) -> Span | None:
    """The last content without the aside at its end, or None if there is none."""
    span = draft.content[-1]
    sentence = draft.sentence
    last = sentence.token_at(span.end - 1)
    if last is None:
        return None
    if sentence.kind is PartKind.HEADLINE and (draft.rule != rules.NAMING or draft.act is Act.ACCUSE):
        return _without_meanwhile(view, draft, span)
    for token in sentence.tokens:
        if token.dep == "appos" and token.lemma in nouns(sentence) and _ends(sentence, token, span, last):
            return view.tidy(span.start, sentence.tokens[token.left - 1].start)
        if token.dep != "relcl" or not _ends(sentence, token, span, last) or not _own(draft, sentence, token):
            continue
        cut = Span(span.start, sentence.tokens[token.left - 1].start)
        if cut.end - cut.start > _NEAR and not view.overlapping(Span(cut.end, span.end)):
            return view.tidy(cut.start, cut.end)
        return None
    return None


def _without_tail(view: View, draft: Draft) -> Span | None:
    """', hours after rockets hit the town': when the outlet places it, after a complete clause."""
    span, tokens = draft.content[-1], draft.sentence.tokens
    for comma in tokens:
        if comma.text != "," or not span.start < comma.start < span.end or not _opens_tail(tokens, comma.i + 1):
            continue
        rest = Span(comma.start, span.end)
        later = any(t.text in (",", ";") and _goes_on(tokens, t.i) for t in tokens[comma.i + 1 :] if t.end <= span.end)
        verbal = any(t.pos in ("VERB", "AUX") for t in tokens[: comma.i] if t.start >= span.start)
        if (verbal or draft.rule == rules.OBJECT) and not later and not view.overlapping(rest):
            return view.tidy(span.start, comma.start)
    return None


def _opens_tail(tokens: tuple[Token, ...], i: int) -> bool:
    """(just) (two) days after, before, as ..."""
    for token in tokens[i : i + _TAIL]:
        if token.lemma in _UNITS:
            return token.i + 1 < len(tokens) and tokens[token.i + 1].lower in ("after", "before", "as")
        if token.pos not in ("NUM", "ADV", "DET", "ADJ", "ADP"):
            return False
    return False


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].lower not in ("including", "killing", "wounding", "injuring", "among")


def _without_meanwhile(view: View, draft: Draft, span: Span) -> Span | None:
    """Headlines: 'Army denies shelling market as toll rises'."""
    for token in draft.sentence.tokens:
        if token.lower == "as" and span.start + _NEAR < token.start and token.end < span.end:
            rest = [t for t in draft.sentence.tokens[token.i + 1 :] if t.text[0].isalnum()]
            if len(rest) > 1 and not view.overlapping(Span(token.start, span.end)):
                return view.tidy(span.start, token.start)
            return None
    return None


def _ends(sentence: Sentence, relative: Token, span: Span, last: Token) -> bool:
    """Is this a relative clause after a comma that runs to the end of the content?"""
    opening = sentence.tokens[relative.left]
    if relative.dep == "appos" and not any(c.dep in ("relcl", "acl") for c in children(sentence, relative)):
        return False
    if opening.start <= span.start or relative.left < 1 or sentence.tokens[relative.left - 1].text != ",":
        return False
    if (opening.lower not in _RELATIVE and relative.dep != "appos") or sentence.tokens[
        relative.left - 1
    ].start <= span.start:
        return False
    return last.i - 1 <= relative.right <= last.i + 1


def _own(draft: Draft, sentence: Sentence, relative: Token) -> bool:
    """Is the relative clause the outlet's own word?"""
    if draft.rule not in _CLAUSES or sentence.tokens[relative.left].lower == "who":
        return True
    return _attributed(sentence, relative) or _leaves_tense(draft, sentence, relative)


def _attributed(sentence: Sentence, relative: Token) -> bool:
    """', where medics said ...': has the clause a cue with a noun for a subject?"""
    own = child(sentence, relative, "nsubj")
    frames = verbs(sentence).get(relative.lemma, {})
    spoken = own is not None and own.pos in ("NOUN", "PROPN") and "clause" in frames and not frames["clause"].stance
    return spoken and child(sentence, relative, "ccomp") is not None


def _leaves_tense(draft: Draft, sentence: Sentence, relative: Token) -> bool:
    """Present tense after a report in the past: 'said he would repair the road, which is used by many'."""
    if draft.spot.tag not in _PAST or not _present(sentence, relative):
        return False
    return not any(_present(sentence, up) for up in ancestors(sentence, relative) if up.i > draft.spot.i)


def _present(sentence: Sentence, verb: Token) -> bool:
    first = child(sentence, verb, "aux", "auxpass") or verb
    return first.tag in _PRESENT or first.lower in ("will", "can", "'s", "has", "have")
