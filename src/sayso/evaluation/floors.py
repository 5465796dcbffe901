"""The quality gate: floors pinned with the digest of the gold file; a figure below its floor fails `make check`."""

import json
import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import msgspec

from sayso.errors import BadLexicon
from sayso.evaluation.report import Metric, Score
from sayso.evaluation.sets import find_set
from sayso.export.visible import one_line

FLOORS = Path(str(files("sayso.evaluation"))) / "floors.toml"
SLACK = 0.005
"""A floor lies this much below its figure: other builds of the language engine differ in a parse or two."""
_NOISE = 1e-9
_HEAD = """# Floors of the quality gate: the least value of each main figure, and the SHA-256 of its gold file.
# Written by `sayso eval all --data DIR --pin`, which raises floors; --lower REASON lowers them.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least value of a metric, with the digest of the gold file it was measured on, of which every so many-th item
    was read. `reason` explains the last lowering, if there was one."""

    set: str
    metric: str
    digest: str
    least: float
    every: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The table of floors.toml."""

    floors: tuple[Floor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """The floors after a run; `moved` says in a line each what is raised, lowered or new, `refused` what may not be
    lowered without a reason."""

    floors: tuple[Floor, ...]
    moved: tuple[str, ...]
    refused: tuple[str, ...]


def floors(path: Path | None = None) -> tuple[Floor, ...]:
    """All pinned floors; none if there is no file. Raises BadLexicon if it is malformed."""
    path = path or FLOORS
    if not path.is_file():
        return ()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Floors).floors
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadLexicon(f"{path.name}: {error}") from error


def broken(scores: Sequence[Score], pinned: Sequence[Floor]) -> tuple[str, ...]:
    """One line for each floor that the scores break, or that was pinned on other data; empty if all hold."""
    measured = {score.name: score for score in scores}
    lines = []
    for floor in pinned:
        score = measured.get(floor.set)
        if score is None:
            continue
        value = _value(score, floor.metric)
        other = _other_data(score, floor)
        if other:
            lines.append(f"{floor.set}: {floor.metric} cannot be compared: {other}")
        elif value is None:
            lines.append(f"{floor.set}: no metric {floor.metric!r} any more")
        elif value < floor.least - _NOISE:
            lines.append(f"{floor.set}: {floor.metric} {value:.4f} is below its floor {floor.least:.4f}")
    return tuple(dict.fromkeys(lines))


def pin(scores: Sequence[Score], old: Sequence[Floor], *, reason: str = "") -> Pinned:
    """Scores and the floors so far -> floors a little below the main figures. A floor never falls, nor moves to another
    gold file, without a reason; floors of sets that were not scored stay.
    """
    known = {(floor.set, floor.metric): floor for floor in old}
    moved: list[str] = []
    refused: list[str] = []
    for score in scores:
        for metric in _main(score):
            before = known.get((score.name, metric.name))
            after, said, allowed = _moved(score, metric, before, reason)
            if not allowed:
                refused.append(said)
                continue
            known[score.name, metric.name] = after
            moved += [said] if said else []
    return Pinned(floors=tuple(known.values()), moved=tuple(moved), refused=tuple(refused))


def _moved(score: Score, metric: Metric, before: Floor | None, reason: str) -> tuple[Floor, str, bool]:
    """The floor of a metric after a run, what to say about it ("" if it stays), and whether it may be so."""
    least = max(0.0, math.floor((metric.value - SLACK) * 10_000) / 10_000)
    fresh = Floor(set=score.name, metric=metric.name, digest=score.digest, least=least, every=score.every)
    name = f"{score.name}: {metric.name}"
    if before is None:
        return fresh, f"{name} new floor {least:.4f}", True
    other = _other_data(score, before)
    if other or metric.value < before.least - _NOISE:
        why = other or f"{metric.value:.4f} is below its floor {before.least:.4f}"
        if not reason:
            return before, f"{name}: {why}", False
        return replace(fresh, reason=one_line(reason)), f"{name} {before.least:.4f} -> {least:.4f} ({reason})", True
    if least <= before.least:
        return before, "", True
    return replace(fresh, reason=before.reason), f"{name} {before.least:.4f} -> {least:.4f}", True


def as_toml(pinned: Sequence[Floor]) -> str:
    """Floors -> the text of floors.toml."""
    blocks = [_HEAD]
    for floor in pinned:
        lines = ["[[floors]]", f"set = {_quoted(floor.set)}", f"metric = {_quoted(floor.metric)}"]
        lines += [f"digest = {_quoted(floor.digest)}", f"least = {floor.least:.4f}"]
        lines += [f"every = {floor.every}"] if floor.every > 1 else []
        lines += [f"reason = {_quoted(floor.reason)}"] if floor.reason else []
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _main(score: Score) -> tuple[Metric, ...]:
    gold = find_set(score.name)
    return tuple(metric for metric in score.metrics if gold and metric.name in gold.main)


def _value(score: Score, metric: str) -> float | None:
    return next((m.value for m in score.metrics if m.name == metric), None)


def _other_data(score: Score, floor: Floor) -> str:
    """Why a score is not on the data of a floor; empty if it is."""
    if score.digest != floor.digest:
        return f"the gold file has digest {score.digest[:16]}, the floor was pinned on {floor.digest[:16]}"
    if score.every != floor.every:
        return f"every {score.every}. item was read, the floor was pinned on every {floor.every}."
    return ""
