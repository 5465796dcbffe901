"""Pairs what is the same thing on both sides: articles by identity, records by where they stand and what they say."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.compare.facts import Fact, Ref
from sayso.records.article import Article
from sayso.records.reading import Reading
from sayso.text import Span

_BUCKET = 64
_HALF = 0.5

Values = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Indices paired one to one, in order of the first side, and those left over on either side."""

    both: tuple[tuple[int, int], ...]
    before: tuple[int, ...]
    after: tuple[int, ...]


def pair_articles(before: Sequence[Reading], after: Sequence[Reading]) -> Pairs:
    """Readings that are of the same article: by id, else raw bytes, else address, else headline; repeats in order."""
    ways: tuple[Callable[[Article], str | None], ...] = (
        lambda article: article.id,
        lambda article: article.raw.sha256,
        lambda article: article.url,
        lambda article: article.headline,
    )
    paired: dict[int, int] = {}
    for way in ways:
        _pair_equal([way(r.article) for r in before], [way(r.article) for r in after], paired)
    return _pairs(paired, len(before), len(after))


def pair_facts(before: Sequence[Fact], after: Sequence[Fact], named: tuple[dict[str, str], dict[str, str]]) -> Pairs:
    """Facts of one kind that are the same record: first those that stand at the same place and say the same, then those
    that share characters, the most alike first. `named` gives the names of what they point at, on either side.
    """
    old, new = [values(f, named[0]) for f in before], [values(f, named[1]) for f in after]
    paired: dict[int, int] = {}
    _pair_equal(
        [(f.spans, v) for f, v in zip(before, old, strict=True)],
        [(f.spans, v) for f, v in zip(after, new, strict=True)],
        paired,
    )
    taken = set(paired.values())
    scored = []
    for i, j in _touching(before, after):
        if i in paired or j in taken or not _akin(before[i], after[j]):
            continue
        same = sum(a == b for a, b in zip(old[i], new[j], strict=True)) + 2 * (before[i].spans == after[j].spans)
        scored.append((-same, -_shared(before[i].spans, after[j].spans), i, j))
    for _, _, i, j in sorted(scored):
        if i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return _pairs(paired, len(before), len(after))


def values(fact: Fact, named: dict[str, str]) -> Values:
    """The fields of a fact, with names for what it points at."""
    return tuple(
        (field, tuple(named.get(v.id, v.id) if isinstance(v, Ref) else v for v in held)) for field, held in fact.fields
    )


def _pair_equal(before: Sequence[object], after: Sequence[object], paired: dict[int, int]) -> None:
    """Adds pairs of equal keys that are not None and not yet paired, in order."""
    taken = set(paired.values())
    waiting: defaultdict[object, list[int]] = defaultdict(list)
    for j in range(len(after) - 1, -1, -1):
        if j not in taken and after[j] is not None:
            waiting[after[j]].append(j)
    for i, key in enumerate(before):
        if i not in paired and key is not None and waiting.get(key):
            paired[i] = waiting[key].pop()


def _pairs(paired: dict[int, int], before: int, after: int) -> Pairs:
    taken = set(paired.values())
    return Pairs(
        both=tuple(sorted(paired.items())),
        before=tuple(i for i in range(before) if i not in paired),
        after=tuple(j for j in range(after) if j not in taken),
    )


def _touching(before: Sequence[Fact], after: Sequence[Fact]) -> list[tuple[int, int]]:
    """Index pairs of facts whose spans, or wider spans, may share characters."""
    known: defaultdict[int, set[int]] = defaultdict(set)
    for j, fact in enumerate(after):
        for bucket in _buckets(fact):
            known[bucket].add(j)
    return [(i, j) for i, f in enumerate(before) for j in sorted(set().union(*(known[b] for b in _buckets(f))))]


def _buckets(fact: Fact) -> set[int]:
    """Stretches of the text that the fact touches; of long spans the first."""
    return {
        bucket
        for span in (*fact.spans, *fact.wider)
        for bucket in range(span.start // _BUCKET, min(span.end, span.start + 8 * _BUCKET) // _BUCKET + 1)
    }


def _akin(before: Fact, after: Fact) -> bool:
    """True if two facts at overlapping places may be one record."""
    shared = _shared(before.spans, after.spans)
    if before.kind == "toll":
        mine, other = dict(before.fields), dict(after.fields)
        return shared > 0 and (mine["harm"] == other["harm"] or mine["figure"] == other["figure"])
    if before.kind == "statement" and not shared:
        common = _shared(before.wider, after.wider)
        return common > 0 and common >= _HALF * (_length(before.wider) + _length(after.wider) - common)
    return shared > 0


def _shared(before: Iterable[Span], after: Iterable[Span]) -> int:
    """How many characters two ascending lists of spans share (spans of a list do not overlap, or count twice)."""
    one, two = list(before), list(after)
    i = j = total = 0
    while i < len(one) and j < len(two):
        total += max(0, min(one[i].end, two[j].end) - max(one[i].start, two[j].start))
        if one[i].end <= two[j].end:
            i += 1
        else:
            j += 1
    return total


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
