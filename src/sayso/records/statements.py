"""Statements: who said what, as reported by whom."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from sayso.codebook.terms import Act, Form
from sayso.records.base import Evidence, Phrase, RuleId
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that say that something was said: "told", "according to", "quoted ... as saying" (first to last
    character); `lemma` is the cue's lexicon entry.
    """

    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement with phrases not yet turned into actors. `parent` indexes the list it stands in. `time`, `place`
    are the spans of a time or place mention that belongs to the saying, not to the said. `speaker` is None where
    none is named; `impersonal` marks cues such as "is accused" that need no speaker. `speakers`: every member of a
    coordinated speaker ("the army and the police said"), first the one that `speaker` is headed by.
    """

    sentence: int
    speaker: Phrase | None
    via: tuple[Phrase, ...]
    parent: int | None
    cue: Cue
    content: tuple[Span, ...]
    form: Form
    act: Act
    negated: bool
    audience: tuple[Phrase, ...]
    time: Span | None
    place: Span | None
    why: tuple[RuleId, ...]
    impersonal: bool = False
    speakers: tuple[Phrase, ...] = ()


class Voices:
    """Which statement an offset is said in: built once from all found statements, then asked for each event or figure.

    Contents nest, so the answer is the statement with the fewest characters of content around the offset; of two as
    small, the later.
    """

    def __init__(self, statements: Sequence[FoundStatement]) -> None:
        """`statements`: in the order whose indices are wanted."""
        self.statements = tuple(statements)
        spans = sorted((span, index) for index, found in enumerate(statements) for span in found.content)
        self._starts = [span.start for span, _ in spans]
        self._spans = spans
        self._reach = list(accumulate((span.end for span, _ in spans), max))
        self._sizes = [sum(span.end - span.start for span in found.content) for found in statements]

    def said_in(self, offset: int) -> int | None:
        """Index of the innermost statement whose content holds the character at `offset`; None: the outlet's voice."""
        best: tuple[int, int] | None = None
        for i in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if self._reach[i] <= offset:
                break
            span, index = self._spans[i]
            if offset < span.end:
                best = min(best or (self._sizes[index], -index), (self._sizes[index], -index))
        return None if best is None else -best[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of the reading; `speaker`, `via`, `audience` are actor ids, `parent` a statement id. `speakers` lists
    all of them where several spoke together, `speaker` first; empty for one or none."""

    id: str
    speaker: str | None
    speaker_span: Span | None
    speakers: tuple[str, ...] = ()
    via: tuple[str, ...]
    parent: str | None
    cue: Cue
    content: tuple[Span, ...]
    form: Form
    act: Act
    negated: bool
    audience: tuple[str, ...]
    time: str | None
    place: str | None
    evidence: tuple[Evidence, ...]
    why: tuple[RuleId, ...]
    confidence: float = 1.0
