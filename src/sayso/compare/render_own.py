"""What own words change, for the eye: by entry, then the cases."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.compare.model import Comparison
from sayso.compare.own import Effect, Verdict
from sayso.compare.render import examples_of
from sayso.export.visible import one_line, squeeze


def render_effects(comparison: Comparison, found: Sequence[Effect], *, width: int, examples: int) -> str:
    """Comparison without and with own words -> lines; entries that change nothing are named last."""
    total = _balance(Counter(d.outcome for d in comparison.differences))
    lines = [
        f"{comparison.both:,} texts read without it and with it: {comparison.differing:,} read differently, {total}"
    ]
    idle = [effect for effect in found if not effect.differences]
    for effect in (effect for effect in found if effect.differences):
        lines += ["", *_entry(effect, width, examples)]
    placed = {d.number for effect in found for d in effect.differences}
    rest = [d for d in comparison.differences if d.number not in placed]
    if rest:
        lines += ["", f"elsewhere: {_balance(Counter(d.outcome for d in rest))}"]
        lines += examples_of(rest[:examples], width)
    if idle:
        names = ", ".join(f"{one_line(effect.entry.name)} ({effect.entry.at})" for effect in idle[:12])
        more = f" and {len(idle) - 12:,} more" if len(idle) > 12 else ""
        lines += ["", f"change nothing in these texts ({len(idle):,}): {names}{more}"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _entry(effect: Effect, width: int, examples: int) -> Iterator[str]:
    entry = effect.entry
    head = f"{entry.at}  {one_line(entry.name)}  ({one_line(entry.says)}):"
    yield f"{head} {_balance(Counter(d.outcome for d in effect.differences))}"
    telling = sorted(effect.differences, key=lambda d: (entry.rule not in d.rules_after, d.number))
    yield from examples_of(telling[:examples], width)


def _balance(seen: Counter[str]) -> str:
    return ", ".join(f"{seen[outcome]:,} {outcome}" for outcome in ("new", "gone", "changed") if seen[outcome]) or (
        "no record changed"
    )


def render_cases(verdicts: Sequence[Verdict], *, width: int) -> str:
    """The verdicts -> how many lines of the cases hold, and each that fails with what was read instead."""
    if not verdicts:
        return ""
    failed = [verdict for verdict in verdicts if not verdict.holds]
    lines = ["", f"cases: {len(verdicts) - len(failed):,} of {len(verdicts):,} expectations hold"]
    for verdict in failed:
        lines.append(f"  fails  {verdict.case.at}  {squeeze(verdict.case.text, max(20, width - 12))}")
        lines.append(f"         expected: {one_line(verdict.line)}")
        lines += [f"         read:     {squeeze(row, max(20, width - 20))}" for row in verdict.read[:5] or ("nothing",)]
    return "\n".join(lines) + "\n"
