"""The quality gate: floors are raised freely, lowered with a reason, and hold for the gold file they were pinned on."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadLexicon
from sayso.evaluation.floors import Floor, as_toml, broken, floors, pin
from sayso.evaluation.report import Metric, Score


def score(value: float, *, digest: str = "a" * 64, name: str = "aquaint", every: int = 1) -> Score:
    metrics = (Metric(name="value F1", value=value), Metric(name="type F1", value=0.9))
    return Score(name=name, items=3, digest=digest, metrics=metrics, every=every)


FLOOR = Floor(set="aquaint", metric="value F1", digest="a" * 64, least=0.7)


def test_only_main_figures_get_floors_a_little_below() -> None:
    pinned = pin([score(0.75)], [])
    assert pinned.floors == (replace(FLOOR, least=0.745),)
    assert pinned.moved == ("aquaint: value F1 new floor 0.7450",)


def test_a_floor_rises_with_the_figure_and_keeps_its_reason() -> None:
    pinned = pin([score(0.75)], [replace(FLOOR, reason="an old one")])
    assert pinned.floors == (replace(FLOOR, least=0.745, reason="an old one"),)


def test_a_floor_stays_where_the_figure_is_just_above() -> None:
    assert pin([score(0.702)], [FLOOR]).floors == (FLOOR,)
    assert not pin([score(0.702)], [FLOOR]).moved


def test_lowering_is_refused_without_a_reason() -> None:
    pinned = pin([score(0.6)], [FLOOR])
    assert pinned.floors == (FLOOR,)
    assert pinned.refused == ("aquaint: value F1: 0.6000 is below its floor 0.7000",)


def test_lowering_keeps_its_reason() -> None:
    pinned = pin([score(0.6)], [FLOOR], reason='ranges are "one" time now')
    assert pinned.floors == (replace(FLOOR, least=0.595, reason='ranges are "one" time now'),)
    assert not pinned.refused


def test_another_gold_file_is_refused_without_a_reason_and_named() -> None:
    changed = score(0.9, digest="b" * 64)
    assert "gold file has digest bbbbbbbbbbbbbbbb" in pin([changed], [FLOOR]).refused[0]
    assert pin([changed], [FLOOR], reason="errors of the set mended").floors[0].digest == "b" * 64
    assert "gold file has digest bbbbbbbbbbbbbbbb" in broken([changed], [FLOOR])[0]


def test_a_part_is_not_compared_with_the_whole() -> None:
    assert "every 8. item" in broken([score(0.9, every=8)], [FLOOR])[0]


def test_broken_floors_are_named() -> None:
    assert broken([score(0.7)], [FLOOR]) == ()
    assert broken([score(0.6999)], [FLOOR]) == ("aquaint: value F1 0.6999 is below its floor 0.7000",)
    assert broken([score(0.9)], [replace(FLOOR, metric="gone")]) == ("aquaint: no metric 'gone' any more",)
    assert broken([score(0.1, name="timebank")], [FLOOR]) == ()


def test_floors_of_sets_that_were_not_scored_stay() -> None:
    other = replace(FLOOR, set="timebank")
    assert other in pin([score(0.75)], [other]).floors


def test_the_file_gives_back_what_was_written(tmp_path: Path) -> None:
    kept = (FLOOR, replace(FLOOR, set="event_location_dev", every=8, reason='a "quoted" \\ reason, naïve'))
    path = tmp_path / "floors.toml"
    path.write_text(as_toml(kept), encoding="utf-8")
    assert floors(path) == kept
    assert floors(tmp_path / "absent.toml") == ()
    path.write_text("floors = 3", encoding="utf-8")
    with pytest.raises(BadLexicon):
        floors(path)
