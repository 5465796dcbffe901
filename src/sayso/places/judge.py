"""Is this name a place here? Signs in the words around a match -> a verdict."""

from enum import IntEnum
from typing import NamedTuple

from sayso.lexicon.names import is_given_name
from sayso.places.rules import (
    CONTAINED, DEMONYM, DIVISION, KIND, LOCATED, MODIFIER, NAMED,
)
from sayso.places.scan import Match
from sayso.places.words import words
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.records.places import Candidate


class Sign(IntEnum):
    """How the words around speak: against a place, not at all, for it, clearly for it."""

    AGAINST = 0
    NONE = 1
    FAIR = 2
    CLEAR = 3


class Verdict(NamedTuple):
    """A sign and the rule that gave it."""

    sign: Sign
    rule: RuleId


_AGAINST = Verdict(Sign.AGAINST, NAMED)
_PROPER = ("NNP", "NNPS")
_OPENERS = frozenset({"(", "[", "“", '"', "‘", "'", "—", "–", "--", ":", ";", "...", "…", "-"})


def judge(match: Match, before: Match | None, after: Match | None, sentence: Sentence) -> Verdict:
    """`before` and `after` are the neighbouring matches of the sentence, or None."""
    tokens = sentence.tokens
    if match.hit.form == "demonym":
        return _demonym(match, sentence)
    following = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    previous = tokens[match.first - 1] if match.first else None
    if not _may_be_name(match, sentence):
        return _AGAINST
    named = _said_to_be_place(match, sentence)
    if named is not None:
        return named
    if _person_or_body(match, previous, following, sentence):
        return _AGAINST
    located = _located(match, sentence)
    if after is not None and _lies_in(match, after, sentence):
        return Verdict(Sign.CLEAR, CONTAINED)
    if before is not None and _lies_in(before, match, sentence):
        return Verdict(Sign.CLEAR, CONTAINED)
    if located is not None:
        return located
    if following is not None and _capital(following) and following.text in words().place_tails:
        return Verdict(Sign.FAIR, MODIFIER)
    return Verdict(Sign.NONE, NAMED)


def _demonym(match: Match, sentence: Sentence) -> Verdict:
    """A people's name is a demonym unless it is part of a person's name or a brand."""
    token = sentence.tokens[match.last]
    if token.tag.startswith(("VB", "RB")) and not token.text.istitle():
        return _AGAINST
    if match.first and is_given_name(sentence.tokens[match.first - 1].text) and token.tag in _PROPER:
        return _AGAINST
    return Verdict(Sign.CLEAR, DEMONYM)


def _may_be_name(match: Match, sentence: Sentence) -> bool:
    """False for ordinary words that open a sentence ("Reading the letter ...") and for tags no name has."""
    inside = sentence.tokens[match.first : match.last + 1]
    if any(token.tag in _PROPER for token in inside):
        return True
    prominent = match.hit.candidates[0]
    if prominent.feature in ("PCLI", "ADM1", "CONT", "PPLC") or prominent.population > 500_000:
        return not (len(inside) == 1 and inside[0].pos in ("VERB", "AUX", "PRON", "DET", "ADP", "ADV"))
    if any(token.pos in ("PRON", "DET", "AUX", "ADV", "SCONJ", "CCONJ", "INTJ") for token in inside[-1:]):
        return False
    return len(inside) > 1 or (inside[0].pos in ("NOUN", "ADJ", "X") and _before(match, sentence) is not None)


def _before(match: Match, sentence: Sentence) -> Token | None:
    """The token before the name, articles and adjectives of direction left out; None at a sentence's start."""
    i = match.first - 1
    while i >= 0 and (sentence.tokens[i].lower in words().skipped or sentence.tokens[i].text in _OPENERS):
        if sentence.tokens[i].text in _OPENERS and sentence.tokens[i].text not in ("“", '"', "‘", "'"):
            break
        i -= 1
    return sentence.tokens[i] if i >= 0 else None


def _said_to_be_place(match: Match, sentence: Sentence) -> Verdict | None:
    """ "X province", "X County", "the village of X", "the town X"."""
    tokens, lists = sentence.tokens, words()
    if match.last > match.first and tokens[match.last].lower in lists.place_nouns and match.hit.candidates:
        return Verdict(Sign.CLEAR, DIVISION)
    following = tokens[match.last + 1] if match.last + 1 < len(tokens) else None
    if following is not None and following.lower in lists.division_nouns and following.tag[:2] == "NN":
        return Verdict(Sign.CLEAR, DIVISION)
    if following is not None and following.lower in lists.town_nouns and following.text.islower():
        return Verdict(Sign.CLEAR, KIND)
    before = _before(match, sentence)
    if before is None:
        return None
    if before.lower == "of" and before.i and tokens[before.i - 1].lower in lists.heads_of_place:
        return Verdict(Sign.CLEAR, KIND)
    if before.lower in lists.town_nouns and before.text.islower() and before.tag == "NN":
        return Verdict(Sign.FAIR, KIND)
    return None


def _person_or_body(match: Match, previous: Token | None, following: Token | None, sentence: Sentence) -> bool:
    lists = words()
    if previous is not None and _adjoins(previous, match.start):
        if previous.lower.rstrip(".") in lists.titles and not _public_office(match, previous, sentence):
            return True
        if _capital(previous) and previous.tag in _PROPER and _surname_after(previous, match, sentence):
            return True
        if previous.text in ("&", "of") and previous.i and _head_of_body(sentence, previous):
            return True
    if following is None or not _adjoins_right(match.end, following) or not _capital(following):
        return False
    if following.text in lists.organisation_tails:
        return True
    if following.tag not in _PROPER or following.text in lists.place_tails:
        return False
    first = sentence.tokens[match.first].text
    return match.first == match.last and is_given_name(first)


def _public_office(match: Match, previous: Token, sentence: Sentence) -> bool:
    """ "Secretary of State", but also "Mayor of", and "police chief Dallas": only the bare title counts."""
    return previous.tag not in (*_PROPER, "NN") or match.hit.candidates[0].feature == "PCLI" or previous.lower == "state"


def _surname_after(previous: Token, match: Match, sentence: Sentence) -> bool:
    """Is the capitalised word before the name a forename? Not "North", "Lake", a demonym's noun or a weekday."""
    lists = words()
    if is_given_name(previous.text):
        return match.hit.candidates[0].feature != "PCLI"
    if previous.text in lists.place_openers or previous.lower in lists.place_nouns or previous.text.isupper():
        return False
    if len(previous.text) == 2 and previous.text.endswith("."):
        return True
    return previous.dep == "compound" and previous.head in range(match.first, match.last + 1)


def _head_of_body(sentence: Sentence, of: Token) -> bool:
    """ "Bank of X", "Islamic State of X": an organisation's name, of which the place is a part."""
    head = sentence.tokens[of.i - 1]
    if not _capital(head) or of.text == "&":
        return of.text == "&" and _capital(head)
    lists = words()
    return head.text in lists.private_heads or (
        head.text in lists.group_heads and of.i > 1 and _capital(sentence.tokens[of.i - 2])
    )


def _located(match: Match, sentence: Sentence) -> Verdict | None:
    before = _before(match, sentence)
    if before is None:
        return None
    lists = words()
    if before.lower in lists.located_by and before.tag in ("IN", "TO", "RB", "RP"):
        following = sentence.tokens[match.last + 1] if match.last + 1 < len(sentence.tokens) else None
        if following is not None and following.lower in ("'s", "’s") and before.lower == "in":
            return Verdict(Sign.FAIR, LOCATED)
        return Verdict(Sign.CLEAR, LOCATED)
    if before.lower in lists.maybe_located_by:
        return Verdict(Sign.FAIR, LOCATED)
    return None


def _lies_in(inner: Match, outer: Match, sentence: Sentence) -> bool:
    """ "Paris, Texas", "Idlib in Syria", "Aleppo (Syria)": does the inner match lie in the outer by its candidates?"""
    if inner.hit.form == "demonym" or outer.hit.form == "demonym":
        return False
    between = [token.lower for token in sentence.tokens[inner.last + 1 : outer.first]]
    if between not in ([","], ["("], ["in"], [], [",", "in"], ["-"]):
        return False
    return any(contains(o, i) for o in outer.hit.candidates[:20] for i in inner.hit.candidates)


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Does the division or country `outer` hold `inner`?"""
    if outer is inner or outer.country is None or outer.country != inner.country:
        return False
    if outer.feature == "PCLI":
        return inner.feature != "PCLI"
    if outer.feature == "ADM1":
        return inner.admin1 == outer.admin1 and inner.feature != "ADM1"
    return outer.feature == "ADM2" and inner.admin2 == outer.admin2 and inner.feature != "ADM2"


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _adjoins(previous: Token, start: int) -> bool:
    return 0 <= start - previous.end <= 1


def _adjoins_right(end: int, following: Token) -> bool:
    return 0 <= following.start - end <= 1

