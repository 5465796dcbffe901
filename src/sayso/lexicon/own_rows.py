"""Files of a lexicon folder -> raw entries, each with its line; what is no TOML or CSV is named, not raised."""

import csv
import hashlib
import io
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sayso.lexicon.own import Origin

Complain = Callable[[str], None]

_LARGEST = 32_000_000
KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "actors": ("actor",),
    "verbs": ("verb", "noun", "cue"),
    "codes": ("code",),
    "outlets": ("outlet",),
}
"""File name without ending -> the entries it may hold."""
CODED: Final = ("type", "mode", "cameo", "country", "sector", "kind")
LISTS: Final = frozenset(
    {"aliases", "demonyms", "seats", "words", "frames", "contexts", "domains", "actor", "recipient", "object"}
    | {"object_not", "subject", "subject_not", "needs", "with_any", "with_not", "expect"}
)
"""Fields that hold several values; in CSV divided by |."""
SETTINGS = frozenset({"lexicons", "model", "gazetteer"})
"""What sayso.toml may say besides entries."""
_BY_PART = ("verb", "noun", "cue")
_HEADER = re.compile(r"\s{0,80}\[\[\s{0,20}([a-z]+)\s{0,20}\]\]")
_KEY = re.compile(r"\s{0,80}(\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[\w-]{1,300})\s{0,80}=")
_TABLE = re.compile(r"\s{0,80}\[([\w.\s]{1,80})\]\s{0,80}(?:#.*)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One entry as written: `kind` (actor, verb, noun, cue, outlet, code), its fields, where it stands."""

    kind: str
    fields: Mapping[str, object]
    at: Origin
    csv: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a lexicon as read: its name without ending, the path as the user gave it, its text, its digest."""

    stem: str
    path: Path
    text: str
    digest: str

    @property
    def shown(self) -> str:
        """The path as it stands in messages: one line."""
        return str(self.path).encode("utf-8", "backslashreplace").decode().replace("\n", "\\n").replace("\r", "\\r")


def lexicon_files(folder: Path, complain: Complain) -> Iterator[File]:
    """A lexicon folder -> its files, in order of their names; files that are none of ours are passed over."""
    if not folder.is_dir():
        complain(
            f"{folder}: no such folder (a lexicon is a folder with actors.toml, verbs.toml, codes.toml, outlets.toml)"
        )
        return
    seen = False
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.suffix in (".toml", ".csv") and not path.name.startswith("."):
            seen = True
            if path.stem not in KINDS:
                known = ", ".join(f"{stem}.toml or .csv" for stem in KINDS)
                complain(f"{path}: no file of a lexicon (allowed: {known})")
                continue
            found = read_file(path, complain)
            if found is not None:
                yield found
    if not seen:
        complain(f"{folder}: no lexicon here (looked for {', '.join(KINDS)} as .toml or .csv)")


def read_file(path: Path, complain: Complain) -> File | None:
    """One file as text, or None with a complaint."""
    try:
        data = path.read_bytes()
    except OSError as error:
        complain(f"{path}: cannot be read ({error.strerror})")
        return None
    if len(data) > _LARGEST:
        complain(f"{path}: too large ({len(data):,} bytes; allowed: {_LARGEST:,})")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        complain(f"{path}:{line}: not UTF-8 text (save the file as UTF-8)")
        return None
    return File(stem=path.stem, path=path, text=text, digest=hashlib.sha256(data).hexdigest())


def rows(file: File, complain: Complain) -> Iterator[Raw]:
    """The entries of a file."""
    if file.path.suffix == ".csv":
        yield from _csv_rows(file, complain)
    else:
        yield from _toml_rows(file, complain)


def toml_table(file: File, complain: Complain) -> dict[str, object] | None:
    """A TOML file as a table, or None with a complaint that names the line."""
    try:
        return tomllib.loads(file.text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        at = re.search(r"\(at line (\d+), column \d+\)", str(error))
        line = f":{at[1]}" if at else ""
        what = str(error)[: at.start()].strip() if at else str(error) or "nested too deep"
        complain(f"{file.shown}{line}: not valid TOML: {plain(what)}")
        return None


def _toml_rows(file: File, complain: Complain) -> Iterator[Raw]:
    table = toml_table(file, complain)
    if table is None:
        return
    lines = _header_lines(file.text)
    own = file.stem == "sayso"
    for key, value in table.items():
        if own and key in SETTINGS:
            continue
        if own and key == "codes" and isinstance(value, dict):
            yield from _code_rows(file, value, complain, "codes.")
        elif file.stem == "codes":
            yield from _code_rows(file, {key: value}, complain, "")
        elif key in (_all() if own else KINDS[file.stem]):
            yield from _entries(file, key, value, lines.get(key, []), complain)
        else:
            known = [*sorted(SETTINGS), *(f"[[{k}]]" for k in _all()), "[codes.FIELD]"] if own else _headers(file.stem)
            complain(f"{file.shown}: {plain(key)}: unknown table (allowed: {', '.join(known)})")


def _all() -> tuple[str, ...]:
    return tuple(kind for kinds in KINDS.values() for kind in kinds if kind != "code")


def _headers(stem: str) -> list[str]:
    return [f"[[{kind}]]" for kind in KINDS[stem]]


def _entries(file: File, kind: str, value: object, lines: list[int], complain: Complain) -> Iterator[Raw]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        complain(f"{file.shown}: {kind}: write each entry under a heading [[{kind}]]")
        return
    known = lines if len(lines) == len(value) else [0] * len(value)
    for entry, line in zip(value, known, strict=True):
        yield Raw(kind=kind, fields=entry, at=Origin(file=file.shown, line=line))


def _header_lines(text: str) -> dict[str, list[int]]:
    """Kind -> the lines of its [[headings]]."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        m = _HEADER.match(line)
        if m:
            found.setdefault(m[1], []).append(number)
    return found


def _code_rows(file: File, table: Mapping[str, object], complain: Complain, prefix: str) -> Iterator[Raw]:
    lines = _key_lines(file.text)
    for of, values in table.items():
        if of not in CODED or not isinstance(values, dict):
            allowed = ", ".join(f"[{prefix}{name}]" for name in CODED)
            complain(f"{file.shown}: {plain(of)}: no table of codes (allowed: {allowed})")
            continue
        for value, code in values.items():
            line = lines.get((f"{prefix}{of}", value), 0)
            yield Raw(
                kind="code", fields={"of": of, "value": value, "code": code}, at=Origin(file=file.shown, line=line)
            )


def _key_lines(text: str) -> dict[tuple[str, str], int]:
    """(table, key) -> line."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        head = _TABLE.match(line)
        if head:
            table = head[1].replace(" ", "")
            continue
        key = _KEY.match(line)
        if key:
            found.setdefault((table, key[1].strip("\"'")), number)
    return found


def _csv_rows(file: File, complain: Complain) -> Iterator[Raw]:
    first = file.text.partition("\n")[0]
    mark = max((",", ";", "\t"), key=first.count)
    reader = csv.reader(io.StringIO(file.text, newline=""), delimiter=mark, strict=True)
    header: list[str] | None = None
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            complain(f"{file.shown}:{begins}: not valid CSV: {plain(str(error))}")
            return
        if cells is None:
            break
        line, begins = begins, reader.line_num + 1
        if not any(cell.strip() for cell in cells) or cells[0].lstrip().startswith("#"):
            continue
        if header is None:
            header = [cell.strip().lower() for cell in cells]
            double = next((name for name in header if name and header.count(name) > 1), None)
            if double is not None:
                complain(f"{file.shown}:{line}: column {plain(double)} stands twice")
                return
            continue
        found = _row(file, header, cells, line, complain)
        if found is not None:
            yield found
    if header is None:
        complain(f"{file.shown}: no header line")


def _row(file: File, header: list[str], cells: list[str], line: int, complain: Complain) -> Raw | None:
    if len(cells) > len(header) and any(cell.strip() for cell in cells[len(header) :]):
        complain(
            f"{file.shown}:{line}: {len(cells)} cells under {len(header)} columns (put a cell with a comma in quotes)"
        )
        return None
    fields: dict[str, object] = {}
    for name, cell in zip(header, cells, strict=False):
        text = cell.strip()
        if not text:
            continue
        listed = [part.strip() for part in text.split("|") if part.strip()]
        fields[name] = listed if name in LISTS else text
    kind = KINDS[file.stem][0]
    if file.stem == "verbs":
        kind = str(fields.pop("part", "verb"))
        if kind not in _BY_PART:
            complain(f"{file.shown}:{line}: part: {plain(kind)} (allowed: {', '.join(_BY_PART)})")
            return None
    case = fields.pop("case", None)
    expect = fields.pop("expect", None)
    if case is not None or expect is not None:
        fields["cases"] = [{"text": case or "", "expect": expect or []}]
    return Raw(kind=kind, fields=fields, at=Origin(file=file.shown, line=line), csv=True)


def plain(text: str) -> str:
    """Foreign text for a message: one line, no control characters, not long."""
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
    return shown if len(shown) <= 120 else shown[:119] + "…"
