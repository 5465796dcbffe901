"""From counts to a share: how likely a record made by these rules, with these signals, is right.

The base is the measured precision of the record's rules together; where that was seldom seen, it leans on the mean of
the precision of each rule, and a rule that was seldom seen leans on the mean of the kind. Each signal then moves it by
as much as records with that signal were right more or less often than their rules let expect, less where it was seldom
seen. All moves are additions of log-odds, so more right cases never lower a score.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.confidence.table import Kind, Pair

RULE_WEIGHT = 20.0
"""A rule's own count weighs as much as the mean of the kind when it was judged twenty times. These three weights gave
the smallest log loss on records left out, over all kinds (10 to 50, 15 to 50, 25 to 100 tried; they differ little).
"""
TOGETHER_WEIGHT = 30.0
SIGNAL_WEIGHT = 25.0
LOWEST, HIGHEST = 0.01, 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One reason of a score: what was counted, how often it was right of how many judged, how many were expected to be
    right without it (None: nothing was), and the score after this step.
    """

    name: str
    right: int
    judged: int
    expected: float | None
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A score with its reasons: first the rules, then every signal that was ever counted."""

    value: float
    steps: tuple[Step, ...]


def value(kind: Kind, rules: Sequence[str], signals: Sequence[str]) -> float:
    """The rules and signals of a record -> its confidence."""
    odds = logit(base(kind, rules))
    for signal in signals:
        if signal in kind.signals:
            odds += shift(*kind.signals[signal])
    return clipped(share(odds))


def estimate(kind: Kind, rules: Sequence[str], signals: Sequence[str]) -> Estimate:
    """The rules and signals of a record -> its confidence, with the way there."""
    start = base(kind, rules)
    right, judged = kind.together.get(key(rules), (0, 0))
    steps = [Step(name=key(rules), right=right, judged=judged, expected=None, after=clipped(start))]
    odds = logit(start)
    for signal in signals:
        if signal not in kind.signals:
            continue
        right, judged, expected = kind.signals[signal]
        odds += shift(right, judged, expected)
        steps.append(Step(name=signal, right=right, judged=judged, expected=expected, after=clipped(share(odds))))
    return Estimate(value=value(kind, rules, signals), steps=tuple(steps))


def base(kind: Kind, rules: Sequence[str]) -> float:
    """What the rules alone let expect."""
    each = tuple(kind.rules.get(rule, (0, 0)) for rule in dict.fromkeys(rules))
    return _base((kind.right, kind.judged), each, kind.together.get(key(rules), (0, 0)))


@lru_cache(maxsize=4096)
def _base(all_of_kind: Pair, each: tuple[Pair, ...], together: Pair) -> float:
    """The counts of a kind, of each rule of a record and of these rules together -> what they let expect."""
    mean = (all_of_kind[0] + 1) / (all_of_kind[1] + 2)
    odds = [logit(_leaning(*pair, mean, RULE_WEIGHT)) for pair in each]
    return _leaning(*together, share(sum(odds) / len(odds)) if odds else mean, TOGETHER_WEIGHT)


@lru_cache(maxsize=4096)
def shift(right: int, judged: int, expected: float) -> float:
    """By how many log-odds a signal moves a score: none if it was right as often as expected."""
    usual = min(max(expected / judged, LOWEST), HIGHEST)
    return logit(_leaning(right, judged, usual, SIGNAL_WEIGHT)) - logit(usual)


def key(rules: Sequence[str]) -> str:
    """Rule ids -> the name of their combination; the order in which they fired does not matter."""
    return " ".join(sorted(set(rules)))


def _leaning(right: int, judged: int, prior: float, weight: float) -> float:
    return (right + weight * prior) / (judged + weight)


def logit(portion: float) -> float:
    """A share -> log-odds."""
    portion = min(max(portion, 1e-6), 1 - 1e-6)
    return math.log(portion / (1 - portion))


def share(odds: float) -> float:
    """Log-odds -> a share."""
    return 1 / (1 + math.exp(-min(max(odds, -30.0), 30.0)))


def clipped(portion: float) -> float:
    """A share as records carry it: two digits, never certain."""
    return round(min(max(portion, LOWEST), HIGHEST), 2)
