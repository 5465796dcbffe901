"""Looks for names of the gazetteer in a sentence: Sentence -> matches, the longest at each place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sayso.places.gazetteer import Gazetteer, Hit
from sayso.places.keys import key, strict_key
from sayso.records.language import Sentence

_WORD = re.compile(r"(?:[A-Z][a-z]?\.){2,}|(?:[A-Z]\.)+[A-Z]\b|[^\W\d_]+(?:['’ʻ‘`][^\W\d_]+)*")
_JOINTS = frozenset({" ", "-", "–", "‑", "- ", ". ", ".", "  ", "\xa0", "'", "’", " & ", "'s ", "’s "})
_LINE_END = re.compile(r"[ \t]{0,8}\r?\n[ \t]{0,8}")
_WIDEST = 20
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_SHOUTED = 0.8
"""A sentence with more than this share of its words in capitals is read as all capitals, as `sentences.casing` does."""
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_ARTICLES = frozenset({"al", "el", "as", "ar", "ad", "an", "az", "ash", "at", "ed", "ez", "et"})
_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "de",
        "da",
        "do",
        "del",
        "di",
        "la",
        "le",
        "el",
        "al",
        "du",
        "des",
        "upon",
        "on",
        "in",
        "en",
        "es",
        "sur",
        "ul",
        "i",
        "e",
        "an",
        "der",
        "am",
    }
)
_LAST_SMALL = frozenset({"region", "province", "state", "governorate", "oblast", "corridor"})
_DIRECTIONS = frozenset({"eastern", "western", "northern", "southern", "central", "north", "south", "east", "west"})


class Match(NamedTuple):
    """A name of the gazetteer in a sentence: the tokens first..last (inclusive), its character span, its key."""

    first: int
    last: int
    start: int
    end: int
    key: str
    hit: Hit


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def scan(sentence: Sentence, text: str, gazetteer: Gazetteer) -> Iterator[Match]:
    """The longest names, left to right, none inside another. `text` is the article's."""
    words = _words(sentence, text)
    i = 0
    while i < len(words):
        may = words[i].text[0].isupper() or words[i].text in _ARTICLES
        found = _longest(words, i, sentence, text, gazetteer) if may else None
        if found is None:
            i += 1
        else:
            yield found[0]
            i = found[1]


def _words(sentence: Sentence, text: str) -> list[_Word]:
    words = []
    for m in _WORD.finditer(text, sentence.start, sentence.end):
        start, end = m.span()
        if m.group().endswith(_POSSESSIVE):
            end -= 2
        if end > start:
            words.append(_Word(start, end, text[start:end]))
    return words


def _longest(
    words: list[_Word],
    i: int,
    sentence: Sentence,
    text: str,
    gazetteer: Gazetteer,
) -> tuple[Match, int] | None:
    word = words[i]
    if not (word.text[0].isupper() or (word.text in _ARTICLES and _followed_by_capital(words, i, text))):
        return None
    longest = max(gazetteer.longest(first) for first in _first_keys(word.text))
    shortest = 1 if word.text[0].isupper() else 2
    for n in range(_reach(words, i, min(longest, len(words) - i), text), shortest - 1, -1):
        last = words[i + n - 1]
        if n > 1 and not _may_end(last.text, word.text):
            continue
        for printed, stop in _printed(text, word.start, last.end):
            found = _look(printed, gazetteer)
            if found is not None:
                match = _match(sentence, word.start, stop, *found)
                return (match, i + n) if match else None
    return None


def _first_keys(word: str) -> tuple[str, ...]:
    """What the first word of a key may be for a printed word."""
    plain = key(word) or word
    extra = key(f"{word} x").partition(" ")[0]
    return (plain,) if extra == plain else (plain, extra)


def _followed_by_capital(words: list[_Word], i: int, text: str) -> bool:
    follows = i + 1 < len(words) and text[words[i].end : words[i + 1].start] == "-"
    return follows and words[i + 1].text[0].isupper()


def _reach(words: list[_Word], i: int, most: int, text: str) -> int:
    """How many words from `i`, at most `most`, may stand in one name: joined by spaces, hyphens or dots of
    abbreviation, those between the first and the last with capitals.
    """
    n = min(most, 1)
    while n < most:
        before, word = words[i + n - 1], words[i + n]
        joint = _joint(text, before.end, word.start)
        if joint not in _JOINTS or ("." in joint and len(before.text) > 3):
            break
        n += 1
        if not (word.text[0].isupper() or word.text in _SMALL):
            break
    return n


def _may_end(last: str, first: str) -> bool:
    """May a name that begins with the word `first` end with the word `last`?"""
    small = last in _LAST_SMALL and first.lower() not in _DIRECTIONS
    return last[0].isupper() or last[2:3].isupper() or small


def _joint(text: str, start: int, end: int) -> str:
    """What stands between two words, the end of a line as a space."""
    between = text[start:end] if end - start < _WIDEST else "?"
    return _LINE_END.sub(" ", between) if "\n" in between else between


def _printed(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The printed name, first with the full stop after it (an abbreviation), then without."""
    if text[end : end + 1] == "." and end - start < 8:
        yield text[start : end + 1], end + 1
    yield text[start:end], end


def _look(printed: str, gazetteer: Gazetteer) -> tuple[str, Hit] | None:
    strict = strict_key(printed)
    plain = key(printed)
    if strict == plain or not strict.endswith("^"):
        hit = gazetteer.lookup(strict)
        return (strict, hit) if hit else None
    hit = gazetteer.lookup(strict)
    if hit is None and len(plain) > 3 and "." not in printed:
        hit = gazetteer.lookup(plain)
        return (plain, hit) if hit and (hit.form == "demonym" or _prominent(hit)) else None
    return (strict, hit) if hit else None


def _prominent(hit: Hit) -> bool:
    """Big enough that a short word in capitals ("OSLO") is rather its name than an abbreviation."""
    top = hit.candidates[0]
    return top.feature in ("PCLI", "PPLC", "ADM1") or top.population >= 100_000


def _match(sentence: Sentence, start: int, end: int, found: str, hit: Hit) -> Match | None:
    first, last = sentence.token_at(start), sentence.token_at(end - 1)
    if first is None or last is None or _shouted_word(sentence, first.i, last.i):
        return None
    return Match(first.i, last.i, start, end, found, hit)


def _shouted_word(sentence: Sentence, first: int, last: int) -> bool:
    """True for ordinary words of a sentence in capitals ("THE CAR", "THE CAPITAL"): the parser sees no name in them."""
    inside = sentence.tokens[first : last + 1]
    if not inside[0].text.isupper() or any(token.tag in _NAME_TAGS for token in inside):
        return False
    others = [token.text for token in sentence.tokens if len(token.text) > 2 and token.text.isalpha()]
    return len(others) > 3 and sum(map(str.isupper, others)) > _SHOUTED * len(others)
