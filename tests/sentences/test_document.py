"""Sentences cover the words of their part, trees are sound, offsets are those of the text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine import document_of


def sentences(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in document_of(text).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Gen. Ivo Marsh arrived.",
        "He met Mr. Lind on Sept. 27 in the town.",
        "The U.S. Army left.",
        '"Is it over?" she asked.',
        '"No!" he shouted.',
        "“It is over,” said A. B. Marsh.",
        "The ministry said it shot down nine drones; the rebels denied it.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_sentences_never_cross_a_part() -> None:
    assert sentences("The town of\nPalmyra fell.") == ["The town of", "Palmyra fell."]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He re-asserted the claim.", "re-asserted"),
        ("They co-operated with the ex-minister.", "ex-minister"),
        ("Anti-government groups left.", "Anti-government"),
        ("It was a pre-dawn raid.", "pre-dawn"),
    ],
)
def test_prefixes_stay_on_their_words(text: str, word: str) -> None:
    assert word in [token.text for token in document_of(text).sentences[0].tokens]


def test_names_behind_a_prefix_stay_words() -> None:
    words = [token.text for token in document_of("Pro-Russian and anti-Western groups met.").sentences[0].tokens]
    assert "Russian" in words
    assert "Western" in words


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80) | st.text(alphabet="Ab .,\"'\n-–“”", max_size=80))
def test_any_text_gives_a_sound_document(text: str) -> None:
    document = document_of(text)
    last = 0
    for index, sentence in enumerate(document.sentences):
        assert sentence.index == index
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        for i, token in enumerate(sentence.tokens):
            assert token.i == i
            assert token.text == text[token.start : token.end] != ""
            assert token.left <= i <= token.right
            assert all(sentence.tokens[child].head == i for child in token.children)
