"""One spelling for what British and American English spell differently.

Lemmas are given in one spelling, mostly the British one with -ise ("defence", "organise", "armour", "manoeuvre"), and
word lists are read as if each of their words stood there in both, so that a list needs only one of them.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import msgspec

_IZE = re.compile(r"(?P<stem>[a-z]{2,})(?P<z>iz|yz)(?P<end>e|es|ed|er|ers|ing|ation|ations|ational|able)")
_OR_ENDS = r"(?P<end>s|ed|ing|er|ers|able|ably|ful|fully|hood|hoods|ly|ite|ites|ist|y|ies|less|side)?"
_RE_ENDS = {"": "e", "s": "es", "ed": "ed", "ing": "ing"}
_PLAIN = re.compile(r"[a-z]+(?:[ _-][a-z]+)*")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class _Table:
    words: dict[str, str]
    nouns: dict[str, str]
    our: tuple[str, ...]
    theatre: tuple[str, ...]
    keep: tuple[str, ...]

    @cached_property
    def others(self) -> dict[str, str]:
        """The one spelling -> the other."""
        return {one: other for table in (self.nouns, self.words) for other, one in table.items()}

    @cached_property
    def kept(self) -> frozenset[str]:
        """Words in -ize that stay, with their endings."""
        return frozenset(word[:-1] + end for word in self.keep for end in ("e", "es", "ed", "er", "ers", "ing"))

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """-or, -er of the one; -our, -re of the other."""
        our, theatre = "|".join(self.our), "|".join(self.theatre)
        head = rf"(?P<head>(?:un|dis|mis|be)?(?:{our}))"
        return (
            re.compile(rf"{head}or{_OR_ENDS}"),
            re.compile(rf"(?P<head>{theatre})er(?P<end>s|ed|ing)?"),
            re.compile(rf"{head}our{_OR_ENDS}"),
            re.compile(rf"(?P<head>{theatre})r(?P<end>e|es|ed|ing)"),
        )


@cache
def _table() -> _Table:
    import tomllib

    text = (files("sayso") / "spelling.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Table)


@cache
def one_spelling(word: str, *, noun: bool = False) -> str:
    """A lower-case word -> its one spelling: "defense" -> "defence", "organizations" -> "organisations", "harbor" ->
    "harbour"; a word that both spell alike, or that no rule knows, unchanged. `noun`: it is tagged as one.
    """
    if "-" in word:
        return "-".join(one_spelling(part, noun=noun) for part in word.split("-"))
    table = _table()
    found = table.words.get(word) or (table.nouns.get(word) if noun else None)
    if found is not None:
        return found
    if word.endswith(("e", "s", "d", "g", "r", "n", "l", "y", "t")):
        to_our, to_re, _, _ = table.patterns
        m = to_our.fullmatch(word)
        if m is not None:
            return f"{m['head']}our{m['end'] or ''}"
        m = to_re.fullmatch(word)
        if m is not None:
            return f"{m['head']}r{_RE_ENDS[m['end'] or '']}"
        m = _IZE.fullmatch(word)
        if m is not None and word not in table.kept:
            return f"{m['stem']}{m['z'][0]}s{m['end']}"
    return word


def in_one_spelling(entry: str) -> str:
    """A plain lower-case word or phrase -> the same, each word in its one spelling; other entries unchanged."""
    return _WORD.sub(lambda m: one_spelling(m[0]), entry) if _PLAIN.fullmatch(entry) else entry


@cache
def both_spellings(entry: str) -> tuple[str, ...]:
    """An entry of a word list -> itself, and the same in the other spelling if it has one. Only plain lower-case words
    and phrases: no patterns, no names. -ise is not turned into -ize: lemmas never have it.
    """
    if _PLAIN.fullmatch(entry) is None:
        return (entry,)
    other = _WORD.sub(lambda m: _other(m[0]), entry)
    return tuple(dict.fromkeys((entry, in_one_spelling(entry), other)))


def _other(word: str) -> str:
    table = _table()
    found = table.others.get(word)
    if found is not None:
        return found
    _, _, from_our, from_re = table.patterns
    m = from_our.fullmatch(word)
    if m is not None:
        return f"{m['head']}or{m['end'] or ''}"
    m = from_re.fullmatch(word)
    if m is not None:
        return f"{m['head']}er{ {'e': '', 'es': 's'}.get(m['end'], m['end']) }"
    return word
