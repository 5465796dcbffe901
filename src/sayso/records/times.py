"""Times: found expressions and what they resolve to."""

from dataclasses import dataclass

from sayso.codebook.terms import TimePrecision
from sayso.records.base import Evidence, RuleId
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTime:
    """A time expression as printed. `kind` is the TIMEX3 type (DATE, TIME, DURATION, SET); `rule` the template that
    matched; `fields` the parsed pieces the resolver needs (names are the template's own; `relation` is the preposition
    that governs the expression: since, until, for ...). A range ("from Monday to Wednesday", "3-5 May") has its two
    ends as `parts`.
    """

    span: Span
    sentence: int
    kind: str
    rule: RuleId
    fields: tuple[tuple[str, str], ...] = ()
    parts: "tuple[FoundTime, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A resolved time. `start` and `end` are ISO dates or date-times, both inclusive, None where open or unresolved;
    `timex` is the TIMEX3 value, `kind` its type; `anchor` says what it was counted from (publication, text, none) or
    is None; `unresolved` is the reason if no interval could be given.
    """

    id: str
    start: str | None
    end: str | None
    precision: TimePrecision | None
    timex: str | None
    kind: str
    anchor: str | None
    unresolved: str | None
    mentions: tuple[Evidence, ...]
    why: tuple[RuleId, ...]
    confidence: float = 1.0
