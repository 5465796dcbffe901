"""The word lists of the line stage, loaded once and compiled."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.codebook.terms import DropReason
from sayso.lexicon import load


@dataclass(frozen=True, slots=True)
class _Voice:
    ask: list[str]
    cause: list[str]
    press: list[str]
    imperatives: list[str]
    letter: list[str]
    letter_verbs: list[str]
    cookie: list[str]
    paywall: list[str]
    first: list[str]
    second: list[str]
    money: list[str]


@dataclass(frozen=True, slots=True)
class _Names:
    agencies: list[str]
    reporting: list[str]
    outlets: list[str]
    small: list[str]
    ambiguous: list[str]


@dataclass(frozen=True, slots=True)
class _Language:
    english: list[str]


@dataclass(frozen=True, slots=True)
class _Dateline:
    months: list[str]
    countries: list[str]
    towns: list[str]
    not_places: list[str]


@dataclass(frozen=True, slots=True)
class _Table:
    whole: dict[str, list[str]]
    section: dict[str, list[str]]
    opens: dict[str, list[str]]
    voice: _Voice
    names: _Names
    language: _Language
    dateline: _Dateline


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Compiled patterns and word sets. The three tables of patterns keep the order of the file."""

    whole: tuple[tuple[DropReason, re.Pattern[str]], ...]
    section: tuple[tuple[DropReason, re.Pattern[str]], ...]
    opens: tuple[tuple[DropReason, re.Pattern[str]], ...]
    ask: re.Pattern[str]
    cause: re.Pattern[str]
    press: re.Pattern[str]
    imperatives: frozenset[str]
    letter: re.Pattern[str]
    letter_verbs: frozenset[str]
    cookie: re.Pattern[str]
    paywall: re.Pattern[str]
    first: re.Pattern[str]
    second: re.Pattern[str]
    money: re.Pattern[str]
    agencies: frozenset[str]
    reporting: frozenset[str]
    outlets: frozenset[str]
    small: frozenset[str]
    ambiguous: frozenset[str]
    english: frozenset[str]
    months: tuple[str, ...]
    countries: frozenset[str]
    towns: frozenset[str]
    not_places: frozenset[str]


@cache
def words() -> Words:
    """The word lists of words.toml."""
    table = load("sayso.article", "words.toml", _Table)
    voice = table.voice
    return Words(
        whole=_patterns(table.whole),
        section=_patterns(table.section),
        opens=_patterns(table.opens),
        ask=_phrases(voice.ask),
        cause=_phrases(voice.cause),
        press=_phrases(voice.press),
        imperatives=frozenset(voice.imperatives),
        letter=_phrases(voice.letter),
        letter_verbs=frozenset(voice.letter_verbs),
        cookie=_phrases(voice.cookie),
        paywall=_phrases(voice.paywall),
        first=_phrases(voice.first),
        second=_phrases(voice.second),
        money=re.compile("|".join(voice.money)),
        agencies=frozenset(table.names.agencies),
        reporting=frozenset(table.names.reporting),
        ambiguous=frozenset(table.names.ambiguous),
        outlets=frozenset(table.names.outlets),
        small=frozenset(table.names.small),
        english=frozenset(table.language.english),
        months=tuple(table.dateline.months),
        countries=frozenset(table.dateline.countries),
        towns=frozenset(table.dateline.towns),
        not_places=frozenset(table.dateline.not_places),
    )


def _patterns(table: dict[str, list[str]]) -> tuple[tuple[DropReason, re.Pattern[str]], ...]:
    return tuple(
        (DropReason(reason), re.compile("|".join(f"(?:{p})" for p in patterns))) for reason, patterns in table.items()
    )


def _phrases(phrases: list[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")(?!\w)")
