"""Undoes capitals that say nothing: title-case headlines and all-capital text are parsed in ordinary casing.

The parser was trained on running text; "Azerbaijan Says No Reason for Russia to Intervene" makes it see a row of
names. The surrogate has the same length character by character, so offsets stay those of the article.
"""

import re
from collections import Counter
from collections.abc import Sequence

from sayso.codebook.terms import PartKind
from sayso.nlp.port import Parser
from sayso.records.article import Part

_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(^|[.!?:…\"“‘'(])\s*$")
_CAPS_SHARE = 0.6
"""A part whose words (three letters and more) are capitalised to at least this share is read as title case; running
news text stays under 0.4, headline style over 0.7 (counted on the examples)."""


def readable(text: str, parts: Sequence[Part], parser: Parser) -> list[str]:
    """For each part its text, re-cased where its capitals are mere style. Lengths never change."""
    plain = [part for part in parts if not _styled(text[part.start : part.end], part.kind)]
    seen = Counter(word for part in plain for word in _mid_sentence_words(text[part.start : part.end]))
    return [
        source if not _styled(source, part.kind) else _recase(source, seen, parser)
        for part in parts
        for source in (text[part.start : part.end],)
    ]


def _styled(source: str, kind: PartKind) -> bool:
    words = [word for word in _WORD.findall(source) if len(word) > 2]
    if len(words) < 3:
        return False
    upper = sum(word.isupper() for word in words)
    if upper >= 0.8 * len(words):
        return True
    return kind is PartKind.HEADLINE and sum(word[0].isupper() for word in words) >= _CAPS_SHARE * len(words)


def _mid_sentence_words(source: str) -> list[str]:
    """Words that do not open a sentence or a quotation, as printed."""
    return [m.group() for m in _WORD.finditer(source) if not _OPENS.search(source[max(0, m.start() - 3) : m.start()])]


def _recase(source: str, seen: Counter[str], parser: Parser) -> str:
    shouting = source.upper() == source
    pieces: list[str] = []
    last = 0
    for m in _WORD.finditer(source):
        word, lower = m.group(), m.group().lower()
        title = word[0] + lower[1:]
        if seen[lower] > seen[title] + seen[word] * (word != title):
            new = lower
        elif seen[title] or (seen[word] and not shouting):
            new = title if shouting else word
        elif word.isupper() and len(word) > 1 and not shouting:
            new = word
        else:
            new = lower if parser.is_common_word(lower) or lower in _FUNCTION else title if shouting else word
        if not pieces or source[: m.start()].strip() == "":
            new = title if new == lower and not shouting else new
        if len(new) != len(word):
            new = word
        pieces += [source[last : m.start()], new]
        last = m.end()
    return "".join([*pieces, source[last:]])


_FUNCTION = frozenset(
    "a an the of in on at to for from by with and or nor but as is are was were be been being has have had do does did "
    "not no over after before amid into than that this these those it its he she they we you i his her their our your "
    "who whom which what when where why how if then so up out off per via vs us".split()
)
