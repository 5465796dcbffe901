"""Lists of a user's own countries that the parser, which has never met them, takes for one country with other names."""

from dataclasses import replace
from functools import cache

from sayso.codebook.terms import ActorKind
from sayso.lexicon.own import OwnWords
from sayso.records.language import Document, Sentence


def with_own_lists(document: Document, own: OwnWords) -> Document:
    """The document with appositions of an own country to an own country as coordinations ("Velmark, the Tarn, Orlen");
    the same object where there is none.
    """
    names = _names(own)
    if not names:
        return document
    sentences = tuple(_listed(sentence, names) for sentence in document.sentences)
    if all(new is old for new, old in zip(sentences, document.sentences, strict=True)):
        return document
    return replace(document, sentences=sentences)


@cache
def _names(own: OwnWords) -> frozenset[str]:
    """The last words of the names of own countries."""
    countries = (actor for actor in own.actors if actor.kind is ActorKind.COUNTRY)
    return frozenset(name.split()[-1] for actor in countries for name in (actor.name, *actor.aliases, *actor.seats))


def _listed(sentence: Sentence, names: frozenset[str]) -> Sentence:
    tokens = sentence.tokens
    changed = [
        token.i
        for token in tokens
        if token.dep == "appos"
        and token.text in names
        and tokens[token.head].text in names
        and tokens[token.head].text != token.text
    ]
    if not changed:
        return sentence
    listed = (token._replace(dep="conj") if token.i in changed else token for token in tokens)
    return replace(sentence, tokens=tuple(listed))
