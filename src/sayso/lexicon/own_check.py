"""What an entry of a lexicon may say: its values against the code books, each complaint with what is allowed."""

import re
from collections.abc import Collection, Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TypeVar, cast

from sayso.codebook.cameo import codes as cameo_codes
from sayso.codebook.plover import CONTEXTS, MODES, SECTORS, EventType
from sayso.codebook.terms import Act, ActorKind
from sayso.lexicon import own_shape
from sayso.lexicon.countries import countries
from sayso.lexicon.own import Coded
from sayso.lexicon.own_case import expectation_problem
from sayso.lexicon.own_rows import CODED, Raw, plain

PASSED_ON = (
    *("mode", "contexts", "cameo", "actor", "recipient", "object", "object_not", "subject", "subject_not", "needs"),
    *("with_any", "with_not", "loose", "harm", "mutual", "descend", "need_actors", "need_both"),
)
"""Fields of a predicate that the event stage knows by the same name."""
FRAMES = ("clause", "quote", "object", "inf", "person", "naming", "gerund", "finding", "noun")
_PREPOSITIONS = ("for", "on", "against", "of", "to", "about", "with", "at", "over", "in", "from", "into", "upon")
_COUNTRY = re.compile(r"[A-Z]{3}")
_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}", re.IGNORECASE)
_SLOT = re.compile(r"[a-z]{2,12}(?:_[a-z]{2,10}){0,2}")
_MANY = 40
_UNTYPED = "is missing (an entry needs a type, or a CAMEO code of category 02 to 20)"
_TYPES = {
    "02": EventType.REQUEST,
    "03": EventType.AGREE,
    "04": EventType.CONSULT,
    "05": EventType.SUPPORT,
    "06": EventType.COOPERATE,
    "07": EventType.AID,
    "08": EventType.CONCEDE,
    "084": EventType.RETREAT,
    "087": EventType.RETREAT,
    "09": EventType.ACCUSE,
    "10": EventType.REQUEST,
    "11": EventType.ACCUSE,
    "12": EventType.REJECT,
    "13": EventType.THREATEN,
    "14": EventType.PROTEST,
    "15": EventType.MOBILIZE,
    "16": EventType.SANCTION,
    "17": EventType.COERCE,
    "18": EventType.ASSAULT,
    "19": EventType.ASSAULT,
    "20": EventType.ASSAULT,
}
"""CAMEO category, or code where that differs -> the PLOVER type that goes on with it."""
Entry = own_shape.Actor | own_shape.Predicate | own_shape.Cue | own_shape.Code | own_shape.Outlet
Choice = TypeVar("Choice", bound=StrEnum)


class Codes:
    """The country codes that entries may use: ISO 3166 alpha-3 and those that own countries declare."""

    def __init__(self, declared: frozenset[str]) -> None:
        self.countries = _iso() | declared

    def problem(self, field: str, value: str | None) -> str | None:
        """What is wrong with a country code."""
        if value is None or value in self.countries:
            return None
        hint = _hint(value.upper(), sorted(self.countries))
        return f"{field}: {plain(value)} (allowed: an ISO 3166 alpha-3 code, or that of an actor of kind country{hint})"


@cache
def _iso() -> frozenset[str]:
    return frozenset(country.alpha3 for country in countries())


def problem(entry: Entry, codes: Codes) -> str | None:
    """What is wrong with an entry, field first; None if nothing is."""
    found = next(filter(None, _problems(entry, codes)), None)
    return found or next((p for c in getattr(entry, "cases", ()) for p in _case(c) if p), None)


def _problems(entry: Entry, codes: Codes) -> Iterable[str | None]:
    match entry:
        case own_shape.Actor():
            return _actor(entry, codes)
        case own_shape.Predicate():
            return _predicate(entry)
        case own_shape.Cue():
            return _cue(entry)
        case own_shape.Code():
            return _code(entry, codes)
        case own_shape.Outlet():
            return _outlet(entry, codes)


def _actor(entry: own_shape.Actor, codes: Codes) -> Iterable[str | None]:
    yield _one_of("kind", entry.kind, [kind.value for kind in ActorKind if kind is not ActorKind.UNNAMED])
    if entry.kind == "country" and entry.country is None:
        yield "country: is missing (a country needs its code, three capital letters; it may be one of your own)"
    if entry.country is not None and not _COUNTRY.fullmatch(entry.country):
        yield f"country: {plain(entry.country)} (allowed: three capital letters, ISO 3166 alpha-3 or your own)"
    yield codes.problem("country", entry.country)
    yield _one_of("sector", entry.sector, SECTORS)
    for field in ("name", "aliases", "demonyms", "seats"):
        words = getattr(entry, field)
        for word in [words] if isinstance(words, str) else words:
            if not any(c.isalnum() for c in word):
                yield f"{field}: {plain(word)!r} has neither letter nor digit"
    if entry.kind != "country" and (entry.demonyms or entry.seats):
        yield f"{'demonyms' if entry.demonyms else 'seats'}: only an actor of kind country has them"
    for field in ("valid_from", "valid_until"):
        yield _day(field, getattr(entry, field))
    if entry.valid_from and entry.valid_until and entry.valid_from > entry.valid_until:
        yield f"valid_until: {entry.valid_until} is before valid_from {entry.valid_from}"


def _predicate(entry: own_shape.Predicate) -> Iterable[str | None]:
    yield _words(entry.words)
    kind = event_type(entry)
    if entry.type or not entry.cameo:
        yield _one_of("type", entry.type, [t.value for t in EventType]) if entry.type else f"type: {_UNTYPED}"
    elif kind is None and entry.cameo in cameo_codes():
        yield f"type: {_UNTYPED}"
    if entry.mode and kind is not None:
        modes = MODES[kind]
        yield _one_of("mode", entry.mode, modes) if modes else f"mode: {kind} has no modes (leave it out)"
    for field in ("actor", "recipient", "needs", "with_any", "with_not"):
        for slot in getattr(entry, field) or ():
            if not _SLOT.fullmatch(slot):
                yield f"{field}: {plain(slot)} (allowed: subj, obj, by, poss, adj, between, or a preposition)"
    for context in entry.contexts:
        yield _one_of("contexts", context, CONTEXTS)
    if entry.cameo and entry.cameo not in cameo_codes():
        yield f"cameo: {plain(entry.cameo)} is no CAMEO code (two to four digits as text, such as '190')"


def _cue(entry: own_shape.Cue) -> Iterable[str | None]:
    yield _words(entry.words)
    yield _one_of("act", entry.act, [act.value for act in Act])
    for frame in entry.frames:
        yield _one_of("frames", frame, (*FRAMES, *_PREPOSITIONS))
    if "noun" in entry.frames and len(entry.frames) > 1:
        yield "frames: noun stands alone (give verbs an entry of their own)"


def _code(entry: own_shape.Code, codes: Codes) -> Iterable[str | None]:
    yield _one_of("of", entry.of, CODED)
    value = entry.value
    match entry.of:
        case "type":
            yield _one_of("value", value, [t.value for t in EventType])
        case "mode":
            pairs = [f"{kind}.{mode}" for kind, modes in MODES.items() for mode in modes]
            yield _one_of("value", value, pairs)
        case "cameo":
            yield None if value in cameo_codes() else f"value: {plain(value)} is no CAMEO code"
        case "country":
            yield None if value == "none" else codes.problem("value", value)
        case "sector":
            yield _one_of("value", value, SECTORS)
        case "kind":
            yield _one_of("value", value, [kind.value for kind in ActorKind])


def _outlet(entry: own_shape.Outlet, codes: Codes) -> Iterable[str | None]:
    yield codes.problem("country", entry.country)
    yield _one_of("sector", entry.sector, SECTORS)
    for domain in entry.domains:
        if not _DOMAIN.fullmatch(domain):
            yield f"domains: {plain(domain)} is no domain (as in news.example.org, without https://)"


def _case(case: own_shape.Case) -> Iterable[str | None]:
    yield _day("cases.published", case.published)
    if not case.expect:
        yield "cases.expect: is empty (say what must be read in the sentence)"
    for line in case.expect:
        wrong = expectation_problem(line)
        yield f"cases.expect: {wrong}" if wrong else None


def _words(words: list[str]) -> str | None:
    if not words:
        return "words: is empty (list at least one)"
    bare = next((word for word in words if not any(c.isalpha() for c in word)), None)
    return f"words: {plain(bare)!r} has no letter" if bare is not None else None


def _one_of(field: str, value: str | None, allowed: Collection[str]) -> str | None:
    if value is None or value in allowed:
        return None
    hint = _hint(value, sorted(allowed))
    listed = (
        ", ".join(allowed) if len(allowed) <= _MANY else f"{', '.join(sorted(allowed)[:8])} ... {len(allowed)} in all"
    )
    return f"{field}: {plain(value)} (allowed: {listed}{hint})"


def _hint(value: str, allowed: list[str]) -> str:
    near = get_close_matches(value, allowed, 1) or get_close_matches(value.upper(), allowed, 1)
    return f"; do you mean {near[0]}?" if near else ""


def _day(field: str, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        good = date.fromisoformat(value).isoformat() == value
    except ValueError:
        good = False
    return None if good else f"{field}: {plain(value)} is no date (write it as 2024-03-02, in quotes)"


def spells(members: list[tuple[Raw, own_shape.Actor]]) -> tuple[Raw, str] | None:
    """What is wrong with the entries of one name: two kinds or countries, two without dates, dates that overlap."""
    first_raw, first = members[0]
    open_files: dict[str, Raw] = {}
    dated: list[tuple[str, str, Raw]] = []
    for raw, entry in members:
        if (entry.kind, entry.country) != (first.kind, first.country):
            return raw, f"kind and country must be those of the entry at {first_raw.at}"
        if entry.valid_from is None and entry.valid_until is None:
            other = open_files.setdefault(raw.at.file, raw)
            if other is not raw:
                return raw, f"name: stands twice (also at {other.at}); give valid_from or valid_until to each entry"
        else:
            dated.append((entry.valid_from or "0000-00-00", entry.valid_until or "9999-99-99", raw))
    dated.sort(key=lambda row: row[:2])
    for (_, until, one), (since, _, two) in pairwise(dated):
        if since <= until:
            return two, f"valid_from: overlaps the entry at {one.at}"
    return None


def group(name: str | None, known: set[str], own: str) -> str | None:
    """What is wrong with member_of."""
    if name is None or (name in known and name != own) or name in _iso():
        return None
    if name == own:
        return "member_of: names the actor itself"
    return f"member_of: {plain(name)} is neither an actor of the lexicon nor a country code{_hint(name, sorted(known))}"


def event_type(entry: own_shape.Predicate) -> EventType | None:
    """The event type of a predicate: as given, else that of its CAMEO category; None if there is none."""
    if entry.type:
        return EventType(entry.type) if entry.type in list(EventType) else None
    if entry.cameo not in cameo_codes():
        return None
    return _TYPES.get(entry.cameo[:3]) or _TYPES.get(entry.cameo[:2])


def act(value: str) -> Act:
    """A checked value as its act."""
    return Act(value)


def actor_kind(value: str) -> ActorKind:
    """A checked value as its kind."""
    return ActorKind(value)


def coded(value: str) -> Coded:
    """A checked value as the field that a code is of."""
    return cast("Coded", value)
