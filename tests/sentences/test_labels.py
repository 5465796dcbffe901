"""A name before a colon has no part in the clause behind it."""

import pytest

from tests.engine import document_of


@pytest.mark.parametrize(
    "text",
    [
        "Belsk: there are wounded after a strike on the market.",
        "Kirkuk: a car bomb killed three people.",
        "Syria: the army retook two villages.",
    ],
)
def test_the_label_is_no_subject(text: str) -> None:
    (sentence,) = document_of(text).sentences
    assert sentence.tokens[0].dep in ("npadvmod", "dep", "ROOT")
    assert sentence.tokens[0].head != 0 or len(sentence.tokens[0].children) < 3
