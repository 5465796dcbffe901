"""Undoes capitals that say nothing: title-case headlines and all-capital text are parsed in ordinary casing.

The parser was trained on running text; "Azerbaijan Says No Reason for Russia to Intervene" makes it see a row of
names. The surrogate has the same length character by character, so offsets stay those of the article.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sayso.codebook.terms import PartKind
from sayso.lexicon import load
from sayso.nlp.port import Parser
from sayso.records.article import Part
from sayso.sentences.shouted import acronyms, capitalised, is_first_name, named

_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.){2,}")
_OPENING = frozenset(" \t\n\r\u00a0\"“‘'([«")
_ENDING = frozenset(".!?")
_CAPS_SHARE = 0.6
"""A headline whose words (three letters and more) are capitalised to at least this share is read as title case; running
news text stays under 0.4, headline style over 0.7 (counted on the examples)."""
_UPPER_SHARE = 0.8
"""A part is read as all capitals from this share of upper-case words: names in "JAN" style stay below it."""
_LOOK_BACK = 6
_ACRONYM = re.compile(r"\[([^\W\d_]{2,7})\]")
_ASIDE = re.compile(r"\[([^\s\[\]]{1,40}[ \n][^\[\]]{1,200})\]")
"""An editor's aside of two words and more; a single word in brackets ("[He] said") is part of its sentence."""


@dataclass(frozen=True, slots=True)
class _Names:
    geography: list[str]
    calendar: list[str]
    before_month: list[str]
    months: list[str]
    titles: list[str]
    acronyms: list[str]
    function: list[str]
    doubtful_given: list[str]
    surnames: list[str]
    phrases: list[str]
    after_name: list[str]


@dataclass(frozen=True, slots=True)
class _Lists:
    names: frozenset[str]
    months: frozenset[str]
    before_month: frozenset[str]
    titles: frozenset[str]
    acronyms: frozenset[str]
    function: frozenset[str]
    doubtful_given: frozenset[str]
    surnames: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    after_name: frozenset[str]


@cache
def _lists() -> _Lists:
    table = load("sayso.sentences", "names.toml", _Names)
    return _Lists(
        names=frozenset([*table.geography, *table.calendar, *table.titles]),
        months=frozenset(table.months),
        before_month=frozenset(table.before_month),
        titles=frozenset(table.titles),
        acronyms=frozenset(table.acronyms),
        function=frozenset(table.function),
        doubtful_given=frozenset(table.doubtful_given),
        surnames=frozenset(table.surnames),
        phrases=tuple(tuple(phrase.split()) for phrase in table.phrases),
        after_name=frozenset(table.after_name),
    )


def readable(text: str, parts: Sequence[Part], parser: Parser) -> list[str]:
    """For each part its text, re-cased where its capitals are mere style, asides in round brackets. Lengths never
    change.
    """
    sources = [_round(text[part.start : part.end]) for part in parts]
    styled = [_styled(source, part.kind) for source, part in zip(sources, parts, strict=True)]
    if not any(styled):
        return sources
    pairs = list(zip(sources, styled, strict=True))
    wanted = frozenset(word.lower() for source, style in pairs if style for word in _WORD.findall(source))
    seen = Counter(word for source, style in pairs if not style for word in _inner_words(source, wanted))
    lists = _lists()
    for source, style in pairs:
        if style:
            seen.update(_titled(source))
            seen.update(named(source, lists, parser.is_common_word) if _shouts(source) else ())
    short = frozenset(word for source, style in pairs if style and _shouts(source) for word in acronyms(source))
    return [_recase(source, seen, short, parser) if style else source for source, style in pairs]


def _round(source: str) -> str:
    """Asides of several words in square brackets stand in round ones: the parser knows those."""
    return _ASIDE.sub(r"(\1)", source) if "[" in source else source


def _styled(source: str, kind: PartKind) -> bool:
    """Are the capitals of this part mere style? Any part may be all capitals, only a headline title case."""
    if kind is not PartKind.HEADLINE and not source[: 1 + len(source) // 2].isupper():
        return False
    words = [word for word in _WORD.findall(source) if len(word) > 2]
    if len(words) < 3:
        return False
    if sum(word.isupper() for word in words) >= _UPPER_SHARE * len(words):
        return True
    return kind is PartKind.HEADLINE and sum(word[0].isupper() for word in words) >= _CAPS_SHARE * len(words)


def _inner_words(source: str, wanted: frozenset[str]) -> list[str]:
    """The wanted words that do not open a sentence or a quotation, as printed."""
    found = []
    for m in _WORD.finditer(source):
        if m.group().lower() not in wanted:
            continue
        at = m.start()
        while at and source[at - 1] in _OPENING:
            at -= 1
        if at and source[at - 1] not in ".!?:…" and not (at < m.start() and source[at] in "\"“‘'("):
            found.append(m.group())
    return found


def _titled(source: str) -> list[str]:
    """The words after "Mr", "Gen." and the like: names wherever they stand, even if they are words too ("Rice")."""
    titles = _lists().titles
    words = [(m.group(), m.start()) for m in _WORD.finditer(source)]
    return [
        name[0] + name[1:].lower()
        for (title, at), (name, start) in pairwise(words)
        if title.lower() in titles and len(name) > 2 and source[at + len(title) : start].strip(" ") in ("", ".")
    ]


def _shouts(source: str) -> bool:
    """Are more than half of the words in capitals throughout?"""
    words: list[str] = _WORD.findall(source)
    return sum(word.isupper() for word in words) * 2 > len(words)


def _recase(source: str, seen: Counter[str], short: frozenset[str], parser: Parser) -> str:
    """One styled part in ordinary casing: names, acronyms and sentence openings keep their capitals."""
    shouting = _shouts(source)
    kept = {i for m in _INITIALS.finditer(source) for i in range(*m.span())}
    spelt = frozenset(capitalised(source, _lists().phrases)) if shouting else frozenset[int]()
    pieces: list[str] = []
    last = 0
    before = ""
    for m in _WORD.finditer(source):
        word = m.group()
        if m.start() in kept or word == "I" or (shouting and word.lower() in short):
            new = word
        elif m.start() in spelt:
            new = word[0] + word[1:].lower()
        else:
            around = source[max(0, m.start() - 3) : m.start()].strip() + source[m.end() : m.end() + 4]
            new = _word(word, before, around, seen, parser, shouting=shouting)
            if new.islower() and _opens_sentence(source, m.start(), before):
                new = word[0] + new[1:]
        if len(new) != len(word):
            new = word
        pieces += [source[last : m.start()], new]
        last = m.end()
        before = word.lower()
    recased = "".join([*pieces, source[last:]])
    return _ACRONYM.sub(lambda m: f"({m[1]})" if m[1].lower() in short else m[0], recased) if short else recased


def _word(word: str, before: str, around: str, seen: Counter[str], parser: Parser, *, shouting: bool) -> str:
    """The ordinary casing of one word: as the rest of the article prints it, else by the lists and the dictionary."""
    lists = _lists()
    lower = word.lower()
    title = word[0] + lower[1:]
    printed = seen[title] + seen[word] * (word != title)
    if seen[lower] > printed:
        return lower
    if seen[title] or (seen[word] and not shouting):
        return title if shouting else word
    if (word.isupper() and len(word) > 1 and not shouting) or lower in lists.acronyms:
        return word
    if lower in lists.months:
        name = before in lists.before_month or any(char.isdigit() for char in around)
    else:
        name = _is_name(lower)
    if name or lower in lists.months:
        return title if name else lower
    plain = lower in lists.function or parser.is_common_word(lower)
    return lower if plain else title if shouting else word


def _is_name(lower: str) -> bool:
    """A name of the lists, the plural of a people's, or a given name that is no ordinary word."""
    lists = _lists()
    people = len(lower) > 6 and lower.endswith("ans") and lower[:-1] in lists.names
    return people or lower in lists.names or is_first_name(lower, lists.doubtful_given)


def _opens_sentence(source: str, start: int, before: str) -> bool:
    """Does the word at `start` open the part or a sentence in it ("GEN. BUSTILLO" and "U.S. SOLDIERS" do not)?"""
    at = start
    while at and start - at < _LOOK_BACK and source[at - 1] in _OPENING:
        at -= 1
    if at == 0:
        return True
    abbreviated = before in _lists().titles or len(before) == 1
    return at < start and source[at - 1] in _ENDING and not abbreviated
