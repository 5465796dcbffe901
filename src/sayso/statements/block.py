"""Words set off as paragraphs of their own: "The minister said:" and the paragraphs that follow, without marks."""

from sayso.codebook.terms import PartKind
from sayso.records.language import Sentence
from sayso.statements import rules
from sayso.statements.draft import Draft, View
from sayso.text import Span

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us", "mine", "ours", "i'm", "we're"})
_LONGEST = 40
"""So many paragraphs a statement set off like this may have at most."""


def set_off(view: View, drafts: list[Draft]) -> None:
    """Gives drafts that end their paragraph with a colon, and have no content, the paragraphs that follow.

    The next paragraph is what was said; those after it too, up to the last in which the speaker says "I" or "we". A
    heading, a caption, a quotation, or a paragraph that quotes somebody else ends it.
    """
    parts = view.parts
    order = sorted(parts)
    attributed = {draft.sentence.part for draft in drafts if draft.speaker is not None and not _first_person(draft)}
    for draft in drafts:
        mine = parts.get(draft.sentence.part, [])
        if draft.content or draft.quoted or not draft.quotable or draft.speaker is None or not mine:
            continue
        last = mine[-1]
        if draft.sentence is not last or not view.text[: last.end].rstrip().endswith(":"):
            continue
        at = order.index(draft.sentence.part)
        said = _run(view, [parts[part] for part in order[at + 1 : at + 1 + _LONGEST]], attributed)
        if said:
            draft.content = [Span(block[0].start, block[-1].end) for block in said]
            draft.extra.append(rules.BLOCK)


def _run(view: View, blocks: list[list[Sentence]], attributed: set[int]) -> list[list[Sentence]]:
    """The paragraphs from the first that are one speech."""
    run: list[list[Sentence]] = []
    kept = 0
    for block in blocks:
        first = block[0]
        quoted = first.tokens and view.quotation(first.tokens[0]) is not None
        if first.kind is not PartKind.PARAGRAPH or quoted or (run and first.part in attributed):
            break
        run.append(block)
        own = any(t.lower in _FIRST_PERSON for s in block for t in s.tokens if view.quotation(t) is None)
        kept = len(run) if own or len(run) == 1 else kept
    return run[:kept]


def _first_person(draft: Draft) -> bool:
    """Said by "I" or "we": it may stand inside somebody's speech."""
    who = draft.speaker
    here = who is not None and who.sentence == draft.sentence.index
    return here and who is not None and draft.sentence.tokens[who.head].lower in _FIRST_PERSON
