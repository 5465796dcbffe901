"""The embedded gazetteer at run time: one read-only file, asked by key."""

import os
import sqlite3
import threading
from array import array
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from sayso.errors import BadInput, MissingExtra
from sayso.places.store import DEMONYM, FORMAT
from sayso.records.places import Candidate

PACKAGED = Path(__file__).with_name("gazetteer.sqlite")
_CACHED = 1 << 13
_ASK_FIRST = "SELECT longest FROM first WHERE word = ?"
_ASK_NAME = "SELECT form, proper, places FROM name WHERE key = ?"
_ASK_PLACES = (
    "SELECT p.id, geonames, p.name, latitude, longitude, country, admin1, admin2, feature, population, note"
    " FROM place p JOIN division d ON d.id = p.division WHERE p.id IN (%s)"
)
_CHUNK = 500
_AGAIN = "try: pip install --force-reinstall --no-deps sayso (in a working tree: make setup)"


class Hit(NamedTuple):
    """What a key leads to: the form of the word, and the places, first the `proper` ones that go by it in English or
    at home, then those that have it among their alternate names; both most populous first.
    """

    form: Literal["name", "demonym"]
    proper: int
    candidates: tuple[Candidate, ...]


class Gazetteer:
    """Keys (see keys.py) -> candidates. Safe to share between threads, to fork and to pickle: every thread of every
    process has its own connection to the file, which nobody writes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self.longest = lru_cache(_CACHED)(self._longest)
        self.lookup = lru_cache(_CACHED)(self._lookup)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        return (Gazetteer, (self.path,))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the gazetteer's content, whatever wrote the file; part of every reading's manifest."""
        return str(self._one("SELECT value FROM meta WHERE name = ?", "digest")[0])

    def _longest(self, word: str) -> int:
        """The greatest number of words of a name that begins with the key word `word`; 0 if none does."""
        found = self._one(_ASK_FIRST, word)
        return int(found[0]) if found else 0

    def _lookup(self, key: str) -> Hit | None:
        """Key -> hit, or None if nothing goes by that name."""
        found = self._one(_ASK_NAME, key)
        if not found:
            return None
        ids = array("I", bytes(found[2]))
        rows: dict[int, tuple[Any, ...]] = {}
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            query = _ASK_PLACES % ",".join("?" * len(part))
            rows.update((row[0], row[1:]) for row in self._connection().execute(query, part.tolist()))
        return Hit("demonym" if found[0] == DEMONYM else "name", found[1], tuple(_candidate(rows[i]) for i in ids))

    def _one(self, query: str, value: str) -> tuple[Any, ...]:
        row: tuple[Any, ...] | None = self._connection().execute(query, (value,)).fetchone()
        return row or ()

    def _connection(self) -> sqlite3.Connection:
        local = self._local
        if getattr(local, "process", None) != os.getpid():
            local.connection = _connect(self.path)
            local.process = os.getpid()
        connection: sqlite3.Connection = local.connection
        return connection


def _candidate(row: tuple[Any, ...]) -> Candidate:
    names = (
        "geonames_id",
        "name",
        "latitude",
        "longitude",
        "country",
        "admin1",
        "admin2",
        "feature",
        "population",
        "note",
    )
    return Candidate(**dict(zip(names, row, strict=True)))


class _Connection(sqlite3.Connection):
    """Closes itself when its thread or its gazetteer is gone (Python 3.13 warns of connections that do not)."""

    def __del__(self) -> None:
        """Close."""
        self.close()


def _connect(path: Path) -> sqlite3.Connection:
    source = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(source, uri=True, check_same_thread=False, factory=_Connection)
    connection.execute("PRAGMA mmap_size = 268435456")
    connection.execute("PRAGMA query_only = 1")
    return connection


def open_gazetteer(path: Path | str | None = None) -> Gazetteer:
    """The gazetteer in the file `path`, by default the one in the package; opening reads one row.

    Raises MissingExtra if the packaged file is absent, BadInput if `path` is no gazetteer of this version.
    """
    file = PACKAGED if path is None else Path(path)
    if not file.is_file():
        if path is None:
            raise MissingExtra(f"the gazetteer is missing from this installation; {_AGAIN}")
        raise BadInput(str(path), "no such gazetteer file; make one with: sayso gazetteer import DUMP")
    found = Gazetteer(file)
    try:
        stored = found._one("SELECT value FROM meta WHERE name = ?", "format")
    except sqlite3.DatabaseError as error:
        raise BadInput(str(file), "not a gazetteer file") from error
    if stored != (str(FORMAT),):
        reason = f"gazetteer of format {stored[0] if stored else '?'}, this version reads format {FORMAT}"
        if path is None:
            raise MissingExtra(f"{reason}; {_AGAIN}")
        raise BadInput(str(file), reason)
    return found
