"""PLOVER gold sentences: event types, parties and their countries."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.actors import find_actors
from sayso.codebook.plover import EventType
from sayso.codebook.single import single_category
from sayso.codebook.terms import ActorKind
from sayso.evaluation.report import Metric, Miss, Score
from sayso.evaluation.table import class_rows, digest_of, rows_of, share
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine, find_all, phrases_of
from sayso.records.actors import ActorBook
from sayso.records.base import Phrase
from sayso.records.events import FoundEvent
from sayso.records.places import FoundPlace
from sayso.text import Span

_CODES = {"JAP": "JPN"}
_DONE_AT = frozenset({EventType.PROTEST, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.AID})


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """PLOVER gold sentences: F1 over the event types of a sentence; share of sentences whose type, actors and
    recipients are all right, by spans that overlap and by country codes (those that the actors stage gives).
    """
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    misses: list[Miss] = []
    triples = countries = 0
    rows = list(rows_of(path, limit))
    for row in rows:
        document = document_of(row["text"], engine)
        told = find_all(document, engine)
        found = told.events
        book = find_actors(document, told.places, phrases_of(told), own=engine.own)
        typed = [(single_category(event.type, event.status), event) for event in found]
        gold = row["event_type_plover2"]
        types = {str(kind) for kind, _ in typed if kind is not None}
        (hits if gold in types else missed)[gold] += 1
        extra.update(types - {gold})
        triples += any(
            kind == gold and _covers(event.actors, row["actor"]) and _covers(event.recipients, row["recipient"])
            for kind, event in typed
        )
        countries += any(kind == gold and _same_countries(book, told.places, event, row) for kind, event in typed)
        if types != {gold}:
            kind = "missed" if gold not in types else "spurious"
            misses.append(
                Miss(where=row["id"], kind=kind, text=row["text"], gold=gold, predicted=" ".join(sorted(types)))
            )
    total, predicted = sum(hits.values()), sum(hits.values()) + sum(extra.values())
    metrics = (
        Metric(name="type precision", value=share(total, predicted)),
        Metric(name="type recall", value=share(total, len(rows))),
        Metric(name="type F1", value=share(2 * total, predicted + len(rows)), peer="UniversalPetrarch .473"),
        Metric(
            name="type, actors and recipients",
            value=share(triples, len(rows)),
        ),
        Metric(
            name="type and both countries",
            value=share(countries, len(rows)),
            peer="UniversalPetrarch .19",
        ),
    )
    return Score(
        name="plover_gsr_dev",
        items=len(rows),
        digest=digest_of(path),
        metrics=metrics,
        rows=class_rows(hits, extra, missed),
        misses=tuple(misses),
        measures_not="One event a sentence is gold; a second true event of the sentence counts as spurious.",
    )


def _same_countries(book: ActorBook, places: tuple[FoundPlace, ...], event: FoundEvent, row: dict[str, Any]) -> bool:
    """True if the countries of the event's actors and recipients are the gold ones; of a mutual event, both sides may
    stand as actors.

    Where nobody is told to suffer an event, PLOVER's recipient is the place it is done to: a place named as recipient,
    or the event's own place. Actors and recipients have their countries from the actors stage alone.
    """
    actors, recipients = _countries(book, event.actors), _countries(book, event.recipients)
    wanted, targets = _gold_countries(row["actor"]), _gold_countries(row["recipient"])
    if len(wanted) > 1 and not targets:
        return actors | recipients == wanted
    struck = [p.span for p in event.recipients if not book.of(p)] + ([event.place] if event.place else [])
    if not recipients and event.type in _DONE_AT:
        recipients = _inside(places, struck)
    return actors == wanted and recipients == targets


def _inside(places: tuple[FoundPlace, ...], spans: Iterable[Span]) -> set[str]:
    """The countries of the first readings of the places within the spans."""
    spans = list(spans)
    found = (p.candidates[0].country for p in places if p.candidates and any(p.span.overlaps(s) for s in spans))
    return {country for country in found if country}


def _countries(book: ActorBook, phrases: tuple[Phrase, ...]) -> set[str]:
    """Countries of the actors, or of what they belong to; IGO for leagues of states and their people."""
    by_id = {actor.id: actor for actor in book.actors}
    found: set[str] = set()
    for number in (number for phrase in phrases for number in book.of(phrase)):
        actor = by_id[number]
        owner = by_id.get(actor.member_of) if actor.member_of else None
        country = actor.country or (owner.country if owner else None)
        league = any(a is not None and a.kind is ActorKind.INTERGOVERNMENTAL for a in (actor, owner))
        abroad = "IGO" if league or actor.sector == "IGO" else "IMG" if actor.kind is ActorKind.ARMED_GROUP else None
        found |= {code for code in (country or abroad,) if code}
    return found


def _gold_countries(entities: list[dict[str, Any]]) -> set[str]:
    return {_CODES.get(entity["code"], entity["code"]) for entity in entities if entity.get("code")}


def _covers(phrases: tuple[Phrase, ...], gold: list[dict[str, Any]]) -> bool:
    spans = [phrase.span for phrase in phrases]
    return all(any(s.start < g["end"] and g["start"] < s.end for s in spans) for g in gold if "start" in g)
