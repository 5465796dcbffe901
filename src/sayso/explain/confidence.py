"""Why a record has the confidence it has, in words: what was counted, and what each signal did to it."""

from collections.abc import Iterator

from sayso.confidence import account
from sayso.confidence.estimate import Step
from sayso.confidence.signals import kind_of
from sayso.confidence.table import EMPTY, Kind, measured
from sayso.export.view import Record, confidence
from sayso.records.reading import Reading


def reasons(reading: Reading, record: Record) -> Iterator[str]:
    """A record and its reading -> the confidence, then a line for each thing that it rests on.

    The counts are those of this version; where a reading from a file has another confidence, that is said.
    """
    kind = measured().kinds.get(kind_of(record), EMPTY)
    found = account(reading, record)
    first, *signals = found.steps
    yield f"{found.value:.2f}: of 100 such records about {round(100 * found.value)} are right (counted on {kind.on})"
    if found.value != record.confidence:
        yield f"the reading says {confidence(record)}: it was made with other measurements"
    yield f"{first.after:.2f} {_rules(first, kind)}"
    before = first.after
    for step in signals:
        yield f"{step.after - before:+.2f} {step.name}: right {step.right} of {step.judged} times, {_expected(step)}"
        before = step.after


def _rules(step: Step, kind: Kind) -> str:
    """The rules together and, where there are several or few cases, each alone and the mean that they lean on."""
    names = step.name.split()
    alone = [f"{rule} {right} of {judged}" for rule in names for right, judged in [kind.rules.get(rule, (0, 0))]]
    if len(names) > 1 and step.judged:
        told = f"{' + '.join(names)}: right {step.right} of {step.judged} times together ({', '.join(alone)} alone"
    elif len(names) > 1:
        told = f"{' + '.join(names)}: too seldom judged together ({', '.join(alone)} alone"
    else:
        told = f"{step.name or 'no rule'}: right {step.right} of {step.judged} times ("
    return f"{told}{'; ' if len(names) > 1 else ''}all of this kind {kind.right} of {kind.judged})"


def _expected(step: Step) -> str:
    return f"where {step.expected:.0f} were expected" if step.expected is not None else ""
