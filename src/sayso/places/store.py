"""The gazetteer file: its tables and how it is written. Standard library only (used at build time as well).

A place is a row of `place`; a key (see keys.py) leads to its places: first the `proper` ones that go by that name in
English or at home, then those for which it is one of many alternate names, each most populous first. Sets of keys that
begin with the same word are announced in `first` with the greatest number of words, so that a reader asks no more than
it must. Ids and order follow from the content alone: the same rows give the same bytes.
"""

import hashlib
import os
import sqlite3
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

FORMAT = 3
_SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE division (id INTEGER PRIMARY KEY, country TEXT, admin1 TEXT, admin2 TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, geonames INTEGER, name TEXT NOT NULL, latitude REAL, longitude REAL,
                    division INTEGER NOT NULL, feature TEXT NOT NULL, population INTEGER NOT NULL, note TEXT);
CREATE TABLE name (key TEXT PRIMARY KEY, form INTEGER NOT NULL, proper INTEGER NOT NULL, places BLOB NOT NULL)
    WITHOUT ROWID;
CREATE TABLE first (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;
"""
NAME, DEMONYM = 0, 1


@dataclass(slots=True)
class Entry:
    """One place on its way into the file; `names` are keys, so are `also` (alternate names in any language) and
    `demonyms`. `listed`: one of our own table, which comes before towns of the same name.
    """

    name: str
    feature: str
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    population: int = 0
    note: str | None = None
    listed: bool = False
    names: set[str] = field(default_factory=set)
    also: set[str] = field(default_factory=set)
    demonyms: set[str] = field(default_factory=set)

    def order(self) -> tuple[object, ...]:
        """Sort key: most populous first, then by content."""
        return (
            -max(self.population, 200_000 if self.listed else 0),
            self.name,
            self.feature,
            self.country or "",
            self.admin1 or "",
            self.admin2 or "",
            self.geonames or 0,
            self.latitude or 0.0,
            self.longitude or 0.0,
        )


def write(entries: Iterable[Entry], out: Path, meta: dict[str, str], tell: Callable[[str], None]) -> str:
    """Writes the file `out` (through a temporary one beside it) -> digest of its content."""
    ordered = sorted(entries, key=Entry.order)
    names: dict[str, list[int]] = {}
    others: dict[str, list[int]] = {}
    demonyms: dict[str, list[int]] = {}
    divisions: dict[tuple[str | None, str | None, str | None], int] = {}
    total = hashlib.sha256(f"format {FORMAT}".encode())
    rows = []
    for number, e in enumerate(ordered, 1):
        division = divisions.setdefault((e.country, e.admin1, e.admin2), len(divisions) + 1)
        rows.append((number, e.geonames, e.name, e.latitude, e.longitude, division, e.feature, e.population, e.note))
        for table, words in ((names, e.names), (others, e.also - e.names), (demonyms, e.demonyms)):
            for word in words:
                table.setdefault(word, []).append(number)
        total.update(
            repr((rows[-1], e.country, e.admin1, e.admin2, *map(sorted, (e.names, e.also, e.demonyms)))).encode()
        )
    digest = total.hexdigest()
    tell(f"gazetteer: {len(rows)} places, {len(names.keys() | others.keys())} names, {len(demonyms)} demonyms")
    temporary = out.with_name(f"{out.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    with sqlite3.connect(temporary) as base:
        base.executescript(_SCHEMA)
        base.executemany("INSERT INTO meta VALUES (?, ?)", sorted({**meta, "digest": digest}.items()))
        base.executemany("INSERT INTO division VALUES (?, ?, ?, ?)", ((i, *d) for d, i in divisions.items()))
        base.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        base.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", _name_rows(names, others, demonyms))
        base.executemany("INSERT INTO first VALUES (?, ?)", sorted(_first_words([*names, *others, *demonyms]).items()))
    base.close()
    temporary.replace(out)
    return digest


def _name_rows(
    names: dict[str, list[int]],
    others: dict[str, list[int]],
    demonyms: dict[str, list[int]],
) -> Iterable[tuple[str, int, int, bytes]]:
    """A word that is a demonym is nothing else: "Polish" and "Georgian" are also hamlets somewhere."""
    for word in sorted(names.keys() | others.keys() | demonyms.keys()):
        proper = demonyms.get(word) or names.get(word, [])
        form = DEMONYM if word in demonyms else NAME
        more = [] if form == DEMONYM else others.get(word, [])
        yield word, form, len(proper), array("I", [*proper, *more]).tobytes()


def _first_words(keys: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for word in keys:
        parts = word.split(" ")
        first = parts[0].rstrip(".^")
        longest[first] = max(longest.get(first, 0), len(parts))
    return longest
