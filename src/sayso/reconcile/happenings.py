"""Events and tolls of a reading -> happenings: single tellings of an act of violence, each with its tolls."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.codebook.incidents import IncidentKind, Stage
from sayso.codebook.plover import EventType
from sayso.codebook.terms import Harm, Status
from sayso.lexicon import load
from sayso.records.events import Event
from sayso.records.reading import Reading
from sayso.records.tolls import Toll

_TOLD = {
    Status.REPORTED: Stage.ACCOMPLISHED,
    Status.CLAIMED: Stage.ACCOMPLISHED,
    Status.ALLEGED: Stage.ACCOMPLISHED,
    Status.DENIED: Stage.ACCOMPLISHED,
    Status.THREATENED: Stage.THREATENED,
}
"""What is planned, demanded or conditional is no incident yet, what is negated none at all."""

_HARMS = frozenset({Harm.KILLED, Harm.WOUNDED, Harm.KILLED_OR_WOUNDED, Harm.ABDUCTED})
_FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
"""Shelling and air raids are attacks, no bombings."""


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists that tell kinds of violence and harm."""

    bombing: frozenset[str]
    explosives: frozenset[str]
    arson: frozenset[str]
    robbery: frozenset[str]
    combat: frozenset[str]
    vague: frozenset[str]
    kills: frozenset[str]
    wounds: frozenset[str]
    abducts: frozenset[str]
    bodies: frozenset[str]
    rebels: frozenset[str]
    unknown: frozenset[str]
    doubt: frozenset[str]
    suspicion: frozenset[str]


@cache
def words() -> Words:
    """The word lists, loaded once."""
    return load("sayso.reconcile", "words.toml", Words)


def among(lemma: str, listed: frozenset[str]) -> bool:
    """Is the lemma, or one of its words, in the list?"""
    return lemma in listed or not listed.isdisjoint(lemma.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One telling: an event with its tolls, or a toll that no event carries. `paragraph` indexes the parts of the
    article."""

    start: int
    end: int
    paragraph: int
    kind: IncidentKind
    stage: Stage
    event: Event | None
    tolls: tuple[Toll, ...]
    time: str | None
    place: str | None

    @property
    def unharmed(self) -> bool:
        """Does it say that nobody was killed or hurt?"""
        return any(toll.high == 0 for toll in self.tolls)

    @property
    def figures(self) -> tuple[Toll, ...]:
        """The tolls that count somebody."""
        return tuple(toll for toll in self.tolls if toll.high != 0)


def find_happenings(reading: Reading) -> tuple[Happening, ...]:
    """The tellings of violence of a reading, in text order."""
    starts = [part.start for part in reading.article.parts]
    tolls: dict[str | None, list[Toll]] = {}
    for toll in reading.tolls:
        if toll.harm in _HARMS and not toll.cumulative:
            tolls.setdefault(toll.event, []).append(toll)
    found = [*_from_events(reading, tolls, starts), *_from_tolls(reading, tolls, starts)]
    return tuple(sorted(found, key=lambda h: (h.start, h.end)))


def _from_events(reading: Reading, tolls: dict[str | None, list[Toll]], starts: list[int]) -> Iterator[Happening]:
    for event in reading.events:
        stage = _stage(event)
        robs = event.type is EventType.COERCE and among(event.trigger.lemma, words().robbery)
        if stage is None or not (event.type is EventType.ASSAULT or robs):
            continue
        own = tuple(tolls.pop(event.id, ()))
        yield Happening(
            start=min([event.trigger.start, *(toll.evidence[0].start for toll in own)]),
            end=max([event.trigger.end, *(toll.evidence[-1].end for toll in own)]),
            paragraph=bisect_right(starts, event.trigger.start) - 1,
            kind=kind_of(event),
            stage=stage,
            event=event,
            tolls=own,
            time=event.time or next((toll.period for toll in own if toll.period), None),
            place=event.place or next((toll.place for toll in own if toll.place), None),
        )


def _stage(event: Event) -> Stage | None:
    if event.status is Status.PLANNED and "events.attempt" in event.why:
        return Stage.ATTEMPTED
    return _TOLD.get(event.status)


def _from_tolls(reading: Reading, tolls: dict[str | None, list[Toll]], starts: list[int]) -> Iterator[Happening]:
    """Tolls of no event of violence ("the death of two miners"), one by one."""
    told = {event.id: event for event in reading.events}
    for carrier, own in tolls.items():
        event = told.get(carrier or "")
        if event is not None and _TOLD.get(event.status) is None:
            continue
        for toll in own:
            kind = IncidentKind.KIDNAPPING if toll.harm is Harm.ABDUCTED else IncidentKind.ATTACK
            yield Happening(
                start=toll.evidence[0].start,
                end=toll.evidence[-1].end,
                paragraph=bisect_right(starts, toll.evidence[0].start) - 1,
                kind=kind,
                stage=Stage.ACCOMPLISHED,
                event=None,
                tolls=(toll,),
                time=toll.period,
                place=toll.place,
            )


def kind_of(event: Event) -> IncidentKind:
    """The sort of violence that an event's mode, words and weapon tell."""
    lists, lemma = words(), event.trigger.lemma
    weapon = event.weapon.quote.lower().split()[-1] if event.weapon and event.weapon.quote.strip() else ""
    if event.mode == "abduct" or among(lemma, lists.abducts - {"seize"}):
        return IncidentKind.KIDNAPPING
    tests = (
        (IncidentKind.ATTACK, event.mode in _FROM_AFAR),
        (IncidentKind.BOMBING, among(lemma, lists.bombing) or weapon in lists.explosives),
        (IncidentKind.BOMBING, event.mode == "suicide-attack" or (event.mode == "explosives" and not weapon)),
        (IncidentKind.ARSON, among(lemma, lists.arson)),
        (IncidentKind.ROBBERY, among(lemma, lists.robbery)),
        (IncidentKind.COMBAT, among(lemma, lists.combat)),
    )
    return next((kind for kind, holds in tests if holds), IncidentKind.ATTACK)
