"""Events against gold: the place of an event verb."""

import re
from pathlib import Path

from sayso.evaluation.report import Metric, Miss, Score
from sayso.evaluation.table import digest_of, rows_of, share
from sayso.evaluation.text import document_of
from sayso.events.sites import places_of_verb
from sayso.pipeline import Engine
from sayso.places import find_places
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
            find_places(document, engine.gazetteer, own=engine.own),
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


def _tokens(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {start + m.start() for start, end in spans for m in _WORD.finditer(text[start:end])}


def _words(text: str, starts: set[int]) -> str:
    return " ".join(m.group() for m in _WORD.finditer(text) if m.start() in starts)
