"""The trained ranking of a verb's own place."""

import hypothesis.strategies as st
from hypothesis import given, settings

from sayso.events.place import best, chosen, rank
from sayso.events.place.clues import clues
from sayso.events.place.names import dated_tokens, names_of, span_of
from sayso.events.place.weights import probability, weights
from sayso.places import find_places
from sayso.records.language import Document
from tests.engine import document_of
from tests.events.render import gazetteer

ANY = st.lists(
    st.sampled_from("in near the of and , killed hit Kano Homs Al - district on Monday who".split()), max_size=25
)


def names(text: str) -> list[str]:
    """The names of the first sentence."""
    document = document_of(text)
    sentence = document.sentences[0]
    return [span_of(sentence, n).of(text) for n in names_of(sentence, found(document), frozenset())]


def found(document: Document) -> tuple:  # type: ignore[type-arg]
    return find_places(document, gazetteer())


def test_names_without_common_nouns_and_with_hyphens() -> None:
    assert names("Shells fell on the Orvan-Tash area of Idlib province.") == ["Idlib", "Orvan-Tash"]


def test_dashes_are_no_names() -> None:
    assert names("- - Kano") == ["Kano"]


def test_every_weight_is_a_whole_number_and_the_bias_is_there() -> None:
    assert "" in weights()
    assert len(weights()) > 1000


def test_probability_grows_with_the_weights() -> None:
    table = weights()
    good = max(table, key=lambda clue: table[clue])
    bad = min(table, key=lambda clue: table[clue])
    assert probability([good]) > probability([]) > probability([bad])
    assert probability([good, good]) == probability([good])


@settings(max_examples=40, deadline=None)
@given(ANY)
def test_any_text_is_ranked(words: list[str]) -> None:
    text = " ".join(words).capitalize()
    document = document_of(text)
    for sentence in document.sentences:
        told = names_of(sentence, found(document), dated_tokens(sentence, []))
        for verb in sentence.tokens:
            ranked = rank(sentence, verb, told, ())
            assert all(0 <= r.probability <= 1 for r in ranked)
            assert len(clues(sentence, verb, told, ())) == len(told)
            top = best(ranked)
            assert (top in chosen(sentence, ranked)) == (top is not None)
