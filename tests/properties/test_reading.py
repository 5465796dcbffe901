"""What holds for every reading of any text."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.api import open_engine
from sayso.errors import BadInput
from sayso.ingest import page_from_bytes
from sayso.pipeline import read_page
from sayso.records.article import Rejected
from sayso.records.reading import Reading
from sayso.text import Span

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORTS = sorted((EXAMPLES / "reports").iterdir())
SOURCES = [p.read_text(encoding="utf-8") for p in REPORTS]
WORDS = [
    "The army said",
    "killed",
    "at least",
    "1,200",
    "people",
    "on Monday",
    "in Baku",
    '"',
    "“",
    "”",
    "'",
    "’s",
    "he",
    "accused",
    "of",
    "shelling",
    "said",
    "according to",
    "the rebels",
    "dozens",
    "between 3 and 5",
    ".",
    "?",
    ",",
    "\n\n",
    "\n",
    "--",
    "(",
    ")",
    "if",
    "not",
    "no",
    "soldiers",
    "were wounded",
    "overnight",
    "since",
    "May 5",
    "the 1990s",
    "Aliyev",
    "PKK",
    "told",
    "him",
]


def check(reading: Reading) -> None:
    """The promises of DESIGN: evidence equals its slice, bounds in order, every id resolves, all text maps back."""
    text = reading.article.text
    built = msgspec.to_builtins(reading)
    ids = {
        record["id"]
        for kind in ("actors", "places", "times", "statements", "events", "tolls")
        for record in built[kind]
    }
    _check_quotes(built, text)
    for statement in reading.statements:
        assert {statement.speaker, statement.parent, statement.time, statement.place, *statement.via} - {None} <= ids
        assert all(0 <= span.start < span.end <= len(text) for span in statement.content)
        assert statement.why
    for event in reading.events:
        assert {event.said_in, event.place, event.time, *event.actors, *event.recipients} - {None} <= ids
        assert event.why
    for toll in reading.tolls:
        assert toll.low is not None or toll.high is not None
        assert toll.low is None or toll.high is None or toll.low <= toll.high
        assert {toll.said_in, toll.place, toll.period, toll.event, toll.part_of, toll.victims.side} - {None} <= ids
    for part in reading.article.parts:
        reading.article.offset_map.to_raw(Span(part.start, part.end))


def _check_quotes(value: object, text: str) -> None:
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            assert text[value["start"] : value["end"]] == value["quote"]
        for key, child in value.items():
            if key not in ("dropped", "dateline"):
                _check_quotes(child, text)
    elif isinstance(value, (list, tuple)):
        for child in value:
            _check_quotes(child, text)


def read_any(data: bytes) -> None:
    try:
        page = page_from_bytes(data, source="-", published="2020-11-01")
    except BadInput as error:
        assert "\n" not in str(error)
        return
    reading = read_page(page, open_engine())
    if isinstance(reading, Rejected):
        assert "\n" not in reading.reason
    else:
        check(reading)


@pytest.mark.parametrize("source", SOURCES, ids=[p.stem for p in REPORTS])
def test_examples(source: str) -> None:
    read_any(source.encode())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join))
def test_news_like_nonsense(text: str) -> None:
    read_any(text.encode())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    read_any(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(SOURCES), st.integers(0, 4000), st.integers(0, 200), st.sampled_from(["", *WORDS]))
def test_damaged_reports(source: str, at: int, length: int, patch: str) -> None:
    read_any((source[:at] + patch + source[at + length :]).encode())


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    read_any(data)


def _run(files: list[str], seed: str) -> dict[str, str]:
    command = [sys.executable, "-m", "sayso", "read", "--format", "jsonl", *files]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)  # noqa: S603
    return {json.loads(line)["article"]["id"]: line for line in done.stdout.decode().splitlines()}


def test_same_bytes_whatever_the_hash_seed_and_the_order() -> None:
    files = [str(p) for p in REPORTS]
    assert _run(files, "1") == _run(files[::-1], "2")
