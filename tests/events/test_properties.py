"""What holds of every reading, whatever the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.codebook.plover import CONTEXTS, MODES
from tests.events.render import events_of, line

_PIECES = (
    "the rebels|Turkey|he|who|attacked|was killed|killing|accused|of shelling|the town of|Goma|in|on Monday|by|against|"
    "launched|an offensive|came under fire|clashes|erupted|between|and|two soldiers|said|would agree to|a truce|if|not|"
    'no|plans to|threatened|to attack|refused|talks with|sanctions on|protesters|a bomb|with drones|,|.|"|\n|the war|'
    "1990s|that"
).split("|")
_TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40).map(" ".join).filter(lambda t: bool(t.strip()))


def _check(text: str) -> None:
    for event in events_of(text):
        spans = [*event.evidence, *(p.span for p in (*event.actors, *event.recipients))]
        spans += [s for s in (event.place, event.time, event.weapon) if s is not None]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert 0 <= event.trigger.start < event.trigger.end <= len(text)
        assert event.mode is None or event.mode in MODES[event.type]
        assert set(event.contexts) <= set(CONTEXTS)
        assert event.why
        assert line(event, text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_pieces_of_news_never_raise(text: str) -> None:
    _check(text)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200).filter(lambda t: bool(t.strip())))
def test_any_text_never_raises(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("text", ["attacked " * 400, "of the war " * 300, "killed and " * 400, "to attack to " * 200])
def test_hostile_repetition_is_read_in_time(text: str) -> None:
    _check(text)
