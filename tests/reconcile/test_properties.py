"""What holds of the incidents of any reading."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.api import read
from sayso.reconcile import find_incidents
from sayso.records.incidents import Incident
from sayso.records.reading import Reading

_PIECES = (
    "Rebels killed two guards in Belsk on Monday.",
    "The attack was condemned by the mayor.",
    "A bomb exploded at the market, wounding at least 12 people.",
    "Gunmen kidnapped Judge Marta Lindan near Lima yesterday.",
    "The judge was released by the Shining Path.",
    "The army denied that soldiers burned the village.",
    "Three people died in the clashes.",
    "There were no casualties.",
    "GUNMEN SHOT THE SENATOR. THE SENATOR DIED.",
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6), st.sampled_from([" ", "\n\n"]))
def test_incidents_point_at_records_of_the_reading(pieces: list[str], joint: str) -> None:
    reading = read(joint.join(pieces), published="1989-05-03")
    found = find_incidents(reading)
    assert found == find_incidents(reading)
    for incident in found:
        _check(incident, reading)
    told = [event for incident in found for event in incident.events]
    assert len(told) == len(set(told))


def _check(incident: Incident, reading: Reading) -> None:
    actors = {actor.id for actor in reading.actors}
    assert {one.actor for one in incident.perpetrators} <= actors
    assert {one.organisation for one in incident.perpetrators if one.organisation} <= actors
    assert {one.actor for one in incident.victims if one.actor} | set(incident.targets) <= actors
    assert set(incident.events) <= {event.id for event in reading.events}
    assert set(incident.tolls) <= {toll.id for toll in reading.tolls}
    assert incident.time is None or incident.time in {time.id for time in reading.times}
    assert incident.place is None or incident.place in {place.id for place in reading.places}
    assert (incident.time is None) == (incident.time_basis is None)
    assert 0 <= incident.start <= incident.end <= len(reading.article.text)


def test_an_empty_reading_has_none() -> None:
    assert find_incidents(read("The mayor opened a library.", published="1989-05-03")) == ()


@pytest.mark.parametrize("text", ["Rebels did not kill the guards.", "Rebels plan to bomb the bridge."])
def test_what_did_not_happen_is_no_incident(text: str) -> None:
    assert find_incidents(read(text, published="1989-05-03")) == ()
