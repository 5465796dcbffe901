"""Which statement stands inside which, and through whom it came."""

from collections.abc import Sequence

from sayso.statements.draft import Draft


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the smallest other draft whose content holds its cue, or None."""
    found: list[int | None] = []
    for i, draft in enumerate(drafts):
        if draft.host is not None and draft.host in drafts:
            found.append(next(j for j, other in enumerate(drafts) if other is draft.host))
            continue
        best: int | None = None
        size = 0
        for j, other in enumerate(drafts):
            if i == j or abs(other.sentence.index - draft.sentence.index) > 40:
                continue
            for span in other.content:
                if span.start <= draft.cue.start and draft.cue.end <= span.end and (best is None or span.end - span.start < size):
                    best, size = j, span.end - span.start
        found.append(best)
    return found
