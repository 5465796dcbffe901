"""The ten examples and their readings; `--accept` rewrites the goldens: read them before you keep them."""

from pathlib import Path

import pytest

from sayso.api import read
from tests.goldens.lines import lines

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORTS = sorted((EXAMPLES / "reports").iterdir())


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_reading(report: Path, accept: bool) -> None:
    got = "\n".join(lines(read(report.read_bytes()))) + "\n"
    golden = EXAMPLES / "readings" / f"{report.stem}.txt"
    if accept:
        golden.write_text(got, encoding="utf-8")
    assert got.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_the_tenth_holds_no_violence() -> None:
    reading = read((EXAMPLES / "reports" / "10_no_conflict.txt").read_bytes())
    assert not [e for e in reading.events if e.type in ("ASSAULT", "PROTEST", "MOBILIZE", "COERCE", "THREATEN")]
    assert not reading.tolls
