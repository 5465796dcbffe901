"""The cue lexicon: which words report speech, with which act and in which frames."""

from dataclasses import dataclass
from functools import cache

from sayso.codebook.terms import Act
from sayso.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """Verbs that share an act and their frames (see cues.toml). `stance`: reports what is held, not what was said."""

    act: Act
    frames: tuple[str, ...]
    words: tuple[str, ...]
    stance: bool = False
    audience: bool = False


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
    outlet_nouns: tuple[str, ...]
    nouns: dict[str, Act]
    accusing: dict[str, tuple[str, ...]]


@cache
def verbs() -> dict[str, dict[str, VerbGroup]]:
    """Verb lemma -> frame -> the group that gives its act there (the first group listed wins)."""
    table: dict[str, dict[str, VerbGroup]] = {}
    for group in load("sayso.statements", "cues.toml", VerbTable).verbs:
        for word in group.words:
            frames = table.setdefault(word, {})
            for frame in group.frames:
                frames.setdefault(frame, group)
    return table


@cache
def words() -> Words:
    """The other word lists of the stage."""
    return load("sayso.statements", "words.toml", Words)
