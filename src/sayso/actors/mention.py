"""What the finders hand to the linker: one mention of something that may be an actor."""

from typing import NamedTuple

from sayso.codebook.terms import ActorKind
from sayso.lexicon.own import OwnActor
from sayso.records.actors import MentionForm
from sayso.records.base import RuleId
from sayso.text import Span


class Mention(NamedTuple):
    """One mention. `tokens` are the token indices of its name or head noun, `head` the syntactic head.

    `name` is the proper name without title (None for common nouns), `lemma` the lemma of the head noun; `modifiers` are
    the lower-case words between determiner and head; `owner` is the token index of a possessor ("his country",
    "Armenia's army"), `group` the name of a group that modifies it ("Hamas fighters"). `acting` is False for a country
    or capital that is only a location, so far; `place_like` is True for an unknown name after "at" or
    "attack on"; `kin` is True for a person introduced as somebody's relative;
    `own` is the entry of the user's own actors that names it;
    `plural` and `gender` ('m', 'f', 'n') are None where unknown.
    """

    sentence: int
    head: int
    tokens: tuple[int, ...]
    span: Span
    form: MentionForm
    name: str | None
    kind: ActorKind
    lemma: str
    rule: RuleId
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    gender: str | None = None
    plural: bool | None = None
    definite: bool = False
    acting: bool = True
    known: bool = False
    place_like: bool = False
    sure: bool = True
    acronym: str | None = None
    owner: int | None = None
    group: str | None = None
    kin: bool = False
    modifiers: tuple[str, ...] = ()
    own: OwnActor | None = None
