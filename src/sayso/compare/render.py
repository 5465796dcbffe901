"""A comparison for the eye, like a code review: tables by kind and by rule, then examples with both records."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from textwrap import wrap

from sayso.compare.compare import outcomes
from sayso.compare.model import Change, Comparison, Count, Difference
from sayso.export.visible import one_line, squeeze

_WIDEST = 116
_STYLES = {"-": "31", "+": "32", "~": "33", "#": "1", "§": "1;36"}
_MANIFEST = ("version", "schema", "lexicon", "gazetteer", "model", "own")
_PLURAL = {"article": "articles", "dropped": "dropped parts"}
NO_RULE = "(no rule)"


def render(comparison: Comparison, *, width: int = 80, colour: bool = False, examples: int = 3) -> str:
    """Comparison -> lines of at most `width` columns with at most `examples` differences a rule; ends with a newline.

    A difference that stands under one rule already is only named under the next.
    """
    width = max(50, min(width, _WIDEST))
    lines = [*_head(comparison), ""]
    if comparison.same:
        return "\n".join([*lines, "No difference.\n"])
    lines += _listed("Only before", comparison.only_before, width) + _listed("Only after", comparison.only_after, width)
    if comparison.differences:
        lines += _table("Records", [c for c in comparison.kinds if c.before or c.after], width, colour=colour)
    if comparison.rules:
        lines += ["", *_table("Rules", comparison.rules, width, colour=colour)]
    if examples > 0:
        lines += _examples(comparison, examples, width, colour=colour)
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _head(comparison: Comparison) -> Iterator[str]:
    both = comparison.both
    yield f"{both:,} article{'s' if both != 1 else ''} on both sides, {comparison.differing:,} read differently"
    one, two = comparison.made_before, comparison.made_after
    if one is None or two is None:
        return
    for field in _MANIFEST:
        was, now = str(getattr(one, field)), str(getattr(two, field))
        if was != now:
            yield f"  {field}: {one_line(was)[:28]} → {one_line(now)[:28]}"


def _listed(title: str, articles: Sequence[str], width: int) -> list[str]:
    if not articles:
        return []
    shown = [f"  {squeeze(name, width - 2)}" for name in articles[:10]]
    more = [f"  and {len(articles) - 10:,} more"] if len(articles) > 10 else []
    return [f"{title} ({len(articles):,})", *shown, *more, ""]


def _table(title: str, counts: Sequence[Count], width: int, *, colour: bool) -> list[str]:
    names = [_kind(c.name) if title == "Records" else c.name for c in counts]
    wide = min(max(len(title), *map(len, names)) + 2, width - 42)
    lines = [
        _styled(f"{title:{wide}}{'before':>8}{'after':>8}{'gone':>8}{'new':>8}{'changed':>10}", "§", colour=colour)
    ]
    for name, count in zip(names, counts, strict=True):
        figures = "".join(
            f"{figure or '·':>{room},}" if figure else f"{'·':>{room}}"
            for figure, room in ((count.gone, 8), (count.new, 8), (count.changed, 10))
        )
        lines.append(f"{name:{wide}}{count.before:8,}{count.after:8,}{figures}")
    return lines


def _kind(kind: str) -> str:
    return _PLURAL.get(kind, f"{kind}s")


def _examples(comparison: Comparison, examples: int, width: int, *, colour: bool) -> Iterator[str]:
    """Under each rule its first differences that were not shown yet, gains and losses before changes; the rules with
    fewest differences choose first, so that each shows something of its own.
    """
    held: defaultdict[str, list[Difference]] = defaultdict(list)
    for difference in comparison.differences:
        for rule in outcomes(difference) or (f"{_kind(difference.kind)} {NO_RULE}",):
            held[rule].append(difference)
    chosen: dict[str, list[Difference]] = {}
    taken: set[int] = set()
    for rule in sorted(held, key=lambda rule: (len(held[rule]), rule)):
        fresh = (d for d in held[rule] if d.number not in taken)
        chosen[rule] = sorted(fresh, key=lambda d: outcomes(d).get(rule, d.outcome) == "changed")[:examples]
        taken.update(d.number for d in chosen[rule])
    for rule in [count.name for count in comparison.rules] + sorted(r for r in held if r.endswith(NO_RULE)):
        yield ""
        yield _styled(f"{rule}  {_balance(rule, held[rule])}", "§", colour=colour)
        for difference in chosen[rule]:
            yield from _example(difference, width, colour=colour)
        left = [d.number for d in held[rule] if d.number in taken and d not in chosen[rule]]
        if len(chosen[rule]) < examples and left:
            numbers = " ".join(f"#{number}" for number in left[: examples - len(chosen[rule])])
            yield f"  see also {numbers}"


def examples_of(differences: Sequence[Difference], width: int) -> list[str]:
    """Differences -> the lines that show each."""
    return [line for difference in differences for line in _example(difference, width, colour=False)]


def _balance(rule: str, differences: Sequence[Difference]) -> str:
    seen = Counter(outcomes(d).get(rule, d.outcome) for d in differences)
    return ", ".join(f"{seen[outcome]:,} {outcome}" for outcome in ("gone", "new", "changed") if seen[outcome])


def _example(difference: Difference, width: int, *, colour: bool) -> Iterator[str]:
    title = f"  #{difference.number}  {difference.article}  {squeeze(difference.headline, max(20, width - 32))}"
    yield _styled(title, "#", colour=colour)
    if difference.sentence:
        yield from _wrapped(squeeze(difference.sentence, 6 * width), width, "      ", "      ")
    same = difference.before == difference.after
    if difference.before is not None and same:
        yield from _wrapped(squeeze(difference.before, 4 * width), width, "    ~ ", "      ", colour=colour)
    else:
        for mark, line in (("-", difference.before), ("+", difference.after)):
            if line is not None:
                yield from _wrapped(squeeze(line, 4 * width), width, f"    {mark} ", "      ", colour=colour)
    room = max((len(change.field) for change in difference.changes), default=0)
    for change in difference.changes:
        yield from _wrapped(_change(change), width, f"        {change.field:{room}}  ", " " * (room + 12))


def _change(change: Change) -> str:
    """One value against another; of lists what left and what came."""
    if len(change.before) <= 1 and len(change.after) <= 1:
        return f"{_value(change.before)} → {_value(change.after)}"
    was, now = Counter(change.before), Counter(change.after)
    gone, new = list((was - now).elements()), list((now - was).elements())
    if not gone and not new:
        return f"other order: {_value(change.before)} → {_value(change.after)}"
    pieces = [f"−{one_line(v)}" for v in gone[:6]] + ["− …"] * (len(gone) > 6)
    pieces += [f"+{one_line(v)}" for v in new[:6]] + ["+ …"] * (len(new) > 6)
    return "  ".join(pieces)


def _value(values: Sequence[str]) -> str:
    return ", ".join(map(one_line, values)) or "—"


def _wrapped(text: str, width: int, lead: str, hang: str, *, colour: bool = False) -> list[str]:
    lines = wrap(
        one_line(text),
        width,
        initial_indent=lead,
        subsequent_indent=hang,
        break_on_hyphens=False,
        break_long_words=True,
    ) or [lead]
    mark = lead.strip()
    return [_styled(line, mark, colour=colour) for line in lines] if mark in _STYLES else lines


def _styled(line: str, style: str, *, colour: bool) -> str:
    return f"\x1b[{_STYLES[style]}m{line}\x1b[0m" if colour else line
