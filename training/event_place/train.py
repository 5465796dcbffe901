# ruff: noqa: T201, INP001
"""Trains the ranking of an event's own place and writes its weights; run by hand, never by the build.

    python training/event_place/train.py event_location.jsonl [--write] [--folds 1 2 3 --test 4]

The items (Halterman's event-location set, MIT) are split by document into five folds before anybody looks; fold 0 is
held out. Without options the model is fitted to folds 1 to 4 and scored on fold 0, beside the rules alone; with --write
the weights go into the package. Only numpy is needed besides sayso, which spaCy brings. Same data, same weights.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.api import open_engine
from sayso.evaluation.event_location import FOLDS, HELD_OUT, fold_of, gold_of, text_key, tokens_of
from sayso.evaluation.text import document_of
from sayso.events.place import rank
from sayso.events.place.choose import Ranked, chosen
from sayso.events.place.clues import clues
from sayso.events.place.names import names_of, span_of
from sayso.events.place.weights import FILE, SCALE
from sayso.events.sites import Sites
from sayso.pipeline import Engine
from sayso.places import find_places
from sayso.records.language import Sentence
from sayso.times import find_times

DOUBTFUL = frozenset({"AP", "Xinhua", "wiki", "Atrocities", "Masdar_RA"})
"""Sources of which most verbs without a gold place have one in their sentence (judged on a sample)."""
DOUBT = 0.5
"""What an item without gold place of a doubtful source weighs."""
SMALLEST_COUNT, PENALTY, LEAST_WEIGHT = 3, 1 / 0.15, 2
WEIGHTS = Path(__file__).parents[2] / "src" / "sayso" / "events" / "place" / FILE
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One verb: its sentence, its names with their clues and labels, the gold tokens, what the rules alone say."""

    source: str
    fold: int
    text: str
    sentence: Sentence | None
    ranked: tuple[Ranked, ...]
    told: tuple[list[str], ...]
    labels: tuple[int, ...]
    gold: frozenset[int]
    ruled: frozenset[int]


def main() -> None:
    """Reads the arguments, fits, prints the figures, writes the weights if asked to."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--write", action="store_true", help="write the weights into the package")
    arguments.add_argument("--folds", type=int, nargs="+", default=[1, 2, 3, 4], help="folds to fit to")
    arguments.add_argument("--test", type=int, default=HELD_OUT, help="fold to score")
    options = arguments.parse_args()
    items = list(read(options.data, open_engine()))
    train = [item for item in items if item.fold in options.folds]
    test = [item for item in items if item.fold == options.test]
    table = fit(train)
    print(f"{len(train)} items fitted, {len(table)} weights, {len(test)} items scored")
    report("rules alone", test, lambda item: item.ruled)
    report("trained", test, lambda item: trained(item, table))
    for source in sorted({item.source for item in test}):
        report(f"  {source}", [i for i in test if i.source == source], lambda item: trained(item, table))
    if options.write:
        write(table, options)


def read(path: Path, engine: Engine) -> Iterator[Item]:
    """The gold file -> items, each with its fold."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["event_verb"]]
    unseen = {text_key(row) for row in rows if fold_of(row) == HELD_OUT}
    for row in rows:
        fold = fold_of(row)
        if fold == HELD_OUT or text_key(row) not in unseen:
            yield item_of(row, fold, engine)


def item_of(row: dict[str, Any], fold: int, engine: Engine) -> Item:
    """One row of the file -> its item."""
    text, verb = row["text"], row["event_verb"][0]
    gold = frozenset(gold_of(row))
    document = document_of(text, engine)
    places, times = find_places(document, engine.gazetteer), find_times(document)
    for sentence in document.sentences:
        token = next((t for t in sentence.tokens if t.start < verb["end"] and verb["start"] < t.end), None)
        if token is None:
            continue
        sites = Sites(sentence, places, times)
        names, ruled = names_of(sentence, places, sites.dated), sites.of(token)
        ranked = rank(sentence, token, names, ruled)
        ordered = [r.name for r in ranked]
        taken = [n for n, name in enumerate(ordered) if any(span_of(sentence, name).overlaps(s) for s in ruled)]
        return Item(
            source=row["source"],
            fold=fold,
            text=text,
            sentence=sentence,
            ranked=ranked,
            told=tuple(clues(sentence, token, ordered, taken)),
            labels=tuple(int(not gold.isdisjoint(tokens_of(text, [r.span]))) for r in ranked),
            gold=gold,
            ruled=frozenset(tokens_of(text, ruled)),
        )
    return Item(
        source=row["source"], fold=fold, text=text, sentence=None, ranked=(), told=(), labels=(), gold=gold,
        ruled=frozenset(),
    )  # fmt: skip


def fit(items: Sequence[Item]) -> dict[str, int]:
    """Logistic regression with a ridge penalty over the clues -> weights in hundredths, the bias under ''."""
    counts = Counter(clue for item in items for told in item.told for clue in set(told))
    clue_ids = {clue: n + 1 for n, clue in enumerate(sorted(c for c, k in counts.items() if k >= SMALLEST_COUNT))}
    rows, columns, labels, sizes = list[int](), list[int](), list[int](), list[float]()
    for item in items:
        for told, label in zip(item.told, item.labels, strict=True):
            here = [0, *sorted({clue_ids[c] for c in told if c in clue_ids})]
            rows.extend([len(labels)] * len(here))
            columns.extend(here)
            labels.append(label)
            sizes.append(DOUBT if item.source in DOUBTFUL and not item.gold else 1.0)
    problem = _Problem(np.array(rows), np.array(columns), np.array(labels, dtype=float), np.array(sizes))
    found = minimise(problem, len(clue_ids) + 1)
    table = {clue: round(SCALE * float(found[n])) for clue, n in clue_ids.items()}
    return {"": round(SCALE * float(found[0]))} | {c: w for c, w in table.items() if abs(w) >= LEAST_WEIGHT}


@dataclass(frozen=True, slots=True)
class _Problem:
    """Sparse rows of ones, labels, weights of the rows; called with weights it gives loss and gradient."""

    rows: Ints
    columns: Ints
    labels: Floats
    sizes: Floats

    def __call__(self, weights: Floats) -> tuple[float, Floats]:
        sums = np.bincount(self.rows, weights[self.columns], minlength=len(self.labels))
        loss = np.sum(self.sizes * (np.logaddexp(0.0, sums) - self.labels * sums))
        slope = self.sizes * (1.0 / (1.0 + np.exp(-sums)) - self.labels)
        gradient = np.bincount(self.columns, slope[self.rows], minlength=len(weights)) + PENALTY * weights
        return float(loss + 0.5 * PENALTY * weights @ weights), gradient


def minimise(problem: Callable[[Floats], tuple[float, Floats]], size: int, *, steps: int = 200) -> Floats:
    """L-BFGS with a backtracking line search; the loss is smooth and convex."""
    weights = np.zeros(size)
    loss, gradient = problem(weights)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        way = -_scaled(gradient, moves)
        length = 1.0 if moves else 1.0 / max(1.0, float(np.linalg.norm(gradient)))
        slope = float(gradient @ way)
        while True:
            after, turned = problem(weights + length * way)
            if after <= loss + 1e-4 * length * slope or length < 1e-10:
                break
            length /= 2
        moves = [*moves[-9:], (length * way, turned - gradient)]
        done = loss - after < 1e-7 * abs(loss)
        weights, loss, gradient = weights + length * way, after, turned
        if done:
            break
    return weights


def _scaled(gradient: Floats, moves: list[tuple[Floats, Floats]]) -> Floats:
    """The gradient times the inverse curvature that the last moves show."""
    direction, factors = gradient.copy(), []
    for step, change in reversed(moves):
        factor = (step @ direction) / (step @ change)
        direction -= factor * change
        factors.append(factor)
    if moves:
        step, change = moves[-1]
        direction *= (step @ change) / (change @ change)
    for (step, change), factor in zip(moves, reversed(factors), strict=True):
        direction += step * (factor - (change @ direction) / (step @ change))
    return direction


def trained(item: Item, table: dict[str, int]) -> frozenset[int]:
    """The tokens that a table of weights takes for an item, by the reader's own choice."""
    if item.sentence is None:
        return frozenset()
    sums = [table[""] + sum(table.get(c, 0) for c in set(told)) for told in item.told]
    ranked = [r._replace(probability=1 / (1 + np.exp(-s / SCALE))) for r, s in zip(item.ranked, sums, strict=True)]
    return frozenset(tokens_of(item.text, [r.span for r in chosen(item.sentence, ranked)]))


def report(name: str, items: Sequence[Item], told_of: Callable[[Item], frozenset[int]]) -> None:
    """Prints token F1, precision and recall."""
    right = wrong = lost = 0
    for item in items:
        told = told_of(item)
        right, wrong, lost = right + len(told & item.gold), wrong + len(told - item.gold), lost + len(item.gold - told)
    score = 2 * right / max(1, 2 * right + wrong + lost)
    print(
        f"{name:16} {len(items):5} items  F1 {score:.4f}  precision {right / max(1, right + wrong):.4f}"
        f"  recall {right / max(1, right + lost):.4f}"
    )


def write(table: dict[str, int], options: argparse.Namespace) -> None:
    """Writes the weights beside the module that reads them, in the order of the clues."""
    head = [
        "# Weights of the place ranker, hundredths of a logit; made by training/event_place/train.py, not by hand.",
        f"# Data: sha256 {hashlib.sha256(options.data.read_bytes()).hexdigest()}, folds {options.folds} of {FOLDS}.",
        "# Source: A. Halterman, Event Location data (2019), MIT licence; see docs/models/event_place.md.",
    ]
    lines = [f"{clue}\t{weight}" for clue, weight in sorted(table.items())]
    WEIGHTS.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
    print(f"wrote {WEIGHTS} ({WEIGHTS.stat().st_size} bytes)")


if __name__ == "__main__":
    main()
