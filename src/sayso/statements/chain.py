"""Which statement stands inside which, and through whom it came."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.records.base import Phrase
from sayso.statements import rules
from sayso.statements.draft import Draft, View

_LOOK_BACK = 64
"""How many earlier contents are asked whether they hold a cue; more than any real text nests or crowds."""


def relay_last(view: View, drafts: Sequence[Draft]) -> None:
    """'Z quoted X as saying that ..., W reports': W, named last, reports the whole sentence, not what X said."""
    quoting = [d for d in drafts if d.rule == rules.QUOTED_AS and d.content]
    for last in drafts if quoting else ():
        if last.rule != rules.BEFORE or last.speaker is None or not last.content:
            continue
        start = min(last.cue.start, last.speaker.span.start)
        for quoted in quoting:
            held = quoted.content[-1]
            same = quoted.sentence is last.sentence and quoted.cue.end <= last.content[0].start
            if same and held.start < start < held.end and held.end - max(last.cue.end, last.speaker.span.end) <= 1:
                quoted.content[-1] = view.tidy(held.start, start)
                last.content = [view.tidy(last.sentence.start, start)]


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of its host, or of the draft with the smallest content that holds its cue, or None."""
    places = {id(draft): i for i, draft in enumerate(drafts)}
    contents = sorted((span.start, span.end, i) for i, draft in enumerate(drafts) for span in draft.content)
    found: list[int | None] = []
    for i, draft in enumerate(drafts):
        if draft.host is not None:
            found.append(places.get(id(draft.host)))
            continue
        last = bisect_right(contents, (draft.cue.start, 1 << 60, 0))
        around = [
            (end - start, j)
            for start, end, j in contents[max(0, last - _LOOK_BACK) : last]
            if draft.cue.end <= end and j != i and drafts[j].host is None
        ]
        found.append(min(around)[1] if around else None)
    return _acyclic(found, [_reach(draft) for draft in drafts])


def _reach(draft: Draft) -> int:
    """How many characters lie between the first and the last of what was said."""
    return draft.content[-1].end - draft.content[0].start if draft.content else 0


def _acyclic(found: list[int | None], reach: list[int]) -> list[int | None]:
    """The links without cycles: of statements that hold each other's cue the one that reaches furthest is outermost."""
    done: set[int] = set()
    for start in range(len(found)):
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in done and at not in path:
            path.append(at)
            at = found[at]
        if at is not None and at in path:
            outermost = max(path[path.index(at) :], key=lambda i: (reach[i], -i))
            found[outermost] = None
        done.update(path)
    return found


def relayers(drafts: Sequence[Draft], above: Sequence[int | None], i: int) -> tuple[Phrase, ...]:
    """Through whom statement `i` came, from the outlet inwards: the speakers of its parents, then its own relayers."""
    chain = list(reversed(drafts[i].chain))
    seen = {i}
    up = above[i]
    while up is not None and up not in seen:
        seen.add(up)
        speaker = drafts[up].speaker
        if speaker is not None:
            chain.append(speaker)
        chain.extend(reversed(drafts[up].chain))
        up = above[up]
    return tuple(reversed(chain))
