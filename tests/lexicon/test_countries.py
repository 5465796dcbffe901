"""The table of countries: complete, unambiguous, in order."""

import re
from collections import Counter
from importlib.resources import files

from sayso.lexicon.countries import countries


def test_codes_are_unique_and_in_order() -> None:
    table = countries()
    codes = [country.alpha2 for country in table]
    assert codes == sorted(set(codes))
    assert len({country.alpha3 for country in table}) == len(table)
    assert all(re.fullmatch("[A-Z]{2}", c.alpha2) and re.fullmatch("[A-Z]{3}", c.alpha3) for c in table)
    assert len(table) > 240


def test_points_lie_on_the_globe() -> None:
    assert all(abs(c.point[0]) <= 90 and abs(c.point[1]) <= 180 for c in countries())


def test_a_demonym_or_seat_has_one_country() -> None:
    words = Counter(word for c in countries() for word in (*c.demonyms, *c.also_demonyms, *c.seats))
    assert [word for word, times in words.items() if times > 1] == []


def test_only_congo_names_two_countries() -> None:
    words = Counter(word for c in countries() for word in {c.name, *c.names, *c.also})
    assert {word for word, times in words.items() if times > 1} == {"Congo"}


def test_the_file_is_in_order() -> None:
    text = files("sayso.lexicon").joinpath("countries.toml").read_text(encoding="utf-8")
    keys = re.findall(r"^\[([A-Z]{2})\]$", text, re.M)
    assert keys == sorted(keys)
