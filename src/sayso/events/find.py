"""Document -> events: predicates with their roles, standing, place and time."""

import re
from dataclasses import replace

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, Status
from sayso.events.attach import Site, place_of, site_of, subject_place, time_of
from sayso.events.draft import Draft, drafts_of
from sayso.events.lexicon import Lexicon, lexicon
from sayso.events.status import Context, innermost, standing
from sayso.events.view import View
from sayso.events.weapons import code_of, weapon_of
from sayso.nlp import tree
from sayso.records.base import Phrase, RuleId
from sayso.records.events import FoundEvent, Trigger
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace
from sayso.records.statements import FoundStatement
from sayso.records.times import FoundTime
from sayso.text import Span

_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})(s?)\b")
_LONG_AGO = re.compile(
    r"\b(?:decades?|centur(?:y|ies)|generations?)\b|\b[1-9][0-9]+ years (?:ago|earlier|before)\b", re.IGNORECASE
)
_HARM = frozenset(
    {
        "kill",
        "wound",
        "injure",
        "shoot",
        "stab",
        "die",
        "dead",
        "death",
        "bomb",
        "explode",
        "explosion",
        "blast",
        "kidnap",
        "abduct",
        "injury",
        "casualty",
        "hospital",
        "police",
        "troop",
        "soldier",
        "army",
        "airstrike",
        "shelling",
        "ambush",
    }
)
_REAL = frozenset({Status.REPORTED, Status.CLAIMED, Status.ALLEGED})
_WINDOW = 2
_ARMED_ENOUGH = 2
_LONGEST_TRIGGER = 6


def find_events(
    document: Document,
    statements: tuple[FoundStatement, ...],
    times: tuple[FoundTime, ...],
    places: tuple[FoundPlace, ...],
) -> tuple[FoundEvent, ...]:
    """Document with its statements, times and places -> events in text order."""
    words = lexicon()
    evidence = [sum(t.lemma in words.evidence for t in sentence.tokens) for sentence in document.sentences]
    topics = [_topic(words, sentence) for sentence in document.sentences]
    found: list[FoundEvent] = []
    for sentence in document.sentences:
        if not any(t.lemma in words.verbs or t.lemma in words.nouns for t in sentence.tokens):
            continue
        dates = [t.span for t in times if t.sentence == sentence.index]
        here = [p for p in places if p.sentence == sentence.index and not any(p.span.overlaps(d) for d in dates)]
        view = View(
            sentence=sentence,
            lexicon=words,
            places=_by_token(sentence, here),
            times=frozenset(t.i for t in sentence.tokens if any(s.start <= t.start < s.end for s in dates)),
            armed=_armed(evidence, topics, sentence.index),
            topic=topics[sentence.index],
            violent=_violent(words, sentence),
        )
        coder = _Coder(
            view,
            statements,
            tuple(_heads(sentence, dates)),
            tuple(_heads(sentence, [p.span for p in here if p.form == "name"])),
            document,
        )
        found.extend(coder.events())
    return tuple(found)


def _violent(words: Lexicon, sentence: Sentence) -> bool:
    """True if the sentence names a weapon, armed people or bodily harm."""
    return any(
        t.lemma in words.weapons
        or t.lemma in _HARM
        or words.classes.get(t.lemma, frozenset()) & {"armed_group", "bomb_noun"}
        for t in sentence.tokens
        if t.pos in ("NOUN", "VERB", "ADJ", "PROPN")
    )


def _topic(words: Lexicon, sentence: Sentence) -> str | None:
    """The figurative topic of a sentence: sport, market or arts, if two of its words are of it."""
    for topic in ("sport", "market", "arts"):
        if (
            sum(topic in words.classes.get(t.lemma, frozenset()) for t in sentence.tokens if t.pos in ("NOUN", "PROPN"))
            >= 2
        ):
            return topic
    return None


def _armed(evidence: list[int], topics: list[str | None], index: int) -> bool:
    """True if the sentence and its neighbours talk of arms or unrest, and not of sport, markets or art."""
    near = range(max(0, index - _WINDOW), min(len(evidence), index + _WINDOW + 1))
    if topics[index] is not None and evidence[index] < 2 * _ARMED_ENOUGH:
        return False
    return evidence[index] + sum(evidence[i] for i in near if i != index) // 2 >= _ARMED_ENOUGH


def _by_token(sentence: Sentence, places: list[FoundPlace]) -> dict[int, str]:
    found: dict[int, str] = {}
    for place in places:
        for token in sentence.tokens:
            if place.span.start <= token.start < place.span.end:
                found[token.i] = place.form
    return found


def _heads(sentence: Sentence, spans: list[Span]) -> list[tuple[Token, Span]]:
    """Each mention with the token by which it hangs in the sentence."""
    found: list[tuple[Token, Span]] = []
    for span in spans:
        inside = [t for t in sentence.tokens if span.start <= t.start < span.end]
        if inside:
            first, last = inside[0].i, inside[-1].i
            found.append((next((t for t in inside if not first <= t.head <= last or t.head == t.i), inside[-1]), span))
    return found


class _Coder:
    """Turns the drafts of one sentence into records."""

    def __init__(
        self,
        view: View,
        statements: tuple[FoundStatement, ...],
        times: tuple[tuple[Token, Span], ...],
        places: tuple[tuple[Token, Span], ...],
        document: Document,
    ) -> None:
        self.view, self.statements, self.times, self.places, self.document = view, statements, times, places, document

    def events(self) -> list[FoundEvent]:
        """The events of the sentence."""
        found = (self._event(draft) for draft in drafts_of(self.view))
        return [event for event in found if event is not None]

    def _event(self, draft: Draft) -> FoundEvent | None:
        view, kind = self.view, draft.match.sense.type
        light = (draft.light,) if draft.light is not None else ()
        site = site_of(
            view,
            kind,
            (*draft.words, *light, *draft.extra),
            draft.actors,
            self._inner(draft.recipients),
            harm=draft.match.sense.entry.harm,
        )
        place = self._place(draft, site)
        time = time_of(view, site, self.times)
        rules = list(draft.rules)
        if not draft.admitted:
            close = site_of(view, kind, draft.words, draft.actors, ())
            bare = Site(kind=kind, core=close.core, clause={}, actors=close.actors, recipients=frozenset())
            own = place_of(view, bare, self.places) if not draft.match.sense.entry.light_only else None
            if draft.match.sense.entry.light_only and not draft.match.sense.entry.mutual_between:
                return None
            if kind not in (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE) or not (
                own or time_of(view, bare, self.times)
            ):
                return None
            rules = ["events.dated"]
        trigger = self._trigger(draft)
        said_in = innermost(self.statements, Span(trigger.start, trigger.end))
        statement = self.statements[said_in] if said_in is not None else None
        noun = (
            draft.match.head
            if draft.match.head.pos != "VERB" or draft.rules[0] in ("events.noun", "events.light", "events.happens")
            else None
        )
        context = Context(anchor=draft.anchor, noun=noun, kind=kind, said_in=said_in, statement=statement)
        status, rule = standing(view, context)
        draft, status, more = self._parties(draft, status, statement)
        weapon, told = weapon_of(view, draft)
        mode, cameo = code_of(draft, told)
        historical = self._historical(time)
        ongoing = status in _REAL and (draft.ongoing or self._ongoing(draft))
        rules += [rule, *more]
        rules += [
            name
            for name, on in (
                ("events.weapon", told is not None),
                ("events.place", place is not None),
                ("events.time", time is not None),
                ("events.historical", historical),
                ("events.ongoing", ongoing),
            )
            if on
        ]
        return FoundEvent(
            sentence=view.sentence.index,
            type=kind,
            mode=mode,
            contexts=tuple(draft.match.sense.entry.contexts),
            cameo=cameo,
            trigger=trigger,
            actors=self._phrases(draft.actors),
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

    def _inner(self, tokens: tuple[Token, ...]) -> list[Token]:
        return [t for token in tokens for t in dict.fromkeys((token, self.view.inner(token)))]

    def _place(self, draft: Draft, site: Site) -> Span | None:
        if draft.match.sense.entry.place_object:
            inside = frozenset(t.i for t in draft.match.objects)
            seized = [(h, s) for h, s in self.places if h.i in inside]
            if seized:
                return seized[0][1]
        found = place_of(self.view, site, self.places)
        if found is None and draft.match.sense.entry.light_only and draft.match.sense.type is EventType.ASSAULT:
            found = subject_place(self.view, draft.match.head, self.places)
        return found

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
        if found and (found[2] or text.strip().lower().removeprefix("in ") == found[0]):
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


def _condition_party(view: View, verb: Token) -> Token | None:
    for clause in tree.children(view.sentence, verb, "advcl"):
        if any(m.lower in ("if", "unless") for m in tree.children(view.sentence, clause, "mark")):
            for subject in view.nouns(tree.children(view.sentence, clause, *tree.SUBJECTS)):
                if "actor" in view.classes(subject) and subject.pos != "PRON":
                    return subject
    return None
