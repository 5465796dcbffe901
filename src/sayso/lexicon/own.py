"""A user's own words as records: actors, predicates, cues, codes and outlets of a lexicon folder, checked and frozen.

`sayso.lexicon.own_load` makes them; the stages take them as `own`, and `NOTHING` where a user has none.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, ActorKind

PartOfSpeech = Literal["verb", "noun"]
Coded = Literal["type", "mode", "cameo", "country", "sector", "kind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an entry stands: the file as the user named it, and the line it begins at."""

    file: str
    line: int

    def __str__(self) -> str:
        """As ``actors.toml:12``."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """What an actor is between two days (ISO dates, both inclusive, None = open): a minister until 2019, then the
    opposition. None in a field = as the actor's entry says.
    """

    since: str | None
    until: str | None
    sector: str | None
    member_of: str | None
    code: str | None

    def but(self, other: "Spell") -> "Spell":
        """What `other` says, and what is said here where it is silent."""
        return Spell(
            since=other.since,
            until=other.until,
            sector=other.sector or self.sector,
            member_of=other.member_of or self.member_of,
            code=other.code or self.code,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnActor:
    """An actor of the user. `country` is alpha-3 or a code that an own country declares; `code` the user's own code."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None
    member_of: str | None
    code: str | None
    spells: tuple[Spell, ...]
    at: Origin

    def on(self, day: str | None) -> Spell:
        """What the actor is on an ISO date: the spell that holds it, else what it is without dates; without a date of
        either, the last spell.
        """
        always = Spell(since=None, until=None, sector=self.sector, member_of=self.member_of, code=self.code)
        for spell in self.spells if day else ():
            if (spell.since or "") <= (day or "") <= (spell.until or "9999"):
                return always.but(spell)
        undated = self.code is None and self.sector is None and self.member_of is None
        return always.but(self.spells[-1]) if self.spells and not day and undated else always


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPredicate:
    """Words that name an event. `fields`: the other fields of an entry of events/predicates by name."""

    part: PartOfSpeech
    words: tuple[str, ...]
    type: EventType
    fields: tuple[tuple[str, object], ...]
    at: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCue:
    """Words that say that something was said; frames as in statements/cues.toml, and "noun"."""

    words: tuple[str, ...]
    act: Act
    frames: tuple[str, ...]
    stance: bool
    audience: bool
    at: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCode:
    """The user's own code for a value of sayso's: `of` is the field, `value` sayso's, `code` the user's."""

    of: Coded
    value: str
    code: str
    at: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOutlet:
    """An outlet: its names and domains, where it is at home (`place` as in "Paris, Texas"), what it counts as."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    place: str | None
    sector: str | None
    code: str | None
    about: str | None
    at: Origin

    @property
    def actor(self) -> OwnActor:
        """The outlet where it is reported to say something."""
        return OwnActor(
            name=self.name,
            aliases=self.aliases,
            demonyms=(),
            seats=(),
            kind=ActorKind.MEDIA,
            country=self.country,
            sector=self.sector or "MED",
            member_of=None,
            code=self.code,
            spells=(),
            at=self.at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCase:
    """A sentence that an entry must read as expected: every line of `expect` must be met."""

    text: str
    published: str | None
    expect: tuple[str, ...]
    at: Origin


@dataclass(frozen=True, kw_only=True)
class OwnWords:
    """All of a user's own words. Two with the same digest are the same, so that tables can be kept by it."""

    digest: str | None
    actors: tuple[OwnActor, ...] = field(default=(), compare=False)
    predicates: tuple[OwnPredicate, ...] = field(default=(), compare=False)
    cues: tuple[OwnCue, ...] = field(default=(), compare=False)
    codes: tuple[OwnCode, ...] = field(default=(), compare=False)
    outlets: tuple[OwnOutlet, ...] = field(default=(), compare=False)
    cases: tuple[OwnCase, ...] = field(default=(), compare=False)

    def __bool__(self) -> bool:
        """False for NOTHING."""
        return self.digest is not None

    @cached_property
    def coded(self) -> dict[tuple[Coded, str], str]:
        """(field, value of sayso) -> the user's own code."""
        return {(code.of, code.value): code.code for code in reversed(self.codes)}

    @cached_property
    def known(self) -> tuple[OwnActor, ...]:
        """The actors, and the outlets that are no actor's name."""
        names = {name for actor in self.actors for name in (actor.name, *actor.aliases)}
        return (*self.actors, *(outlet.actor for outlet in self.outlets if outlet.name not in names))

    def outlet(self, name: str | None, url: str | None) -> OwnOutlet | None:
        """The outlet of that name, or whose domain the address is of."""
        called = name.casefold() if name else None
        site = _site(url or name or "")
        for outlet in self.outlets:
            if called is not None and called in {word.casefold() for word in (outlet.name, *outlet.aliases)}:
                return outlet
            if any(site == domain or site.endswith(f".{domain}") for domain in outlet.domains):
                return outlet
        return None

    def event_code(self, kind: str, mode: str | None, cameo: str | None) -> str | None:
        """The user's own code of an event: that of its CAMEO code, else of its mode, else of its type."""
        found = self.coded
        by_cameo = found.get(("cameo", cameo or ""))
        return by_cameo or found.get(("mode", f"{kind}.{mode}")) or found.get(("type", kind))


def _site(url: str) -> str:
    """The host of an address or host name, lower case."""
    bare = url.partition("://")[2] or url
    return bare.partition("/")[0].rpartition("@")[2].partition(":")[0].lower()


NOTHING = OwnWords(digest=None)
"""No words of one's own."""
