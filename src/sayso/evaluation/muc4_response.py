"""Incidents of a reading -> response templates of MUC-4, with MUC-4's idea of what is relevant.

The task wanted terrorism and state violence against civilians in nine countries of Latin America, of the last months;
no fighting between armed sides, no harm to soldiers on duty or to guerrillas.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.codebook.incidents import Blame, Effect, IncidentKind, Stage
from sayso.codebook.terms import ActorKind, VictimKind
from sayso.evaluation.muc4_templates import STEP, Fill, Template
from sayso.lexicon.countries import countries
from sayso.reconcile import find_incidents
from sayso.records.actors import Actor
from sayso.records.article import Part
from sayso.records.incidents import Harmed, Incident, Perpetrator
from sayso.records.reading import Reading

COUNTRIES = frozenset({"ARG", "BOL", "CHL", "COL", "ECU", "SLV", "GTM", "HND", "PER"})
_OLDEST = 92
"""Days: what lay further back was no news to MUC-4."""

_KINDS = {
    IncidentKind.ATTACK: "ATTACK",
    IncidentKind.BOMBING: "BOMBING",
    IncidentKind.KIDNAPPING: "KIDNAPPING",
    IncidentKind.ARSON: "ARSON",
    IncidentKind.ROBBERY: "ROBBERY",
    IncidentKind.STOPPAGE: "FORCED WORK STOPPAGE",
    IncidentKind.COMBAT: "ATTACK",
}
_BLAME = {
    Blame.FACT: "REPORTED AS FACT",
    Blame.CLAIMED: "CLAIMED OR ADMITTED",
    Blame.AUTHORITIES: "SUSPECTED OR ACCUSED BY AUTHORITIES",
    Blame.ACCUSED: "SUSPECTED OR ACCUSED",
    Blame.POSSIBLE: "SUSPECTED OR ACCUSED",
    Blame.DENIED: "POSSIBLE",
}
_EFFECTS = {Effect.DEATH: "DEATH", Effect.INJURY: "INJURY", Effect.RELEASE: "REGAINED FREEDOM"}
_TYPES = {
    VictimKind.SOLDIERS: "ACTIVE MILITARY",
    VictimKind.POLICE: "LAW ENFORCEMENT",
    VictimKind.OFFICIALS: "GOVERNMENT OFFICIAL",
    VictimKind.FIGHTERS: "ACTIVE MILITARY",
}
_BYSTANDERS = frozenset({VictimKind.CIVILIANS, VictimKind.CHILDREN, VictimKind.WOMEN, VictimKind.JOURNALISTS})
_ARMED = frozenset({VictimKind.SOLDIERS, VictimKind.FIGHTERS})
_STATE = frozenset({ActorKind.MILITARY, ActorKind.POLICE, ActorKind.GOVERNMENT})
_CAPITAL = re.compile(r"\b(?:this|the|\w{4,20}an) (?:city|capital)\b|\bdowntown\b", re.IGNORECASE)
_TONES = (
    (Blame.CLAIMED, re.compile(r"\bclaim(?:s|ed)? (?:responsibility|credit)|\badmitted\b", re.IGNORECASE)),
    (Blame.ACCUSED, re.compile(r"\b(?:accus|blam|suspect|attribut|alleg|charged|responsib)", re.IGNORECASE)),
    (Blame.POSSIBLE, re.compile(r"\b(?:presum|apparent|possib|probabl|believe)", re.IGNORECASE)),
)
_OFFICIAL = re.compile(
    r"\b(?:police|military|authorit|army|government|official|armed forces|minister|president|judge)", re.IGNORECASE
)
_MILITARY = re.compile(
    r"\b(?:garrisons?|barracks|convoys?|patrols?|military|army|air force|navy|troops?|brigade|battalion|police|forces"
    r"|national guard|civil defense|enemy|guerrillas?|rebels?)\b",
    re.IGNORECASE,
)
"""Property of those who fight: no target that the task wanted."""
_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them", "it", "who", "whom", "i", "me", "we", "us"})
_WAR = 1000
"""Victims from which a figure is that of a war, not of an incident."""
_DATELINE = 3
_HOURS = frozenset({"minute", "hour", "part_of_day"})
"""A night runs into the next day; MUC-4 gives the day it began."""
_DIVISION = re.compile(r" (?:DEPARTMENT|PROVINCE|REGION|STATE|CITY|MUNICIPALITY|DISTRICT)$")


def response_templates(reading: Reading) -> tuple[Template, ...]:
    """Reading -> templates of its relevant incidents, in text order."""
    mapper = _Mapper(reading)
    return tuple(mapper.template(incident) for incident in find_incidents(reading) if mapper.relevant(incident))


class _Mapper:
    """Maps the incidents of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._actors = {actor.id: actor for actor in reading.actors}
        self._places = {place.id: place for place in reading.places}
        self._times = {time.id: time for time in reading.times}
        self._home = _country(reading)

    def relevant(self, incident: Incident) -> bool:
        """Would MUC-4 have wanted a template for it?"""
        place = self._places.get(incident.place or "")
        country = place.resolved.country if place is not None and place.resolved else None
        if (country not in COUNTRIES and self._home not in COUNTRIES) or not incident.events:
            return False
        if self._old(incident) or (incident.kind is IncidentKind.COMBAT and not self._bystanders(incident)):
            return False
        civil = [v for v in incident.victims if v.kind not in _ARMED]
        exact = [v for v in civil if (v.high is not None or not v.approximate) and (v.low or 0) < _WAR]
        told = [v for v in exact if self._strings(v)]
        if self._by_state(incident) and not civil:
            return False
        return bool(told) or any(not _MILITARY.search(self._actors[target].name) for target in incident.targets)

    def _bystanders(self, incident: Incident) -> bool:
        """Did it hit people who do not fight?"""
        return any(v.kind in _BYSTANDERS and v.high is not None for v in incident.victims)

    def _by_state(self, incident: Incident) -> bool:
        """Is it an act of army or police alone?"""
        kinds = {self._actors[one.actor].kind for one in incident.perpetrators}
        return bool(kinds) and kinds <= _STATE

    def _old(self, incident: Incident) -> bool:
        time, published = self._times.get(incident.time or ""), self._reading.article.published
        if time is None or time.end is None or published is None:
            return False
        return _day(time.end) < _day(published.start) - timedelta(days=_OLDEST)

    def template(self, incident: Incident) -> Template:
        """One incident as a template."""
        victims = self._victims(incident)
        organisations = self._organisations(incident)
        return Template(
            {
                "date": self._date(incident),
                "location": self._location(incident),
                "type": (Fill((_KINDS[incident.kind],)),),
                "stage": (Fill((_STAGES[incident.stage],)),),
                "perp individual": tuple(self._individuals(incident.perpetrators)),
                "perp org": tuple(Fill(names) for names, _ in organisations),
                "perp org confidence": tuple(Fill((_BLAME[blame],), names) for names, blame in organisations),
                "target": tuple(Fill(_names(self._actors[t])) for t in incident.targets),
                "victim": tuple(Fill(called) for _, called in victims),
                "victim type": tuple(Fill((_TYPES.get(v.kind, "CIVILIAN"),), called) for v, called in victims),
                "victim number": tuple(Fill((_number(v),), called) for v, called in victims),
                "victim effect": tuple(self._effects(incident, victims)),
            }
        )

    def _victims(self, incident: Incident) -> list[tuple[Harmed, tuple[str, ...]]]:
        """The victims with a name or description; those without a number, and men at arms, only if there are no
        others.
        """
        told = [(v, called) for v in incident.victims if (called := self._strings(v))]
        counted = [(v, called) for v, called in told if (v.tolls or v.high is not None) and v.kind not in _ARMED]
        return counted or told

    def _effects(self, incident: Incident, victims: list[tuple[Harmed, tuple[str, ...]]]) -> Iterator[Fill]:
        for victim, called in victims:
            for effect in victim.effects:
                if effect in _EFFECTS:
                    yield Fill((_EFFECTS[effect],), called)
        if incident.unharmed and not victims:
            yield Fill(("NO INJURY OR DEATH",))

    def _date(self, incident: Incident) -> tuple[Fill, ...]:
        """The day or days; without one, up to the report, as MUC-4 has it."""
        time, published = self._times.get(incident.time or ""), self._reading.article.published
        if time is not None and time.start and time.end:
            first = _day(time.start)
            last = first if time.precision in _HOURS else _day(time.end)
            if published is not None:
                last = min(last, _day(published.start))
            if first <= last:
                return (Fill((_printed(first) if first == last else f"{_printed(first)} - {_printed(last)}",)),)
        return (Fill((f"- {_printed(_day(published.start))}",)),) if published is not None else ()

    def _location(self, incident: Incident) -> tuple[Fill, ...]:
        place = self._places.get(incident.place or "")
        where = place.resolved if place is not None else None
        country = where is not None and where.feature.startswith("PCL")
        if (place is None or (country and where is not None and where.country == self._home)) and self._in_capital(
            incident
        ):
            chain = [_english(self._home), *_seat(self._home)]
        elif place is None or where is None:
            chain = [_english(self._home), place.name if place else ""]
        elif where.country not in COUNTRIES and self._home in COUNTRIES:
            named = where.country is not None and not country and incident.place_basis == "event"
            chain = [_english(self._home), place.name if named else ""]
        else:
            chain = [_english(where.country), *(() if country else (where.admin1 or "", place.name))]
        parts = [_DIVISION.sub("", _upper(part)) for part in chain if part]
        kept = [part for i, part in enumerate(parts) if part not in parts[:i]]
        return (Fill((STEP.join(kept),)),) if kept else ()

    def _tone(self, parts: list[Part]) -> Blame:
        """On what standing the paragraphs speak of a deed: as claimed, as a suspicion of whom, as a fact."""
        text = self._reading.article.text
        told = {blame for part in parts for blame, cue in _TONES if cue.search(text, part.start, part.end)}
        tone = next((blame for blame, _ in _TONES if blame in told), Blame.FACT)
        official = any(_OFFICIAL.search(text, part.start, part.end) for part in parts)
        return Blame.AUTHORITIES if official and tone is Blame.ACCUSED else tone

    def _in_capital(self, incident: Incident) -> bool:
        """Do its paragraphs speak of "this city", "the capital"?"""
        text = self._reading.article.text
        return any(_CAPITAL.search(text, part.start, part.end) for part in self._parts(incident))

    def _parts(self, incident: Incident) -> list[Part]:
        """The paragraphs in which its events and figures are told."""
        told = {event.id: event.trigger.start for event in self._reading.events}
        told |= {toll.id: toll.evidence[0].start for toll in self._reading.tolls}
        starts = [told[record] for record in (*incident.events, *incident.tolls)]
        return [p for p in self._reading.article.parts if any(p.start <= start < p.end for start in starts)]

    def _individuals(self, found: tuple[Perpetrator, ...]) -> Iterator[Fill]:
        for one in found:
            if one.organisation != one.actor:
                yield Fill(_names(self._actors[one.actor]))

    def _organisations(self, incident: Incident) -> list[tuple[tuple[str, ...], Blame]]:
        """Organisations behind the deed; if none is told, the only armed group named in its paragraphs: MUC-4's
        coders put in what a reader gathers, an incident of ours does not.
        """
        seen: dict[str, Blame] = {}
        for one in incident.perpetrators:
            if one.organisation is not None:
                seen.setdefault(one.organisation, one.blame)
        if not seen:
            parts = self._parts(incident)
            groups = {
                actor.id
                for actor in self._reading.actors
                if actor.kind is ActorKind.ARMED_GROUP and any(m.form == "name" for m in actor.mentions)
                if any(_among(m.start, parts) for m in actor.mentions)
            }
            seen = dict.fromkeys(groups, self._tone(parts)) if len(groups) == 1 else {}
        return [(_names(self._actors[organisation]), blame) for organisation, blame in seen.items()]

    def _strings(self, victim: Harmed) -> tuple[str, ...]:
        own = [_upper(victim.text)] if victim.text and victim.text.lower() not in _PRONOUNS else []
        return tuple(dict.fromkeys([*own, *(_names(self._actors[victim.actor]) if victim.actor else ())]))


_STAGES = {stage: stage.value.upper() for stage in Stage}


def _names(actor: Actor) -> tuple[str, ...]:
    """What an actor is called, its name first; pronouns left out."""
    called = [m.quote for m in actor.mentions if m.form in ("name", "nominal")]
    return tuple(dict.fromkeys(_upper(name) for name in (actor.name, *called)))


def _among(start: int, parts: Sequence[Part]) -> bool:
    """Is an offset in one of the paragraphs?"""
    return any(part.start <= start < part.end for part in parts)


def _number(victim: Harmed) -> str:
    low, high = victim.low, victim.high
    if high is None and (victim.approximate or low is None):
        return "PLURAL"
    if low == high:
        return f"{low}"
    return f"{'' if low is None else low}-{'' if high is None else high}"


def _country(reading: Reading) -> str | None:
    """The country that the report is about: the most mentioned by places, peoples and actors, one of the task's if it
    is mentioned half as often as the first; the dateline counts as some mentions.
    """
    counts: Counter[str] = Counter()
    for place in reading.places:
        if place.resolved is not None and place.resolved.country:
            counts[place.resolved.country] += len(place.mentions)
    for actor in reading.actors:
        if actor.country is not None:
            counts[actor.country] += len(actor.mentions)
    dateline = reading.article.dateline.place if reading.article.dateline else None
    counts.update(dict.fromkeys(_named_countries(dateline or ""), _DATELINE))
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    wanted = [code for code in ranked if code in COUNTRIES and 2 * counts[code] >= counts[ranked[0]]]
    return next(iter(wanted or ranked), None)


def _named_countries(dateline: str) -> set[str]:
    parts = {part.strip() for part in re.split(r"[(),/]", _upper(dateline))}
    return {
        country.alpha3
        for country in countries()
        if parts.intersection(_upper(name) for name in (country.name, *country.names, *country.seats))
    }


def _seat(code: str | None) -> tuple[str, ...]:
    """The capital of a country."""
    return next((country.seats[:1] for country in countries() if country.alpha3 == code), ())


def _english(code: str | None) -> str:
    return next((country.name for country in countries() if country.alpha3 == code), "")


def _upper(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).upper().split())


def _day(iso: str) -> date:
    return date.fromisoformat(iso[:10])


def _printed(day: date) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
