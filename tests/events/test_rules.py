"""The rule table of the stage is whole, its lexicon sound, the acceptance-like text read."""

import re
from importlib.resources import files

import pytest

from sayso.codebook.cameo import codes
from sayso.codebook.plover import EventType
from sayso.codebook.single import single_category
from sayso.codebook.terms import Status
from sayso.events import RULES
from sayso.events.lexicon import _FORMS, _SHARED, lexicon
from tests.events.render import events_of

BOOK = (files("sayso.events") / "cases.md").read_text(encoding="utf-8")


def test_ids_are_unique_and_documented() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.id.startswith("events.") and len(rule.doc) > 20 and rule.source for rule in RULES)


def test_every_rule_has_a_case_and_fires_in_one() -> None:
    headed = set(re.findall(r"^## (events\.\w+):", BOOK, re.M))
    fired = set(re.findall(r"events\.\w+", "\n".join(re.findall(r"^[A-Z]+(?:/[\w-]+)? \[.*$", BOOK, re.M))))
    ids = {str(rule.id) for rule in RULES}
    assert headed == ids
    assert fired == ids - {"events.figure", "events.private", "events.nature"}


def test_every_type_has_verbs_and_hundreds_of_predicates_load() -> None:
    words = lexicon()
    senses = [sense for table in (words.verbs, words.nouns) for found in table.values() for sense in found]
    assert {sense.type for sense in senses} == set(EventType)
    assert len(senses) > 1000
    assert all(sense.entry.cameo in codes() for sense in senses)


def test_classes_of_words_in_predicates_exist() -> None:
    words = lexicon()
    known = frozenset().union(*words.classes.values()) | _SHARED | _FORMS | {"any", "none", "protestor"}
    entries = [sense.entry for table in (words.verbs, words.nouns) for found in table.values() for sense in found]
    named = {name for e in entries for name in (*e.object, *e.object_not, *e.subject, *e.subject_not)}
    assert not named - known


def test_cameo_table_is_whole() -> None:
    assert len(codes()) > 300
    assert all(-10 <= code.goldstein <= 10 and 0 <= code.quad <= 4 for code in codes().values())


@pytest.mark.parametrize(
    ("kind", "status", "category"),
    [
        (EventType.CONSULT, Status.PLANNED, EventType.AGREE),
        (EventType.ASSAULT, Status.THREATENED, EventType.THREATEN),
        (EventType.ASSAULT, Status.DENIED, None),
        (EventType.REQUEST, Status.REPORTED, EventType.REQUEST),
    ],
)
def test_single_category(kind: EventType, status: Status, category: EventType | None) -> None:
    assert single_category(kind, status) is category


FIGURES = [
    "The minister came under fire over the budget.",
    "The striker's shot hit the crossbar in the second half of the match.",
    "Shares in the retailer were hammered after profits collapsed.",
    "The bill was killed in committee.",
    "He survived a heart attack last year.",
    "The candidate attacked his rival's record on taxes.",
    "The company launched a media offensive to win customers.",
    "A flood destroyed the bridge.",
    "The champions crushed their opponents in the final.",
    "She won her battle with cancer.",
]


@pytest.mark.parametrize("text", FIGURES)
def test_words_of_war_without_war_are_no_force(text: str) -> None:
    force = {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST}
    assert not [event for event in events_of(text) if event.type in force]
