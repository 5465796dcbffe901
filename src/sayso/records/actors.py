"""Actors: who acts, speaks or suffers, and every mention of them."""

from dataclasses import dataclass
from typing import Literal

from sayso.codebook.terms import ActorKind
from sayso.records.base import Phrase, RuleId

MentionForm = Literal["name", "nominal", "pronoun", "demonym", "metonym"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One mention of an actor in the article text."""

    start: int
    end: int
    quote: str
    form: MentionForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """An actor of the article. `country` is ISO 3166 alpha-3, `sector` a PLOVER sector code, `title` the office as
    printed, `member_of` the id of the actor it belongs to (a ministry's country, an army's side); None = not said and
    not in the lexicon. `code` is the user's own code for it, where their lexicon gives one.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    title: str | None
    member_of: str | None
    mentions: tuple[ActorMention, ...]
    why: tuple[RuleId, ...]
    code: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorBook:
    """All actors of an article, and which actor the token (sentence, token index) belongs to.

    Every token of a mention's head noun or name is listed, so a phrase whose head is any of them finds its actor.
    A plural that stands for several actors ("both sides") lists them all.
    """

    actors: tuple[Actor, ...]
    by_token: dict[tuple[int, int], tuple[str, ...]]

    def of(self, phrase: Phrase | None) -> tuple[str, ...]:
        """Ids of the actors that a phrase stands for; empty where it is no actor."""
        return () if phrase is None else self.by_token.get((phrase.sentence, phrase.head), ())
