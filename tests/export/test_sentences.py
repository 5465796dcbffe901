"""Sentences for the eye: every character of a part but the white space between sentences, names never cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.sentences import sentences
from tests.export.factory import TEXT, bare, reading


def split(text: str) -> list[str]:
    return [span.of(text) for _, spans in sentences(bare(text)) for span in spans]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One went. Two came.", ["One went.", "Two came."]),
        ('He left. "We stay," she said.', ["He left.", '"We stay," she said.']),
        ("“They fled.” Others stayed.", ["“They fled.”", "Others stayed."]),
        ("Gen. Malo met Mr. Oster. They spoke.", ["Gen. Malo met Mr. Oster.", "They spoke."]),
        ("It cost 3.5 million. J. R. Hale paid.", ["It cost 3.5 million.", "J. R. Hale paid."]),
        ("The U.S. Army said no. It left.", ["The U.S. Army said no.", "It left."]),
        ("Really?! Yes … 12 did.", ["Really?!", "Yes …", "12 did."]),
        ("no stop", ["no stop"]),
    ],
)
def test_boundaries(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


def test_every_part_of_a_reading_is_covered() -> None:
    for part, spans in sentences(reading()):
        assert spans[0].start == part.start
        assert spans[-1].end == part.end
        assert all(not TEXT[a.end : b.start].strip() for a, b in pairwise(spans))


@given(st.text(max_size=300))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
