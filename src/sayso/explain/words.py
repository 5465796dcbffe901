"""Which word lists of a stage a word stands in: generic over their shape, so that no stage need be asked."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_LONGEST = 240


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
    found: dict[str, dict[Entry, None]] = {}
    for name, resource in _lists(files("sayso") / stage, stage):
        for word, path, value in _walk(tomllib.loads(resource.read_text(encoding="utf-8")), ""):
            found.setdefault(word, {})[Entry(file=name, path=path, value=value)] = None
    return {word: tuple(entries) for word, entries in found.items()}


def entries(stage: str, word: str) -> tuple[Entry, ...]:
    """The entries of a lower-case word or phrase in the word lists of a stage."""
    return _index(stage).get(word, ())


def phrases(stage: str, words: frozenset[str]) -> tuple[str, ...]:
    """The listed phrases of several words all of which are among `words`."""
    return tuple(known for known in _index(stage) if " " in known and words.issuperset(known.split()))


def _lists(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    """The word lists of a folder and the folders in it, by name."""
    if not folder.is_dir():
        return
    for resource in sorted(folder.iterdir(), key=lambda r: r.name):
        if resource.name.endswith(".toml"):
            yield f"{name}/{resource.name}", resource
        elif resource.is_dir() and not resource.name.startswith(("_", ".")):
            yield from _lists(resource, f"{name}/{resource.name}")


def _walk(node: object, path: str, said: str = "") -> Iterator[tuple[str, str, str]]:
    """(word, path, rest of the entry) for every key and every listed string.

    A table with a list ``words`` is an entry for those words, and its other fields are what it says of them; in other
    tables every list is one of words, and the rest is said only of tables that stand in a list.
    """
    if isinstance(node, dict):
        if isinstance(node.get("words"), list):
            rest = {k: v for k, v in node.items() if k != "words"}
            yield from _walk(node["words"], path, _short(rest))
            return
        lists = sum(isinstance(value, list) for value in node.values()) == len(node)
        for key, value in node.items():
            below = f"{path}.{key}" if path else key
            yield key.lower(), below, "" if isinstance(value, list) else _short(value)
            rest = {} if lists and not path.endswith("]") else {k: v for k, v in node.items() if k != key}
            yield from _walk(value, below, _short({k: v for k, v in rest.items() if not isinstance(v, dict)}))
    elif isinstance(node, list):
        for i, item in enumerate(node):
            yield from _walk(item, f"{path}[{i}]" if isinstance(item, dict) else path, said)
    elif isinstance(node, str):
        yield node.lower(), path, said


def _short(value: object) -> str:
    if isinstance(value, dict):
        written = "; ".join(f"{k} {_plain(v)}" for k, v in value.items() if not _holds_tables(v))
    else:
        written = _plain(value) if value not in ({}, [], "") else ""
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(item) for item in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _holds_tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)
