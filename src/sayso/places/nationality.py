"""Names of countries that stand for an adjective of nationality: "a U.S. drone", "Russia-backed"."""

import re

from sayso.lexicon.nouns import noun_classes
from sayso.places.scan import Match
from sayso.places.words import words
from sayso.records.language import Sentence, Token

_BESIDE = ("compound", "nmod", "amod", "nounmod")
_ACTING = frozenset({"weapon", "military", "armed_group", "government", "police"})
_ABBREVIATED = frozenset({"person", "people", "civilians", "legislature", "judicial", "party", "media", "aid_worker"})
_BOUND = re.compile(r"[-‐‑]([A-Za-z]{1,20})")
"""A hyphen and the word behind it, whether the parser parts them from the name or not ("U.S.-led")."""
_REACH = 4
_LONGEST = 3


def is_nationality(match: Match, sentence: Sentence, text: str) -> bool:
    """True for a country's name before a noun for its arms, forces or government, or bound to what it does.

    A full name before another noun is a place ("the Syria strikes"); an abbreviation has no adjective beside it, so
    that it is read as one before people and what states do, too ("U.S. strikes").
    """
    if match.hit.candidates[0].feature != "PCLI":
        return False
    token, tokens = sentence.tokens[match.last], sentence.tokens
    after = match.last + 1
    bound = _BOUND.match(text, match.end)
    if bound is not None:
        return bound[1].lower() in words().acting_bound
    if text[match.end : match.end + 1] not in (" ", "\n") or after >= len(tokens):
        return False
    short = _is_short(match, text)
    if not short and match.first and tokens[match.first - 1].lower in words().located_by:
        return False
    return any(
        _is_owned(noun, short=short) for noun in (_modified(token, sentence), _beside(token, tokens[after])) if noun
    )


def _is_owned(noun: Token, *, short: bool) -> bool:
    """Is it a noun for what a country has or does?"""
    lemma, lists = noun.lemma.lower(), words()
    classes = noun_classes(lemma)
    if lemma in lists.not_national:
        return False
    return bool(classes & _ACTING or (short and (classes & _ABBREVIATED or lemma in lists.national_nouns)))


def _beside(token: Token, after: Token) -> Token | None:
    """The common noun right after a name that modifies something, or None."""
    return after if token.dep in _BESIDE and after.pos == "NOUN" and after.dep in _BESIDE else None


def _modified(token: Token, sentence: Sentence) -> Token | None:
    """The noun after a name that stands beside it as a modifier, or None."""
    noun = sentence.tokens[token.head]
    beside = token.dep in _BESIDE and 0 < noun.i - token.i <= _REACH
    return noun if beside and noun.pos in ("NOUN", "PROPN") else None


def _is_short(match: Match, text: str) -> bool:
    printed = text[match.start : match.end]
    return match.key.endswith("^") or (printed.isupper() and len(printed) <= _LONGEST)
