"""The place of any verb, of an event or not."""

import pytest

from sayso.events.sites import places_of_verb
from sayso.places import find_places
from sayso.text import Span
from sayso.times import find_times
from tests.engine import document_of
from tests.events.render import gazetteer


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Farmers met in Nairobi on Monday.", "met", ["Nairobi"]),
        ("Police patrolled the Old Harbour district.", "patrolled", ["Old Harbour"]),
        ("Shells hit a bus in Donetsk, wounding six people.", "wounding", ["Donetsk"]),
        ("Two men were shot and wounded in Ramallah.", "shot", ["Ramallah"]),
        ("The minister, who was born in Lyon, resigned.", "resigned", []),
        ("Soldiers stormed a house in the town of Zaria.", "stormed", ["Zaria"]),
        ("Thousands marched in Berlin and Paris.", "marched", ["Berlin", "Paris"]),
        ("He spoke on Tuesday.", "spoke", []),
    ],
)
def test_places_of_verb_by_rule(text: str, verb: str, expected: list[str]) -> None:
    assert sites_of(text, verb, learned=False) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Farmers protested in Nairobi on Monday.", "protested", ["Nairobi"]),
        ("Soldiers shot dead a driver who tried to flee a checkpoint in Ramallah.", "shot", ["Ramallah"]),
        ("A suicide bomber in Maiduguri killed nine people.", "killed", ["Maiduguri"]),
        ("Shells hit a bus in Donetsk, wounding six people.", "wounding", ["Donetsk"]),
        ("Thousands marched in Berlin and Paris.", "marched", ["Berlin", "Paris"]),
        ("The minister spoke of Lyon and resigned.", "resigned", []),
        ("He spoke on Tuesday.", "spoke", []),
    ],
)
def test_places_of_verb(text: str, verb: str, expected: list[str]) -> None:
    assert sites_of(text, verb) == expected


def sites_of(text: str, verb: str, *, learned: bool = True) -> list[str]:
    """The places of the first `verb` in the text."""
    document = document_of(text)
    start = text.index(verb)
    places, times = find_places(document, gazetteer()), find_times(document)
    sites = places_of_verb(document, Span(start, start + len(verb)), places, times, learned=learned)
    return [site.of(text) for site in sites]


def test_no_sentence_no_place() -> None:
    document = document_of("Nothing here.")
    assert places_of_verb(document, Span(100, 104), (), ()) == ()
