"""A preposition that opens the sentence is none of the name behind it."""

import pytest

from sayso.nlp.port import ParsedToken
from sayso.sentences.fronted import with_fronted


def tokens(*rows: tuple[str, str, str, int]) -> list[ParsedToken]:
    """(text, pos, dep, head) of each token -> parsed tokens."""
    found, start = list[ParsedToken](), 0
    for number, (text, pos, dep, head) in enumerate(rows):
        found.append(ParsedToken(start, start + len(text), text, text.lower(), pos, pos, dep, head, number == 0))
        start += len(text) + 1
    return found


READ_AS_NAME = (
    ("Near", "PROPN", "compound", 1),
    ("Orvan", "PROPN", "nsubj", 5),
    (",", "PUNCT", "punct", 1),
    ("two", "NUM", "nummod", 4),
    ("raids", "NOUN", "nsubj", 5),
    ("hit", "VERB", "ROOT", 5),
    ("trucks", "NOUN", "dobj", 5),
)


def test_the_preposition_governs_the_name() -> None:
    mended = with_fronted(range(7), tokens(*READ_AS_NAME))
    assert [(t.text, t.pos, t.dep, t.head) for t in mended[:2]] == [
        ("Near", "ADP", "prep", 5),
        ("Orvan", "PROPN", "pobj", 0),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("Near", "ADP", "prep", 5), *READ_AS_NAME[1:]),
        (*READ_AS_NAME[:4], ("raids", "NOUN", "dobj", 5), *READ_AS_NAME[5:]),
        (("New", "PROPN", "compound", 1), *READ_AS_NAME[1:]),
        (*READ_AS_NAME[:2], ("and", "CCONJ", "cc", 1), *READ_AS_NAME[3:]),
    ],
)
def test_anything_else_stays(rows: tuple[tuple[str, str, str, int], ...]) -> None:
    parsed = tokens(*rows)
    assert with_fronted(range(len(parsed)), parsed) is parsed
