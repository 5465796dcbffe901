"""Who is said to have done it, and on what standing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sayso.codebook.incidents import Blame, IncidentKind
from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, ActorKind, Status
from sayso.reconcile.happenings import Happening, words
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
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_WINDOW = 60
"""Characters before the deed in which a word of doubt is looked for."""
_ORDER = (Blame.CLAIMED, Blame.FACT, Blame.AUTHORITIES, Blame.ACCUSED, Blame.POSSIBLE, Blame.DENIED)
"""What counts of several standings of one actor: an admission before all."""
_WORD = re.compile(r"\w+")
_Found = tuple[str, Blame, str | None]
"""Actor id, standing, id of the actor who says so."""


def perpetrators(reading: Reading, told: Sequence[Happening]) -> tuple[Perpetrator, ...]:
    """The actors of an incident's events, those who claim it and those who are blamed for it in its paragraphs.

    Of several standings of the same actor the surest counts; whom the incident befell is no perpetrator.
    """
    actors = {actor.id: actor for actor in reading.actors}
    befell = {r for h in told if h.event for r in h.event.recipients}
    found: dict[str, Perpetrator] = {}
    sources = (
        _doing(reading, told, actors),
        _blamed(reading, told, actors),
        _claiming(reading, told),
        _releasing(reading, told),
    )
    for actor_id, blame, by in chain(*sources):
        if actors[actor_id].kind not in _DOERS or actor_id in befell:
            continue
        old = found.get(actor_id)
        if old is None or _ORDER.index(blame) < _ORDER.index(old.blame):
            group = organisation(actors[actor_id], actors)
            only = only_group(actors[actor_id], actors) if group is None else None
            found[actor_id] = Perpetrator(
                actor=actor_id, organisation=group or only, inferred=only is not None, blame=blame, by=by
            )
    admitting = {organisation(actors[who], actors) or who for who in _admitting(reading)}
    return tuple(
        replace(one, blame=Blame.CLAIMED) if (one.organisation or one.actor) in admitting else one
        for one in found.values()
    )


def _admitting(reading: Reading) -> Iterator[str]:
    """Who claims a deed anywhere in the report: where they are said to have done it, they are taken to admit it."""
    for statement in reading.statements:
        if statement.act is Act.CLAIM_RESPONSIBILITY and statement.speaker is not None and not statement.negated:
            yield statement.speaker


def _doing(reading: Reading, told: Sequence[Happening], actors: dict[str, Actor]) -> Iterator[_Found]:
    """The actors of the incident's own events."""
    said = {statement.id: statement for statement in reading.statements}
    for happening in told:
        event = happening.event
        statement = said.get(event.said_in or "") if event else None
        for actor_id in event.actors if event else ():
            if event is not None:
                by = statement.speaker if statement else None
                blame = _standing(event.status, statement, actor_id, actors)
                hedged = _hedged(reading, event.trigger.start, actors[actor_id]) if blame is Blame.FACT else None
                yield actor_id, hedged or blame, by


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


def _releasing(reading: Reading, told: Sequence[Happening]) -> Iterator[_Found]:
    """Who lets the kidnapped go held them, and admits it."""
    held = {r for h in told if h.kind is IncidentKind.KIDNAPPING and h.event for r in h.event.recipients}
    for event in reading.events:
        if event.type is EventType.RETREAT and event.mode == "release" and not held.isdisjoint(event.recipients):
            for actor_id in event.actors:
                yield actor_id, Blame.CLAIMED, None


def organisation(actor: Actor, actors: dict[str, Actor]) -> str | None:
    """The organisation an actor is or belongs to; None for men nobody names."""
    seen: set[str] = set()
    current: Actor | None = actor
    while current is not None and current.id not in seen:
        seen.add(current.id)
        if current.kind in _ORGANISED and _is_body(current):
            return current.id
        current = actors.get(current.member_of or "")
    return None


def only_group(actor: Actor, actors: dict[str, Actor]) -> str | None:
    """For rebels or terrorists of no name the armed group of the report, if it names only one."""
    if actor.kind is not ActorKind.ARMED_GROUP or not _rebels(actor):
        return None
    groups = [a.id for a in actors.values() if a.kind is ActorKind.ARMED_GROUP and _named(a)]
    return groups[0] if len(groups) == 1 else None


def _named(actor: Actor) -> bool:
    return any(mention.form == "name" for mention in actor.mentions)


def _is_body(actor: Actor) -> bool:
    """A group by name, or a body of the state as a whole ("the army"), no plural of its men."""
    last = _WORD.findall(actor.name.lower().split(" of ")[0])[-1:]
    return _named(actor) or any(word in words().bodies for word in last)


def _rebels(actor: Actor) -> bool:
    """Is it said of rebels in general, not of some unknown men?"""
    found = {word.removesuffix("s") for mention in actor.mentions for word in _WORD.findall(mention.quote.lower())}
    return not found.isdisjoint(words().rebels) and found.isdisjoint(words().unknown)


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
    return actor.kind in _AUTHORITIES or (actor.kind is ActorKind.PERSON and actor.sector in _OFFICIAL)


def _hedged(reading: Reading, start: int, actor: Actor) -> Blame | None:
    """The standing that a word of doubt gives a deed: before it ("were apparently killed by"), before who did it
    ("apparently by rebels") or of them ("alleged rebels").
    """
    text = reading.article.text
    after = min((m.start for m in actor.mentions if 0 <= m.start - start < 2 * _WINDOW), default=start)
    before = re.split(r"[.;]", text[max(0, start - _WINDOW) : start])[-1]
    between = re.split(r"[.;]", text[start:after])[0] if after > start else ""
    found = set(_WORD.findall(f"{before} {between}".lower()))
    if found & words().doubt:
        return Blame.POSSIBLE
    called = {word for m in actor.mentions[:1] for word in _WORD.findall(m.quote.lower())}
    return Blame.ACCUSED if (found | called) & words().suspicion else None
