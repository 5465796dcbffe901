"""What a telling says of those it befell: how they are counted, what they are called, whether they are known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.reconcile.happenings import Happening
from sayso.records.actors import Actor
from sayso.records.base import Evidence

_WORD = re.compile(r"[^\W\d_]+")
_KNOWN = re.compile(r"(?:the|this|that|these|those|said)\b", re.IGNORECASE)
_ARTICLE = 60
"""Characters before a noun in which its article is looked for."""
_AFTER = re.compile(
    r",|\[|\(|\b(?:of|in|at|on|from|who|which|that|where|by|for|to|with|near|belonging|located|owned)\b", re.IGNORECASE
)
_ALONE = 1
_VAGUE = frozenset({
    "people", "person", "member", "victim", "man", "men", "other", "one", "civilian", "individual", "position", "area",
    "place", "target", "group", "life", "citizen", "resident",
})  # fmt: skip
"""Heads that tell nobody apart."""


@dataclass(frozen=True, slots=True)
class Befallen:
    """`counted`: noun and number; `nouns`: all head nouns; `known`: those that the telling treats as known ("the two
    missionaries").
    """

    counted: frozenset[tuple[str, int]]
    nouns: frozenset[str]
    known: frozenset[str]

    def agrees(self, told: Iterable["Befallen"]) -> bool:
        """Does it speak of the same people or things as tellings before it?"""
        return any(self.counted & old.counted or self.known & old.nouns for old in told)

    def same_count(self, told: Iterable["Befallen"]) -> bool:
        """Does it count the same people as a telling before it ("six nuns")?"""
        return any(self.counted & old.counted for old in told)


def befallen(text: str, happening: Happening, actors: dict[str, Actor]) -> Befallen:
    """Telling -> whom and what it befell."""
    event = happening.event
    found = [actors[r] for r in (event.recipients if event else ())]
    phrases = [(toll.victims.text, toll.evidence, toll.low) for toll in happening.figures if toll.victims.text]
    nouns = {noun for words, _, _ in phrases if (noun := head(words or ""))}
    known = {
        noun
        for words, evidence, _ in phrases
        if (noun := head(words or "")) and any(_is_known(text, at) for at in _within(text, words or "", evidence))
    }
    for actor in found:
        called = [mention for mention in actor.mentions if mention.form != "pronoun"]
        mention = min(called, key=lambda m: abs(m.start - happening.start), default=None)
        if mention is not None and mention.form == "nominal" and (noun := head(mention.quote)):
            nouns.add(noun)
            known |= {noun} if _KNOWN.match(mention.quote) or _is_known(text, mention.start) else set()
    return Befallen(
        counted=frozenset(
            (noun, toll.low)
            for toll in happening.figures
            if toll.low is not None and toll.low == toll.high and toll.low > _ALONE
            if (noun := head(toll.victims.text or ""))
        ),
        nouns=frozenset(nouns),
        known=frozenset(known),
    )


def head(words: str) -> str:
    """The noun that a phrase is built on, in the singular; "" for none and for words that tell nobody apart."""
    found = _WORD.findall(_AFTER.split(words, maxsplit=1)[0].lower())
    noun = found[-1] if found else ""
    noun = noun.removesuffix("s") if len(noun) > len("bus") else noun
    return "" if noun in _VAGUE else noun


def _within(text: str, words: str, evidence: Iterable[Evidence]) -> Iterator[int]:
    for one in evidence:
        at = text.find(words, one.start, one.end + _ARTICLE)
        if at >= 0:
            yield at


def _is_known(text: str, at: int) -> bool:
    """Does an article or "these" stand before the phrase, with at most a number between?"""
    before = text[max(0, at - _ARTICLE) : at].split()[-2:]
    return any(_KNOWN.fullmatch(word) for word in before)
