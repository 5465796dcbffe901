"""Records of this version with the verdict of a gold set or of a person: what confidence is counted from.

Gold sets say it for statements (content and source), times (value) and places (within 161 km). For events, tolls and
actors there is no complete gold; a sample was judged record by record (see `judged`).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.confidence.signals import Record, Signals
from sayso.errors import BadInput
from sayso.evaluation import places, statements, times
from sayso.evaluation.judged import Judged, judged, verdict
from sayso.evaluation.readings import reading_of
from sayso.pipeline import Engine
from sayso.records.reading import Reading

HARD_WRAPPED = frozenset({"muc4_dev"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One judged record: the set and item it stands in, its rules and signals, and whether it is right."""

    set: str
    item: str
    kind: str
    rules: tuple[str, ...]
    signals: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A gold set for one kind of record; every so many-th item is read. `apart`: only measured on, never counted in."""

    name: str
    kind: str
    every: int = 1
    apart: bool = False


SOURCES = (
    Source("polnear_train", "statement", every=4),
    Source("polnear_dev", "statement", apart=True),
    Source("aquaint", "time"),
    Source("timebank", "time"),
    Source("trnews", "place"),
    Source("lgl", "place", every=4),
    Source("geovirus", "place", every=2),
)
_VERDICTS: dict[str, Callable[[bytes, Reading], Sequence[tuple[Record, bool | None]]]] = {
    "statement": lambda line, r: [*zip(r.statements, statements.verdicts(line, r.statements), strict=True)],
    "time": lambda line, r: [*zip(r.times, times.verdicts(line, r.times), strict=True)],
    "place": lambda line, r: [*zip(r.places, places.verdicts(line, r.places), strict=True)],
}


class _Item(msgspec.Struct, frozen=True):
    id: str
    text: str
    date: str | None = None
    dct: str | None = None
    doc_date: str | None = None
    url: str | None = None


def gather(data: Path, engine: Engine, *, before: Callable[[str], None] = lambda _: None) -> Iterator[Case]:
    """The folder of the gold sets -> every case, set by set. `before` is told the name of each set.

    Raises BadInput if a set is not there: confidence is counted on all of them or not at all.
    """
    samples = judged()
    for name in [*(source.name for source in SOURCES), *sorted({sample.set for sample in samples})]:
        if not (data / f"{name}.jsonl").is_file():
            raise BadInput(str(data / f"{name}.jsonl"), "no such file")
    for source in SOURCES:
        before(source.name)
        for number, line in enumerate((data / f"{source.name}.jsonl").read_bytes().splitlines()):
            if number % source.every == 0 and line.strip():
                yield from _gold(source, line, engine)
    for name in sorted({sample.set for sample in samples}):
        before(f"judged in {name}")
        yield from _judged(data / f"{name}.jsonl", [s for s in samples if s.set == name], engine)


def used(samples: Sequence[Judged]) -> tuple[str, ...]:
    """The names of all sets that cases come from, ascending."""
    return tuple(sorted({*(source.name for source in SOURCES), *(sample.set for sample in samples)}))


def _gold(source: Source, line: bytes, engine: Engine) -> Iterator[Case]:
    item, reading = _read(line, engine, hard_wrapped=source.name in HARD_WRAPPED)
    signals = Signals(reading)
    for record, right in _VERDICTS[source.kind](line, reading):
        if right is not None:
            yield Case(
                set=source.name,
                item=item.id,
                kind=source.kind,
                rules=tuple(record.why),
                signals=signals.of(record),
                right=right,
            )


def _judged(path: Path, samples: Sequence[Judged], engine: Engine) -> Iterator[Case]:
    wanted = {sample.item for sample in samples}
    for line in path.read_bytes().splitlines():
        if not line.strip() or msgspec.json.decode(line, type=_Item).id not in wanted:
            continue
        item, reading = _read(line, engine, hard_wrapped=path.stem in HARD_WRAPPED)
        signals = Signals(reading)
        for sample in samples:
            if sample.item != item.id:
                continue
            found = verdict(sample, reading)
            if found is not None:
                record, right = found
                yield Case(
                    set=path.stem,
                    item=item.id,
                    kind=sample.kind,
                    rules=tuple(record.why),
                    signals=signals.of(record),
                    right=right,
                )


def _read(line: bytes, engine: Engine, *, hard_wrapped: bool) -> tuple[_Item, Reading]:
    item = msgspec.json.decode(line, type=_Item)
    date = item.date or item.dct or item.doc_date
    return item, reading_of(item.text, engine, date=date, url=item.url, hard_wrapped=hard_wrapped)
