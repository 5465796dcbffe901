"""PETRARCH's validation suite: CAMEO records of sentences, exact, with the suite's actors (and verbs) as a user's own.

What counts: the records of a sentence are right if they are the gold ones, no more and no fewer. A sentence that has no
gold record is right without a record; so are those that PETRARCH refuses (sport, datelines, parses that are broken in
the suite's file: the sentence itself is sound there, and coding it counts as wrong).
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.evaluation.readings import reading_of
from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.table import class_rows, digest_of, rows_of, share
from sayso.export.cameo import cameo_rows
from sayso.lexicon.own_load import load_own
from sayso.pipeline import Engine

Record = tuple[str, str, str]
_UNITS, _NEWS, _OLD = "petr2_unit_ud", "petr2_gsr_ud", "petr1_unit_const"
_FOLDER = Path(__file__).parent / "middle_earth"
_COUNTRY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A gold sentence and what was read in it: records, event words with their rules."""

    id: str
    part: str
    category: str
    text: str
    gold: frozenset[Record]
    told: frozenset[Record]
    why: tuple[str, ...] = ()


def evaluate_petrarch(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """PETRARCH's validation sentences: share of the 284 units and of 78 news ones with all CAMEO records right."""
    rows = list(rows_of(path, limit))
    actors = replace(engine, own=load_own([_FOLDER / "actors"]))
    verbs = replace(engine, own=load_own([_FOLDER / "actors", _FOLDER / "verbs"]))
    full = [_read(row, verbs) for row in rows if row["set"] == _UNITS]
    plain = [_read(row, actors) for row in rows if row["set"] == _UNITS]
    news = [_read(row, engine) for row in rows if row["set"] == _NEWS]
    old = [_read(row, actors) for row in rows if row["set"] == _OLD]
    metrics = (
        Metric(
            name="exact, own actors and verbs",
            value=_share(full, _exact),
            peer="UniversalPetrarch 205/284, PETRARCH-2 119/284",
        ),
        Metric(name="exact, own actors", value=_share(plain, _exact)),
        Metric(name="exact but for actors' roles", value=_share(plain, _without_roles)),
        Metric(name="root code and actors", value=_share(plain, _rooted)),
        Metric(name="sources and targets", value=_share(plain, _pairs)),
        Metric(name="sources and targets, first suite", value=_share(old, _pairs)),
        Metric(name="root code F1", value=_root_f1(plain)),
        Metric(name="news sentences exact", value=_share(news, _exact)),
        Metric(name="news sentences root code F1", value=_root_f1(news)),
    )
    return Score(
        name="petrarch_validation",
        items=len(full) + len(news),
        digest=digest_of(path),
        metrics=metrics,
        rows=(*_categories(full, plain), *_roots(plain)),
        misses=tuple(_miss(s) for s in (*plain, *news) if s.gold != s.told),
        measures_not="The sentences are tests of a program and its own dictionary, one sentence in many variants, with "
        "invented actors and some 25 of 284 with codes that are none of CAMEO's: not how news is coded.",
    )


def _read(row: dict[str, object], engine: Engine) -> _Sentence:
    text, date = str(row["text"]), str(row["date"])
    day = f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == len("20010203") else None
    reading = reading_of(text, engine, date=day)
    events = row["events"] if isinstance(row["events"], list) else []
    return _Sentence(
        id=str(row["id"]),
        part=str(row["set"]),
        category=str(row["category"]).removesuffix("x"),
        text=text,
        gold=frozenset((str(e["source"]), str(e["target"]), str(e["code"])) for e in events),
        told=frozenset((r.source, r.target, r.code) for r in cameo_rows(reading, own=engine.own)),
        why=tuple(dict.fromkeys(rule for event in reading.events for rule in event.why)),
    )


def _exact(records: frozenset[Record]) -> object:
    return records


def _rooted(records: frozenset[Record]) -> object:
    return frozenset((source, target, code[:2]) for source, target, code in records)


def _pairs(records: frozenset[Record]) -> object:
    return frozenset((source, target) for source, target, _ in records)


def _without_roles(records: frozenset[Record]) -> object:
    return frozenset((source[:_COUNTRY], target[:_COUNTRY], code) for source, target, code in records)


def _share(sentences: list[_Sentence], seen: Callable[[frozenset[Record]], object]) -> float:
    return share(sum(seen(s.gold) == seen(s.told) for s in sentences), len(sentences))


def _codes(records: frozenset[Record]) -> set[str]:
    return {code[:2] for _, _, code in records}


def _root_f1(sentences: Iterable[_Sentence]) -> float:
    hits = extra = missed = 0
    for s in sentences:
        gold, told = _codes(s.gold), _codes(s.told)
        hits, extra, missed = hits + len(gold & told), extra + len(told - gold), missed + len(gold - told)
    return share(2 * hits, 2 * hits + extra + missed)


def _categories(full: list[_Sentence], plain: list[_Sentence]) -> list[Row]:
    """A line for each sort of test: how many sentences, how many exact in both settings."""
    found = []
    for name in dict.fromkeys(s.category for s in full):
        both, actors = ([s for s in part if s.category == name] for part in (full, plain))
        right = sum(s.gold == s.told for s in both)
        figures = (("exact", share(right, len(both))), ("own actors only", _share(actors, _exact)))
        found.append(Row(name=name, gold=len(both), predicted=right, figures=figures))
    return found


def _roots(sentences: list[_Sentence]) -> tuple[Row, ...]:
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    for s in sentences:
        gold, told = _codes(s.gold), _codes(s.told)
        hits.update(gold & told)
        extra.update(told - gold)
        missed.update(gold - told)
    return class_rows(hits, extra, missed)


def _miss(s: _Sentence) -> Miss:
    kind = "spurious" if not s.gold else "missed" if not s.told else "wrong value"
    return Miss(where=s.id, kind=kind, text=s.text, gold=_shown(s.gold), predicted=_shown(s.told), why=s.why)


def _shown(records: frozenset[Record]) -> str:
    return " | ".join(" ".join(record) for record in sorted(records)) or "none"
