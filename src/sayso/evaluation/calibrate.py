"""Cases -> the table of measurements that confidence rests on, and how well the confidence it gives holds.

Counting is all there is to it: no weight is learned. How well it holds is measured on cases that were not counted: on
sets kept apart where there are such, else by counting on four fifths of the articles and measuring on the fifth that
was left out, five times.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.confidence.estimate import base, estimate, key, logit, share, shift
from sayso.confidence.table import EMPTY, Kind, Table
from sayso.evaluation.cases import SOURCES, Case

FOLDS = 5
FEWEST = 3
"""Rules, combinations and signals judged less often than this are left to the mean that they lean on."""
KINDS = ("statement", "event", "toll", "actor", "place", "time")
_APART = frozenset((source.name, source.kind) for source in SOURCES if source.apart)


@dataclass(frozen=True, slots=True)
class Tested:
    """A case that was not counted, with the confidence it got."""

    kind: str
    confidence: float
    right: bool


def table(cases: Iterable[Case], digests: Mapping[str, str]) -> Table:
    """All cases and the SHA-256 of each set -> the measurements."""
    counted = [case for case in cases if (case.set, case.kind) not in _APART]
    kinds = {name: count([case for case in counted if case.kind == name]) for name in KINDS}
    return Table(sets=dict(sorted(digests.items())), kinds={name: kind for name, kind in kinds.items() if kind.judged})


def count(cases: Sequence[Case]) -> Kind:
    """Cases of one kind -> its measurements."""
    if not cases:
        return EMPTY
    rules, together = _Tally(), _Tally()
    for case in cases:
        for rule in set(case.rules):
            rules.add(rule, right=case.right)
        together.add(key(case.rules), right=case.right)
    bare = Kind(
        on=", ".join(sorted({case.set for case in cases})),
        right=sum(case.right for case in cases),
        judged=len(cases),
        rules=rules.often(),
        together=together.often(),
    )
    return Kind(
        on=bare.on,
        right=bare.right,
        judged=bare.judged,
        rules=bare.rules,
        together=bare.together,
        signals=_signals(cases, bare),
    )


def _signals(cases: Sequence[Case], bare: Kind) -> dict[str, tuple[int, int, float]]:
    """Each signal's counts, in the order in which signals are applied: what is expected of one takes the rules and
    every signal before it into account, so that two signals that go together are not counted twice.
    """
    odds = [logit(base(bare, case.rules)) for case in cases]
    ranks: dict[str, int] = {}
    holders: dict[str, list[int]] = {}
    for number, case in enumerate(cases):
        for rank, signal in enumerate(case.signals):
            ranks[signal] = min(rank, ranks.get(signal, rank))
            holders.setdefault(signal, []).append(number)
    found: dict[str, tuple[int, int, float]] = {}
    for signal in sorted(ranks, key=lambda name: (ranks[name], name)):
        numbers = holders[signal]
        if len(numbers) < FEWEST:
            continue
        right = sum(cases[n].right for n in numbers)
        found[signal] = (right, len(numbers), round(sum(share(odds[n]) for n in numbers), 1))
        moved = shift(*found[signal])
        for number in numbers:
            odds[number] += moved
    return found


class _Tally:
    """Right and judged by name."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._judged: Counter[str] = Counter()

    def add(self, name: str, *, right: bool) -> None:
        self._right[name] += right
        self._judged[name] += 1

    def often(self) -> dict[str, tuple[int, int]]:
        """Those seen often enough, by name."""
        return {name: (self._right[name], n) for name, n in sorted(self._judged.items()) if n >= FEWEST}


def held_out(cases: Sequence[Case]) -> list[Tested]:
    """All cases -> the confidence of those that were not counted for it."""
    found: list[Tested] = []
    for name in KINDS:
        mine = [case for case in cases if case.kind == name]
        apart = [case for case in mine if (case.set, case.kind) in _APART]
        rest = [case for case in mine if (case.set, case.kind) not in _APART]
        if apart:
            found += _given(count(rest), apart)
            continue
        for fold in range(FOLDS):
            held = [case for case in rest if _fold(case.item) == fold]
            found += _given(count([case for case in rest if _fold(case.item) != fold]), held)
    return found


def _given(kind: Kind, cases: Sequence[Case]) -> list[Tested]:
    return [Tested(case.kind, estimate(kind, case.rules, case.signals).value, case.right) for case in cases]


def _fold(item: str) -> int:
    return hashlib.sha256(item.encode()).digest()[0] % FOLDS
