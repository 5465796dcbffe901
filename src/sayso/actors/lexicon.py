"""The word lists of this stage as frozen look-up tables."""

import re
from dataclasses import dataclass, field, replace
from functools import cache

from sayso.codebook.terms import ActorKind
from sayso.lexicon import load
from sayso.lexicon.countries import countries
from sayso.lexicon.own import NOTHING, OwnActor, OwnWords

_PACKAGE = "sayso.actors"
Row = tuple[str, str, str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A well-known actor of the word lists."""

    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    own: OwnActor | None = None


Rows = dict[str, tuple[tuple[str, Known], ...]]


@dataclass(frozen=True, slots=True)
class _Groups:
    groups: list[Row]


@dataclass(frozen=True, slots=True)
class _Peoples:
    peoples: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _FirstNames:
    male: str
    female: str


@dataclass(frozen=True, slots=True)
class _Words:
    titles: dict[str, list[str]]
    heads: dict[str, list[str]]
    seats: dict[str, str]
    sectors: dict[str, list[str]]
    verbs: dict[str, list[str]]
    nouns: dict[str, list[str]]
    lists: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All look-ups; keys are lower case. `known` maps a first word to (text, actor), longest text first;
    `own_countries` maps the codes of the user's own countries to their entries.
    """

    country_names: dict[str, str]
    country_words: dict[str, str]
    seats: dict[str, str]
    demonyms: dict[str, str | None]
    peoples: frozenset[str]
    known: dict[str, tuple[tuple[str, Known], ...]]
    places: dict[str, tuple[tuple[str, str, bool], ...]]
    seat_bodies: dict[str, Known]
    gender: dict[str, str]
    titles: dict[str, str]
    heads: dict[str, ActorKind]
    head_sectors: dict[str, str]
    sectors: dict[str, str]
    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    own: OwnWords = NOTHING
    own_countries: dict[str, OwnActor] = field(default_factory=dict)


_HEAD_KINDS = {"legislature": (ActorKind.GOVERNMENT, "LEG"), "judicial": (ActorKind.GOVERNMENT, "JUD")}
_HEAD_SECTORS = {
    "government": "GOV",
    "military": "MIL",
    "armed_group": "REB",
    "police": "COP",
    "party": "PTY",
    "media": "MED",
    "business": "BUS",
}
_SHORT = 3
_FIRST = re.compile(r"\w+")


def first_word(text: str) -> str:
    """The first run of letters or digits of `text`, lower case; the text itself if it has none."""
    m = _FIRST.search(text)
    return m.group().lower() if m else text.lower()


@cache
def lexicon(own: OwnWords = NOTHING) -> Lexicon:
    """The tables with the user's own actors, which go before those of the package; made once for each `own`."""
    return _with_own(_package(), own) if own else _package()


def _with_own(package: Lexicon, own: OwnWords) -> Lexicon:
    countries_ = [actor for actor in own.actors if actor.kind is ActorKind.COUNTRY and actor.country]
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    demonyms: dict[str, str | None] = {}
    for actor in countries_:
        iso = actor.country or ""
        for name in (actor.name, *actor.aliases):
            if not name[0].islower():
                names.setdefault(name.lower().removeprefix("the "), iso)
        for seat in actor.seats:
            seats.setdefault(seat.lower(), iso)
        for word in actor.demonyms:
            for form in _forms(word):
                demonyms.setdefault(form, iso)
    names = package.country_words | names
    seats = {seat: iso for seat, iso in package.seats.items() if seat not in names} | seats
    return replace(
        package,
        country_names=package.country_names | {actor.country or "": actor.name for actor in reversed(countries_)},
        country_words=names,
        seats=seats,
        demonyms=package.demonyms | demonyms,
        known=_merged(_own_known(own), package.known),
        places=_by_first(
            [(name, iso, True) for name, iso in names.items()] + [(n, i, False) for n, i in seats.items()]
        ),
        own=own,
        own_countries={actor.country or "": actor for actor in reversed(countries_)},
    )


def _own_known(own: OwnWords) -> dict[str, Known]:
    """Alias -> actor; of a country only the names in lower case, the others are told by their role."""
    entries: dict[str, Known] = {}
    for actor in own.known:
        country = actor.kind is ActorKind.COUNTRY
        known = Known(name=actor.name, kind=actor.kind, country=actor.country, sector=actor.sector, own=actor)
        for alias in (form for name in (actor.name, *actor.aliases) for form in _printed(name.replace("’", "'"))):
            if not country or alias == alias.lower():
                entries.setdefault(alias, known)
    return entries


def _printed(name: str) -> tuple[str, ...]:
    """How a name of the user's is looked for: "the orlenites" as "orlenites", "the Front" with either article."""
    rest = name[4:] if name[:4].lower() == "the " else name
    if rest == rest.lower() or rest == name:
        return (rest,)
    return (f"the {rest}", f"The {rest}")


def _merged(own: dict[str, Known], package: Rows) -> Rows:
    """The user's aliases before the package's; an alias of both is the user's."""
    found: dict[str, list[tuple[str, Known]]] = {}
    for alias, known in own.items():
        found.setdefault(first_word(alias), []).append((alias, known))
    merged = dict(package)
    for word, rows in found.items():
        mine = {alias.lower() for alias, _ in rows}
        rest = [row for row in package.get(word, ()) if row[0].lower() not in mine]
        merged[word] = tuple(sorted([*rows, *rest], key=lambda row: (-len(row[0]), row[0])))
    return merged


@cache
def _package() -> Lexicon:
    """The tables of the package, loaded once a process."""
    words = load(_PACKAGE, "words.toml", _Words)
    heads = _with_plurals(words.heads)
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.names, *country.also):
            names.setdefault(name.lower().removeprefix("the "), country.alpha3)
        seats.update({seat.lower(): country.alpha3 for seat in country.seats})
    known = _known()
    people_rows = load(_PACKAGE, "peoples.toml", _Peoples).peoples
    demonyms: dict[str, str | None] = {}
    for word, iso in people_rows:
        demonyms.update(dict.fromkeys(_forms(word), iso or None))
    for country in countries():
        for word in (*country.demonyms, *country.also_demonyms):
            demonyms.update(dict.fromkeys(_forms(word), country.alpha3))
    return Lexicon(
        country_names={c.alpha3: c.name for c in countries()},
        country_words=names,
        seats=seats,
        demonyms=demonyms,
        peoples=frozenset(form for word, _ in people_rows for form in _forms(word)),
        known=known,
        seat_bodies={
            seat: actor for seat, body in words.seats.items() for name, actor in known[first_word(body)] if name == body
        },
        places=_by_first(
            [(name, iso, True) for name, iso in names.items()] + [(n, i, False) for n, i in seats.items()]
        ),
        gender=_genders(),
        titles={word: sector for sector, row in words.titles.items() for word in row},
        heads={w: _HEAD_KINDS[k][0] if k in _HEAD_KINDS else ActorKind(k) for k, row in heads.items() for w in row},
        head_sectors={
            w: s
            for k, row in heads.items()
            for w in row
            for s in [_HEAD_KINDS[k][1] if k in _HEAD_KINDS else _HEAD_SECTORS.get(k, "")]
            if s
        },
        sectors={word: sector for sector, row in reversed(words.sectors.items()) for word in row},
        verbs={name: frozenset(row) for name, row in words.verbs.items()},
        nouns={name: frozenset(row) for name, row in words.nouns.items()},
        lists={name: frozenset(row) for name, row in words.lists.items()},
    )


def _with_plurals(heads: dict[str, list[str]]) -> dict[str, list[str]]:
    """Words for bodies, and their regular plurals: "committee", "committees", "ministries"."""
    listed = {word for row in heads.values() for word in row}
    return {kind: row + [p for word in row if (p := _plural(word)) and p not in listed] for kind, row in heads.items()}


def _plural(word: str) -> str:
    if not word.isalpha() or word.endswith(("s", "x", "ch", "sh", "media", "police", "ed")) or len(word) <= _SHORT:
        return ""
    return word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _forms(word: str) -> tuple[str, ...]:
    low = word.lower()
    plural = low[:-3] + "men" if low.endswith("man") else low + "s"
    return (low, plural)


def _genders() -> dict[str, str]:
    names = load(_PACKAGE, "first_names.toml", _FirstNames)
    male, female = set(names.male.lower().split()), set(names.female.lower().split())
    table = dict.fromkeys(sorted(male - female), "m")
    table.update(dict.fromkeys(sorted(female - male), "f"))
    table.update(dict.fromkeys(sorted(male & female), "?"))
    return table


def _known() -> dict[str, tuple[tuple[str, Known], ...]]:
    tables = {ActorKind.ARMED_GROUP: load(_PACKAGE, "armed_groups.toml", _Groups).groups}
    tables |= {ActorKind(k): rows for k, rows in load(_PACKAGE, "institutions.toml", dict[str, list[Row]]).items()}
    entries: dict[str, Known] = {}
    for kind, rows in tables.items():
        for name, country, sector, aliases in rows:
            actual = _KIND_OF_SECTOR.get(sector, kind) if kind is ActorKind.ARMED_GROUP else kind
            known = Known(name=name, kind=actual, country=country or None, sector=sector or None)
            for alias in (name, *aliases):
                entries.setdefault(alias.replace("’", "'"), known)
    found: dict[str, list[tuple[str, Known]]] = {}
    for alias, known in entries.items():
        found.setdefault(first_word(alias), []).append((alias, known))
    return {word: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for word, rows in found.items()}


_KIND_OF_SECTOR = {"PTY": ActorKind.PARTY, "MIL": ActorKind.MILITARY, "GOV": ActorKind.GOVERNMENT}


def _by_first(rows: list[tuple[str, str, bool]]) -> dict[str, tuple[tuple[str, str, bool], ...]]:
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for row in rows:
        found.setdefault(first_word(row[0]), []).append(row)
    return {word: tuple(sorted(group, key=lambda row: (-len(row[0]), row[0]))) for word, group in found.items()}
