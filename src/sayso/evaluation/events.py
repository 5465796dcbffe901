"""Events against gold: PLOVER sentences, ACLED snippets, the place of an event verb."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso.actors import find_actors
from sayso.codebook.acled import Side, rank, sub_event
from sayso.codebook.single import single_category
from sayso.codebook.terms import ActorKind, Status
from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.text import document_of
from sayso.events.sites import places_of_verb
from sayso.lexicon.nouns import noun_classes
from sayso.pipeline import Engine, find_all, phrases_of
from sayso.places import find_places
from sayso.records.actors import ActorBook
from sayso.records.base import Phrase
from sayso.records.events import FoundEvent
from sayso.records.language import Document
from sayso.records.places import FoundPlace
from sayso.text import Span
from sayso.times import find_times

_WORD = re.compile(r"\w+")
_SIDES: tuple[tuple[Side, frozenset[str]], ...] = (
    (Side.PROTESTERS, frozenset({"protesters"})),
    (Side.ARMED, frozenset({"armed_group", "criminal"})),
    (Side.STATE, frozenset({"military", "police", "government"})),
    (Side.CIVILIANS, frozenset({"civilians", "person", "people", "media"})),
)
_CODES = {"JAP": "JPN"}
_PROTESTS = frozenset(
    {"demonstration", "protest", "march", "rally", "crowd", "sit-in", "demonstrator", "marcher", "rioter"}
)
_POSTS = frozenset(
    {
        "base",
        "checkpoint",
        "outpost",
        "post",
        "position",
        "convoy",
        "garrison",
        "barracks",
        "patrol",
        "personnel",
        "warship",
    }
)
_ROLES = ("nsubj", "dobj", "nsubjpass", "compound", "agent")
_PHRASE = 10
_MOB = frozenset({"mob", "villager", "resident", "vigilante", "local", "youth"})


def evaluate_plover(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """PLOVER gold sentences: F1 over the event types of a sentence; share of sentences whose type, actors and
    recipients are all right, by spans that overlap and by country codes (those that the actors stage gives).
    """
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    misses: list[Miss] = []
    triples = countries = 0
    rows = list(_rows(path, limit))
    for row in rows:
        document = document_of(row["text"], engine)
        told = find_all(document, engine)
        found = told.events
        book = find_actors(document, told.places, phrases_of(told))
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
        Metric(name="type precision", value=_share(total, predicted)),
        Metric(name="type recall", value=_share(total, len(rows))),
        Metric(name="type F1", value=_share(2 * total, predicted + len(rows)), peer="UniversalPetrarch .473"),
        Metric(
            name="type, actors and recipients",
            value=_share(triples, len(rows)),
        ),
        Metric(
            name="type and both countries",
            value=_share(countries, len(rows)),
            peer="UniversalPetrarch .19",
        ),
    )
    return Score(
        name="plover_gsr_dev",
        items=len(rows),
        digest=_digest(path),
        metrics=metrics,
        rows=_class_rows(hits, extra, missed),
        misses=tuple(misses),
        measures_not="One event a sentence is gold; a second true event of the sentence counts as spurious.",
    )


def evaluate_acled(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """ACLED snippets: weighted F1 over the 25 sub-event types, one a snippet, the main event's."""
    rows = [row for row in _rows(path, limit) if row["acled_sub_event_type"]]
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    misses: list[Miss] = []
    for row in rows:
        gold = row["acled_sub_event_type"]
        document = document_of(row["text"], engine)
        told = main_sub_event(document, find_all(document, engine).events) or "none"
        (hits if told == gold else missed)[gold] += 1
        if told != gold:
            extra[told] += 1
            misses.append(Miss(where=row["id"], kind="wrong value", text=row["text"], gold=gold, predicted=told))
    table = _class_rows(hits, extra, missed)
    weighted = sum(row.gold * dict(row.figures)["F1"] for row in table)
    metrics = (
        Metric(name="weighted F1", value=_share(weighted, len(rows)), peer="best supervised .839 (25 types)"),
        Metric(name="accuracy", value=_share(sum(hits.values()), len(rows))),
    )
    return Score(
        name="case2021_acled_dev",
        items=len(rows),
        digest=_digest(path),
        metrics=metrics,
        rows=table,
        misses=tuple(misses),
        measures_not="Snippets have one label; which of several events is the main one is a convention.",
    )


def evaluate_event_location(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """The place of a given event verb: precision and recall over word tokens."""
    right = wrong = lost = 0
    misses: list[Miss] = []
    rows = [row for row in _rows(path, limit) if row["event_verb"]]
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
        Metric(name="token F1", value=_share(2 * right, 2 * right + wrong + lost)),
        Metric(name="precision", value=_share(right, right + wrong), peer="> .83 (trained on it)"),
        Metric(name="recall", value=_share(right, right + lost), peer="> .83 (trained on it)"),
    )
    return Score(
        name="event_location_dev",
        items=len(rows),
        digest=_digest(path),
        metrics=metrics,
        misses=tuple(misses),
        measures_not="Half of the verbs have no place in the gold, many of them although the sentence names one.",
    )


def evaluate_petrarch(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """PETRARCH validation sentences: CAMEO root codes of a sentence (the actors are invented and are not compared)."""
    hits, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    rows = [row for row in _rows(path, limit) if row.get("events")]
    for row in rows:
        gold = {str(event["code"])[:2] for event in row["events"]}
        told = {event.cameo[:2] for event in _events(row["text"], engine) if event.cameo and event.status in _TOLD}
        hits.update(gold & told)
        extra.update(told - gold)
        missed.update(gold - told)
    total = sum(hits.values())
    value = _share(2 * total, 2 * total + sum(extra.values()) + sum(missed.values()))
    return Score(
        name="petrarch_validation",
        items=len(rows),
        digest=_digest(path),
        metrics=(Metric(name="CAMEO root F1", value=value),),
        rows=_class_rows(hits, extra, missed),
        measures_not="Sources and targets: the set's actors are invented countries that need its own actor file.",
    )


_TOLD = frozenset({Status.REPORTED, Status.CLAIMED, Status.ALLEGED, Status.PLANNED})


def main_sub_event(document: Document, events: Iterable[FoundEvent]) -> str | None:
    """The ACLED sub-event of a snippet: of its gravest event, the earliest of equals."""
    told: list[tuple[int, int, str]] = []
    names: set[str] = set()
    for number, event in enumerate(events):
        if event.status in (Status.NEGATED, Status.DENIED):
            continue
        actors, targets = _sides(document, event.actors), _sides(document, event.recipients)
        name = sub_event(event.type, event.mode, actors, targets, words=_lemmas(document, event))
        if name is not None:
            names.add(name)
            told.append((rank(name), number, name))
    if "Arrests" in names and "Peaceful protest" in names and not names & {"Armed clash", "Attack"}:
        return "Protest with intervention"
    return min(told)[2] if told else None


def _sides(document: Document, phrases: tuple[Phrase, ...]) -> frozenset[Side]:
    found: set[Side] = set()
    for phrase in phrases:
        lemma = document.sentences[phrase.sentence].tokens[phrase.head].lemma
        classes = noun_classes(lemma)
        classes |= {"protesters"} if lemma in _PROTESTS else frozenset()
        classes |= {"military"} if lemma in _POSTS else frozenset()
        side = next((side for side, names in _SIDES if classes & names), None)
        found.add(Side.MOB if lemma in _MOB else side or Side.OTHER)
    return frozenset(found)


def _lemmas(document: Document, event: FoundEvent) -> frozenset[str]:
    """Lemmas of the trigger, the weapon and what stands under the trigger."""
    tokens = document.sentences[event.sentence].tokens
    spans = [*event.evidence, *([event.weapon] if event.weapon else [])]
    inside = [t for t in tokens if any(s.start <= t.start < s.end for s in spans)]
    roles = (tokens[i] for t in inside for i in t.children if tokens[i].dep in _ROLES)
    below = (w for role in roles for w in tokens[role.left : role.right + 1][:_PHRASE] if w.pos != "VERB")
    return frozenset(t.lemma for t in (*inside, *below))


def _events(text: str, engine: Engine) -> tuple[FoundEvent, ...]:
    return find_all(document_of(text, engine), engine).events


def _rows(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit is not None and number >= limit:
                return
            yield json.loads(line)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _same_countries(book: ActorBook, places: tuple[FoundPlace, ...], event: FoundEvent, row: dict[str, Any]) -> bool:
    """True if the event's countries are the gold ones; of a mutual event, both sides may stand as actors.

    A party without a country of its own has that of a place in its phrase, a missing recipient that of the event's
    place, and failing these either has the only country that the sentence names.
    """
    actors = _countries(book, event.actors) or _inside(places, [p.span for p in event.actors])
    recipients = _countries(book, event.recipients) or _inside(places, [p.span for p in event.recipients])
    recipients |= _inside(places, [event.place] if event.place and not recipients else [])
    wanted, targets = _gold_countries(row["actor"]), _gold_countries(row["recipient"])
    if len(wanted) > 1 and not targets:
        return actors | recipients == wanted
    here = _inside(places, [p.span for p in places]) | actors | recipients
    only = here if len(here) == 1 else set()
    return (actors or only) == wanted and (recipients or only) == targets


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
        found |= {country} if country else {"IGO"} if league or actor.sector == "IGO" else set()
    return found


def _gold_countries(entities: list[dict[str, Any]]) -> set[str]:
    return {_CODES.get(entity["code"], entity["code"]) for entity in entities if entity.get("code")}


def _covers(phrases: tuple[Phrase, ...], gold: list[dict[str, Any]]) -> bool:
    spans = [phrase.span for phrase in phrases]
    return all(any(s.start < g["end"] and g["start"] < s.end for s in spans) for g in gold if "start" in g)


def _tokens(text: str, spans: list[tuple[int, int]]) -> set[int]:
    return {start + m.start() for start, end in spans for m in _WORD.finditer(text[start:end])}


def _words(text: str, starts: set[int]) -> str:
    return " ".join(m.group() for m in _WORD.finditer(text) if m.start() in starts)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _class_rows(hits: Counter[str], extra: Counter[str], missed: Counter[str]) -> tuple[Row, ...]:
    rows = []
    for name in sorted({*hits, *extra, *missed}):
        gold, told = hits[name] + missed[name], hits[name] + extra[name]
        figures = (
            ("precision", _share(hits[name], told)),
            ("recall", _share(hits[name], gold)),
            ("F1", _share(2 * hits[name], gold + told)),
        )
        rows.append(Row(name=name, gold=gold, predicted=told, figures=figures))
    return tuple(rows)
