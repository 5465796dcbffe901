"""Events: who did what to whom, with what standing."""

from dataclasses import dataclass

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Status
from sayso.records.base import Evidence, Phrase, RuleId
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The words that name the event."""

    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """The weapon named for an event."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event with phrases not yet turned into actors. `said_in` indexes the list of found statements; `place` and
    `time` are the spans of mentions of *this* event's place and time.
    """

    sentence: int
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    trigger: Trigger
    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    place: Span | None
    time: Span | None
    status: Status
    historical: bool
    ongoing: bool
    said_in: int | None
    weapon: Span | None
    evidence: tuple[Span, ...]
    why: tuple[RuleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event of the reading; `actors`, `recipients` are actor ids, `place`, `time`, `said_in` ids or None
    (`said_in` None = the outlet's own voice). `code` is the user's own code for it, where their lexicon gives one.
    """

    id: str
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    time: str | None
    status: Status
    historical: bool
    ongoing: bool
    said_in: str | None
    weapon: Weapon | None
    trigger: Trigger
    evidence: tuple[Evidence, ...]
    why: tuple[RuleId, ...]
    code: str | None = None
    confidence: float = 1.0
