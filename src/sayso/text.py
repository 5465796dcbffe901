"""Positions in text. Offsets are half-open [start, end) in Unicode code points; nothing else knows arithmetic."""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points; in JSON the pair ``[start, end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True if the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True if `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def trim(text: str, start: int, end: int, extra: str = "") -> Span:
    """[start, end) without surrounding white space and without the characters of `extra`; may be empty."""
    while start < end and (text[start].isspace() or text[start] in extra):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in extra):
        end -= 1
    return Span(start, end)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """How clean text maps to raw text: runs ``(clean_start, raw_start, clean_length, raw_length)``, ascending.

    Inside a run of equal lengths characters map one to one; in a run of unequal lengths (an entity, a composed
    letter, folded white space) every clean character maps to the start of the whole raw run.
    """

    runs: tuple[tuple[int, int, int, int], ...]

    def to_raw(self, span: Span) -> Span:
        """A span of the clean text -> the span of the raw text that it came from.

        Raises ValueError if the span is not covered by the map.
        """
        first, last = self._run(span.start), self._run(max(span.start, span.end - 1))
        start = first[1] + (span.start - first[0] if first[2] == first[3] else 0)
        end = last[1] + (span.end - last[0] if last[2] == last[3] else last[3])
        return Span(start, end)

    def _run(self, position: int) -> tuple[int, int, int, int]:
        low, high = 0, len(self.runs)
        while low < high:
            middle = (low + high) // 2
            if self.runs[middle][0] <= position:
                low = middle + 1
            else:
                high = middle
        if low == 0 or position >= self.runs[low - 1][0] + max(1, self.runs[low - 1][2]):
            raise ValueError(f"offset {position} is not covered by the offset map")
        return self.runs[low - 1]
