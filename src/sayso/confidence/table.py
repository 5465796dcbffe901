"""The measurements that confidence rests on: how often rules and signals were right, counted on named sets."""

from dataclasses import dataclass, field
from functools import cache

from sayso.lexicon.load import load

FILE = "measured.toml"

Pair = tuple[int, int]
"""Right, judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The measurements of one kind of record on the sets named in `on`. `rules`: a rule id -> (right, judged) of the
    records that it had a part in; `together`: all rule ids of a record, joined by spaces -> the same; `signals`: a
    signal -> (right, judged, expected), `expected` being how many would be right without looking at this signal.
    """

    on: str
    right: int
    judged: int
    rules: dict[str, Pair] = field(default_factory=dict)
    together: dict[str, Pair] = field(default_factory=dict)
    signals: dict[str, tuple[int, int, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All measurements: SHA-256 of the sets they were counted on, and the kinds of record."""

    sets: dict[str, str]
    kinds: dict[str, Kind]


EMPTY = Kind(on="nothing", right=0, judged=0)


@cache
def measured() -> Table:
    """The table of the package."""
    return load("sayso.confidence", FILE, Table)
