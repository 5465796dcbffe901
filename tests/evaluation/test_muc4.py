"""The MUC-4 evaluator: fills, alignment, and whole reports, all invented."""

import json
from pathlib import Path

import pytest

from sayso.api import open_engine
from sayso.evaluation.muc4 import evaluate
from sayso.evaluation.muc4_fills import bounds, grade, interval
from sayso.evaluation.muc4_scoring import align, judge, judge_report
from sayso.evaluation.muc4_templates import Fill, Template, key_templates
from sayso.evaluation.report import Score


@pytest.mark.parametrize(
    ("slot", "key", "response", "credit"),
    [
        ("date", "03 MAY 89", "03 MAY 89", 1),
        ("date", "02 MAY 89 - 04 MAY 89", "03 MAY 89", 0.5),
        ("date", "- 03 MAY 89", "03 MAY 89", 0.5),
        ("date", "- 03 MAY 89", "- 03 MAY 89", 1),
        ("date", "02 MAY 89", "03 MAY 89", 0),
        ("location", "PERU : BELSK", "PERU : NORTH : BELSK", 1),
        ("location", "PERU : BELSK", "PERU", 0.5),
        ("location", "PERU", "PERU : BELSK", 0.5),
        ("location", "PERU : BELSK", "PERU : NORVIK", 0),
        ("location", "PERU : BELSK", "CHILE : BELSK", 0),
        ("type", "BOMBING", "ATTACK", 0.5),
        ("type", "ATTACK", "BOMBING", 0),
        ("perp org confidence", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", 0.5),
        ("perp org", "HILL MINERS FRONT", "THE HILL MINERS FRONT", 1),
        ("victim", "TWO GUARDS OF THE BANK", "GUARDS", 1),
        ("victim", "BANK GUARDS", "BANK CLERKS", 0.5),
        ("victim number", "12", "12", 1),
        ("victim number", "~12", "12", 1),
        ("victim number", "12-", "12", 0.5),
        ("victim number", "PLURAL", "3", 0),
        ("victim effect", "DEATH", "INJURY", 0),
    ],
)
def test_fills_are_graded(slot: str, key: str, response: str, credit: float) -> None:
    assert grade(slot, Fill((key,)), Fill((response,))) == credit


def test_a_fill_about_somebody_else_is_wrong() -> None:
    key = Fill(("1",), ("MARTA LINDAN",))
    assert grade("victim number", key, Fill(("1",), ("JUDGE MARTA LINDAN",))) == 1
    assert grade("victim number", key, Fill(("1",), ("A DRIVER",))) == 0


def test_bounds_and_intervals() -> None:
    assert [bounds(text) for text in ("12", "~12", "12-", "-12", "10 - 15", "PLURAL")] == [
        (12, 12),
        (12, 12),
        (12, None),
        (None, 12),
        (10, 15),
        (None, None),
    ]
    assert interval("- 03 MAY 89")[0] is None
    assert interval("UNKNOWN") == (None, None)


def test_optional_fills_and_templates_cost_nothing() -> None:
    optional = Fill(("ARMY",), optional=True)
    assert judge("perp org", [optional], []) == []
    assert [one.kind for one in judge("perp org", [optional], [Fill(("ARMY",))])] == ["COR"]
    within, alone, pairs = judge_report([Template({"type": (Fill(("ATTACK",)),)}, optional=True)], [])
    assert (within, alone, pairs) == ([], [], ())


def template(kind: str, victim: str, number: str = "1") -> Template:
    return Template(
        {
            "type": (Fill((kind,)),),
            "victim": (Fill((victim,)),),
            "victim number": (Fill((number,), (victim,)),),
        }
    )


def test_templates_are_aligned_by_type_and_content() -> None:
    keys = [template("BOMBING", "MINERS", "12"), template("ATTACK", "MARTA LINDAN")]
    responses = [template("ATTACK", "MARTA LINDAN"), template("ATTACK", "MINERS", "12"), template("ATTACK", "A COOK")]
    assert align(keys, responses) == ((0, 1), (1, 0))
    _, alone, _ = judge_report(keys, responses)
    assert {one.kind for one in alone} == {"SPU"}
    assert align([template("KIDNAPPING", "MINERS")], [template("BOMBING", "MINERS")]) == ()


def test_keys_join_name_and_description() -> None:
    raw = {
        "optional": False,
        "incident_type": {"alts": ["ATTACK"]},
        "location": {"alts": [["PERU", "BELSK (CITY)"]]},
        "date": {"alts": [None]},
        "hum_tgt_name": [{"alts": ["MARTA LINDAN"]}],
        "hum_tgt_description": [{"alts": ["JUDGE"], "xref": ["MARTA LINDAN"]}, {"alts": ["DRIVER"], "optional": True}],
        "hum_tgt_number": [{"alts": ["1"], "xref": ["MARTA LINDAN"]}],
    }
    (key,) = key_templates([raw])
    assert [fill.alts for fill in key.of("victim")] == [("MARTA LINDAN", "JUDGE"), ("DRIVER",)]
    assert [fill.optional for fill in key.of("victim")] == [False, True]
    assert key.of("location")[0].alts == ("PERU : BELSK",)
    assert key.of("date") == ()


_TEXT = """   LIMA, 3 MAY 89 -- [TEXT] TWO GUARDS WERE KILLED AND AT LEAST 12 MINERS WERE
WOUNDED YESTERDAY WHEN A BOMB EXPLODED IN AYACUCHO.  A WALL FELL ON THE STREET,
AND THE MARKET NEXT TO IT REMAINED CLOSED.

   THE SHINING PATH CLAIMED RESPONSIBILITY FOR THE ATTACK.  THE MAYOR ASKED THE
PEOPLE OF THE DISTRICT TO STAY AT HOME UNTIL THE STREETS HAVE BEEN CLEARED AND
THE LIGHTS ARE ON AGAIN.
"""


def evaluated(tmp_path: Path, *templates: dict[str, object]) -> Score:
    path = tmp_path / "muc4_dev.jsonl"
    item = {"id": "X-1", "doc_date": "1989-05-03", "text": _TEXT, "templates": templates}
    path.write_text(json.dumps(item) + "\n", encoding="utf-8")
    return evaluate(path, open_engine(), limit=None)


def value(found: Score, name: str) -> float:
    return next(metric.value for metric in found.metrics if metric.name == name)


def test_a_whole_report(tmp_path: Path) -> None:
    found = evaluated(
        tmp_path,
        {
            "optional": False,
            "date": {"alts": ["02 MAY 89"]},
            "location": {"alts": [["PERU", "AYACUCHO (CITY)"]]},
            "incident_type": {"alts": ["BOMBING"]},
            "perp_org": [{"alts": ["SHINING PATH"]}],
            "perp_org_confidence": [{"alts": ["CLAIMED OR ADMITTED"], "xref": ["SHINING PATH"]}],
            "hum_tgt_description": [{"alts": ["GUARDS"]}, {"alts": ["MINERS"]}],
            "hum_tgt_number": [{"alts": ["2"], "xref": ["GUARDS"]}, {"alts": ["12-"], "xref": ["MINERS"]}],
            "hum_tgt_effect": [{"alts": ["DEATH"], "xref": ["GUARDS"]}, {"alts": ["INJURY"], "xref": ["MINERS"]}],
        },
    )
    for slot in ("date", "location", "perp org", "perp org confidence", "victim number", "victim effect"):
        assert value(found, f"{slot} F1") == pytest.approx(1), slot
    assert not found.misses


def test_a_report_without_templates_makes_the_response_spurious(tmp_path: Path) -> None:
    found = evaluated(tmp_path)
    assert value(found, "date F1") == 0
    assert {miss.kind for miss in found.misses} == {"spurious, whole template"}
