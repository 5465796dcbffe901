"""Alignment of response templates with key templates, and the tallies of each slot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from sayso.evaluation.muc4_fills import COR, INC, PAR, grade
from sayso.evaluation.muc4_templates import SLOTS, Fill, Template

_ANCHORS = ("target", "victim", "victim type", "perp individual", "perp org")
"""MUC-4 maps a response to a key template only if the type agrees at least in part and so does one of these slots."""

_MOST = 12
"""Templates of one report among which the best assignment is sought exactly; reports have at most 14 in the key."""


class Judged(NamedTuple):
    """One decision of the scorer: `kind` is COR, PAR, INC, MIS or SPU."""

    slot: str
    kind: str
    key: Fill | None
    response: Fill | None


@dataclass(slots=True)
class Tally:
    """The decisions of one slot, counted."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def possible(self) -> int:
        """Fills of the key."""
        return sum(self.counts[kind] for kind in ("COR", "PAR", "INC", "MIS"))

    @property
    def actual(self) -> int:
        """Fills of the response."""
        return sum(self.counts[kind] for kind in ("COR", "PAR", "INC", "SPU"))

    @property
    def credit(self) -> float:
        """Correct fills, partial ones at half."""
        return self.counts["COR"] + 0.5 * self.counts["PAR"]

    @property
    def recall(self) -> float:
        """Credit over the fills of the key."""
        return self.credit / max(1, self.possible)

    @property
    def precision(self) -> float:
        """Credit over the fills of the response."""
        return self.credit / max(1, self.actual)

    @property
    def f1(self) -> float:
        """F with recall and precision of equal weight."""
        return 2 * self.recall * self.precision / max(1e-9, self.recall + self.precision)


def align(keys: Sequence[Template], responses: Sequence[Template]) -> tuple[tuple[int, int], ...]:
    """Key and response templates of one report -> the one-to-one pairs with the most credit.

    A pair needs a type that agrees at least in part and a victim, target or perpetrator that does. Keys beyond the
    twelfth and responses beyond the twelfth stay unpaired.
    """
    worth = [[_worth(key, response) for response in responses[:_MOST]] for key in keys[:_MOST]]

    @cache
    def best(i: int, used: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if i == len(worth):
            return 0.0, ()
        found = best(i + 1, used)
        for j, value in enumerate(worth[i]):
            if value > 0 and not used >> j & 1:
                rest, pairs = best(i + 1, used | 1 << j)
                if rest + value > found[0]:
                    found = (rest + value, ((i, j), *pairs))
        return found

    return best(0, 0)[1]


def _worth(key: Template, response: Template) -> float:
    """Credit of the pair over all slots; 0 if it may not be made."""
    if not _touch(key, response, "type") or not any(_touch(key, response, slot) for slot in _ANCHORS):
        return 0.0
    judged = [one for slot in SLOTS for one in judge(slot, key.of(slot), response.of(slot))]
    return 1e-6 + sum({"COR": COR, "PAR": PAR}.get(one.kind, INC) for one in judged)


def _touch(key: Template, response: Template, slot: str) -> bool:
    return any(grade(slot, k, r) > INC for k in key.of(slot) for r in response.of(slot))


def judge(slot: str, keys: Sequence[Fill], responses: Sequence[Fill]) -> list[Judged]:
    """The fills of one slot of an aligned pair -> decisions; the best agreeing fills are paired first.

    What is left over on both sides is paired as incorrect; then an optional fill of the key costs nothing.
    """
    ranked = sorted(
        (-value, i, j)
        for i, key in enumerate(keys)
        for j, response in enumerate(responses)
        if (value := grade(slot, key, response)) > INC
    )
    pairs: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for value, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = (j, -value)
            taken.add(j)
    found = [Judged(slot, "COR" if v == COR else "PAR", keys[i], responses[j]) for i, (j, v) in sorted(pairs.items())]
    missed = [key for i, key in enumerate(keys) if i not in pairs and not key.optional]
    spare = [response for j, response in enumerate(responses) if j not in taken]
    both = min(len(missed), len(spare))
    found += [Judged(slot, "INC", key, response) for key, response in zip(missed, spare, strict=False)]
    found += [Judged(slot, "MIS", key, None) for key in missed[both:]]
    return found + [Judged(slot, "SPU", None, response) for response in spare[both:]]


def judge_report(
    keys: Sequence[Template], responses: Sequence[Template]
) -> tuple[list[Judged], list[Judged], tuple[tuple[int, int], ...]]:
    """All decisions of one report: those in aligned pairs, those in templates without a partner, and the pairs.

    A key template that is optional and has no partner is left out.
    """
    pairs = align(keys, responses)
    paired_keys, paired_responses = {i for i, _ in pairs}, {j for _, j in pairs}
    within = [one for i, j in pairs for slot in SLOTS for one in judge(slot, keys[i].of(slot), responses[j].of(slot))]
    alone = [
        one
        for i, key in enumerate(keys)
        if i not in paired_keys and not key.optional
        for slot in SLOTS
        for one in judge(slot, key.of(slot), ())
    ]
    alone += [
        one
        for j, response in enumerate(responses)
        if j not in paired_responses
        for slot in SLOTS
        for one in judge(slot, (), response.of(slot))
    ]
    return within, alone, pairs
