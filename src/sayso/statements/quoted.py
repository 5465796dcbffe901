"""Finds for each quotation the cue that introduces it, follows it or carries on from the sentence before."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from sayso.codebook.terms import Act
from sayso.nlp.tree import child
from sayso.records.language import Quotation, Sentence, Token
from sayso.statements import rules
from sayso.statements.colons import led_up_to
from sayso.statements.draft import Draft, View, letters, quoted_share
from sayso.statements.nominal import DASHES, is_credit, named
from sayso.statements.stretch import mend_edges, overrules
from sayso.text import Span

_ENDS = frozenset({".", "!", "?"})
_FAR = 28
_TAIL = 9
_OPEN_END = ",?!-–—…"


_STOPS = _ENDS | {";"}
_CLOSE = 3
_APART = 8

Row = tuple[Sentence, Token, Quotation | None]
Owned = tuple[Quotation, Draft | None]


@dataclass(slots=True)
class Line:
    """The tokens of one part of the article, each with its sentence and quotation."""

    tokens: list[Row]

    def after(self, offset: int) -> list[Row]:
        """The next few tokens from `offset` on."""
        i = bisect_left(self.tokens, offset, key=lambda row: row[1].start)
        return self.tokens[i : i + _FAR + 2]

    def before(self, offset: int) -> list[Row]:
        """The last few tokens that end by `offset`."""
        i = bisect_right(self.tokens, offset, key=lambda row: row[1].end)
        return self.tokens[max(0, i - _FAR - 2) : i]


class Drafts:
    """The drafts of an article, by sentence; `add` keeps both views in step."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.all = drafts
        self._by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            self._by_sentence.setdefault(draft.sentence.index, []).append(draft)
        self._labels = {draft.sentence.part: draft for draft in drafts if draft.rule == rules.LABEL}

    def add(self, draft: Draft) -> None:
        """Adds a draft."""
        self.all.append(draft)
        self._by_sentence.setdefault(draft.sentence.index, []).append(draft)

    def of(self, sentence: Sentence) -> list[Draft]:
        """Drafts whose cue stands in the sentence."""
        return self._by_sentence.get(sentence.index, [])

    def near(self, first: Sentence, last: Sentence) -> list[Draft]:
        """Drafts of the sentences first to last, and the label of their line."""
        found = [
            d for i in range(first.index, min(last.index, first.index + _FAR) + 1) for d in self._by_sentence.get(i, [])
        ]
        label = self._labels.get(first.part)
        return found if label is None or label in found else [label, *found]


def attach(view: View, drafts: list[Draft]) -> None:
    """Gives the quotations to the drafts: fills `content` of drafts that wait for a quotation and mends the edges of
    contents that cut through one.
    """
    spots = {(d.sentence.index, d.spot.i): d for d in drafts}
    lines = _lines(view)
    known = Drafts(drafts)
    owners: list[Owned] = []
    for quotation in view.document.quotations:
        owner = _holder(view, known, quotation)
        if owner is None:
            owner = _introduced(view, quotation, lines, spots)
        if owner is None:
            owner = _credited(view, quotation, lines, known)
        if owner is None:
            owner = _continued(view, quotation, lines, owners, known)
        if owner is None and (draft := led_up_to(view, quotation)) is not None:
            known.add(draft)
            owner = draft
        owners.append((quotation, owner))
    for draft in drafts:
        mend_edges(view, draft)


def _lines(view: View) -> dict[int, Line]:
    lines: dict[int, Line] = {}
    for sentence in view.document.sentences:
        line = lines.setdefault(sentence.part, Line([]))
        quotes = view.overlapping(Span(sentence.start, sentence.end))
        line.tokens += [(sentence, token, view.quotation(token) if quotes else None) for token in sentence.tokens]
    return lines


def _holder(view: View, drafts: Drafts, quotation: Quotation) -> Draft | None:
    """The draft whose clause already holds (most of) the quotation."""
    best: Draft | None = None
    size = 0
    span = Span(quotation.start, quotation.end)
    first, last = view.document.sentence_at(quotation.start), view.document.sentence_at(quotation.end - 1)
    if first is None or last is None:
        return None
    for draft in drafts.near(first, last):
        if draft.cue.start >= quotation.start and draft.cue.end <= quotation.end:
            continue
        for part in draft.content:
            if not part.overlaps(span):
                continue
            shared = letters(view.text, max(part.start, span.start), min(part.end, span.end))
            whole = letters(view.text, span.start, span.end)
            held = 2 * shared >= whole or _cut_through(view, draft, part, quotation)
            if held and (best is None or part.end - part.start < size):
                best, size = draft, part.end - part.start
    if best is not None:
        best.quoted.append(quotation)
    return best


def _cut_through(view: View, draft: Draft, part: Span, quotation: Quotation) -> bool:
    """Did the parser stop inside the quotation: a content that runs on into it, or is but a piece of it?"""
    inside = quotation.start < part.end < quotation.end
    runs_on = quotation.closed and inside and draft.cue.end <= part.start < quotation.start
    return (runs_on and draft.rule != rules.LABEL) or quoted_share(view, [part]) > 0.8


def _introduced(
    view: View,
    quotation: Quotation,
    lines: dict[int, Line],
    spots: dict[tuple[int, int], Draft],
) -> Draft | None:
    first = view.document.sentence_at(quotation.start)
    last = view.document.sentence_at(quotation.end - 1)
    if first is None or last is None:
        return None
    found, rule = None, rules.QUOTE_BEFORE
    if view.text[max(0, quotation.start - 3) : quotation.start].rstrip().endswith(":"):
        found = _before(view, quotation, lines[first.part], spots)
    if found is None:
        found, rule = _after(view, quotation, lines[last.part], spots), rules.QUOTE_AFTER
    if found is None:
        found, rule = _before(view, quotation, lines[first.part], spots), rules.QUOTE_BEFORE
    if found is None:
        return None
    if rule == rules.QUOTE_BEFORE and not found.quoted and overrules(view, found, quotation):
        found.content = []
    if not found.quoted and not found.content and found.rule != rules.QUOTED_AS:
        found.rule = rule
    found.quoted.append(quotation)
    start = quotation.start if found.content or rule == rules.QUOTE_AFTER else _lead(view, found, quotation)
    found.content.append(Span(start, quotation.end))
    return found


def _lead(view: View, draft: Draft, quotation: Quotation) -> int:
    """Where what was said begins if it runs on into the quotation: 'said the front "has collapsed"'."""
    tokens = draft.sentence.tokens[draft.spot.i + 1 :]
    between = [token for token in tokens if token.end <= quotation.start]
    inner = view.text[quotation.inner[0].start : quotation.inner[0].end].lstrip()
    if draft.audience or not between or len(between) > _APART or not inner[:1].islower():
        return quotation.start
    if any(token.text in (",", ":", ";") or token.lower in ("as", "it", "in") for token in between):
        return quotation.start
    skip = 1 if between[0].lower == "that" and len(between) > 1 else 0
    return between[skip].start


def _usable(token: Token, draft: Draft | None) -> bool:
    if draft is None or (token.tag == "VB" and draft.speaker is None):
        return False
    return draft.quotable and token.dep != "relcl"


def _after(view: View, quotation: Quotation, line: Line, spots: dict[tuple[int, int], Draft]) -> Draft | None:
    """The cue that follows the quotation in its sentence, if the quotation is left open for one."""
    last = view.text[quotation.inner[-1].start : quotation.inner[-1].end].rstrip()[-1:]
    left_open = last in _OPEN_END or view.text[quotation.end : quotation.end + 1] in (",", "-", "—", "–")
    near = line.after(quotation.end)
    if not left_open and near and last in _ENDS and not near[0][1].text[0].islower():
        return None
    for steps, (sentence, token, inside) in enumerate(near):
        if inside is not None or token.text in _STOPS or (steps > 1 and not left_open):
            return None
        draft = spots.get((sentence.index, token.i))
        if draft is not None and _usable(token, draft):
            return draft if left_open or _speechy(view, quotation) else None
    return None


def _speechy(view: View, quotation: Quotation) -> bool:
    inner = view.text[quotation.inner[0].start : quotation.inner[-1].end].strip()
    return len(inner.split()) >= 4


def _before(view: View, quotation: Quotation, line: Line, spots: dict[tuple[int, int], Draft]) -> Draft | None:
    """The cue that stands before the quotation in its sentence."""
    near = line.before(quotation.start)
    mark = near[-1][1].text if near else ""
    for steps, (sentence, token, inside) in enumerate(reversed(near)):
        if inside is not None or token.text in _STOPS:
            return None
        draft = spots.get((sentence.index, token.i))
        relative = draft is not None and draft.quotable and token.dep == "relcl" and mark in (":", ",")
        if draft is not None and (relative or _usable(token, draft)):
            return draft if _introduces(view, quotation, draft, mark, steps) else None
        if token.pos == "VERB" and token.dep != "relcl" and mark not in (":", ",") and 0 < steps <= _CLOSE:
            return None
    return None


def _introduces(view: View, quotation: Quotation, draft: Draft, mark: str, steps: int) -> bool:
    """Can the cue, `steps` tokens before the quotation and parted from it by `mark`, introduce it?"""
    if (
        draft.content
        and mark != ":"
        and not draft.quoted
        and quoted_share(view, draft.content) < 0.5
        and steps > _APART
    ):
        return False
    if steps <= 1 or mark in (":", ","):
        return True
    if steps < _APART and child(draft.sentence, draft.spot, "dobj") is not None:
        return True
    inner = view.text[quotation.inner[0].start : quotation.inner[-1].end].strip()
    return (inner[:1].isupper() or not inner[:1].isalpha()) and _speechy(view, quotation)


def _credited(view: View, quotation: Quotation, lines: dict[int, Line], drafts: Drafts) -> Draft | None:
    """A quotation with its source after a dash at the end of the line."""
    last = view.document.sentence_at(quotation.end - 1)
    if last is None:
        return None
    tail = lines[last.part].after(quotation.end)
    if not 2 <= len(tail) <= _TAIL or tail[0][1].text not in DASHES:
        return None
    sentence, names = tail[-1][0], tuple(row[1] for row in tail[1:] if row[1].text not in _ENDS)
    if not names or not is_credit(names):
        return None
    draft = Draft(
        sentence=sentence,
        spot=tail[0][1],
        cue=Span(tail[0][1].start, tail[0][1].end),
        lemma="-",
        act=Act.ASSERT,
        rule=rules.CREDIT,
        speaker=named(sentence, names),
        content=[Span(quotation.start, quotation.end)],
        quoted=[quotation],
    )
    drafts.add(draft)
    return draft


def _continued(
    view: View, quotation: Quotation, lines: dict[int, Line], owners: list[Owned], drafts: Drafts
) -> Draft | None:
    """'"X," he said. "Y."' and the all-quotation paragraph that follows a quotation."""
    sentence = view.document.sentence_at(quotation.start)
    if sentence is None or not _sentence_like(view, quotation):
        return None
    line, above = lines[sentence.part], _above(view, sentence, lines)
    before = line.before(quotation.start)
    if before:
        closed = before[-1][1].text in _ENDS or before[-1][1].text == ":" or before[-1][2] is not None
        owner, rule = _owner_in(before[-1][0], owners, drafts) if closed else None, rules.CONTINUED
    elif above is not None and above.tokens[-1][1].text == ":":
        return _announced(quotation, above, drafts)
    else:
        alone = above is not None and all(inside or not token.text[0].isalnum() for _, token, inside in line.tokens)
        owner, rule = _owner_in(above.tokens[-1][0], owners, drafts) if above and alone else None, rules.PARAGRAPH
    if owner is None or not (owner.quoted or _goes_on(view, owner, quotation)):
        return None
    owner.content.append(Span(quotation.start, quotation.end))
    owner.quoted.append(quotation)
    if rule not in owner.extra:
        owner.extra.append(rule)
    return owner


def _goes_on(view: View, owner: Draft, quotation: Quotation) -> bool:
    """'X had fled, the mayor said. "We are alone."': a quotation of its own right after what its speaker said last."""
    if owner.rule not in (rules.BEFORE, rules.CLAUSE) or owner.act is Act.REQUEST or not _speechy(view, quotation):
        return False
    if rules.STANCE in owner.extra:
        return False
    ends = max(owner.content[-1].end, owner.cue.end)
    gap = view.text[ends : quotation.start]
    return owner.sentence.end <= quotation.start and "\n" not in gap and len(gap.split()) <= _TAIL


def _above(view: View, sentence: Sentence, lines: dict[int, Line]) -> Line | None:
    """The line above that of the sentence, unless another entry of a live page or another story of a digest begins."""
    parts = view.document.parts
    same = sentence.part > 0 and parts[sentence.part - 1].section == parts[sentence.part].section
    return lines.get(sentence.part - 1) if same else None


def _announced(quotation: Quotation, above: Line, drafts: Drafts) -> Draft | None:
    """The cue of a paragraph that ends in a colon."""
    sentence = above.tokens[-1][0]
    for draft in reversed(drafts.of(sentence)):
        if draft.quotable:
            if not draft.quoted:
                draft.rule, draft.content = rules.QUOTE_BEFORE, []
            draft.content.append(Span(quotation.start, quotation.end))
            draft.quoted.append(quotation)
            return draft
    return None


def _sentence_like(view: View, quotation: Quotation) -> bool:
    inner = view.text[quotation.inner[0].start : quotation.inner[-1].end].strip()
    return len(inner.split()) >= 3 or inner[-1:] in ".!?"


def _owner_in(sentence: Sentence, owners: list[Owned], drafts: Drafts) -> Draft | None:
    """The statement with which `sentence` ends: its last cue, or the owner of the quotation that runs over it."""
    found: list[Draft] = []
    for quotation, owner in reversed(owners):
        if quotation.end <= sentence.start:
            break
        if owner is not None:
            found.append(owner)
    direct = [owner for owner in found if owner.rule in (rules.QUOTE_AFTER, rules.BEFORE)]
    if found:
        return (direct or found)[0]
    return next((draft for draft in reversed(drafts.of(sentence)) if draft.content), None)
