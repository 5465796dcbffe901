"""Actors of a text, one line an actor: name | kind country sector title member | mentions | rules.

After a mention: ^ a place that acts, * a demonym. The option ``phrases=all`` points at every subject and object,
``headline=1`` makes the first line a headline.
"""

from dataclasses import replace
from functools import cache

from tests.engine import document_of, parser, parts_of

from sayso.actors import find_actors
from sayso.codebook.terms import PartKind
from sayso.nlp.tree import phrase
from sayso.places import Gazetteer, find_places, open_gazetteer
from sayso.records.base import Phrase
from sayso.records.language import Document
from sayso.sentences import build_document

_MARKS = {"name": "", "nominal": "", "pronoun": "", "demonym": "*", "metonym": "^"}
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def arguments(document: Document) -> tuple[Phrase, ...]:
    return tuple(phrase(s, t) for s in document.sentences for t in s.tokens if t.dep in _ARGUMENTS)


def render(text: str, options: dict[str, str]) -> list[str]:
    document = document_of(text)
    if options.get("headline"):
        parts = list(parts_of(text))
        parts[0] = replace(parts[0], kind=PartKind.HEADLINE)
        document = build_document(text, tuple(parts), parser())
    phrases = arguments(document) if options.get("phrases") == "all" else ()
    book = find_actors(document, find_places(document, gazetteer()), phrases)
    names = {actor.id: actor.name for actor in book.actors}
    rows = []
    for actor in book.actors:
        facts = [actor.kind.value, actor.country or "-", actor.sector or "-"]
        if actor.title:
            facts.append(f'title="{actor.title}"')
        if actor.member_of:
            facts.append(f'of="{names[actor.member_of]}"')
        mentions = " / ".join(f"{m.quote}{_MARKS[m.form]}" for m in actor.mentions)
        why = " ".join(rule.removeprefix("actors.") for rule in actor.why)
        rows.append(f"{actor.name} | {' '.join(facts)} | {mentions} | {why}")
    return rows
