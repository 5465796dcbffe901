"""Events that name no place or time of their own -> those that the text around clearly gives them, by named rules.

Only what is said again is joined: an event noun with "the" or "this" behind an event of its kind, the same people in
the next sentence, an item of a list of strikes, a headline and the sentence that tells it, "there" and "the town".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codebook.plover import EventType
from sayso.codebook.terms import PartKind, Status
from sayso.events.bridge import Bridges
from sayso.events.locate import LEARNED
from sayso.nlp import tree
from sayso.records.base import Phrase, RuleId
from sayso.records.events import FoundEvent
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace
from sayso.records.times import FoundTime
from sayso.text import Span

PLACE, TIME = RuleId("events.place_bridged"), RuleId("events.time_bridged")
NOUN, PEOPLE, LIST, HEADLINE, THERE = (
    RuleId(f"events.same_{name}") for name in ("event", "people", "list", "headline", "place")
)
_TYPES = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})
_HAPPENED = frozenset({Status.REPORTED, Status.CLAIMED, Status.ALLEGED, Status.DENIED})
_POINTERS = frozenset({"the", "this", "these", "that", "those"})
_ANY = frozenset({"attack", "incident", "assault"})
_KINDS: tuple[frozenset[str], ...] = (
    frozenset({"attack", "assault", "raid", "ambush", "storm", "overrun"}),
    frozenset({"blast", "explosion", "bombing", "bomb", "explode", "detonate", "blow"}),
    frozenset({"shooting", "shoot", "gunfire", "fire", "rampage", "shootout", "gunfight"}),
    frozenset({"strike", "airstrike", "bombardment", "shelling", "shell", "hit", "bomb", "bombing", "pound", "raid"}),
    frozenset({"clash", "fighting", "fight", "battle", "firefight", "gunfight", "combat", "shootout"}),
    frozenset({"protest", "demonstration", "rally", "march", "demonstrate", "riot"}),
    frozenset({"kidnapping", "abduction", "kidnap", "abduct", "seize", "hostage"}),
    frozenset({"killing", "murder", "massacre", "kill"}),
)
_PEOPLE = frozenset(
    {"attacker", "gunman", "assailant", "bomber", "raider", "kidnapper", "hostage", "protester", "demonstrator"}
    | {"rioter", "marcher", "hijacker", "shooter", "looter", "arsonist", "abductor", "captor", "intruder"}
)
_FARTHEST, _NEXT = 4, 2


def inherited(
    document: Document, events: Sequence[FoundEvent], times: Sequence[FoundTime], places: Sequence[FoundPlace]
) -> tuple[FoundEvent, ...]:
    """Document, its events in text order, its time and place mentions -> the events, more of them placed and dated."""
    told = list(events)
    timed = {time.sentence for time in times}
    bridges = Bridges(document, places, times)
    for number, event in enumerate(told):
        if event.type not in _TYPES or event.historical:
            continue
        if event.place is None or LEARNED in event.why:
            told[number] = _bridged(event, bridges)
        if event.status not in _HAPPENED:
            continue
        for source, rule in _sources(document, told, number, timed):
            told[number] = _joined(told[number], source, rule, bridges)
    return tuple(_headed(document, told, bridges))


def _bridged(event: FoundEvent, bridges: Bridges) -> FoundEvent:
    """The event where "there" or "the town" says; a name that only the ranking took gives way."""
    named = bridges.place_of(event)
    if named is None:
        return event
    why = tuple(rule for rule in event.why if rule != LEARNED)
    return replace(event, place=named, why=(*why, PLACE, THERE))


def _joined(event: FoundEvent, source: FoundEvent, rule: RuleId, bridges: Bridges) -> FoundEvent:
    """The event with the place and time of the source, if neither contradicts the other."""
    if event.place is not None and source.place is not None and event.place != source.place and rule != LIST:
        named = source.place.of(bridges.document.text) == event.place.of(bridges.document.text)
        if not named and not bridges.holds(source.place, event.place):
            return event
    if event.time is not None and source.time is not None and event.time != source.time:
        return event
    why = list(event.why)
    place, time = event.place, event.time
    if place is None and source.place is not None and rule != LIST:
        place = source.place
        why.append(PLACE)
    if time is None and source.time is not None:
        time = source.time
        why.append(TIME)
    if len(why) == len(event.why):
        return event
    return replace(event, place=place, time=time, why=tuple(dict.fromkeys((*why, rule))))


def _sources(
    document: Document, told: Sequence[FoundEvent], number: int, timed: set[int]
) -> Iterator[tuple[FoundEvent, RuleId]]:
    """The earlier events that the event tells of again, with the rule that says so."""
    event = told[number]
    sentence = document.sentences[event.sentence]
    noun = _pointing(sentence, event)
    people = _known_people(document, event)
    listed = event.sentence not in timed
    for source in reversed(told[:number]):
        apart = event.sentence - source.sentence
        if apart > _FARTHEST:
            return
        listed = listed and not any(i in timed for i in range(source.sentence + 1, event.sentence + 1))
        if source.type is not event.type or source.status not in _HAPPENED or source.historical:
            continue
        if _spans_sections(document, source, event):
            return
        same = _root(document, source) == _root(document, event)
        if noun is not None and apart and _tells(noun.lemma, document, source):
            yield source, NOUN
            return
        hit = event.type is EventType.ASSAULT and apart > 0 and _same_target(document, source, event)
        again = hit or (people and apart <= _NEXT)
        if again and not _background(sentence, event):
            yield source, PEOPLE
            return
        if listed and same and apart and _counted(sentence, event) and source.time is not None:
            yield source, LIST
            return


def _spans_sections(document: Document, source: FoundEvent, event: FoundEvent) -> bool:
    """True if one of the two is in the headline."""
    kinds = {document.sentences[e.sentence].kind for e in (source, event)}
    return PartKind.HEADLINE in kinds and len(kinds) > 1


def _pointing(sentence: Sentence, event: FoundEvent) -> Token | None:
    """The event's noun if it points back: "the attack", "these strikes"; not one that names whose or what it was."""
    for token in _words(sentence, event):
        if token.pos != "NOUN":
            continue
        kids = list(tree.children(sentence, token))
        pointed = any(k.dep == "det" and k.lower in _POINTERS for k in kids)
        told = any(
            k.dep in ("amod", "nummod", "relcl", "acl", "poss") or (k.dep == "prep" and k.i > token.i) for k in kids
        )
        if pointed and not told:
            return token
    return None


def _known_people(document: Document, event: FoundEvent) -> bool:
    """True if those who act, or are acted on, are "the attackers", "the hostages" of the sentence before."""
    for phrase in (*event.actors, *event.recipients):
        sentence = document.sentences[phrase.sentence]
        head = sentence.tokens[phrase.head]
        kids = list(tree.children(sentence, head))
        if (
            head.lemma in _PEOPLE
            and any(k.lower == "the" for k in kids)
            and not any(k.dep in ("relcl", "acl") for k in kids)
        ):
            return True
    return False


def _same_target(document: Document, source: FoundEvent, event: FoundEvent) -> bool:
    """True if what was hit before ("an aid convoy") is hit again as "the convoy"."""
    before = {_head(document, phrase).lemma for phrase in source.recipients}
    for phrase in event.recipients:
        head = _head(document, phrase)
        kids = list(tree.children(document.sentences[phrase.sentence], head))
        pointed = any(k.dep == "det" and k.lower in _POINTERS for k in kids)
        if (
            pointed
            and head.tag == "NN"
            and head.lemma in before
            and not any(k.dep in ("relcl", "acl", "prep") for k in kids)
        ):
            return True
    return False


def _head(document: Document, phrase: Phrase) -> Token:
    return document.sentences[phrase.sentence].tokens[phrase.head]


def _background(sentence: Sentence, event: FoundEvent) -> bool:
    """True for what had happened before, has happened or would happen."""
    verbs = [t for t in _words(sentence, event) if t.pos == "VERB"]
    return any(
        child.lower in ("had", "has", "have") or child.tag == "MD"
        for verb in verbs
        for child in tree.children(sentence, verb, "aux")
    )


def _counted(sentence: Sentence, event: FoundEvent) -> bool:
    """True for an item of a list: "two strikes destroyed", "conducted three strikes"."""
    nouns = [t for t in _words(sentence, event) if t.pos == "NOUN"]
    return any(tree.child(sentence, noun, "nummod") is not None for noun in nouns)


def _words(sentence: Sentence, event: FoundEvent) -> list[Token]:
    return [t for t in sentence.tokens if event.trigger.start <= t.start < event.trigger.end]


def _root(document: Document, event: FoundEvent) -> str:
    """The noun of the event, or its verb."""
    words = _words(document.sentences[event.sentence], event)
    return next((t.lemma for t in words if t.pos == "NOUN"), event.trigger.lemma)


def _tells(noun: str, document: Document, source: FoundEvent) -> bool:
    """True if the noun may stand for the earlier event."""
    words = {t.lemma for t in _words(document.sentences[source.sentence], source)}
    if source.type is EventType.ASSAULT and noun in _ANY:
        return True
    return any(noun in kind and not kind.isdisjoint(words) for kind in _KINDS)


def _headed(document: Document, told: Sequence[FoundEvent], bridges: Bridges) -> Iterator[FoundEvent]:
    """The events, those of the headline with the place and time of the opening sentences that tell them."""
    body = [e for e in told if document.sentences[e.sentence].kind is PartKind.PARAGRAPH]
    first = min((e.sentence for e in body), default=0)
    for event in told:
        if document.sentences[event.sentence].kind is not PartKind.HEADLINE or event.type not in _TYPES:
            yield event
            continue
        mates = [
            e
            for e in body
            if e.sentence <= first + 1
            and e.type is event.type
            and (e.trigger.lemma == event.trigger.lemma or (e.mode == event.mode and e.mode is not None))
        ]
        source = next((e for e in mates if e.place is not None or e.time is not None), None)
        yield (
            _joined(event, source, HEADLINE, bridges)
            if source is not None and _agree(document, event, source)
            else event
        )


def _agree(document: Document, event: FoundEvent, source: FoundEvent) -> bool:
    """True unless the headline names another place than its source."""
    if event.place is None or source.place is None:
        return True
    return _name(document, event.place) == _name(document, source.place)


def _name(document: Document, span: Span) -> str:
    return span.of(document.text).lower()
