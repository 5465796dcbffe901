"""The quality gate: floors pinned with the digest of the gold file; a figure below its floor fails `make check`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.evaluation.report import Score
from sayso.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least value of a metric, with the digest of the gold file it was measured on. `reason` explains the last
    lowering, if there was one."""

    set: str
    metric: str
    digest: str
    least: float
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The table of floors.toml."""

    floors: tuple[Floor, ...]


def floors() -> tuple[Floor, ...]:
    """All pinned floors."""
    return load("sayso.evaluation", "floors.toml", Floors).floors


def broken(scores: Sequence[Score]) -> tuple[str, ...]:
    """One line for each floor that the scores break, or that was pinned on other data; empty if all hold."""
    lines = []
    measured = {score.name: score for score in scores}
    for floor in floors():
        score = measured.get(floor.set)
        if score is None:
            continue
        value = next((metric.value for metric in score.metrics if metric.name == floor.metric), None)
        if score.digest != floor.digest:
            lines.append(
                f"{floor.set}: gold file has digest {score.digest[:16]}, floors were pinned on {floor.digest[:16]}"
            )
        elif value is None:
            lines.append(f"{floor.set}: no metric {floor.metric!r}")
        elif value < floor.least - 1e-9:
            lines.append(f"{floor.set}: {floor.metric} {value:.4f} is below its floor {floor.least:.4f}")
    return tuple(lines)


def pinned(scores: Sequence[Score], *, slack: float = 0.005) -> str:
    """Scores -> the text of floors.toml: every metric in 0..1, lowered by `slack` against float noise."""
    blocks = [
        "# Floors of the quality gate. Raise with `sayso eval all --data DIR --pin`; lowering needs --lower REASON."
    ]
    blocks.extend(
        f'[[floors]]\nset = "{score.name}"\nmetric = "{metric.name}"\ndigest = "{score.digest}"\n'
        f"least = {max(0.0, metric.value - slack):.4f}"
        for score in scores
        for metric in score.metrics
        if 0 < metric.value <= 1
    )
    return "\n\n".join(blocks) + "\n"
