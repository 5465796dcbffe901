"""Readings before and after -> what differs, article by article and record by record."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.compare.facts import KINDS, Fact, facts, names
from sayso.compare.match import Pairs, Values, pair_articles, pair_facts, values
from sayso.compare.model import Change, Comparison, Count, Difference, Outcome
from sayso.compare.shift import shift
from sayso.export.sentences import sentences
from sayso.export.visible import one_line, squeeze
from sayso.records.reading import Reading

_LONG = 160
_AROUND = 60


def compare(before: Sequence[Reading], after: Sequence[Reading], *, confidence: bool = False) -> Comparison:
    """Two sets of readings -> their differences. Ids and the versions that made them are not compared, confidence only
    if asked.
    """
    pairs = pair_articles(before, after)
    differences: list[Difference] = []
    tally: Counter[tuple[str, str]] = Counter()
    differing = 0
    for i, j in pairs.both:
        found = list(_article(before[i], after[j], tally, confidence=confidence))
        differing += bool(found)
        differences += found
    return Comparison(
        made_before=before[0].sayso if before else None,
        made_after=after[0].sayso if after else None,
        both=len(pairs.both),
        differing=differing,
        only_before=tuple(_title(before[i]) for i in pairs.before),
        only_after=tuple(_title(after[j]) for j in pairs.after),
        kinds=_by_kind(tally, differences),
        rules=_by_rule(tally, differences),
        differences=tuple(replace(d, number=number) for number, d in enumerate(differences, start=1)),
    )


def _article(
    before: Reading, after: Reading, tally: Counter[tuple[str, str]], *, confidence: bool
) -> Iterator[Difference]:
    """The differences of one article, in text order; `tally` counts the records of either side by kind and by rule."""
    move = shift(before.article, after.article)
    old, new = (
        facts(before, lambda span: span, confidence=confidence),
        facts(after, move, confidence=confidence),
    )
    named = names(before, lambda span: span), names(after, move)
    pairs: dict[str, Pairs] = {}
    for kind in KINDS:
        one, two = old[kind], new[kind]
        _tally(tally, "before", one)
        _tally(tally, "after", two)
        pairs[kind] = _one_pair() if kind == "article" else pair_facts(one, two, named)
        for i, j in pairs[kind].both:
            if one[i].id in named[0]:
                named[1][two[j].id] = named[0][one[i].id]
    drafts: list[tuple[int, int, int, Difference]] = []
    wording = _Wording(before, after)
    for rank, kind in enumerate(KINDS):
        one, two = old[kind], new[kind]
        for i, j in pairs[kind].both:
            changes = _changes(one[i], two[j], values(one[i], named[0]), values(two[j], named[1]))
            if changes:
                drafts.append((one[i].own or 0, rank, i, wording.difference("changed", one[i], two[j], changes)))
        drafts += [(one[i].own or 0, rank, i, wording.difference("gone", one[i], None)) for i in pairs[kind].before]
        drafts += [(two[j].own or 0, rank, j, wording.difference("new", None, two[j])) for j in pairs[kind].after]
    yield from (draft[-1] for draft in sorted(drafts, key=lambda draft: draft[:3]))


def _one_pair() -> Pairs:
    return Pairs(both=((0, 0),), before=(), after=())


def _changes(before: Fact, after: Fact, old: Values, new: Values) -> tuple[Change, ...]:
    found = [
        Change(field=field, before=_brief(was, now), after=_brief(now, was))
        for (field, was), (_, now) in zip(old, new, strict=True)
        if was != now
    ]
    if not found and before.spans != after.spans and before.kind != "dropped":
        found.append(Change(field="position", before=_places(before), after=_places(after)))
    if before.why != after.why:
        found.append(Change(field="why", before=before.why, after=after.why))
    return tuple(found)


def _places(fact: Fact) -> tuple[str, ...]:
    return tuple(f"{span.start}–{span.end}" for span in fact.spans)


def _brief(mine: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The values on one line each; of a long one that stands against another, what is around the first difference."""
    if len(mine) != 1 or len(other) != 1 or max(len(mine[0]), len(other[0])) <= _LONG:
        return tuple(squeeze(value, _LONG) for value in mine)
    at = next((k for k, (a, b) in enumerate(zip(mine[0], other[0], strict=False)) if a != b), -1)
    at = min(len(mine[0]), len(other[0])) if at < 0 else at
    start, end = max(0, at - _AROUND), at + _AROUND
    return (("… " if start else "") + one_line(mine[0][start:end]) + (" …" if end < len(mine[0]) else ""),)


class _Wording:
    """Words the differences of one article; sentences are looked up only where something differs."""

    def __init__(self, before: Reading, after: Reading) -> None:
        self._readings = {"before": before, "after": after}
        self._sentences: dict[str, list[tuple[int, int]]] = {}

    def difference(
        self, outcome: Outcome, before: Fact | None, after: Fact | None, changes: tuple[Change, ...] = ()
    ) -> Difference:
        side, fact = ("after", after) if after is not None else ("before", before)
        reading = self._readings[side]
        return Difference(
            number=0,
            kind=fact.kind if fact else "",
            outcome=outcome,
            article=reading.article.id,
            headline=one_line(reading.article.headline or reading.article.url or ""),
            sentence=self._sentence(side, fact.own) if fact and fact.own is not None else "",
            before=before.line if before else None,
            after=after.line if after else None,
            changes=changes,
            rules_before=before.why if before else (),
            rules_after=after.why if after else (),
        )

    def _sentence(self, side: str, position: int) -> str:
        reading = self._readings[side]
        if side not in self._sentences:
            self._sentences[side] = [(s.start, s.end) for _, inside in sentences(reading) for s in inside]
        spans = self._sentences[side]
        return next((one_line(reading.article.text[a:b]) for a, b in spans if a <= position < b), "")


def _title(reading: Reading) -> str:
    return f"{reading.article.id} {squeeze(reading.article.headline or reading.article.url or '', 60)}".rstrip()


def _tally(tally: Counter[tuple[str, str]], side: str, found: Iterable[Fact]) -> None:
    for fact in found:
        tally[side, f"kind {fact.kind}"] += 1
        for rule in dict.fromkeys(fact.why):
            tally[side, f"rule {rule}"] += 1


def _by_kind(tally: Counter[tuple[str, str]], differences: Sequence[Difference]) -> tuple[Count, ...]:
    """A line for every kind, in the order of KINDS."""
    seen = Counter((d.kind, d.outcome) for d in differences)
    return tuple(
        Count(
            name=kind,
            before=tally["before", f"kind {kind}"],
            after=tally["after", f"kind {kind}"],
            gone=seen[kind, "gone"],
            new=seen[kind, "new"],
            changed=seen[kind, "changed"],
        )
        for kind in KINDS
    )


def _by_rule(tally: Counter[tuple[str, str]], differences: Sequence[Difference]) -> tuple[Count, ...]:
    """A line for every rule that stands in a difference, those with most differences first."""
    seen: Counter[tuple[str, Outcome]] = Counter()
    for difference in differences:
        seen.update((rule, outcome) for rule, outcome in outcomes(difference).items())
    counts = [
        Count(
            name=rule,
            before=tally["before", f"rule {rule}"],
            after=tally["after", f"rule {rule}"],
            gone=seen[rule, "gone"],
            new=seen[rule, "new"],
            changed=seen[rule, "changed"],
        )
        for rule in {rule for rule, _ in seen}
    ]
    return tuple(sorted(counts, key=lambda count: (-count.any, count.name)))


def outcomes(difference: Difference) -> dict[str, Outcome]:
    """Each rule of a difference -> what happened from the rule's point of view."""
    found: dict[str, Outcome] = {}
    for rule in (*difference.rules_before, *difference.rules_after):
        if rule not in difference.rules_after:
            found[rule] = "gone"
        elif rule not in difference.rules_before:
            found[rule] = "new"
        else:
            found[rule] = "changed"
    return found
