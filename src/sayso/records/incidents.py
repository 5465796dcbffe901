"""Incidents: the records of one report that tell of the same act of violence."""

from dataclasses import dataclass
from typing import Literal

from sayso.codebook.incidents import Blame, Effect, IncidentKind, Stage
from sayso.codebook.terms import VictimKind
from sayso.records.base import RuleId

Basis = Literal["event", "context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """Who is said to have done it: an actor id, on what standing, and the organisation (an actor id) it belongs to or
    is itself (`inferred` where rebels of no name are taken for the only armed group of the report); `by` is the actor
    who says so, None for the outlet."""

    actor: str
    organisation: str | None
    inferred: bool
    blame: Blame
    by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Harmed:
    """A victim or a group of victims: actor id if it is one, words, how many (None = open), what became of them, and
    the tolls that say so."""

    actor: str | None
    text: str | None
    kind: VictimKind
    low: int | None
    high: int | None
    approximate: bool
    effects: tuple[Effect, ...]
    tolls: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One act of violence as one report tells it, told from its events and tolls (ids, in text order).

    `time` and `place` are ids; `time_basis` and `place_basis` say whether an event of the incident carries them or
    they are taken from the text around it. `targets` are actor ids of buildings, vehicles and other property;
    `unharmed`: the report says that nobody was killed or hurt.
    """

    id: str
    kind: IncidentKind
    stage: Stage
    time: str | None
    time_basis: Basis | None
    place: str | None
    place_basis: Basis | None
    perpetrators: tuple[Perpetrator, ...]
    victims: tuple[Harmed, ...]
    targets: tuple[str, ...]
    unharmed: bool
    weapons: tuple[str, ...]
    events: tuple[str, ...]
    tolls: tuple[str, ...]
    start: int
    end: int
    why: tuple[RuleId, ...]
