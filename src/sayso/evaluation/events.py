"""Events against gold: the place of an event verb, CAMEO roots."""

import re
from collections import Counter
from pathlib import Path

from sayso.codebook.terms import Status
from sayso.evaluation.report import Metric, Miss, Score
from sayso.evaluation.table import class_rows, digest_of, rows_of, share
from sayso.evaluation.text import document_of
from sayso.events.sites import places_of_verb
from sayso.pipeline import Engine, find_all
from sayso.places import find_places
from sayso.records.events import FoundEvent
from sayso.text import Span
from sayso.times import find_times

_WORD = re.compile(r"\w+")


def evaluate_event_location(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """The place of a given event verb: precision and recall over word tokens."""
    right = wrong = lost = 0
    misses: list[Miss] = []
    rows = [row for row in rows_of(path, limit) if row["event_verb"]]
    for row in rows:
        verb, text = row["event_verb"][0], row["text"]
        document = document_of(text, engine)
        sites = places_of_verb(
            document,
            Span(verb["start"], verb["end"]),
            find_places(document, engine.gazetteer),
            find_times(document),
        )
        told = _tokens(text, [(site.start, site.end) for site in sites])
        gold = _tokens(text, [(place["start"], place["end"]) for place in row["event_location"]])
        right, wrong, lost = right + len(told & gold), wrong + len(told - gold), lost + len(gold - told)
        if told != gold:
            names = " ".join(place["text"] for place in row["event_location"])
            misses.append(Miss(where=row["id"], kind="place", text=text, gold=names, predicted=_words(text, told)))
    metrics = (
        Metric(name="token F1", value=share(2 * right, 2 * right + wrong + lost)),
        Metric(name="precision", value=share(right, right + wrong), peer="> .83 (trained on it)"),
        Metric(name="recall", value=share(right, right + lost), peer="> .83 (trained on it)"),
    )
    return Score(
        name="event_location_dev",
        items=len(rows),
        digest=digest_of(path),
        metrics=metrics,
        misses=tuple(misses),
        measures_not="Half of the verbs have no place in the gold, many of them although the sentence names one.",
    )


def evaluate_petrarch(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """PETRARCH validation sentences: CAMEO root codes of a sentence (the actors are invented and are not compared)."""
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    rows = [row for row in rows_of(path, limit) if row.get("events")]
    for row in rows:
        gold = {str(event["code"])[:2] for event in row["events"]}
        told = {event.cameo[:2] for event in _events(row["text"], engine) if event.cameo and event.status in _TOLD}
        hits.update(gold & told)
        extra.update(told - gold)
        missed.update(gold - told)
    total = sum(hits.values())
    value = share(2 * total, 2 * total + sum(extra.values()) + sum(missed.values()))
    return Score(
        name="petrarch_validation",
        items=len(rows),
        digest=digest_of(path),
        metrics=(Metric(name="CAMEO root F1", value=value),),
        rows=class_rows(hits, extra, missed),
        measures_not="Sources and targets: the set's actors are invented countries that need its own actor file.",
    )


_TOLD = frozenset({Status.REPORTED, Status.CLAIMED, Status.ALLEGED, Status.PLANNED})


def _events(text: str, engine: Engine) -> tuple[FoundEvent, ...]:
    return find_all(document_of(text, engine), engine).events


def _tokens(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {start + m.start() for start, end in spans for m in _WORD.finditer(text[start:end])}


def _words(text: str, starts: set[int]) -> str:
    return " ".join(m.group() for m in _WORD.finditer(text) if m.start() in starts)
