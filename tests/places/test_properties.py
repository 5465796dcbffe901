"""The stage never raises, and what it gives holds together, whatever the text."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.codebook.terms import PartKind
from sayso.places import RULES, find_places, open_gazetteer, resolve_places
from sayso.places.keys import key, strict_key
from sayso.records.article import Part
from sayso.sentences import build_document
from tests.engine import document_of, parser

_WORDS = (
    "Baku Paris Texas Lebanon Ohio Georgia Tbilisi Armenian Turkish Karabakh Nagorno-Karabakh St. Petersburg U.S. US "
    "Ky. Idlib province region of the in near at from 20 km north , . ; ( ) \" ' 's - and or Mr. John Jackson March "
    "al-Bab Côte d'Ivoire Washington Post University County Walker village town city Xyzzy MOSCOW İstanbul Şuşa"
).split()
_IDS = {rule.id for rule in RULES}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join) | st.text(max_size=80), st.text(max_size=20))
def test_any_text_gives_sound_places(text: str, outside: str) -> None:
    document, gazetteer = document_of(text), open_gazetteer()
    found = find_places(document, gazetteer)
    assert found == find_places(document, gazetteer)
    for one, after in pairwise(found):
        assert one.span.end <= after.span.start
    for one in found:
        sentence = document.sentences[one.sentence]
        assert sentence.start <= one.span.start < one.span.end <= sentence.end
        assert 0 <= one.head < len(sentence.tokens)
        assert one.rule in _IDS
    places = resolve_places(found, document, dateline=outside, outlet=outside, gazetteer=gazetteer)
    assert places == resolve_places(found, document, dateline=outside, outlet=outside, gazetteer=gazetteer)
    mentions = [(m.start, m.end) for place in places for m in place.mentions]
    assert sorted(mentions) == sorted(place.span for place in found)
    for place in places:
        assert all(m.quote == text[m.start : m.end] for m in place.mentions)
        assert set(place.why) <= _IDS
        assert (place.resolved is None) != (place.unresolved is None)
        if place.resolved is not None:
            assert (place.resolved.latitude is None) == (place.resolved.longitude is None)


@given(st.text(max_size=40))
def test_keys_are_stable(name: str) -> None:
    assert key(key(name)) == key(name)
    assert isinstance(strict_key(name), str)


def test_the_gazetteer_travels_between_threads_and_processes() -> None:
    gazetteer = open_gazetteer()
    again = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301
    names = ["baku", "kyiv", "idlib", "no such place", "texas"] * 20
    expected = [gazetteer.lookup(name) for name in names]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(again.lookup, names)) == expected


def test_a_name_may_be_broken_over_lines() -> None:
    text = "Shells fell in Burkina\nFaso, in Nagorno-\nKarabakh and in the Democratic Republic of\nthe Congo."
    part = Part(kind=PartKind.PARAGRAPH, start=0, end=len(text))
    document = build_document(text, (part,), parser())
    found = find_places(document, open_gazetteer())
    assert [" ".join(place.span.of(text).split()) for place in found] == [
        "Burkina Faso",
        "Nagorno- Karabakh",
        "Democratic Republic of the Congo",
    ]


def test_a_name_that_acts_tells_what_the_article_is_about() -> None:
    document, gazetteer = document_of("Myanmar denied it. Shells fell near Muse."), open_gazetteer()
    found = find_places(document, gazetteer)
    muse = resolve_places(found[1:], document, dateline=None, outlet=None, gazetteer=gazetteer, context=found)
    assert [(place.name, place.resolved) for place in muse] == [("Muse", None)]
    assert muse[0].candidates
