"""What an evaluation returns, whatever the set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """One figure: a float is a share or F1 in 0..1 (1.0 is 100 %), an int is a count. `peer` is the best published
    figure of another system with its name; the floors of the quality gate are kept elsewhere.
    """

    name: str
    value: float
    peer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One disagreement with the gold set: `where` is the item id, `text` the sentence or passage, `kind` such as
    missed, spurious, wrong value.
    """

    where: str
    kind: str
    text: str
    gold: str
    predicted: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a per-class table: class name, gold count, predicted count, figures by name (floats are shares, ints
    counts)."""

    name: str
    gold: int
    predicted: int
    figures: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The result of one set. `digest` is the SHA-256 of the gold file; `measures_not` says in one sentence what the
    set does not measure; `every` is 8 if only every eighth item of the file was read.
    """

    name: str
    items: int
    digest: str
    metrics: tuple[Metric, ...]
    rows: tuple[Row, ...] = ()
    misses: tuple[Miss, ...] = ()
    measures_not: str = ""
    every: int = 1
