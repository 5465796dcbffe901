"""Every record of a reading gets its confidence; or the reasons for one are told."""

from dataclasses import replace
from typing import TypeVar

from sayso.confidence.estimate import Estimate, estimate, value
from sayso.confidence.signals import Record, Signals, kind_of
from sayso.confidence.table import EMPTY, Table, measured
from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.places import Place
from sayso.records.reading import Reading
from sayso.records.statements import Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll

_R = TypeVar("_R", Statement, Event, Toll, Actor, Place, Time)


def scored(reading: Reading, table: Table | None = None) -> Reading:
    """Reading -> the same reading, `confidence` filled in on every record."""
    kinds = (table or measured()).kinds
    signals = Signals(reading)

    def marked(records: tuple[_R, ...]) -> tuple[_R, ...]:
        kind = kinds.get(kind_of(records[0]), EMPTY) if records else EMPTY
        return tuple(replace(record, confidence=value(kind, record.why, signals.of(record))) for record in records)

    return replace(
        reading,
        actors=marked(reading.actors),
        places=marked(reading.places),
        times=marked(reading.times),
        statements=marked(reading.statements),
        events=marked(reading.events),
        tolls=marked(reading.tolls),
    )


def account(reading: Reading, record: Record, table: Table | None = None) -> Estimate:
    """A record and the reading it stands in -> its confidence with the reasons, by the measurements of this version."""
    kind = (table or measured()).kinds.get(kind_of(record), EMPTY)
    return estimate(kind, record.why, Signals(reading).of(record))
