"""Loads a TOML word list of the package into a frozen typed table."""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from sayso.errors import BadLexicon
from sayso.spelling import both_spellings, in_one_spelling

T = TypeVar("T")


def load(package: str, name: str, table: type[T]) -> T:
    """TOML file `name` inside the package folder `package` (``sayso.tolls``) -> an instance of `table`.

    `table` is a frozen dataclass or msgspec Struct; words stand there in British and American spelling.
    Unknown or ill-typed entries raise BadLexicon naming file and entry. Files are read at each call: callers keep the
    result.
    """
    resource = files(package) / name
    try:
        return msgspec.convert(_spelt(tomllib.loads(resource.read_text(encoding="utf-8"))), table)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadLexicon(f"{package.replace('.', '/')}/{name}: {error}") from error


def _spelt(data: Any) -> Any:
    """Data of a TOML file -> the same, with the words of lists and tables in British and American spelling."""
    if isinstance(data, dict):
        spelt = {key: _spelt(value) for key, value in data.items()}
        return {in_one_spelling(key): value for key, value in spelt.items()} | spelt
    if isinstance(data, list):
        if data and all(isinstance(item, str) for item in data):
            known = set(data)
            others = dict.fromkeys(word for item in data for word in both_spellings(item))
            return [*data, *(word for word in others if word not in known)]
        return [_spelt(item) for item in data]
    return data


@cache
def digest() -> str:
    """SHA-256 over all word lists and tables of the package, in path order; part of every reading's manifest.

    The floors of the quality gate (`evaluation`) are no part of it: they do not change a reading.
    """
    root = Path(str(files("sayso")))
    total = hashlib.sha256()
    lists = (p for p in root.rglob("*") if p.suffix in (".toml", ".tsv") and p.parent.name != "evaluation")
    for path in sorted(lists, key=lambda p: p.as_posix()):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
