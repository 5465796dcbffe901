"""The trained weights: clues -> probability that a name is the place."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import repeat
from math import exp

from sayso.errors import BadLexicon

FILE = "weights.tsv"
SCALE = 100
"""Weights are written as whole hundredths."""


@cache
def weights() -> dict[str, int]:
    """Clue -> its weight in hundredths of a logit; the bias has the empty clue."""
    found: dict[str, int] = {}
    text = (files("sayso.events.place") / FILE).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        clue, tab, weight = line.rpartition("\t")
        if not tab:
            raise BadLexicon(f"sayso/events/place/{FILE}: line {number} has no tab")
        try:
            found[clue] = int(weight)
        except ValueError as error:
            raise BadLexicon(f"sayso/events/place/{FILE}: line {number}: no whole number: {weight}") from error
    return found


def probability(told: Iterable[str]) -> float:
    """Clues of a name -> probability that it is the verb's place."""
    table = weights()
    total = table.get("", 0) + sum(map(table.get, dict.fromkeys(told), repeat(0)))
    return 1.0 / (1.0 + exp(-max(-3000, min(3000, total)) / SCALE))
