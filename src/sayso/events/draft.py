"""An event under construction."""

from dataclasses import dataclass

from sayso.events.match import Match
from sayso.records.language import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One event of a sentence: its match, the verb it hangs on for its standing, its words, its rules."""

    match: Match
    anchor: Token
    words: tuple[Token, ...]
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    rules: tuple[str, ...]
    extra: tuple[Token, ...] = ()
    light: Token | None = None
    ongoing: bool = False
    admitted: bool = True
    told: Match | None = None
