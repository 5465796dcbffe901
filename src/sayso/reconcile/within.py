"""One reading -> its incidents: events and tolls of one report that tell of the same act of violence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.codebook.incidents import Effect, IncidentKind, Stage
from sayso.codebook.plover import EventType
from sayso.codebook.terms import ActorKind, PlacePrecision
from sayso.ids import content_id
from sayso.reconcile import rules
from sayso.reconcile.befallen import Befallen, befallen
from sayso.reconcile.blame import perpetrators
from sayso.reconcile.happenings import Happening, among, find_happenings, words
from sayso.reconcile.harmed import targets_of, victims_of
from sayso.records.actors import Actor
from sayso.records.base import RuleId
from sayso.records.incidents import Basis, Incident
from sayso.records.places import Place
from sayso.records.reading import Reading
from sayso.records.times import Time

_SPECIFIC = frozenset(IncidentKind) - {IncidentKind.ATTACK}
_APART = frozenset({IncidentKind.KIDNAPPING, IncidentKind.COMBAT})
"""Kinds that a killing joins only where it is told together with them."""
_NEXT = 1
"""Paragraphs further on in which another named victim may still be one of the same incident."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 2
_ONE_DAY = frozenset({"minute", "hour", "part_of_day", "day"})
_WEIGHTS = {"victim": 4, "day": 2, "alike": 2, "place": 3, "actors": 2, "paragraph": 2, "next": 1, "bare": 3}
"""What agreement of a telling with an incident is worth; chosen, like the thresholds, on MUC-4 development reports."""
_HOLLOW = 1
_THRESHOLD = 2
"""Points from which a telling joins an incident told before; chosen on the MUC-4 development reports."""


@dataclass(slots=True)
class _Draft:
    """An incident in the making."""

    told: list[Happening]
    kind: IncidentKind
    named: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    befell: list[Befallen] = field(default_factory=list)
    why: list[RuleId] = field(default_factory=list)


def find_incidents(reading: Reading) -> tuple[Incident, ...]:
    """Reading -> incidents in text order. Pure: no record is changed, the same reading gives the same incidents.

    Tellings are taken in text order; each joins the incident told before that it agrees with most, unless day, place,
    sort of violence or the named victims speak against it, else it opens one of its own.
    """
    joiner = _Joiner(reading)
    for happening in find_happenings(reading):
        joiner.add(happening)
    return tuple(joiner.incidents())


def hollow(happening: Happening) -> bool:
    """A telling without anybody or anything it befell: it belongs to an incident told elsewhere if there is one."""
    return happening.event is not None and not (happening.event.recipients or happening.figures)


class _Joiner:
    """Groups the happenings of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._times = {time.id: time for time in reading.times}
        self._places = {place.id: place for place in reading.places}
        self._actors = {actor.id: actor for actor in reading.actors}
        self._drafts: list[_Draft] = []

    def add(self, happening: Happening) -> None:
        """Joins the happening to the draft it fits best or opens a new one."""
        named, actors = self._named(happening), self._taking_part(happening)
        befell = befallen(self._reading.article.text, happening, self._actors)
        ranked = [
            (points, i)
            for i, draft in enumerate(self._drafts)
            if (points := self._points(draft, happening, named, actors, befell)) is not None
        ]
        points, i = max(ranked, default=(-1, -1))
        loose = hollow(happening) or (i >= 0 and all(hollow(told) for told in self._drafts[i].told))
        if points < (_HOLLOW if loose else _THRESHOLD):
            self._drafts.append(_Draft([happening], happening.kind, named, actors, [befell], [rules.TOLD]))
            return
        draft = self._drafts[i]
        draft.told.append(happening)
        if draft.kind is IncidentKind.ATTACK and not (hollow(happening) and happening.kind is IncidentKind.COMBAT):
            draft.kind = happening.kind
        draft.named |= named
        draft.actors |= actors
        draft.befell.append(befell)
        draft.why.append(rules.JOINED)

    def _points(self, draft: _Draft, new: Happening, named: set[str], actors: set[str], befell: Befallen) -> int | None:
        """How well a telling agrees with an incident; None if something speaks against it."""
        if draft.kind is not new.kind and draft.kind in _SPECIFIC and new.kind in _SPECIFIC:
            return None
        gap = min(abs(new.paragraph - told.paragraph) for told in draft.told)
        near = gap == 0
        same_victim = bool(named & draft.named)
        apart = (draft.kind in _APART) != (new.kind in _APART)
        if apart and not same_victim and (not near or IncidentKind.KIDNAPPING in (draft.kind, new.kind)):
            return None
        day, place = self._same_day(draft, new), self._same_place(draft, new)
        one = same_victim or befell.same_count(draft.befell)
        if (day is False or place is False) and not one:
            return None
        if named and draft.named and not same_victim and gap > _NEXT:
            return None
        alike = not same_victim and befell.agrees(draft.befell)
        points = (
            _WEIGHTS["victim"] * same_victim
            + _WEIGHTS["alike"] * alike
            + _WEIGHTS["day"] * bool(day)
            + _WEIGHTS["place"] * bool(place)
        )
        points += _WEIGHTS["actors"] * bool(actors & draft.actors)
        points += _WEIGHTS["paragraph"] if near else _WEIGHTS["next"] * (gap == 1)
        return points + _WEIGHTS["bare"] * self._bare(new)

    def _bare(self, happening: Happening) -> bool:
        """A telling that adds nobody, no place and no time ("the attack", "the murder of the official")."""
        event = happening.event
        if event is None or happening.time or happening.place:
            return False
        people = [self._actors[r] for r in event.recipients]
        return all(any(m.quote.lower().startswith("the ") for m in a.mentions) and _single(a) for a in people)

    def _days(self, time: str | None) -> tuple[str, str] | None:
        found = self._times.get(time or "")
        if found is None or found.start is None or found.end is None or found.precision not in _ONE_DAY:
            return None
        return found.start[:10], found.end[:10]

    def _same_day(self, draft: _Draft, new: Happening) -> bool | None:
        """True for the same day, False for another, None if one has none."""
        known = [days for told in draft.told if (days := self._days(told.time))]
        mine = self._days(new.time)
        if not known or mine is None:
            return None
        return any(days[0] <= mine[1] and mine[0] <= days[1] for days in known)

    def _same_place(self, draft: _Draft, new: Happening) -> bool | None:
        known = [place for told in draft.told if (place := self._places.get(told.place or ""))]
        mine = self._places.get(new.place or "")
        if not known or mine is None:
            return None
        return any(within(mine, place) or within(place, mine) for place in known)

    def _named(self, happening: Happening) -> set[str]:
        """The last two words of the names of persons whom it befell: either may stand for the person ("Garcia" for
        "Ana Garcia Ruiz").
        """
        event = happening.event
        people = [self._actors[r] for r in (event.recipients if event else ())]
        named = [a.name for a in people if a.kind is ActorKind.PERSON and any(m.form == "name" for m in a.mentions)]
        tolls = [t.victims.text for t in happening.figures if t.victims.text and "tolls.named" in t.why]
        return {word for name in (*named, *tolls) for word in _WORD.findall(name.lower())[-2:] if len(word) > _SHORT}

    def _taking_part(self, happening: Happening) -> set[str]:
        event = happening.event
        return {*event.actors, *event.recipients} if event else set()

    def incidents(self) -> Iterator[Incident]:
        """The drafts that tell enough to be an incident, in text order."""
        for draft in self._drafts:
            draft.told.sort(key=lambda told: (told.start, told.end))
        for draft in sorted(self._drafts, key=lambda draft: (draft.told[0].start, draft.told[0].end)):
            incident = self._incident(draft)
            if incident is not None:
                yield incident

    def _incident(self, draft: _Draft) -> Incident | None:
        told = draft.told
        events = [h.event for h in told if h.event is not None]
        victims, one_person = victims_of(self._reading, told)
        targets = targets_of(self._reading, events)
        vague = all(among(event.trigger.lemma, words().vague) for event in events)
        if not (victims or targets) and (vague or not events):
            return None
        time, time_basis = self._when(told)
        place, place_basis = self._where(told)
        article = self._reading.article.id
        first = told[0]
        doers = perpetrators(self._reading, told)
        why = [*draft.why]
        why += [rules.CONTEXT] if "context" in (time_basis, place_basis) else []
        why += [rules.ONLY_GROUP] if any(one.inferred for one in doers) else []
        why += [rules.HELD] if any(Effect.RELEASE in one.effects for one in victims) else []
        why += [rules.ONE_PERSON] if one_person else []
        return Incident(
            id=content_id("in", article, first.start, first.end, draft.kind),
            kind=_told_kind(draft),
            stage=min((h.stage for h in told), key=list(Stage).index),
            time=time,
            time_basis=time_basis,
            place=place,
            place_basis=place_basis,
            perpetrators=doers,
            victims=victims,
            targets=targets,
            unharmed=any(h.unharmed for h in told),
            weapons=tuple(dict.fromkeys(event.weapon.quote for event in events if event.weapon)),
            events=tuple(event.id for event in events),
            tolls=tuple(toll.id for h in told for toll in h.tolls),
            start=first.start,
            end=max(h.end for h in told),
            why=tuple(dict.fromkeys(why)),
        )

    def _when(self, told: Sequence[Happening]) -> tuple[str | None, Basis | None]:
        """The first day that an event of the incident carries, else a longer time, else that of the text around it."""
        own = [h.time for h in told if h.time and self._times[h.time].start]
        own.sort(key=lambda time: self._days(time) is None)
        if own:
            return own[0], "event"
        free = [(m.start, time.id) for time in self._usable_times() for m in time.mentions]
        told_by_verb = [h for h in told if h.event is None or "events.noun" not in h.event.why]
        around = self._around(told_by_verb, free)
        return (around, "context") if around else (None, None)

    def _usable_times(self) -> Iterator[Time]:
        """Days that no statement and no event of another sort has taken for itself."""
        taken = {statement.time for statement in self._reading.statements}
        taken |= {event.time for event in self._reading.events if event.type is not EventType.ASSAULT}
        for time in self._reading.times:
            if time.kind in ("DATE", "TIME") and time.start and time.precision in _ONE_DAY and time.id not in taken:
                yield time

    def _where(self, told: Sequence[Happening]) -> tuple[str | None, Basis | None]:
        """The innermost place that an event of the incident carries, else one of the text around it."""
        own = [place for h in told if (place := self._places.get(h.place or ""))]
        best = own[0] if own else None
        for place in own[1:]:
            inside = best is not None and within(place, best) and not within(best, place)
            best = place if inside or (_is_country(best) and not _is_country(place)) else best
        if best is not None and not _is_country(best):
            return best.id, "event"
        named = [
            (m.start, p.id)
            for p in self._reading.places
            if p.form == "name" and not _is_country(p) and (best is None or within(p, best))
            for m in p.mentions
        ]
        around = self._around(told, named)
        if around is None:
            return (best.id, "event") if best is not None else (None, None)
        return around, "context"

    def _around(self, told: Sequence[Happening], mentions: Sequence[tuple[int, str]]) -> str | None:
        """The record mentioned nearest to a telling in its own paragraph, before it rather than behind."""
        starts = [part.start for part in self._reading.article.parts]
        near = [
            (abs(start - h.start) + (40 if start > h.start else 0), start, record)
            for h in told
            for start, record in mentions
            if bisect_right(starts, start) - 1 == h.paragraph
        ]
        return min(near)[2] if near else None


def _told_kind(draft: _Draft) -> IncidentKind:
    """The sort of violence: a bombing or an arson only if at least half of the tellings say so."""
    sharing = sum(happening.kind is draft.kind for happening in draft.told)
    doubtful = draft.kind in (IncidentKind.BOMBING, IncidentKind.ARSON) and 2 * sharing < len(draft.told)
    return IncidentKind.ATTACK if doubtful else draft.kind


def _single(actor: Actor) -> bool:
    """One person that is not named: "the official"."""
    return actor.kind is ActorKind.PERSON and all(mention.form != "name" for mention in actor.mentions)


def _is_country(place: Place | None) -> bool:
    """A country or a region over countries."""
    found = place.resolved if place is not None else None
    return found is not None and found.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION)


def within(inner: Place, outer: Place) -> bool:
    """Is a place the other or inside it, as far as country, division and precision tell? Unresolved: by name only."""
    a, b = inner.resolved, outer.resolved
    if inner.id == outer.id or inner.name.lower() == outer.name.lower():
        return True
    if a is None or b is None or a.country != b.country or a.country is None:
        return False
    if b.precision is PlacePrecision.COUNTRY:
        return True
    return b.precision is PlacePrecision.ADMIN1 and a.admin1 is not None and a.admin1 == b.admin1
