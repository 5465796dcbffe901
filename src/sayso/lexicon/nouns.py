"""What common nouns denote: lemma -> classes, shared by the stages."""

from functools import cache, lru_cache

from sayso.lexicon.load import load


@cache
def _classes() -> dict[str, frozenset[str]]:
    table = load("sayso.lexicon", "nouns.toml", dict[str, list[str]])
    found: dict[str, set[str]] = {}
    for name, words in table.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1 << 14)
def noun_classes(lemma: str) -> frozenset[str]:
    """The classes of a lower-case noun lemma (person, civilians, people, government, military, armed_group, police,
    organisation, media, place, facility, vehicle, weapon ...); empty if unknown. A prefixed noun ("ex-minister") has
    the classes of its base.
    """
    return _classes().get(lemma) or _classes().get(lemma.rpartition("-")[2], frozenset())
