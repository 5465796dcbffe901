"""Scores of chains of mentions as the CoNLL shared tasks count them: MUC, B-cubed, CEAF-e and their mean.

A chain is a set of mentions that are held to be one thing; a mention is anything hashable. Key and response may hold
different mentions. Sources: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B-cubed, with mentions of one side only
counted as wrong), Luo 2005 (CEAF with the entity-based similarity phi-4), Pradhan et al. 2012 (the mean of the three).
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

Chain = frozenset[Hashable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Precision and recall of one measure, each 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two; 0 if both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def conll(key: Iterable[Chain], response: Iterable[Chain]) -> float:
    """Gold and predicted chains -> the mean of MUC, B-cubed and CEAF-e F1."""
    gold, found = tuple(key), tuple(response)
    return (muc(gold, found).f1 + b_cubed(gold, found).f1 + ceaf_e(gold, found).f1) / 3


def muc(key: Sequence[Chain], response: Sequence[Chain]) -> Agreement:
    """Agreement on links: how many joins of one side the other side makes too. Single mentions do not count."""
    return Agreement(precision=_links(response, key), recall=_links(key, response))


def _links(chains: Sequence[Chain], other: Sequence[Chain]) -> float:
    home = _homes(other)
    kept = needed = 0
    for chain in chains:
        parts = {home.get(mention, ("alone", mention)) for mention in chain}
        kept += len(chain) - len(parts)
        needed += len(chain) - 1
    return kept / needed if needed else 0.0


def b_cubed(key: Sequence[Chain], response: Sequence[Chain]) -> Agreement:
    """Agreement by mention: the share of its chain that is right, the mean over all mentions of that side."""
    return Agreement(precision=_shares(response, key), recall=_shares(key, response))


def _shares(chains: Sequence[Chain], other: Sequence[Chain]) -> float:
    home = _homes(other)
    total = 0.0
    for chain in chains:
        for mention in chain:
            mate = home.get(mention)
            total += len(chain & other[mate]) / len(chain) if mate is not None else 0.0
    mentions = sum(len(chain) for chain in chains)
    return total / mentions if mentions else 0.0


def ceaf_e(key: Sequence[Chain], response: Sequence[Chain]) -> Agreement:
    """Agreement by chain under the best one-to-one matching of chains; similarity of two is their Dice overlap."""
    similar = 0.0
    for rows, columns in _components(key, response):
        table = [[_dice(key[row], response[column]) for column in columns] for row in rows]
        similar += best_matching(table)
    return Agreement(precision=similar / len(response) if response else 0.0, recall=similar / len(key) if key else 0.0)


def _dice(one: Chain, other: Chain) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _homes(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def _components(key: Sequence[Chain], response: Sequence[Chain]) -> list[tuple[list[int], list[int]]]:
    """Groups of key and response chains that share mentions with each other and with no chain outside."""
    home = _homes(response)
    touching: dict[int, set[int]] = {}
    for row, chain in enumerate(key):
        for mention in chain:
            if mention in home:
                touching.setdefault(home[mention], set()).add(row)
    seen: set[int] = set()
    groups: list[tuple[list[int], list[int]]] = []
    for start in range(len(key)):
        if start in seen:
            continue
        rows, columns, todo = {start}, set[int](), [start]
        while todo:
            for column in {home[mention] for mention in key[todo.pop()] if mention in home} - columns:
                columns.add(column)
                todo.extend(touching[column] - rows)
                rows |= touching[column]
        seen |= rows
        if columns:
            groups.append((sorted(rows), sorted(columns)))
    return groups


def best_matching(table: Sequence[Sequence[float]]) -> float:
    """Similarities, rows by columns, all at least 0 -> the highest sum of a matching of rows to different columns.

    The Hungarian method with potentials (Kuhn 1955; cubic in the shorter side times the longer).
    """
    if not table or not table[0]:
        return 0.0
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table, strict=True)]
    rows, columns = len(table), len(table[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken_by = [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken_by[0] = row
        _augment(table, row_price, column_price, taken_by)
    return sum(table[taken_by[column] - 1][column - 1] for column in range(1, columns + 1) if taken_by[column])


def _augment(
    table: Sequence[Sequence[float]], row_price: list[float], column_price: list[float], taken_by: list[int]
) -> None:
    """One more row into the matching, along the cheapest alternating path; column 0 stands for the new row."""
    columns = len(column_price) - 1
    slack = [float("inf")] * (columns + 1)
    came_from = [0] * (columns + 1)
    done = [False] * (columns + 1)
    here = 0
    while True:
        done[here] = True
        row, step, following = taken_by[here], float("inf"), 0
        for column in range(1, columns + 1):
            if done[column]:
                continue
            cost = -table[row - 1][column - 1] - row_price[row] - column_price[column]
            if cost < slack[column]:
                slack[column], came_from[column] = cost, here
            if slack[column] < step:
                step, following = slack[column], column
        for column in range(columns + 1):
            if done[column]:
                row_price[taken_by[column]] += step
                column_price[column] -= step
            else:
                slack[column] -= step
        here = following
        if not taken_by[here]:
            break
    while here:
        taken_by[here] = taken_by[came_from[here]]
        here = came_from[here]
