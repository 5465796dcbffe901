"""A name between commas before "said" is the one who says it."""

import pytest

from tests.engine import document_of


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Three people were killed in the shelling of Belsk, the region's governor, Pavel Orlov, said.", "governor"),
        ("The clinic had no water, Peter Ladu, told us by telephone.", "Ladu"),
    ],
)
def test_the_name_is_the_subject(text: str, speaker: str) -> None:
    (sentence,) = document_of(text).sentences
    subjects = [t.text for t in sentence.tokens if t.dep == "nsubj" and sentence.tokens[t.head].dep == "ROOT"]
    assert subjects == [speaker]


def test_who_is_named_to_explain_a_word_does_not_speak() -> None:
    (sentence,) = document_of("The party chose a new leader, Peter Ladu, and told the press.").sentences
    assert not any(t.text == "Ladu" and t.dep == "nsubj" for t in sentence.tokens)
