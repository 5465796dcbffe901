"""Which spans touch a stretch of text, in time that does not grow with the text."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_SHIFT = 9


class Held(NamedTuple, Generic[T]):
    """An item and its span."""

    start: int
    end: int
    item: T


class Overlaps(Generic[T]):
    """An index of (start, end, item); empty spans are never found."""

    def __init__(self, spans: Iterable[tuple[int, int, T]]) -> None:
        self._buckets: dict[int, list[tuple[int, Held[T]]]] = defaultdict(list)
        for number, (start, end, item) in enumerate(spans):
            if start < end:
                for bucket in range(start >> _SHIFT, ((end - 1) >> _SHIFT) + 1):
                    self._buckets[bucket].append((number, Held(start, end, item)))

    def of(self, start: int, end: int) -> list[Held[T]]:
        """All items that share a character with [start, end), in the order they were given."""
        buckets = range(start >> _SHIFT, (max(start, end - 1) >> _SHIFT) + 1)
        near = (entry for bucket in buckets for entry in self._buckets.get(bucket, ()))
        found = {number: held for number, held in near if held.start < end and start < held.end}
        return [found[number] for number in sorted(found)]
