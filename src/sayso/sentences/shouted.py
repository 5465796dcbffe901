"""Names in text that is all capitals: persons by their given names, organisations by the acronym beside them."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from sayso.lexicon.names import is_given_name

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 2, 7
"""Letters of an acronym."""
_MOST_WORDS = 9
_VERBAL = re.compile(r"(?:ED|ING|LY)$", re.IGNORECASE)
_VOWEL = re.compile(r"[AEIOU]", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[(] ?([^\W\d_]{2,7}) ?[\])]")
_GLUE = frozenset({"of", "the", "and", "for", "in", "de", "del", "la", "los", "las", "y", "para", "el"})


class NameLists(Protocol):
    """The word lists that tell names from words."""

    @property
    def function(self) -> Collection[str]:
        """Closed-class words."""
        ...

    @property
    def doubtful_given(self) -> Collection[str]:
        """Given names that are ordinary words too."""
        ...

    @property
    def after_name(self) -> Collection[str]:
        """Verbs and adverbs that may stand behind a given name."""
        ...

    @property
    def surnames(self) -> Collection[str]:
        """Surnames that are ordinary words too."""
        ...


class Word(NamedTuple):
    """A word of a text and where it stands."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def words_of(source: str) -> list[Word]:
    """The words of a text: runs of letters."""
    return [Word(m.group(), *m.span()) for m in _WORD.finditer(source)]


def is_first_name(word: str, doubtful: Collection[str]) -> bool:
    """Is the word in any casing a given name that is no ordinary word ("Carlos", not "Will")?"""
    return len(word) > 2 and word.lower() not in doubtful and is_given_name(word[0].upper() + word[1:].lower())


def named(source: str, lists: NameLists, known: Callable[[str], bool]) -> list[str]:
    """The words of persons' names, capitalised: those after a given name, and surnames after another name.

    `known` tells the words of a dictionary; others are names. A word in -ed, -ing or -ly after a given name is taken
    for a verb or an adverb, not for a surname.
    """
    found: list[str] = []
    after_given = inside = False
    for word, following in pairwise([*words_of(source), Word("", len(source), len(source))]):
        plain = word.lower
        given = is_first_name(word.text, lists.doubtful_given)
        word_like = plain in lists.function or plain in lists.after_name or _VERBAL.search(plain)
        follows = after_given and len(plain) > 2 and not word_like
        if given or follows or (inside and plain in lists.surnames):
            found.append(word.text[0] + plain[1:])
            inside = True
        else:
            inside = len(plain) > 2 and plain not in lists.function and not known(plain)
        touching = source[word.end : following.start] in (" ", "\n", " \n", "-")
        after_given = given and touching
        inside = inside and touching
    return found


def capitalised(source: str, phrases: Sequence[tuple[str, ...]]) -> Iterator[int]:
    """Offsets of words that belong to a name of several words: one spelt out beside its acronym ("RED ARMY FACTION
    [RAF]", "RAF [RED ARMY FACTION]") or one of the known phrases.
    """
    words = words_of(source)
    at = {word.start: i for i, word in enumerate(words)}
    for m in _BRACKETED.finditer(source):
        i = at.get(m.start(1))
        if i is not None:
            yield from (word.start for word in _spelt(words[max(0, i - _MOST_WORDS) : i], m.group(1)))
    for i, word in enumerate(words[:-1]):
        between = source[word.end : words[i + 1].start]
        if _SHORTEST <= len(word.text) <= _LONGEST and between in (" [", " (", "[", "("):
            close = source.find("]" if "[" in between else ")", word.end)
            inner = [w for w in words[i + 1 : i + 1 + _MOST_WORDS] if w.end <= close]
            if len(inner) > 1 and _fits(inner, word.text):
                yield from (w.start for w in inner if w.lower not in _GLUE)
        for phrase in phrases:
            if word.lower == phrase[0] and tuple(w.lower for w in words[i : i + len(phrase)]) == phrase:
                yield from (w.start for w in words[i : i + len(phrase)] if w.lower not in _GLUE)


def acronyms(source: str) -> set[str]:
    """Words in brackets that the words before spell out (or that have no vowel), and words spelt out in brackets behind
    them, in small letters.
    """
    words = words_of(source)
    at = {word.start: i for i, word in enumerate(words)}
    found = {
        m.group(1).lower()
        for m in _BRACKETED.finditer(source)
        if (i := at.get(m.start(1))) is not None
        and (not _VOWEL.search(m.group(1)) or _spelt(words[max(0, i - _MOST_WORDS) : i], m.group(1)))
    }
    for word, after in pairwise(words):
        if source[word.end : after.start] in (" [", " (") and _SHORTEST <= len(word.text) <= _LONGEST:
            close = min((i for i in (source.find("]", word.end), source.find(")", word.end)) if i >= 0), default=0)
            inner = words_of(source[after.start : close])
            if 1 < len(inner) <= _MOST_WORDS and _fits(inner, word.text):
                found.add(word.lower)
    return found


def _spelt(before: Sequence[Word], acronym: str) -> Sequence[Word]:
    """The words right before an acronym that spell it out, from the longest run whose initials fit."""
    for start in range(len(before)):
        run = before[start:]
        if len(run) > 1 and run[0].lower not in _GLUE and _fits(run, acronym):
            return [word for word in run if word.lower not in _GLUE]
    return ()


def _fits(words: Sequence[Word], acronym: str) -> bool:
    """Do the initials of the words, small ones left out or not, give the acronym, but for one letter?"""
    letters = acronym.lower()
    bare = "".join(word.lower[0] for word in words if word.lower not in _GLUE)
    full = "".join(word.lower[0] for word in words)
    return letters in (bare, full) or (len(letters) > 2 and sorted(letters) == sorted(bare))
