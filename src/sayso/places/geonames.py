"""Adds a GeoNames dump to the gazetteer: every village of a country (SD.txt, SD.zip) or of the world (allCountries).

The dump is read as a stream and sorted on disk by SQLite, so that memory stays bounded. What the packaged gazetteer
has already stays as it is, first in order; the dump's places come after it, most populous first.
"""

import hashlib
import io
import os
import shutil
import sqlite3
import zipfile
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TextIO

from sayso.errors import BadInput
from sayso.places.gazetteer import PACKAGED, open_gazetteer
from sayso.places.keys import key

_FIELDS = 19
_CLASSES = ("P", "A")
_MORE_FEATURES = frozenset({"ISL", "ISLS", "AIRP", "AIRB", "AIRF", "DAM", "RFC", "PRSH", "RGN", "VAL", "MT", "MTS"})
_BATCH = 20_000


class _Line(NamedTuple):
    """The fields of a dump's line that are used."""

    geonames: int
    name: str
    alternates: str
    latitude: float
    longitude: float
    kind: str
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int


def import_geonames(dumps: Path | Sequence[Path], out: Path, *, base: Path | None = None) -> int:
    """GeoNames dumps (.txt or .zip) -> a gazetteer file `out` for `open_gazetteer` -> number of places added.

    `base` is the gazetteer that is added to, by default the packaged one. Raises BadInput for a file that is no dump.
    """
    paths = [Path(dumps)] if isinstance(dumps, (str, Path)) else [Path(dump) for dump in dumps]
    start = base or PACKAGED
    open_gazetteer(base)
    temporary = out.with_name(f"{out.name}.{os.getpid()}.tmp")
    shutil.copyfile(start, temporary)
    try:
        with closing(sqlite3.connect(temporary)) as file, file:
            count = _add(file, paths)
        temporary.replace(out)
    finally:
        temporary.unlink(missing_ok=True)
    return count


def _add(file: sqlite3.Connection, paths: Sequence[Path]) -> int:
    file.execute("CREATE TEMP TABLE fresh (key TEXT, proper INTEGER, place INTEGER, population INTEGER)")
    known = {row[0]: row[1] for row in file.execute("SELECT geonames, name FROM place WHERE geonames IS NOT NULL")}
    countries = _countries(file)
    names = {code: name for path in paths for code, name in _division_names(path, known)}
    divisions = {tuple(row[1:]): row[0] for row in file.execute("SELECT id, country, admin1, admin2 FROM division")}
    number = first = file.execute("SELECT max(id) FROM place").fetchone()[0]
    rows: list[tuple[object, ...]] = []
    keys: list[tuple[object, ...]] = []
    for line in (line for path in paths for line in _lines(path)):
        if line.geonames in known or line.country.lower() not in countries or not _wanted(line):
            continue
        known[line.geonames] = line.name
        number += 1
        area = (
            countries[line.country.lower()],
            names.get(f"{line.country}.{line.admin1}"),
            names.get(f"{line.country}.{line.admin1}.{line.admin2}"),
        )
        division = divisions.setdefault(area, len(divisions) + 1)
        rows.append(
            (
                number,
                line.geonames,
                line.name,
                line.latitude,
                line.longitude,
                division,
                line.feature,
                line.population,
                None,
            )
        )
        keys += [(k, proper, number, line.population) for k, proper in _keys(line)]
        if len(rows) >= _BATCH:
            _flush(file, rows, keys)
    _flush(file, rows, keys)
    file.executemany("INSERT OR IGNORE INTO division VALUES (?, ?, ?, ?)", ((i, *d) for d, i in divisions.items()))
    _merge_names(file)
    _sign(file, paths)
    return int(number - first)


def _countries(file: sqlite3.Connection) -> dict[str, str]:
    """Lower-case ISO alpha-2 code -> alpha-3, by the keys that the compiler leaves for it."""
    found = {}
    for code, places in file.execute("SELECT key, places FROM name WHERE key GLOB '.[a-z][a-z]'").fetchall():
        query = "SELECT country FROM place p JOIN division d ON d.id = p.division WHERE p.id = ?"
        found[code[1:]] = file.execute(query, (array("I", places)[0],)).fetchone()[0]
    return found


def _wanted(line: _Line) -> bool:
    return (line.kind in _CLASSES and not line.feature.startswith(("PCL", "ADMDH", "PPLH", "PPLQ"))) or (
        line.feature in _MORE_FEATURES
    )


def _keys(line: _Line) -> Iterator[tuple[str, int]]:
    proper = key(line.name)
    if proper:
        yield proper, 1
    others = {key(name) for name in line.alternates.split(",") if name[:1].isupper() and len(name) > 3}
    for other in sorted(others - {proper, ""}):
        if other.isascii():
            yield other, 0


def _flush(file: sqlite3.Connection, rows: list[tuple[object, ...]], keys: list[tuple[object, ...]]) -> None:
    file.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    file.executemany("INSERT INTO fresh VALUES (?, ?, ?, ?)", keys)
    rows.clear()
    keys.clear()


def _merge_names(file: sqlite3.Connection) -> None:
    order = "SELECT key, proper, place FROM fresh ORDER BY key, proper DESC, population DESC, place"
    for name, group in groupby(file.execute(order), key=lambda row: row[0]):
        proper: list[int] = []
        others: list[int] = []
        for _, is_proper, place in group:
            (proper if is_proper else others).append(place)
        old = file.execute("SELECT form, proper, places FROM name WHERE key = ?", (name,)).fetchone()
        form, count, ids = (old[0], old[1], array("I", old[2]).tolist()) if old else (0, 0, [])
        if form:
            continue
        places = array("I", [*ids[:count], *proper, *ids[count:], *others]).tobytes()
        file.execute("INSERT OR REPLACE INTO name VALUES (?, 0, ?, ?)", (name, count + len(proper), places))
        words = name.split(" ")
        file.execute(
            "INSERT INTO first VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET longest = max(longest, excluded.longest)",
            (words[0], len(words)),
        )


def _sign(file: sqlite3.Connection, paths: Sequence[Path]) -> None:
    """The new content's digest follows from the old one and the dumps."""
    total = hashlib.sha256(file.execute("SELECT value FROM meta WHERE name = 'digest'").fetchone()[0].encode())
    for path in paths:
        with path.open("rb") as dump:
            total.update(hashlib.file_digest(dump, "sha256").digest())
    file.execute("UPDATE meta SET value = ? WHERE name = 'digest'", (total.hexdigest(),))
    file.execute("INSERT OR REPLACE INTO meta VALUES ('imported', ?)", (", ".join(sorted(p.name for p in paths)),))


def _division_names(path: Path, known: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Codes of first and second order divisions -> names, as the packaged gazetteer spells them where it has them."""
    for line in _lines(path):
        if line.feature == "ADM1":
            yield f"{line.country}.{line.admin1}", known.get(line.geonames, line.name)
        elif line.feature == "ADM2":
            yield f"{line.country}.{line.admin1}.{line.admin2}", known.get(line.geonames, line.name)


def _lines(path: Path) -> Iterator[_Line]:
    with _opened(path) as text:
        for n, raw in enumerate(text, 1):
            cells = raw.rstrip("\n").split("\t")
            try:
                yield _line(cells)
            except (ValueError, IndexError) as error:
                raise BadInput(str(path), f"no GeoNames dump: line {n} has not its {_FIELDS} fields") from error


def _line(cells: Sequence[str]) -> _Line:
    if len(cells) != _FIELDS:
        raise ValueError
    return _Line(
        int(cells[0]),
        cells[1],
        cells[3],
        float(cells[4]),
        float(cells[5]),
        cells[6],
        cells[7],
        cells[8],
        cells[10],
        cells[11],
        int(cells[14] or 0),
    )


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """The dump as text; from a zip, the one table it holds beside its readme."""
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", errors="replace", newline="\n") as text:
            yield text
        return
    with zipfile.ZipFile(path) as archive:
        tables = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
        if len(tables) != 1:
            raise BadInput(str(path), "no GeoNames dump: a zip with one table is expected")
        with (
            archive.open(tables[0]) as stream,
            io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="\n") as text,
        ):
            yield text
