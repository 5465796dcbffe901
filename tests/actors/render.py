"""Actors of a text, one line an actor: name | kind country sector title member | mentions | rules."""

from sayso.actors import find_actors
from sayso.records.base import Phrase
from sayso.records.places import FoundPlace
from tests.engine import document_of


def render(text: str, options: dict[str, str]) -> list[str]:
    document = document_of(text)
    phrases: tuple[Phrase, ...] = ()
    places: tuple[FoundPlace, ...] = ()
    book = find_actors(document, places, phrases)
    names = {actor.id: actor.name for actor in book.actors}
    rows = []
    for actor in book.actors:
        facts = [actor.kind.value, actor.country or "-", actor.sector or "-"]
        if actor.title:
            facts.append(f'title="{actor.title}"')
        if actor.member_of:
            facts.append(f'of="{names[actor.member_of]}"')
        mentions = " / ".join(f"{m.quote}{_MARKS[m.form]}" for m in actor.mentions)
        rows.append(f"{actor.name} | {' '.join(facts)} | {mentions} | {' '.join(w.removeprefix('actors.') for w in actor.why)}")
    return rows


_MARKS = {"name": "", "nominal": "", "pronoun": "", "demonym": "*", "metonym": "^"}
