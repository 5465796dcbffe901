"""Puts a reading together from what the stages found."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.codebook.terms import ActorKind
from sayso.ids import content_id
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.records.actors import ActorBook
from sayso.records.article import Article, Cleaned
from sayso.records.base import Evidence, Phrase
from sayso.records.events import Event, FoundEvent, Weapon
from sayso.records.language import Document
from sayso.records.places import FoundPlace, Place
from sayso.records.reading import Manifest, Reading
from sayso.records.statements import FoundStatement, Statement
from sayso.records.times import FoundTime, Time
from sayso.records.tolls import FoundToll, Toll, Victims
from sayso.resolve.periods import both, dated, since
from sayso.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything found in one article; actors, times and places are resolved, the rest still points by position; `own`:
    the user's own words, for their codes.
    """

    statements: tuple[FoundStatement, ...]
    events: tuple[FoundEvent, ...]
    tolls: tuple[FoundToll, ...]
    book: ActorBook
    found_times: tuple[FoundTime, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    own: OwnWords = NOTHING


_NAMES_THAT_HOLD_PLACES = frozenset({
    ActorKind.PERSON, ActorKind.MEDIA, ActorKind.INTERGOVERNMENTAL, ActorKind.ORGANISATION, ActorKind.PARTY,
    ActorKind.ARMED_GROUP, ActorKind.BUSINESS,
})  # fmt: skip


def located(places: Sequence[FoundPlace], book: ActorBook) -> tuple[FoundPlace, ...]:
    """The found places that are places of the report: not those that act as governments ("Moscow said"), not those
    inside the name of somebody ("Paris Hilton", "the African Union"), not adjectives of nationality."""
    acting: set[Span] = set()
    names: list[Span] = []
    for actor in book.actors:
        for mention in actor.mentions:
            if mention.form == "metonym":
                acting.add(Span(mention.start, mention.end))
            elif mention.form == "name" and actor.kind in _NAMES_THAT_HOLD_PLACES:
                names.append(Span(mention.start, mention.end))
    names.sort()
    return tuple(
        place
        for place in places
        if place.form != "demonym" and place.span not in acting and not _inside(place.span, names)
    )


def _inside(span: Span, ascending: Sequence[Span]) -> bool:
    before = bisect_right(ascending, (span.start, float("inf")))
    return any(name.contains(span) for name in ascending[max(0, before - 3) : before])


def assemble(cleaned: Cleaned, document: Document, findings: Findings, manifest: Manifest) -> Reading:
    """Article, document and findings -> Reading with stable ids, records in text order.

    Ids come from the article's id and the record's own content and position; they do not depend on other records.
    """
    linker = _Linker(cleaned.article, document.text, findings)
    tolls = [linker.toll(i, found) for i, found in enumerate(findings.tolls)]
    events = [linker.event(i, found) for i, found in enumerate(findings.events)]
    statements = [linker.statement(i, found) for i, found in enumerate(findings.statements)]
    return Reading(
        sayso=manifest,
        article=cleaned.article,
        dropped=cleaned.dropped,
        actors=findings.book.actors,
        places=findings.places,
        times=linker.all_times(),
        statements=tuple(sorted(statements, key=lambda s: _first(s.evidence))),
        events=tuple(sorted(events, key=lambda e: (e.trigger.start, e.id))),
        tolls=tuple(sorted(tolls, key=lambda t: _first(t.evidence))),
    )


_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
"""Victims are named without their article: "8 wounded", not "8 the wounded"."""


def _first(evidence: Sequence[Evidence]) -> tuple[int, int]:
    return (evidence[0].start, evidence[0].end)


class _Linker:
    """Looks up ids for one article."""

    def __init__(self, article: Article, text: str, findings: Findings) -> None:
        self._article, self._text, self._book = article.id, text, findings.book
        self._published = article.published
        self._own = findings.own
        self._found = findings.times
        self._times = _by_mention(findings.times)
        self._dated = {time.id: time for time in findings.times}
        self._since = {
            time.span
            for time in findings.found_times
            if ("relation", "since") in time.fields and not _owns(text, time.span)
        }
        self._mates = _mates(findings.found_times, text)
        self._periods: dict[str, Time] = {}
        self._places = _by_mention(findings.places)
        self._statements = [self._statement_id(s) for s in findings.statements]
        self._events = [self._event_id(e) for e in findings.events]
        self._tolls = [self._toll_id(t) for t in findings.tolls]

    def all_times(self) -> tuple[Time, ...]:
        """The times of the article and the since-periods that its records needed, in text order."""
        times = [*self._found, *self._periods.values()]
        return tuple(sorted(times, key=lambda time: (time.mentions[0].start, time.kind == "DURATION", time.id)))

    def _period(self, span: Span | None, *, runs_on: bool = False) -> str | None:
        """Id of the time mentioned at `span`; of the period since then if the text or the caller says it runs on."""
        found = self._times.get(span) if span else None
        if found is None or not (runs_on or span in self._since):
            return found
        period = since(self._article, self._dated[found], self._published)
        return self._periods.setdefault(period.id, period).id

    def _time(self, span: Span | None) -> str | None:
        """Id of an event's time: of the mention at `span`, with the one coordinated with it if the two touch."""
        single, mate = self._period(span), self._mates.get(span) if span else None
        one, other = self._times.get(span) if span else None, self._times.get(mate) if mate else None
        if one is None or other is None or single != one:
            return single
        joined = both(self._article, self._dated[one], self._dated[other])
        return self._periods.setdefault(joined.id, joined).id if joined is not None else single

    def _statement_id(self, found: FoundStatement) -> str:
        speaker = found.speaker and found.speaker.span
        return content_id("st", self._article, found.cue.start, found.cue.end, speaker, *found.content)

    def _event_id(self, found: FoundEvent) -> str:
        trigger, voice = found.trigger, found.said_in is None
        return content_id("ev", self._article, trigger.start, trigger.end, found.type, voice)

    def _toll_id(self, found: FoundToll) -> str:
        return content_id("to", self._article, found.harm, found.low, found.high, *found.evidence)

    def statement(self, number: int, found: FoundStatement) -> Statement:
        speaker = self._one(found.speaker)
        together = self._many([phrase for phrase in (found.speaker, *found.speakers) if phrase is not None])
        spans = [Span(found.cue.start, found.cue.end), *found.content]
        if found.speaker is not None:
            spans.append(found.speaker.span)
        return Statement(
            id=self._statements[number],
            speaker=speaker,
            speaker_span=found.speaker.span if found.speaker else None,
            speakers=together if len(together) > 1 else (),
            via=self._many(found.via),
            parent=None if found.parent is None else self._statements[found.parent],
            cue=found.cue,
            content=found.content,
            form=found.form,
            act=found.act,
            negated=found.negated,
            audience=self._many(found.audience),
            time=self._times.get(found.time) if found.time else None,
            place=self._places.get(found.place) if found.place else None,
            evidence=self._evidence(spans),
            why=found.why,
        )

    def event(self, number: int, found: FoundEvent) -> Event:
        weapon = found.weapon
        actors = self._many(found.actors)
        time = self._time(found.time)
        found = dated(found, self._dated.get(time or ""), self._published)
        return Event(
            id=self._events[number],
            type=found.type,
            mode=found.mode,
            contexts=found.contexts,
            cameo=found.cameo,
            actors=actors,
            recipients=tuple(i for i in self._many(found.recipients) if i not in actors),
            place=self._places.get(found.place) if found.place else None,
            time=time,
            status=found.status,
            historical=found.historical,
            ongoing=found.ongoing,
            said_in=None if found.said_in is None else self._statements[found.said_in],
            weapon=None if weapon is None else Weapon(start=weapon.start, end=weapon.end, quote=weapon.of(self._text)),
            trigger=found.trigger,
            evidence=self._evidence(found.evidence),
            why=found.why,
            code=self._own.event_code(found.type.value, found.mode, found.cameo),
        )

    def toll(self, number: int, found: FoundToll) -> Toll:
        words = _ARTICLE.sub("", found.victims.of(self._text), count=1) if found.victims else None
        return Toll(
            id=self._tolls[number],
            harm=found.harm,
            low=found.low,
            high=found.high,
            approximate=found.approximate,
            victims=Victims(text=words, kind=found.victim_kind, side=self._one(found.side)),
            period=self._period(found.period, runs_on=found.since),
            place=self._places.get(found.place) if found.place else None,
            event=None if found.event is None else self._events[found.event],
            said_in=None if found.said_in is None else self._statements[found.said_in],
            cumulative=found.cumulative,
            part_of=None if found.part_of is None else self._tolls[found.part_of],
            evidence=self._evidence(found.evidence),
            why=found.why,
        )

    def _one(self, phrase: Phrase | None) -> str | None:
        found = self._book.of(phrase)
        return found[0] if found else None

    def _many(self, phrases: Sequence[Phrase]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actor for phrase in phrases for actor in self._book.of(phrase)))

    def _evidence(self, spans: Sequence[Span]) -> tuple[Evidence, ...]:
        """Evidence of the spans, in text order, without repeats."""
        return tuple(Evidence(start=span.start, end=span.end, quote=span.of(self._text)) for span in sorted(set(spans)))


def _by_mention(records: Sequence[Time] | Sequence[Place]) -> dict[Span, str]:
    return {Span(m.start, m.end): record.id for record in records for m in record.mentions}


def _owns(text: str, span: Span) -> bool:
    """The time has what happened in it: "since last year's attacks" dates the attacks, nothing runs since then."""
    return text[span.end : span.end + 2] in ("'s", "’s")


_AND = re.compile(r",? and (?:(?:again )?(?:on|in|during|into) )?(?:the )?$")


def _mates(times: Sequence[FoundTime], text: str) -> dict[Span, Span]:
    """Each of two coordinated days or parts of days -> the other."""
    plain = [time for time in times if time.kind in ("DATE", "TIME") and not time.parts]
    mates: dict[Span, Span] = {}
    for one, other in pairwise(sorted(plain, key=lambda time: time.span)):
        if one.sentence == other.sentence and _AND.fullmatch(text[one.span.end : other.span.start][:40]):
            mates[one.span], mates[other.span] = other.span, one.span
    return mates
