"""ACLED snippets: the sub-event type of the main event."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sayso.codebook.acled import Side, rank, settled, sub_event
from sayso.codebook.terms import Status
from sayso.evaluation.report import Metric, Miss, Score
from sayso.evaluation.table import class_rows, digest_of, rows_of, share
from sayso.evaluation.text import document_of
from sayso.lexicon.nouns import noun_classes
from sayso.pipeline import Engine, find_all
from sayso.records.base import Phrase
from sayso.records.events import FoundEvent
from sayso.records.language import Document

_SIDES: tuple[tuple[Side, frozenset[str]], ...] = (
    (Side.PROTESTERS, frozenset({"protesters"})),
    (Side.ARMED, frozenset({"armed_group", "criminal"})),
    (Side.STATE, frozenset({"military", "police", "government"})),
    (Side.CIVILIANS, frozenset({"civilians", "person", "people", "media"})),
)
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
_CITIZENS = frozenset({"activist", "supporter", "dissident", "leader"})
_ROLES = ("nsubj", "dobj", "nsubjpass", "compound", "agent")
_PHRASE = 10
_UNREAL = frozenset(
    {Status.PLANNED, Status.HYPOTHETICAL, Status.CONDITIONAL, Status.THREATENED, Status.DEMANDED, Status.PROMISED}
)
_LATER = 100
"""What has not happened gives the label only where nothing did."""
_MOB = frozenset({"mob", "villager", "resident", "vigilante", "local", "youth"})


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """ACLED snippets: weighted F1 over the 25 sub-event types, one a snippet, the main event's."""
    rows = [row for row in rows_of(path, limit) if row["acled_sub_event_type"]]
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
    table = class_rows(hits, extra, missed)
    weighted = sum(row.gold * dict(row.figures)["F1"] for row in table)
    metrics = (
        Metric(name="weighted F1", value=share(weighted, len(rows)), peer="best supervised .839 (25 types)"),
        Metric(name="accuracy", value=share(sum(hits.values()), len(rows))),
    )
    return Score(
        name="case2021_acled_dev",
        items=len(rows),
        digest=digest_of(path),
        metrics=metrics,
        rows=table,
        misses=tuple(misses),
        measures_not="Snippets have one label; which of several events is the main one is a convention.",
    )


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
            told.append((rank(name) + (event.status in _UNREAL) * _LATER, number, name))
    if "Arrests" in names and "Peaceful protest" in names and not names & {"Armed clash", "Attack"}:
        return "Protest with intervention"
    if not told:
        return None
    first = min(told, key=lambda row: row[1])[2]
    words = frozenset(t.lemma for sentence in document.sentences for t in sentence.tokens)
    return first if first == "Agreement" else settled(min(told)[2], words)


def _sides(document: Document, phrases: tuple[Phrase, ...]) -> frozenset[Side]:
    found: set[Side] = set()
    for phrase in phrases:
        lemma = document.sentences[phrase.sentence].tokens[phrase.head].lemma
        classes = noun_classes(lemma)
        classes |= {"protesters"} if lemma in _PROTESTS else frozenset()
        classes |= {"military"} if lemma in _POSTS else frozenset()
        classes -= {"protesters"} if lemma in _CITIZENS else frozenset()
        classes |= {"civilians"} if "facility" in classes and lemma not in _POSTS else frozenset()
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
