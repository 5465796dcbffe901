"""Which word lists of a stage a word stands in: generic over their shape, so that no stage need be asked."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place in a word list: `file` is the path in the package, `path` the keys that lead to the word, `value` what
    the entry says besides.
    """

    file: str
    path: str
    value: str


@cache
def _index(stage: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    folder = files("sayso") / stage
    for resource in sorted(folder.iterdir(), key=lambda r: r.name):
        if resource.name.endswith(".toml"):
            table = tomllib.loads(resource.read_text(encoding="utf-8"))
            for word, path, value in _walk(table, ""):
                entry = Entry(file=f"{stage}/{resource.name}", path=path, value=value)
                if entry not in found.setdefault(word, []):
                    found[word].append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


def entries(stage: str, word: str) -> tuple[Entry, ...]:
    """The entries of a lower-case word or phrase in the word lists of a stage."""
    return _index(stage).get(word, ())


def _walk(node: object, path: str, said: str = "") -> Iterator[tuple[str, str, str]]:
    """(word, path, rest of the entry) for every key and every listed string."""
    if isinstance(node, dict):
        for key, value in node.items():
            below = f"{path}.{key}" if path else key
            yield key.lower(), below, "" if isinstance(value, list) else _short(value)
            yield from _walk(
                value, below, _short({k: v for k, v in node.items() if k != key and not isinstance(v, list | dict)})
            )
    elif isinstance(node, list):
        for i, item in enumerate(node):
            yield from _walk(item, f"{path}[{i}]" if isinstance(item, dict) else path, said)
    elif isinstance(node, str):
        yield node.lower(), path, said


def _short(value: object) -> str:
    written = "" if value in ({}, [], "") else json.dumps(value, ensure_ascii=False, default=str)
    return written if len(written) <= 160 else written[:157] + "..."
