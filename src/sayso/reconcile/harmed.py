"""Who and what was hit in an incident: tolls and recipients of its events, each victim once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.codebook.incidents import Effect
from sayso.codebook.plover import EventType
from sayso.codebook.terms import ActorKind, Harm, Status, VictimKind
from sayso.reconcile.happenings import Happening, among, words
from sayso.records.actors import Actor
from sayso.records.events import Event
from sayso.records.incidents import Harmed
from sayso.records.reading import Reading
from sayso.records.tolls import Toll

_EFFECTS = {
    Harm.KILLED: (Effect.DEATH,),
    Harm.WOUNDED: (Effect.INJURY,),
    Harm.KILLED_OR_WOUNDED: (Effect.DEATH, Effect.INJURY),
    Harm.ABDUCTED: (Effect.ABDUCTION,),
}
_PEOPLE = frozenset({
    ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.CIVILIANS, ActorKind.PEOPLE, ActorKind.POLICE, ActorKind.MILITARY,
    ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP, ActorKind.MEDIA,
})  # fmt: skip
_KINDS = {
    ActorKind.CIVILIANS: VictimKind.CIVILIANS,
    ActorKind.POLICE: VictimKind.POLICE,
    ActorKind.MILITARY: VictimKind.SOLDIERS,
    ActorKind.GOVERNMENT: VictimKind.OFFICIALS,
    ActorKind.ARMED_GROUP: VictimKind.FIGHTERS,
    ActorKind.MEDIA: VictimKind.JOURNALISTS,
}
_DONE = frozenset({Status.REPORTED, Status.CLAIMED})
_THINGS = frozenset({ActorKind.FACILITY, ActorKind.BUSINESS, ActorKind.ORGANISATION})
_WORD = re.compile(r"\w+")


def victims_of(reading: Reading, told: Sequence[Happening]) -> tuple[tuple[Harmed, ...], bool]:
    """The people hit in an incident: its tolls, then recipients of its events that no toll counts.

    Second: were a name and a description taken for one person?
    """
    actors = {actor.id: actor for actor in reading.actors}
    found: list[Harmed] = []
    for happening in told:
        for toll in _kindly(happening.figures):
            _add(found, _of_toll(toll, reading.actors, happening.event))
    for happening in told:
        event = happening.event
        for recipient in event.recipients if event else ():
            actor = actors[recipient]
            if event is not None and (actor.kind in _PEOPLE or _struck(actor, event)) and _called(actor):
                _add(found, _of_recipient(actor, event))
    single = _one_person(found, actors, {toll.id: toll for toll in reading.tolls})
    freed = {
        recipient
        for event in reading.events
        if event.type is EventType.RETREAT and event.mode == "release" and event.status in _DONE
        for recipient in event.recipients
    }
    victims = tuple(
        replace(one, effects=(*one.effects, Effect.RELEASE))
        if one.actor in freed and Effect.ABDUCTION in one.effects
        else one
        for one in single
    )
    return victims, len(single) < len(found)


def _one_person(found: list[Harmed], actors: dict[str, Actor], tolls: dict[str, Toll]) -> list[Harmed]:
    """One person by name and one by description, of the same fate and told of apart: the same ("the official")."""
    single = [one for one in found if (one.low, one.high) == (1, 1)]
    named = [one for one in single if _by_name(one, actors, tolls)]
    if len(named) != 1:
        return found
    name = named[0]
    where = _evidence(name, tolls)
    same = [
        one
        for one in single
        if one is not name and one.text and set(one.effects) <= set(name.effects) and not where & _evidence(one, tolls)
    ]
    if len(same) != 1:
        return found
    merged = replace(name, tolls=(*name.tolls, *same[0].tolls))
    return [merged if one is name else one for one in found if one is not same[0]]


def _evidence(one: Harmed, tolls: dict[str, Toll]) -> set[tuple[int, int]]:
    """The sentences in which somebody is told of."""
    return {(evidence.start, evidence.end) for toll in one.tolls for evidence in tolls[toll].evidence}


def _by_name(one: Harmed, actors: dict[str, Actor], tolls: dict[str, Toll]) -> bool:
    """Is it somebody with a name?"""
    if one.actor is not None and any(mention.form == "name" for mention in actors[one.actor].mentions):
        return True
    return any("tolls.named" in tolls[toll].why for toll in one.tolls)


def _kindly(tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls of one telling; "two others" are of the kind of those told before them."""
    kinds = [toll.victims.kind for toll in tolls if toll.victims.text and toll.victims.kind is not VictimKind.PEOPLE]
    if not kinds:
        return list(tolls)
    first = kinds[0]
    return [toll if toll.victims.text else replace(toll, victims=replace(toll.victims, kind=first)) for toll in tolls]


def _called(actor: Actor) -> bool:
    """Is the actor called anything but "he" or "they"?"""
    return any(mention.form != "pronoun" for mention in actor.mentions)


def _add(found: list[Harmed], new: Harmed) -> None:
    """Adds a victim, or joins it to one that is the same."""
    for i, old in enumerate(found):
        if _same(old, new):
            counted = old if old.tolls or not new.tolls else new
            found[i] = replace(
                counted,
                actor=old.actor or new.actor,
                text=_fuller(old, new),
                effects=tuple(dict.fromkeys([*old.effects, *new.effects])),
                tolls=(*old.tolls, *new.tolls),
            )
            return
    found.append(new)


def _fuller(old: Harmed, new: Harmed) -> str | None:
    """The words for a victim told of twice: of one person the longer name."""
    if old.text and new.text and (old.low, old.high, new.low, new.high) == (1, 1, 1, 1):
        return max(old.text, new.text, key=len)
    return old.text or new.text


def _same(old: Harmed, new: Harmed) -> bool:
    if old.actor is not None and old.actor == new.actor:
        return True
    if old.tolls and new.tolls and (old.low, old.high) != (new.low, new.high):
        return False
    if (old.low, old.high, new.low, new.high) == (1, 1, 1, 1) and _same_person(old.text, new.text):
        return True
    a, b = _last(old.text), _last(new.text)
    if old.tolls and new.tolls and (a is None or b is None):
        return set(old.effects) == set(new.effects)
    return a is not None and a == b


def _same_person(one: str | None, other: str | None) -> bool:
    """Is all of the shorter name in the longer ("Garcia" in "Judge Ana Garcia Ruiz")?"""
    a, b = set(_WORD.findall((one or "").lower())), set(_WORD.findall((other or "").lower()))
    return bool(a and b) and (a <= b or b <= a)


def _last(text: str | None) -> str | None:
    found = _WORD.findall((text or "").lower().split(" of ")[0])
    return found[-1].removesuffix("s") if found else None


def _of_toll(toll: Toll, actors: Iterable[Actor], event: Event | None) -> Harmed:
    words_ = toll.victims.text
    actor = None
    if words_:
        recipients = event.recipients if event else ()
        hits = [
            a
            for a in actors
            if any(
                e.start <= m.start and m.end <= e.end and (m.quote in words_ or words_ in m.quote)
                for e in toll.evidence
                for m in a.mentions
            )
        ]
        hits.sort(key=lambda a: a.id not in recipients)
        actor = hits[0].id if hits else None
    return Harmed(
        actor=actor,
        text=words_,
        kind=toll.victims.kind,
        low=toll.low,
        high=toll.high,
        approximate=toll.approximate,
        effects=_EFFECTS[toll.harm],
        tolls=(toll.id,),
    )


def _of_recipient(actor: Actor, event: Event) -> Harmed:
    one = 1 if actor.kind is ActorKind.PERSON else None
    lemma, lists = event.trigger.lemma, words()
    effect: tuple[Effect, ...] = ()
    if among(lemma, lists.kills):
        effect = (Effect.DEATH,)
    elif among(lemma, lists.wounds):
        effect = (Effect.INJURY,)
    elif event.mode == "abduct":
        effect = (Effect.ABDUCTION,)
    return Harmed(
        actor=actor.id,
        text=actor.name,
        kind=VictimKind.FIGHTERS if _fights(actor) else _KINDS.get(actor.kind, VictimKind.OTHER),
        low=one or 2,
        high=one,
        approximate=one is None,
        effects=effect,
        tolls=(),
    )


def _fights(actor: Actor) -> bool:
    """Is it called a rebel or the enemy ("bombed rebel positions")?"""
    last = _last(actor.name)
    return last is not None and last in words().rebels | {"enemy"}


def targets_of(reading: Reading, events: Sequence[Event]) -> tuple[str, ...]:
    """The property hit: facilities among the recipients."""
    things = {a.id: a for a in reading.actors if a.kind in _THINGS}
    return tuple(dict.fromkeys(r for e in events for r in e.recipients if r in things and not _struck(things[r], e)))


def _struck(actor: Actor, event: Event) -> bool:
    """Is it a body of people that is killed or hurt ("the murder of the Jesuits"), no building?"""
    lists, lemma = words(), event.trigger.lemma
    return actor.kind is ActorKind.ORGANISATION and (among(lemma, lists.kills) or among(lemma, lists.wounds))
