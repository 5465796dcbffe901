"""Who is said to have done it, and on what standing."""

from collections.abc import Iterator, Sequence
from itertools import chain

from sayso.codebook.incidents import Blame
from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, ActorKind, Status
from sayso.reconcile.happenings import Happening
from sayso.records.actors import Actor
from sayso.records.incidents import Perpetrator
from sayso.records.reading import Reading
from sayso.records.statements import Statement

_DOERS = frozenset(ActorKind) - {ActorKind.FACILITY, ActorKind.CIVILIANS, ActorKind.INTERGOVERNMENTAL, ActorKind.MEDIA}
_ORGANISED = frozenset({
    ActorKind.ARMED_GROUP, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.GOVERNMENT, ActorKind.PARTY,
    ActorKind.ORGANISATION,
})  # fmt: skip
_BLAMED = frozenset({ActorKind.ARMED_GROUP, ActorKind.MILITARY})
_AUTHORITIES = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.COUNTRY})
_ORDER = tuple(Blame)
_Found = tuple[str, Blame, str | None]
"""Actor id, standing, id of the actor who says so."""


def perpetrators(reading: Reading, told: Sequence[Happening]) -> tuple[Perpetrator, ...]:
    """The actors of an incident's events, those who claim it and those who are blamed for it in its paragraphs.

    Of several standings of the same actor the surest counts; whom the incident befell is no perpetrator.
    """
    actors = {actor.id: actor for actor in reading.actors}
    befell = {r for h in told if h.event for r in h.event.recipients}
    found: dict[str, Perpetrator] = {}
    sources = (_doing(reading, told, actors), _blamed(reading, told, actors), _claiming(reading, told))
    for actor_id, blame, by in chain(*sources):
        if actors[actor_id].kind not in _DOERS or actor_id in befell:
            continue
        old = found.get(actor_id)
        if old is None or _ORDER.index(blame) < _ORDER.index(old.blame):
            group = organisation(actors[actor_id], actors)
            found[actor_id] = Perpetrator(actor=actor_id, organisation=group, blame=blame, by=by)
    return tuple(found.values())


def _doing(reading: Reading, told: Sequence[Happening], actors: dict[str, Actor]) -> Iterator[_Found]:
    """The actors of the incident's own events."""
    said = {statement.id: statement for statement in reading.statements}
    for happening in told:
        event = happening.event
        statement = said.get(event.said_in or "") if event else None
        for actor_id in event.actors if event else ():
            if event is not None:
                by = statement.speaker if statement else None
                yield actor_id, _standing(event.status, statement, actor_id, actors), by


def _blamed(reading: Reading, told: Sequence[Happening], actors: dict[str, Actor]) -> Iterator[_Found]:
    """Armed groups and forces that are accused in the incident's paragraphs."""
    parts = reading.article.parts
    spans = [(parts[h.paragraph].start, parts[h.paragraph].end) for h in told if h.paragraph >= 0]
    for event in reading.events:
        if event.type is not EventType.ACCUSE or event.mode == "investigate":
            continue
        if any(start <= event.trigger.start < end for start, end in spans):
            blame = Blame.AUTHORITIES if any(_authority(actors[a]) for a in event.actors) else Blame.ACCUSED
            for actor_id in event.recipients:
                if actors[actor_id].kind in _BLAMED:
                    yield actor_id, blame, next(iter(event.actors), None)


def _claiming(reading: Reading, told: Sequence[Happening]) -> Iterator[_Found]:
    """Who claims responsibility, in the incident's paragraphs or the two after one."""
    parts = reading.article.parts
    near = [parts[p] for p in {h.paragraph + step for h in told for step in (0, 1, 2)} if 0 <= p < len(parts)]
    for statement in reading.statements:
        if statement.act is not Act.CLAIM_RESPONSIBILITY or statement.speaker is None or statement.negated:
            continue
        if any(part.start <= statement.cue.start < part.end for part in near):
            yield statement.speaker, Blame.CLAIMED, None


def organisation(actor: Actor, actors: dict[str, Actor]) -> str | None:
    """The organisation an actor is or belongs to; None for men nobody names."""
    seen: set[str] = set()
    current: Actor | None = actor
    while current is not None and current.id not in seen:
        seen.add(current.id)
        named = current.kind is not ActorKind.ARMED_GROUP or any(m.form == "name" for m in current.mentions)
        if current.kind in _ORGANISED and named:
            return current.id
        current = actors.get(current.member_of or "")
    return None


def _standing(status: Status, statement: Statement | None, actor: str, actors: dict[str, Actor]) -> Blame:
    if status is Status.DENIED:
        return Blame.DENIED
    speaker = actors.get(statement.speaker or "") if statement else None
    if statement is not None and statement.act is Act.CLAIM_RESPONSIBILITY:
        return Blame.CLAIMED
    if status is Status.ALLEGED or (statement is not None and statement.act is Act.ACCUSE):
        return Blame.AUTHORITIES if speaker is not None and _authority(speaker) else Blame.ACCUSED
    if speaker is not None and speaker.id == actor:
        return Blame.CLAIMED
    return Blame.FACT


def _authority(actor: Actor) -> bool:
    return actor.kind in _AUTHORITIES
