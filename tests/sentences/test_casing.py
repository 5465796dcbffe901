"""Style capitals are undone for the parser and nowhere else; lengths never change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.codebook.terms import PartKind
from sayso.records.article import Part
from sayso.sentences.casing import readable
from tests.engine import parser, parts_of


def headline(text: str, body: str = "") -> str:
    whole = f"{text}\n{body}"
    parts = [Part(kind=PartKind.HEADLINE, start=0, end=len(text))]
    if body:
        parts.append(Part(kind=PartKind.PARAGRAPH, start=len(text) + 1, end=len(whole)))
    return readable(whole, parts, parser())[0]


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("Minister Says No Talks With Georgia in May", "Minister says no talks with Georgia in May"),
        ("UN Chief Urges Truce as Gaza Toll Rises", "UN chief urges truce as Gaza toll rises"),
        ("TROOPS STORM PALACE IN KHARTOUM", "Troops storm palace in Khartoum"),
        ("U.S. Envoy Leaves El Salvador Empty-Handed", "U.S. envoy leaves El Salvador empty-handed"),
        ("Protesters March in Capital", "Protesters march in capital"),
        ("Police fire on crowd in Nairobi", "Police fire on crowd in Nairobi"),
    ],
)
def test_headlines(printed: str, wanted: str) -> None:
    assert headline(printed) == wanted


def test_the_body_knows_better_than_the_lists() -> None:
    assert headline("Rose Says Talks Failed Again", "The envoy, Anna Rose, spoke to Rose Media.").startswith("Rose")
    assert "Crisis Group" in headline("Report by Crisis Group Says War Is Near", "A report by Crisis Group was read.")


def test_capitals_open_sentences_in_shouted_text() -> None:
    text = "GEN. RUIZ LEFT THE TOWN. THE TROOPS STAYED IN THE U.S. BASE. NOBODY WAS HURT."
    assert readable(text, parts_of(text), parser())[0] == (
        "Gen. Ruiz left the town. The troops stayed in the U.S. base. Nobody was hurt."
    )


def test_running_text_is_left_alone() -> None:
    text = "The NATO base near Herat was hit, the Afghan Ministry of Defence said."
    assert readable(text, parts_of(text), parser()) == [text]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from([PartKind.HEADLINE, PartKind.PARAGRAPH]))
def test_lengths_never_change(text: str, kind: PartKind) -> None:
    for shown in (text, text.upper(), text.title()):
        parts = [Part(kind=kind, start=0, end=len(shown))]
        assert [len(part) for part in readable(shown, parts, parser())] == [len(shown)]
