"""Document -> statements."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.codebook.terms import Form
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.nlp.tree import phrase
from sayso.records.base import RuleId
from sayso.records.language import Document, Sentence
from sayso.records.places import FoundPlace
from sayso.records.statements import Cue, FoundStatement
from sayso.records.times import FoundTime
from sayso.statements import rules
from sayso.statements.acts import act_of
from sayso.statements.asides import without_aside
from sayso.statements.block import set_off
from sayso.statements.chain import parents, relay_last, relayers
from sayso.statements.dialogue import dialogue
from sayso.statements.draft import Draft, View, quoted_share
from sayso.statements.mend import mended
from sayso.statements.nominal import labels, nominal
from sayso.statements.posts import posts
from sayso.statements.quoted import attach
from sayso.statements.speakers import several
from sayso.statements.tails import without_tail
from sayso.statements.unusual import cited
from sayso.statements.verbal import verbal
from sayso.text import Span

_DEPTH = 6
_JOINTS = (" and", " but", " while", " as")
_MODIFIERS = frozenset(
    {"npadvmod", "prep", "pobj", "advmod", "compound", "nummod", "amod", "det", "tmod", "nmod", "poss", "appos"}
)


def find_statements(
    document: Document,
    times: tuple[FoundTime, ...],
    places: tuple[FoundPlace, ...],
    *,
    own: OwnWords = NOTHING,
) -> tuple[FoundStatement, ...]:
    """Everything the article reports as said, in text order of the cues' first content or cue character; `own`: cues of
    the user, which go before those of the package.
    """
    view = View(mended(document, own))
    document = view.document
    drafts: list[Draft] = []
    firsts: dict[int, Sentence] = {}
    for sentence in document.sentences:
        drafts += verbal(view, sentence)
        drafts += nominal(view, sentence)
        firsts.setdefault(sentence.part, sentence)
    drafts += labels(view, list(firsts.values()), frozenset(place.span for place in places))
    drafts += [*dialogue(view, drafts), *posts(view)]
    attach(view, drafts)
    set_off(view, drafts)
    drafts = _without_echoes(drafts)
    for draft, host, source in list(cited(drafts)):
        draft.speaker, draft.content, draft.host = phrase(draft.sentence, source), list(host.content), host
        draft.act, draft.rule = host.act, rules.CITING
    relay_last(view, drafts)
    kept = [part for draft in drafts if _settle(view, draft) for part in _by_act(view, draft)]
    kept.sort(key=lambda d: (min([d.cue.start, *(s.start for s in d.content)]), d.cue.start, d.cue.end))
    above = parents(kept)
    outer = [d for d, up in zip(kept, above, strict=True) if up is None or rules.STANCE not in d.extra]
    if len(outer) < len(kept):
        kept, above = outer, parents(outer)
    return _records(view, kept, above, times, places)


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Without the nouns that a verb of speech has already taken ("voiced support for")."""
    taken = {(d.sentence.index, d.object_head.i) for d in drafts if d.object_head is not None}
    return [d for d in drafts if d.rule != rules.NOUN or (d.sentence.index, d.spot.i) not in taken]


def _settle(view: View, draft: Draft) -> bool:
    """Cuts cue and speaker out of the content and tidies its edges; False if nothing is left."""
    cuts = [draft.cue, *([draft.speaker.span] if draft.speaker else [])]
    spans = []
    for span in draft.content:
        spans += _without(span, cuts) if draft.rule != rules.OBJECT else [span]
    tidy = [_without_joint(view, _without_stop(view, view.tidy(s.start, s.end))) for s in spans]
    draft.content = [s for s in tidy if any(map(str.isalnum, view.text[s.start : s.end]))]
    without_tail(view, draft)
    without_aside(view, draft)
    return bool(draft.content) or draft.silent


def _by_act(view: View, draft: Draft) -> list[Draft]:
    """A draft whose coordinated clauses are different acts ("that A and that not B") becomes one draft an act."""
    if draft.rule != rules.CLAUSE or len(draft.content) < 2:
        return [draft]
    acts = [act_of(view, draft, span)[0] for span in draft.content]
    if len(set(acts)) == 1:
        return [draft]
    return [replace(draft, content=[span]) for span in draft.content]


def _without_stop(view: View, span: Span) -> Span:
    """The span without the full stop of its sentence (a stop inside a quotation stays)."""
    if span.end > span.start + 1 and view.text[span.end - 1] == ".":
        sentence = view.document.sentence_at(span.end - 1)
        token = sentence.token_at(span.end - 1) if sentence is not None else None
        if token is not None and token.text == "." and view.quotation(token) is None:
            return view.tidy(span.start, span.end - 1)
    return span


def _without_joint(view: View, span: Span) -> Span:
    """The span without an "and" or "but" at its end that led on to the next statement."""
    for word in _JOINTS:
        if view.text.endswith(word, span.start, span.end):
            return view.tidy(span.start, span.end - len(word))
    return span


def _without(span: Span, cuts: list[Span]) -> list[Span]:
    pieces = [span]
    for cut in cuts:
        kept = []
        for piece in pieces:
            if not piece.overlaps(cut):
                kept.append(piece)
                continue
            if piece.start < cut.start:
                kept.append(Span(piece.start, cut.start))
            if cut.end < piece.end:
                kept.append(Span(cut.end, piece.end))
        pieces = kept
    return pieces


def _records(
    view: View,
    drafts: list[Draft],
    above: list[int | None],
    times: tuple[FoundTime, ...],
    places: tuple[FoundPlace, ...],
) -> tuple[FoundStatement, ...]:
    when, where = _by_sentence(times), _by_sentence(places)
    records = []
    for i, draft in enumerate(drafts):
        act, changed = act_of(view, draft)
        why: list[RuleId] = [draft.rule, *draft.extra]
        if changed is not None:
            why.append(changed)
        if above[i] is not None:
            why.append(rules.NESTED)
        records.append(
            FoundStatement(
                sentence=draft.sentence.index,
                speaker=draft.speaker,
                via=relayers(drafts, above, i),
                parent=above[i],
                cue=Cue(start=draft.cue.start, end=draft.cue.end, lemma=draft.lemma),
                content=tuple(draft.content),
                form=_form(view, draft),
                act=act,
                negated=draft.negated,
                audience=draft.audience,
                time=_modifier(draft, when.get(draft.sentence.index, [])),
                place=_modifier(draft, where.get(draft.sentence.index, [])),
                why=tuple(why),
                impersonal=draft.impersonal,
                speakers=several(_home(view, draft), draft.speaker),
            ),
        )
    return tuple(records)


def _home(view: View, draft: Draft) -> Sentence:
    """The sentence that names the speaker."""
    return draft.sentence if draft.speaker is None else view.document.sentences[draft.speaker.sentence]


def _by_sentence(mentions: Sequence[FoundTime | FoundPlace]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention.span)
    return found


def _modifier(draft: Draft, mentions: list[Span]) -> Span | None:
    """The mention that says when or where it was said: it hangs on the cue and is no part of what was said."""
    sentence = draft.sentence
    people = (*([draft.speaker] if draft.speaker else []), *draft.audience, *draft.chain)
    taken = [*draft.content, *(phrase.span for phrase in people)]
    for span in mentions:
        if span.start < sentence.start or span.end > sentence.end or any(span.overlaps(c) for c in taken):
            continue
        if 0 < span.start - draft.cue.end <= 1:
            return span
        token = sentence.token_at(span.start)
        for _ in range(_DEPTH):
            if token is None or token.i == draft.spot.i:
                break
            inside = token.head != token.i and token.dep in _MODIFIERS
            token = sentence.tokens[token.head] if inside else None
        if token is not None and token.i == draft.spot.i:
            return span
    return None


def _form(view: View, draft: Draft) -> Form:
    if rules.BLOCK in draft.extra:
        return Form.DIRECT
    share = quoted_share(view, draft.content)
    return Form.DIRECT if share >= 0.95 else Form.INDIRECT if share == 0 else Form.MIXED
