"""`--min-confidence` leaves a whole reading: nothing that is kept points at nothing, no claim becomes the outlet's."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.confidence import confident, scored
from sayso.export import json
from sayso.records.reading import Reading
from tests.export.factory import reading as made

READING = made()
COUNT = sum(len(getattr(READING, name)) for name in ("actors", "places", "times", "statements", "events", "tolls"))


def marked(values: list[float]) -> Reading:
    rest = iter(values)
    fields: dict[str, Any] = {
        name: tuple(replace(record, confidence=next(rest)) for record in getattr(READING, name))
        for name in ("actors", "places", "times", "statements", "events", "tolls")
    }
    return replace(READING, **fields)


@given(st.lists(st.floats(0, 1), min_size=COUNT, max_size=COUNT), st.floats(0, 1))
def test_the_graph_stays_whole(values: list[float], floor: float) -> None:
    before = marked(values)
    after = confident(before, floor)
    known = {
        r.id for name in ("actors", "places", "times", "statements", "events", "tolls") for r in getattr(after, name)
    }
    for s in after.statements:
        pointed = [s.speaker, *s.speakers, *s.via, *s.audience, s.parent, s.time, s.place]
        assert {p for p in pointed if p} <= known
    for e in after.events:
        assert {p for p in [*e.actors, *e.recipients, e.place, e.time, e.said_in] if p} <= known
    for t in after.tolls:
        assert {p for p in [t.victims.side, t.period, t.place, t.event, t.said_in, t.part_of] if p} <= known
    assert {a.member_of for a in after.actors if a.member_of} <= known


@given(st.lists(st.floats(0, 1), min_size=COUNT, max_size=COUNT), st.floats(0, 1))
def test_all_that_reach_the_floor_stay_and_no_claim_changes_its_voice(values: list[float], floor: float) -> None:
    before = marked(values)
    after = confident(before, floor)
    voices = {r.id: r.said_in for r in before.events} | {r.id: r.said_in for r in before.tolls}
    assert all(event.said_in == voices[event.id] for event in after.events)
    assert all(toll.said_in == voices[toll.id] for toll in after.tolls)
    for name in ("actors", "places", "times", "statements", "events", "tolls"):
        kept = {record.id for record in getattr(after, name)}
        assert {record.id for record in getattr(before, name) if record.confidence >= floor} <= kept
    assert all(
        record.confidence >= floor for name in ("places", "times", "events", "tolls") for record in getattr(after, name)
    )


def test_nothing_is_left_out_without_a_floor() -> None:
    assert confident(READING, 0.0) == READING


def test_scoring_touches_confidence_alone_and_twice_is_once() -> None:
    once = scored(READING)
    assert scored(once) == once
    assert json.encode(marked([0.5] * COUNT)) == json.encode(flat(once))


def flat(of: Reading) -> Reading:
    fields: dict[str, Any] = {
        name: tuple(replace(record, confidence=0.5) for record in getattr(of, name))
        for name in ("actors", "places", "times", "statements", "events", "tolls")
    }
    return replace(of, **fields)
