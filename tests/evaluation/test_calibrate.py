"""Counting cases, measuring how well confidence holds, writing it down."""

import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.confidence.table import Table
from sayso.errors import BadInput
from sayso.evaluation.calibrate import count, held_out, table
from sayso.evaluation.cases import Case
from sayso.evaluation.judged import judged, values, verdict
from sayso.evaluation.plot import reliability_svg
from sayso.evaluation.publish import as_toml, documents
from sayso.evaluation.reliability import as_markdown, reliabilities
from tests.export.factory import reading


def case(number: int, *, right: bool, kind: str = "event", rules: tuple[str, ...] = ("a.b",)) -> Case:
    signals = ("odd number",) if number % 2 else ("even number",)
    return Case(set="a_set", item=f"item {number}", kind=kind, rules=rules, signals=signals, right=right)


CASES = [case(n, right=n % 4 != 0, rules=("a.b",) if n % 3 else ("a.b", "a.c")) for n in range(300)]


def test_rules_combinations_and_signals_are_counted() -> None:
    kind = count(CASES)
    assert (kind.right, kind.judged) == (225, 300)
    assert kind.rules["a.b"] == (225, 300)
    assert kind.together["a.b a.c"] == (75, 100)
    right, judged_, expected = kind.signals["odd number"]
    assert (right, judged_) == (150, 150)
    assert 100 < expected < 125


def test_confidence_of_what_was_left_out_holds() -> None:
    (found,) = reliabilities(held_out(CASES))
    assert found.cases == 300
    assert found.error < 0.1
    assert found.order > 0.6
    assert found.kept[0].precision == found.right == 0.75
    assert found.kept[0].right == 1.0


@given(st.lists(st.builds(case, st.integers(0, 50), right=st.booleans()), max_size=30))
def test_any_cases_can_be_measured_and_drawn(cases: list[Case]) -> None:
    found = reliabilities(held_out(cases))
    assert all(0 <= r.error <= 1 and 0 <= r.order <= 1 for r in found)
    made = table(cases, {"a_set": "0" * 64})
    as_markdown(found, made, judged())
    ET.fromstring(reliability_svg(found))  # noqa: S314


def test_the_table_is_read_back_as_written() -> None:
    made = table(CASES, {"a_set": "0" * 64})
    assert msgspec.convert(tomllib.loads(as_toml(made)), Table) == made
    assert as_toml(made) == as_toml(table(CASES[::-1], {"a_set": "0" * 64}))


def test_a_document_without_a_place_for_the_tables_is_named(tmp_path: Path) -> None:
    found = reliabilities(held_out(CASES))
    (tmp_path / "confidence.md").write_text("no place", encoding="utf-8")
    with pytest.raises(BadInput, match=r"confidence\.md"):
        documents(tmp_path, found, "x")
    (tmp_path / "confidence.md").write_text("a\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nb\n", "utf-8")
    written = documents(tmp_path, found, "new\n")[tmp_path / "confidence.md"]
    assert written == "a\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nb\n"


def test_verdicts_hold_no_words_and_no_record_twice() -> None:
    samples = judged()
    assert len({(s.set, s.item, s.kind, s.at, s.values.get("figure")) for s in samples}) == len(samples)
    for sample in samples:
        assert sample.at[0] < sample.at[1]
        for name in ("actors", "recipients", "mentions", "speaker", "content"):
            assert all(part.replace("-", "").isdigit() for part in sample.values.get(name, "").split())
        plain = {name.split()[0] for name in sample.wrong}
        assert plain <= {*sample.values, "record", "mention"}


def test_a_verdict_outlives_a_change_as_far_as_it_can() -> None:
    from sayso.evaluation.judged import Judged

    one = reading()
    event = one.events[0]
    told = values(event, one)
    at = (event.trigger.start, event.trigger.end)

    def sample(wrong: tuple[str, ...] = (), **other: str) -> Judged:
        return Judged(set="a", item="b", kind="event", at=at, values={**told, **other}, wrong=wrong)

    assert verdict(sample(), one) == (event, True)
    assert verdict(sample(("status",)), one) == (event, False)
    assert verdict(sample(("record",)), one) == (event, False)
    assert verdict(sample(type="AID"), one) == (event, False)
    assert verdict(sample(("type",), type="AID"), one) is None
