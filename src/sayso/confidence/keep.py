"""A reading without its doubtful records, still whole: nothing that is kept points at nothing.

Records below the floor go, but for those that the meaning of a kept record rests on: the statement that an event, toll
or statement stands in (without it, a claim would read as the outlet's own words), every actor that takes part, and what
these belong to. Places and times below the floor go, and what pointed there says nothing about place or time, as do
links from a toll to an event or larger toll that is gone.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.places import Place
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll

_R = TypeVar("_R", Statement, Event, Toll, Actor, Place, Time)


def confident(reading: Reading, floor: float | Mapping[str, float]) -> Reading:
    """Reading and the least confidence wanted -> the reading of the records that reach it and what they rest on.

    One floor for all records, or one for each kind ("event", "statement" ...; no floor for a kind that is not named).
    """

    def reach(records: tuple[_R, ...], kind: str) -> tuple[_R, ...]:
        least = floor.get(kind, 0.0) if isinstance(floor, Mapping) else floor
        return tuple(record for record in records if record.confidence >= least)

    events, tolls = reach(reading.events, "event"), reach(reading.tolls, "toll")
    sources = {s.id: s.parent for s in reading.statements}
    said = {s.id for s in reach(reading.statements, "statement")}
    said.update(record.said_in for record in chain[Event | Toll](events, tolls) if record.said_in)
    said = _closed(said, sources)
    statements = tuple(s for s in reading.statements if s.id in said)
    named: set[str | None] = {actor.id for actor in reach(reading.actors, "actor")}
    for statement in statements:
        named.update((statement.speaker, *statement.speakers, *statement.via, *statement.audience))
    for event in events:
        named.update((*event.actors, *event.recipients))
    named.update(toll.victims.side for toll in tolls)
    kept = _closed((n for n in named if n), {actor.id: actor.member_of for actor in reading.actors})
    places = {place.id for place in reach(reading.places, "place")}
    times = {time.id for time in reach(reading.times, "time")}
    left = {record.id for record in chain[Event | Toll](events, tolls)}

    def known(identifier: str | None, among: set[str]) -> str | None:
        return identifier if identifier in among else None

    return replace(
        reading,
        actors=tuple(actor for actor in reading.actors if actor.id in kept),
        places=tuple(place for place in reading.places if place.id in places),
        times=tuple(time for time in reading.times if time.id in times),
        statements=tuple(replace(s, time=known(s.time, times), place=known(s.place, places)) for s in statements),
        events=tuple(replace(e, time=known(e.time, times), place=known(e.place, places)) for e in events),
        tolls=tuple(
            replace(
                t,
                period=known(t.period, times),
                place=known(t.place, places),
                event=known(t.event, left),
                part_of=known(t.part_of, left),
            )
            for t in tolls
        ),
    )


def _closed(wanted: Iterable[str], parents: dict[str, str | None]) -> set[str]:
    """The wanted ids and all that they stand in, however deep."""
    return {identifier for start in wanted for identifier in _upwards(start, parents)}


def _upwards(start: str, parents: dict[str, str | None]) -> Iterator[str]:
    seen: set[str] = set()
    current: str | None = start
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        current = parents.get(current)
