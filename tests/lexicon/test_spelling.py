"""British and American spelling read alike: in the table, in every word list, and through the whole reading."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.lexicon.load import load
from sayso.spelling import both_spellings, in_one_spelling, one_spelling
from tests.engine import parser
from tests.goldens.lines import lines

ALIKE = [
    ("defense", "defence"),
    ("organizations", "organisations"),
    ("armored", "armoured"),
    ("maneuvering", "manoeuvring"),
    ("kilometers", "kilometres"),
    ("neighborhoods", "neighbourhoods"),
    ("self-defense", "self-defence"),
    ("councilors", "councillors"),
    ("paralyzed", "paralysed"),
    ("enquiry", "inquiry"),
]
UNTOUCHED = [
    "seize",
    "seized",
    "prizes",
    "size",
    "belize",
    "honorary",
    "perimeter",
    "minor",
    "tire",
    "citizen",
    "vigorous",
]
# British sentence, American sentence; words of our own.
PAIRS = [
    ("The defence minister apologised for the raid.", "The defense minister apologized for the raid."),
    ("The army said its armoured vehicles had manoeuvred.", "The army said its armored vehicles had maneuvered."),
    ("Organisers criticised the police.", "Organizers criticized the police."),
    ("The president recognised the programme.", "The president recognized the program."),
    ("Labourers rioted in the centre of Lyon.", "Laborers rioted in the center of Lyon."),
    (
        "Rebels demobilised near the harbour, a councillor said.",
        "Rebels demobilized near the harbor, a councilor said.",
    ),
    ("Two councillors were hospitalised in Lyon.", "Two councilors were hospitalized in Lyon."),
    ("Nine labourers were killed in the neighbourhood.", "Nine laborers were killed in the neighborhood."),
    ("Protesters burned tyres and vandalised a theatre.", "Protesters burned tires and vandalized a theater."),
    ("Residents were sceptical, a traveller said.", "Residents were skeptical, a traveler said."),
    ("It was rumoured that the general had fled.", "It was rumored that the general had fled."),
    ("The two neighbours normalised relations.", "The two neighbors normalized relations."),
    ("The militia terrorised villagers in Kenya.", "The militia terrorized villagers in Kenya."),
    ("The adviser emphasised dialogue on Labour Day.", "The advisor emphasized dialog on Labor Day."),
    ("The army authorised the use of force.", "The army authorized the use of force."),
    ("The state subsidised the rebels, analysts said.", "The state subsidized the rebels, analysts said."),
    ("The judgement was cancelled, the judge said.", "The judgment was canceled, the judge said."),
    ("Kidnappers released two pedlars.", "Kidnapers released two peddlers."),
    ("The government nationalised the mine.", "The government nationalized the mine."),
    ("He summarised the offence as an act of self-defence.", "He summarized the offense as an act of self-defense."),
]


@pytest.mark.parametrize(("american", "british"), ALIKE)
def test_words_have_one_spelling(american: str, british: str) -> None:
    assert one_spelling(american) == one_spelling(british) == british


@pytest.mark.parametrize("word", UNTOUCHED)
def test_words_that_only_look_so_stay(word: str) -> None:
    assert one_spelling(word) == word


def test_nouns_alone() -> None:
    assert one_spelling("tires", noun=True) == "tyres"


@given(st.text(alphabet="abcdeghilmnoprstuvyz-", max_size=16))
def test_the_one_spelling_is_final(word: str) -> None:
    assert one_spelling(one_spelling(word)) == one_spelling(word)


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_sentences_read_alike(british: str, american: str) -> None:
    assert _read(british) == _read(american)


def test_lemmas_are_in_one_spelling() -> None:
    tokens = parser().parse(["Organizers labeled the defense programs of neighboring states a maneuver."])[0]
    assert [t.lemma for t in tokens if t.text in ("Organizers", "labeled", "defense", "programs", "maneuver")] == [
        "organiser",
        "label",
        "defence",
        "programme",
        "manoeuvre",
    ]


def test_word_lists_hold_the_one_spelling_of_all_their_words() -> None:
    root = Path(str(files("sayso")))
    for path in sorted(root.rglob("*.toml")):
        package = ".".join(("sayso", *path.relative_to(root).parent.parts))
        if path.name == "spelling.toml" or "evaluation" in path.parts:
            continue
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        loaded = load(package, path.name, dict[str, Any])
        for where, words in _lists(raw):
            found = dict(_lists(loaded)).get(where, [])
            missing = [w for w in words if in_one_spelling(w) not in found]
            assert not missing, (path.name, where, missing)


def test_patterns_and_names_are_left_alone() -> None:
    assert both_spellings("colou?r") == ("colou?r",)
    assert both_spellings("World Health Organization") == ("World Health Organization",)
    assert both_spellings("labour camp") == ("labour camp", "labor camp")


def _lists(data: Any, where: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _lists(value, f"{where}.{key}")
    elif isinstance(data, list) and data and all(isinstance(item, str) for item in data):
        yield where, data


def _read(text: str) -> list[str]:
    """The records of a sentence, without positions and in one spelling."""
    found = lines(sayso.read(text, published="2021-05-04"))[1:]
    bare = [re.sub(r"@\d+", "", line).lower() for line in found]
    return [re.sub(r"[a-z]+", lambda m: one_spelling(m[0], noun=True), line) for line in bare]
