"""Document -> events: predicates with their roles, standing, place and time."""

from sayso.events.coder import Coder
from sayso.events.inherit import inherited
from sayso.events.lexicon import Lexicon, lexicon
from sayso.events.locate import Locator
from sayso.events.parties import both_sides
from sayso.events.place.names import dated_tokens
from sayso.events.public import is_public, subject_of
from sayso.events.view import View
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.nlp.tree import top_of
from sayso.records.events import FoundEvent
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace
from sayso.records.statements import FoundStatement, Voices
from sayso.records.times import FoundTime
from sayso.text import Span

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
_ARMS = frozenset({"armed_group", "bomb_noun"})
_TOPICS = ("sport", "market", "arts")
_WINDOW = 2
_ARMED_ENOUGH = 2


def find_events(
    document: Document,
    statements: tuple[FoundStatement, ...],
    times: tuple[FoundTime, ...],
    places: tuple[FoundPlace, ...],
    *,
    own: OwnWords = NOTHING,
) -> tuple[FoundEvent, ...]:
    """Document with its statements, times and places -> events in text order; `own`: the user's own predicates."""
    voices = Voices(statements)
    words = lexicon(own)
    lemmas = [[token.lemma for token in sentence.tokens] for sentence in document.sentences]
    evidence = [sum(map(words.evidence.__contains__, told)) for told in lemmas]
    topics = [_topic(words, sentence) for sentence in document.sentences]
    subject, public = subject_of(words, document), is_public(words, document)
    found: list[FoundEvent] = []
    for sentence, told in zip(document.sentences, lemmas, strict=True):
        if words.verbs.keys().isdisjoint(told) and words.nouns.keys().isdisjoint(told):
            continue
        dates = [t.span for t in times if t.sentence == sentence.index]
        here = [p for p in places if p.sentence == sentence.index and not any(p.span.overlaps(d) for d in dates)]
        view = View(
            sentence=sentence,
            words=frozenset((*told, *(t.lower for t in sentence.tokens))),
            lexicon=words,
            places=_by_token(sentence, here),
            times=dated_tokens(sentence, dates),
            armed=_armed(evidence, topics, sentence.index),
            topic=topics[sentence.index],
            violent=_violent(words, sentence),
            towns=frozenset(_by_token(sentence, [p for p in here if _is_town(p)])),
            subject=subject,
            public=public,
        )
        coder = Coder(
            view,
            voices,
            tuple(_heads(sentence, dates)),
            tuple(_heads(sentence, [p.span for p in here if p.form == "name"])),
            document,
            Locator(sentence, tuple(here), tuple(t for t in times if t.sentence == sentence.index)),
        )
        found.extend(coder.events())
    return both_sides(document, inherited(document, found, times, places))


def _violent(words: Lexicon, sentence: Sentence) -> bool:
    """True if the sentence names a weapon, armed people or bodily harm."""
    return any(
        t.lemma in words.weapons or t.lemma in _HARM or not _ARMS.isdisjoint(words.classes.get(t.lemma, ()))
        for t in sentence.tokens
        if t.pos in ("NOUN", "VERB", "ADJ", "PROPN")
    )


def _topic(words: Lexicon, sentence: Sentence) -> str | None:
    """The figurative topic of a sentence: sport, market or arts, if two of its words are of it."""
    nouns = [words.classes[t.lemma] for t in sentence.tokens if t.lemma in words.classes and t.pos in ("NOUN", "PROPN")]
    return next((topic for topic in _TOPICS if sum(topic in classes for classes in nouns) >= 2), None)


def _armed(evidence: list[int], topics: list[str | None], index: int) -> bool:
    """True if the sentence and its neighbours talk of arms or unrest, and not of sport, markets or art."""
    near = range(max(0, index - _WINDOW), min(len(evidence), index + _WINDOW + 1))
    if topics[index] is not None and evidence[index] < 2 * _ARMED_ENOUGH:
        return False
    return evidence[index] + sum(evidence[i] for i in near if i != index) // 2 >= _ARMED_ENOUGH


def _is_town(place: FoundPlace) -> bool:
    """True for the name of a populated place, not of a country or region."""
    if place.form != "name":
        return False
    features = [c.feature for c in place.candidates[:3]]
    return any(f.startswith("PPL") for f in features) and not any(f.startswith("PCL") for f in features)


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
            found.append((top_of(inside), span))
    return found
