"""Where confidence is seen: text, page, explain, diff, and `--min-confidence`."""

import json as plain
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.compare import compare
from sayso.confidence import account, scored
from sayso.confidence.signals import Record
from sayso.explain.confidence import reasons
from sayso.export import json
from sayso.export.html import page_html
from sayso.export.text import render
from sayso.records.reading import Reading
from tests.export.factory import reading

KINDS = ("actors", "places", "times", "statements", "events", "tolls")
REPORT = Path(__file__).parents[2] / "examples" / "reports" / "01_market_shelling.txt"


def with_confidence(value: float) -> Reading:
    one = reading()
    fields: dict[str, Any] = {
        name: tuple(replace(record, confidence=value) for record in getattr(one, name)) for name in KINDS
    }
    return replace(one, **fields)


def records(of: Reading) -> list[Record]:
    return [record for name in KINDS for record in getattr(of, name)]


def test_only_doubtful_records_are_marked_in_the_text() -> None:
    sure, doubtful = render(with_confidence(0.8)), render(with_confidence(0.31))
    assert "doubtful" not in sure
    assert " ".join(doubtful.split()).count("doubtful .31") == len(reading().statements) + len(reading().events) + len(
        reading().tolls
    )
    assert re.search(r"^ ?A1\?", doubtful, re.MULTILINE)


def test_every_card_of_the_page_shows_it() -> None:
    page = page_html([with_confidence(0.31)])
    records = sum(len(getattr(reading(), name)) for name in KINDS)
    assert page.count('class="conf doubtful"') == records
    assert "conf doubtful" not in page_html([with_confidence(0.8)]).split("</style>")[-1]


def test_diff_reports_it_only_if_asked() -> None:
    before, after = [with_confidence(0.8)], [with_confidence(0.81)]
    assert compare(before, after).same
    found = compare(before, after, confidence=True)
    assert {change.field for difference in found.differences for change in difference.changes} == {"confidence"}
    assert len(found.differences) == sum(len(getattr(reading(), name)) for name in KINDS)


def test_explain_adds_up_to_the_score() -> None:
    one = scored(reading())
    for record in records(one):
        lines = list(reasons(one, record))
        assert lines[0].startswith(f"{record.confidence:.2f}: ")
        steps = [float(line.split()[0]) for line in lines[1:]]
        assert abs(sum(steps) - record.confidence) < 0.011
        assert account(one, record).value == record.confidence


def test_explain_says_when_a_reading_was_made_with_other_counts() -> None:
    one = scored(reading())
    record = replace(one.events[0], confidence=0.07)
    assert any("other measurements" in line for line in reasons(replace(one, events=(record,)), record))


@pytest.mark.parametrize("floor", ["0.8", "0"])
def test_the_command_line_leaves_out_what_is_below(floor: str) -> None:
    made = _sayso("read", str(REPORT), "--format", "json", "--min-confidence", floor)
    assert made.returncode == 0, made.stderr
    kept = json.decode(made.stdout)
    strict = ("ev-", "to-", "pl-", "ti-")
    assert all(record.confidence >= float(floor) for record in records(kept) if record.id.startswith(strict))
    everything = json.decode(_sayso("read", str(REPORT), "--format", "json").stdout)
    assert all(0 < record.confidence < 1 for record in records(everything))
    assert (kept == everything) == (floor == "0")


def test_each_kind_may_have_its_own_floor() -> None:
    made = _sayso("read", str(REPORT), "--format", "json", "--min-confidence", "event=.6, toll=1")
    everything = json.decode(_sayso("read", str(REPORT), "--format", "json").stdout)
    kept = json.decode(made.stdout)
    assert kept.tolls == ()
    assert [e.id for e in kept.events] == [e.id for e in everything.events if e.confidence >= 0.6]
    assert kept.statements == everything.statements
    wrong = _sayso("read", str(REPORT), "--min-confidence", "claim=.6")
    assert wrong.returncode == 2
    assert "not a kind of record" in wrong.stderr


@pytest.mark.parametrize("floor", ["2", "-1", "much", "nan"])
def test_what_is_no_share_is_bad_usage(floor: str) -> None:
    made = _sayso("read", str(REPORT), f"--min-confidence={floor}")
    assert made.returncode == 2
    assert "not a number from 0 to 1" in made.stderr


def test_old_readings_without_confidence_are_still_read() -> None:
    old = plain.loads(json.encode_line(reading()))
    for name in KINDS:
        for record in old[name]:
            del record["confidence"]
    assert json.decode(plain.dumps(old)) == reading()


def _sayso(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "sayso", *arguments], capture_output=True, text=True, check=False
    )
