"""Tolls: casualty figures as claims with bounds."""

from dataclasses import dataclass

from sayso.codebook.terms import Harm, VictimKind
from sayso.records.base import Evidence, Phrase, RuleId
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """Whom a figure counts: the words, the kind, and the side they belong to (actor id) where the text says it."""

    text: str | None
    kind: VictimKind
    side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundToll:
    """A casualty figure. `low`, `high` are persons, None = open; `said_in`, `event`, `part_of` index the lists of
    found statements, events and tolls; `victims` is the span of the victims' words, `side` the phrase of their side;
    `since`: the period runs from that time to the report.
    """

    sentence: int
    harm: Harm
    low: int | None
    high: int | None
    approximate: bool
    victims: Span | None
    victim_kind: VictimKind
    side: Phrase | None
    period: Span | None
    place: Span | None
    event: int | None
    said_in: int | None
    cumulative: bool
    part_of: int | None
    evidence: tuple[Span, ...]
    why: tuple[RuleId, ...]
    since: bool = False

    def __post_init__(self) -> None:
        """A figure has at least one bound and low <= high."""
        if self.low is None and self.high is None:
            raise ValueError("a toll needs at least one bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} > high {self.high}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A casualty figure of the reading; `period`, `place`, `event`, `said_in`, `part_of` are ids or None."""

    id: str
    harm: Harm
    low: int | None
    high: int | None
    approximate: bool
    victims: Victims
    period: str | None
    place: str | None
    event: str | None
    said_in: str | None
    cumulative: bool
    part_of: str | None
    evidence: tuple[Evidence, ...]
    why: tuple[RuleId, ...]
    confidence: float = 1.0
