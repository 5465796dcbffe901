"""The drafts of a sentence -> event records."""

import re
from dataclasses import replace

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, Status
from sayso.events.attach import Site, place_of, site_of, subject_place, time_of
from sayso.events.draft import Draft
from sayso.events.grammar import Context
from sayso.events.locate import BY_RULE, Locator
from sayso.events.musts import musts
from sayso.events.ours import ours
from sayso.events.predicate import drafts_of
from sayso.events.status import standing
from sayso.events.view import View
from sayso.events.weapons import code_of, weapon_of
from sayso.lexicon.rules import VERBS as OWN_VERBS
from sayso.nlp import tree
from sayso.records.base import Phrase, RuleId
from sayso.records.events import FoundEvent, Trigger
from sayso.records.language import Document, Token
from sayso.records.statements import FoundStatement, Voices
from sayso.text import Span

_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})(s?)\b")
_CLOCK = re.compile(r"\b(?:at|approximately|about|around|until|before|after)\s+$", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\b(?:decades?|centur(?:y|ies)|generations?)\b"
    r"|\b(?:[1-9][0-9]+|ten|eleven|twelve|[a-z]{3,6}teen|[a-z]{3,5}ty(?:-[a-z]{3,5})?) years (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
_REAL = frozenset({Status.REPORTED, Status.CLAIMED, Status.ALLEGED})
_LOCATED = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})
_LONGEST_TRIGGER = 6


class Coder:
    """Turns the drafts of one sentence into records."""

    def __init__(
        self,
        view: View,
        voices: Voices,
        times: tuple[tuple[Token, Span], ...],
        places: tuple[tuple[Token, Span], ...],
        document: Document,
        locator: Locator,
    ) -> None:
        self.view, self.voices, self.times, self.places, self.document = view, voices, times, places, document
        self.locator = locator

    def events(self) -> list[FoundEvent]:
        """The events of the sentence."""
        told = (self._event(draft) for draft in drafts_of(self.view))
        found = [event for event in told if event is not None]
        found.extend(musts(self.view, self.voices.statements, found))
        return sorted(found, key=lambda event: (event.trigger.start, event.trigger.end))

    def _event(self, draft: Draft) -> FoundEvent | None:
        view, kind, entry = self.view, draft.match.sense.type, draft.match.sense.entry
        light = (draft.light,) if draft.light is not None else ()
        words = (*draft.words, *light, *draft.extra)
        site = site_of(
            view, kind, words, draft.actors, self._inner(draft.recipients), harm=entry.harm, head=draft.match.head.i
        )
        (place, placed), time = self._place(draft, site), time_of(view, site, self.times, self.locator.lengths)
        if kind is EventType.ASSAULT:
            draft, place = self._struck_town(draft, place)
        if not draft.admitted:
            if not self._dated(draft):
                return None
            draft = replace(draft, rules=("events.dated",))
        trigger = self._trigger(draft)
        said_in = self.voices.said_in(trigger.start)
        statement = self.voices.statements[said_in] if said_in is not None else None
        status = standing(view, self._context(draft, statement))
        rule = f"events.{status.value}"
        draft, status, more = self._parties(draft, status, statement)
        weapon, told = weapon_of(view, draft)
        mode, cameo = code_of(draft, told)
        historical = self._historical(time)
        ongoing = status in _REAL and (draft.ongoing or self._ongoing(draft))
        marks = {
            "events.weapon": told is not None,
            placed: place is not None,
            "events.time": time is not None,
            "events.historical": historical,
            "events.ongoing": ongoing,
        }
        mine = [OWN_VERBS] if entry.own else []
        actors = ours(view, statement, draft.actors, self.document)
        more += ["events.ours"] if actors != self._phrases(draft.actors) else []
        rules = [*draft.rules, rule, *mine, *more, *(name for name, on in marks.items() if on)]
        return FoundEvent(
            sentence=view.sentence.index,
            type=kind,
            mode=mode,
            contexts=tuple(entry.contexts),
            cameo=cameo,
            trigger=trigger,
            actors=actors,
            recipients=self._phrases(draft.recipients),
            place=place,
            time=time,
            status=status,
            historical=historical,
            ongoing=ongoing,
            said_in=said_in,
            weapon=weapon,
            evidence=self._evidence(draft, trigger),
            why=tuple(RuleId(r) for r in dict.fromkeys(rules)),
        )

    def _struck_town(self, draft: Draft, place: Span | None) -> tuple[Draft, Span | None]:
        """A town that is attacked is where the attack is, and nobody's recipient."""
        towns = [t for t in draft.recipients if self._is_town(t)]
        if not towns:
            return draft, place
        named = next((span for head, span in self.places if head.i == towns[0].i), None)
        kept = tuple(t for t in draft.recipients if t not in towns)
        return replace(draft, recipients=kept), place or named

    def _is_town(self, token: Token) -> bool:
        """True for a town, or any named place right before the noun of the attack: "the Chad ambush"."""
        before = token.dep in ("compound", "nmod") and self.view.places.get(token.i) == "name"
        return (token.i in self.view.towns or before) and self.view.inner(token) is token

    def _dated(self, draft: Draft) -> bool:
        """True if a bare event noun has its own place or time."""
        entry, kind = draft.match.sense.entry, draft.match.sense.type
        if kind not in _LOCATED or (entry.light_only and not entry.mutual_between):
            return False
        core = frozenset(t.i for t in draft.words)
        bare = Site(
            kind=kind, core=core, clause={}, actors=frozenset(t.i for t in draft.actors), recipients=frozenset()
        )
        placed = not entry.light_only and place_of(self.view, bare, self.places) is not None
        time = time_of(self.view, bare, self.times, self.locator.lengths)
        return placed or (time is not None and not time.of(self.document.text).endswith("-old"))

    def _context(self, draft: Draft, statement: FoundStatement | None) -> Context:
        head, anchor = draft.match.head, draft.anchor
        named = head.pos != "VERB" or draft.rules[0] in ("events.noun", "events.light", "events.happens")
        bare = any(c.lower == "to" or c.tag == "MD" for c in tree.children(self.view.sentence, anchor, "aux"))
        noun = head if named else None
        return Context(anchor=anchor, noun=noun, kind=draft.match.sense.type, statement=statement, bare=bare)

    def _inner(self, tokens: tuple[Token, ...]) -> list[Token]:
        return [t for token in tokens for t in dict.fromkeys((token, self.view.inner(token)))]

    def _place(self, draft: Draft, site: Site) -> tuple[Span | None, str]:
        """The event's place and the rule that gave it."""
        if draft.match.sense.entry.place_object:
            inside = frozenset(t.i for t in draft.match.objects)
            seized = [(h, s) for h, s in self.places if h.i in inside]
            if seized:
                return seized[0][1], BY_RULE
        found = self.locator.place(self.view, site, self.places)
        if found is not None:
            return found
        if draft.match.sense.entry.light_only and draft.match.sense.type is EventType.ASSAULT:
            return subject_place(self.view, draft.match.head, self.places), BY_RULE
        return None, BY_RULE

    def _phrases(self, tokens: tuple[Token, ...]) -> tuple[Phrase, ...]:
        return tuple(dict.fromkeys(self.view.phrase(t) for t in tokens))

    def _trigger(self, draft: Draft) -> Trigger:
        words = sorted(
            {*draft.words, *((draft.light,) if draft.light is not None and draft.rules[0] == "events.light" else ())}
        )
        first, last = words[0].i, words[-1].i
        if last - first > _LONGEST_TRIGGER:
            words = [draft.match.head]
            first = last = draft.match.head.i
        span = self.view.sentence.span(first, last)
        return Trigger(start=span.start, end=span.end, lemma=" ".join(w.lemma for w in words))

    def _evidence(self, draft: Draft, trigger: Trigger) -> tuple[Span, ...]:
        spans = {Span(trigger.start, trigger.end)}
        spans.update(
            Span(t.start, t.end)
            for t in (*draft.extra, *draft.words, *((draft.light,) if draft.light else ()))
            if not trigger.start <= t.start < trigger.end
        )
        return tuple(sorted(spans))

    def _parties(
        self,
        draft: Draft,
        status: Status,
        statement: FoundStatement | None,
    ) -> tuple[Draft, Status, list[str]]:
        """Actors that the statement or a condition supplies, and what a party tells of its enemy."""
        view, rules = self.view, list[str]()
        if (
            statement is not None
            and statement.speaker is not None
            and draft.match.sense.entry.mutual_between
            and not draft.actors
        ):
            speaker = statement.speaker
            if speaker.sentence == view.sentence.index and view.sentence.tokens[speaker.head].lemma in (
                "side",
                "party",
            ):
                draft = replace(draft, actors=(view.sentence.tokens[speaker.head],))
                rules.append("events.sides")
        if (
            statement is not None
            and statement.speaker is not None
            and statement.act is Act.CLAIM_RESPONSIBILITY
            and not statement.negated
            and not draft.actors
            and draft.match.sense.type is EventType.ASSAULT
            and statement.speaker.sentence == view.sentence.index
        ):
            draft = replace(draft, actors=(view.sentence.tokens[statement.speaker.head],))
            rules.append("events.responsibility")
        if (
            status is Status.CLAIMED
            and draft.match.sense.type is EventType.ASSAULT
            and any(_hostile_name(view, a) for a in draft.actors)
        ):
            status = Status.ALLEGED
            rules.append("events.enemy")
        if draft.match.sense.type is EventType.PROTEST and not draft.recipients:
            draft = replace(draft, recipients=tuple(t for t in _defied(view, draft) if t not in draft.actors))
        if (
            status is Status.CONDITIONAL
            and not draft.recipients
            and draft.match.sense.type in (EventType.AGREE, EventType.CONCEDE, EventType.RETREAT)
        ):
            party = _condition_party(view, draft.anchor)
            if party is not None and party not in draft.actors:
                draft = replace(draft, recipients=(party,))
                rules.append("events.condition")
        return draft, status, rules

    def _historical(self, time: Span | None) -> bool:
        if time is None:
            return False
        text = time.of(self.document.text)
        found = _YEAR.search(text)
        clock = _CLOCK.search(self.document.text, max(time.start - 16, 0), time.start) is not None
        if found and not clock and (found[2] or text.strip().lower().removeprefix("in ") == found[0]):
            return True
        return _LONG_AGO.search(text) is not None

    def _ongoing(self, draft: Draft) -> bool:
        sentence = self.view.sentence
        verb = draft.light or draft.anchor
        auxiliaries = [c for c in tree.children(sentence, verb, "aux", "auxpass") if c.lemma == "be"]
        if verb.pos == "VERB" and verb.tag == "VBG" and auxiliaries:
            return any(c.tag in ("VBP", "VBZ") for c in auxiliaries) or any(
                c.lower in ("has", "have", "'ve", "’ve", "been") for c in tree.children(sentence, verb, "aux")
            )
        up = tree.head_of(sentence, verb)
        return up is not None and verb.dep in ("xcomp", "dobj") and up.lemma in ("continue", "keep")


def _hostile_name(view: View, actor: Token) -> bool:
    words = {c.lemma for c in tree.children(view.sentence, actor, "amod", "compound")} | {actor.lemma}
    return bool(words & {"enemy", "aggressor", "occupier", "invader", "occupying", "occupation"})


def _defied(view: View, draft: Draft) -> list[Token]:
    """Whom a protest is "in defiance of" or "in opposition to"."""
    aims = (n for n in view.under(draft.anchor, ("in",)) if n.lemma in ("defiance", "opposition"))
    told = (t for n in aims for t in view.under(n, ("of", "to", "against")))
    return [a for t in told for a in view.actors_in(t)]


def _condition_party(view: View, verb: Token) -> Token | None:
    for clause in tree.children(view.sentence, verb, "advcl"):
        if any(m.lower in ("if", "unless") for m in tree.children(view.sentence, clause, "mark")):
            for subject in view.nouns(tree.children(view.sentence, clause, *tree.SUBJECTS)):
                if "actor" in view.classes(subject) and subject.pos != "PRON":
                    return subject
    return None
