"""The cue lexicon: which words report speech, with which act and in which frames."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.codebook.terms import Act
from sayso.lexicon import load
from sayso.lexicon.own import OwnWords
from sayso.records.language import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """Verbs that share an act and their frames (see cues.toml). `stance`: reports what is held, not what was said."""

    act: Act
    frames: tuple[str, ...]
    words: tuple[str, ...]
    stance: bool = False
    audience: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbTable:
    """cues.toml as it stands."""

    verbs: tuple[VerbGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """words.toml as it stands."""

    documents: tuple[str, ...]
    relayed: tuple[str, ...]
    outlets: tuple[str, ...]
    idle_objects: tuple[str, ...]
    firm: tuple[str, ...]
    channels: tuple[str, ...]
    evidence: tuple[str, ...]
    hearsay: tuple[str, ...]
    resumed: tuple[str, ...]
    light: tuple[str, ...]
    attitudes: tuple[str, ...]
    unnamed: tuple[str, ...]
    conditions: tuple[str, ...]
    plain: tuple[str, ...]
    ready: tuple[str, ...]
    no_labels: tuple[str, ...]
    days: tuple[str, ...]
    counted: tuple[str, ...]
    answering: tuple[str, ...]
    asked: tuple[str, ...]
    claiming: tuple[str, ...]
    blame: tuple[str, ...]
    quantities: tuple[str, ...]
    refused: tuple[str, ...]
    refusing: tuple[str, ...]
    opposites: tuple[tuple[str, str], ...]
    hostile_verbs: tuple[str, ...]
    hostile_nouns: tuple[str, ...]
    starting: tuple[str, ...]
    standstill: tuple[str, ...]
    figures: tuple[str, ...]
    sources: tuple[str, ...]
    withheld: tuple[str, ...]
    summing: tuple[str, ...]
    evident: tuple[str, ...]
    showing: tuple[str, ...]
    held: tuple[str, ...]
    knowing: tuple[str, ...]
    prepositions: tuple[str, ...]
    perceiving: tuple[str, ...]
    undenied: tuple[str, ...]
    claimed: tuple[str, ...]
    inclined: tuple[str, ...]
    intending: tuple[str, ...]
    backing: tuple[str, ...]
    views: tuple[str, ...]
    issued: tuple[str, ...]
    venues: tuple[str, ...]
    dated: tuple[str, ...]
    outlet_nouns: tuple[str, ...]
    nouns: dict[str, Act]
    accusing: dict[str, tuple[str, ...]]
    rumoured: dict[str, Act]
    directed: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSentence(Sentence):
    """A sentence that is read with a user's own cues."""

    own: OwnWords


def with_own(sentence: Sentence, own: OwnWords) -> Sentence:
    """The sentence, read with the user's cues; the same object where there are none."""
    if not own.cues:
        return sentence
    kept = (sentence.index, sentence.part, sentence.kind, sentence.start, sentence.end, sentence.tokens)
    index, part, kind, start, end, tokens = kept
    return OwnSentence(index=index, part=part, kind=kind, start=start, end=end, tokens=tokens, own=own)


def verbs(sentence: Sentence) -> dict[str, dict[str, VerbGroup]]:
    """Verb lemma -> frame -> the group that gives its act there, as the sentence is read (a user's own cues first)."""
    return _own_verbs(sentence.own) if isinstance(sentence, OwnSentence) else listed_verbs()


def nouns(sentence: Sentence) -> dict[str, Act]:
    """Noun of speech -> its act, as the sentence is read (a user's own cues first)."""
    return _own_nouns(sentence.own) if isinstance(sentence, OwnSentence) else words().nouns


def is_own(sentence: Sentence, noun: str) -> bool:
    """True if the noun of speech is one of the user's own cues."""
    return isinstance(sentence, OwnSentence) and any("noun" in c.frames and noun in c.words for c in sentence.own.cues)


@cache
def listed_verbs() -> dict[str, dict[str, VerbGroup]]:
    """The package's table: verb lemma -> frame -> the group (the first group listed wins)."""
    return _table(load("sayso.statements", "cues.toml", VerbTable).verbs)


@cache
def _own_verbs(own: OwnWords) -> dict[str, dict[str, VerbGroup]]:
    groups = (
        VerbGroup(act=c.act, frames=c.frames, words=c.words, stance=c.stance, audience=c.audience, own=True)
        for c in own.cues
        if c.frames != ("noun",)
    )
    return _table((*groups, *load("sayso.statements", "cues.toml", VerbTable).verbs))


@cache
def _own_nouns(own: OwnWords) -> dict[str, Act]:
    mine = {word: cue.act for cue in reversed(own.cues) if "noun" in cue.frames for word in cue.words}
    return words().nouns | mine


def _table(groups: Iterable[VerbGroup]) -> dict[str, dict[str, VerbGroup]]:
    table: dict[str, dict[str, VerbGroup]] = {}
    for group in groups:
        for word in group.words:
            frames = table.setdefault(word, {})
            for frame in group.frames:
                frames.setdefault(frame, group)
    return table


@cache
def words() -> Words:
    """The other word lists of the stage."""
    return load("sayso.statements", "words.toml", Words)
