"""What holds for any text: no exception, valid spans, stable output."""

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.actors.render import arguments
from tests.engine import document_of

from sayso.actors import find_actors
from sayso.codebook.plover import SECTORS
from sayso.records.actors import ActorBook
from sayso.records.base import Phrase
from sayso.text import Span

WORDS = [
    *"President Aliyev Baku said the ministry (PKK) Kurdistan Workers' Party his country its army who and of".split(),
    *"Al-Shabaab al - Assad Mr. , . rebels it They told him in Sunday U.S. forces 's both sides Lt. leader".split(),
    *'" I we woman whose himself ISIS ( )'.split(),
    "\n",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def read(text: str) -> ActorBook:
    document = document_of(text)
    return find_actors(document, (), arguments(document))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_gives_valid_actors(text: str) -> None:
    book = read(text)
    ids = [actor.id for actor in book.actors]
    assert len(ids) == len(set(ids))
    for actor in book.actors:
        assert actor.name
        assert actor.mentions
        assert actor.why
        assert actor.sector is None or actor.sector in SECTORS
        assert actor.member_of is None or (actor.member_of in ids and actor.member_of != actor.id)
        starts = [mention.start for mention in actor.mentions]
        assert starts == sorted(set(starts))
        for mention in actor.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert mention.quote == text[mention.start : mention.end]
    assert all(found and set(found) <= set(ids) for found in book.by_token.values())
    assert read(text) == book


def test_phrases_out_of_range_are_ignored() -> None:
    document = document_of("Rebels fled.")
    wild = (Phrase(sentence=7, head=0, span=Span(0, 3)), Phrase(sentence=0, head=99, span=Span(0, 3)))
    assert find_actors(document, (), wild).actors


@pytest.mark.parametrize("seed", ["0", "1"])
def test_output_does_not_depend_on_the_hash_seed(seed: str) -> None:
    text = "Turkish troops and Kurdish rebels fought. Ankara said its army won. The rebels denied it."
    code = f"from tests.actors.render import render; print(render({text!r}, {{}}))"
    command = [sys.executable, "-c", code]
    printed = {_run(command, value) for value in (seed, "7")}
    assert len(printed) == 1


def _run(command: list[str], seed: str) -> str:
    env = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout  # noqa: S603
