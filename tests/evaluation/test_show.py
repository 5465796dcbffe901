"""Figures as a researcher reads them: shares are percentages, counts are counts, main figures come first."""

from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.sets import SETS
from sayso.evaluation.show import as_json, as_markdown, as_text, figure, items, percent

SCORE = Score(
    name="aquaint",
    items=1234,
    digest="c" * 64,
    metrics=(Metric(name="strict F1", value=1.0), Metric(name="right", value=1), Metric(name="value F1", value=0.7617)),
    rows=(Row(name="DATE", gold=1016, predicted=9, figures=(("found", 0.5), ("right", 9))),),
    misses=(Miss(where="x:1", kind="missed", text="last spring", gold="2001-SP", predicted=""),),
    measures_not="intervals",
    every=8,
)


def test_floats_are_shares_and_ints_are_counts() -> None:
    assert [figure(value) for value in (1.0, 0.0, 0.7617, 1, 0, 1234)] == [
        "100.0 %",
        "0.0 %",
        "76.2 %",
        "1",
        "0",
        "1,234",
    ]


def test_peers_are_given_in_percent_too() -> None:
    assert percent("A .721, B over .83 (2.5 km; v3.125); C .67") == "A 72.1 %, B over 83 % (2.5 km; v3.125); C 67 %"
    assert percent("A .05") == "A 5 %"


def test_as_text() -> None:
    lines = as_text(SCORE, errors=1).splitlines()
    assert lines[0] == "aquaint  1,234 items, every 8th of the file, sha256 cccccccccccc"
    assert [line.split("  ")[1] for line in lines[2:5]] == ["value F1", "strict F1", "right"]
    assert "  DATE    1,016       9      50.0 %           9" in lines
    assert lines[-1] == "  Not measured: Intervals."
    assert any("missed x:1: last spring" in line for line in lines)
    assert items(Score(name="x", items=1, digest="", metrics=())) == "1 item"


def test_as_markdown_main_table_first() -> None:
    page = as_markdown([SCORE])
    first = ("[aquaint](#aquaint)", "TIMEX3 expressions and values", "1,234 (every 8th)", "value F1", "**76.2 %**")
    assert f"| {' | '.join(first)} | HeidelTime 72.1 % |" in page
    assert page.index("| [aquaint]") < page.index("## aquaint")
    tables = [line for line in page.splitlines() if line.startswith("|")]
    assert "| DATE | 1,016 | 9 | 50.0 % | 9 |" in tables
    assert page.count("strict F1") == 1


def test_json_leaves_the_texts_out() -> None:
    assert "last spring" not in as_json([SCORE])


def test_every_set_says_what_it_measures_and_has_a_floor() -> None:
    assert len({gold.name for gold in SETS}) == len(SETS)
    assert all(gold.measures and gold.main and gold.every >= 1 for gold in SETS)
