"""Which of a user's own entries a text shows: names as written, words in their forms."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.own import Origin, OwnWords

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """An entry of own words: the rule its records carry, what it is called, what it says, where it stands."""

    rule: str
    name: str
    says: str
    at: Origin
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    of: str = ""
    code: str = ""

    def explains(self, code: str) -> bool:
        """Whether the entry's code makes an actor's or event's `code`, or a part of it."""
        if not self.code:
            return False
        if self.of == "country":
            return code.startswith(self.code)
        return code.endswith(self.code) if self.of in ("sector", "kind") else code == self.code


@cache
def traces(own: OwnWords) -> tuple[Trace, ...]:
    """Every entry, in the order of files and lines."""
    found = [*_actors(own), *_words(own), *_codes(own)]
    return tuple(sorted(found, key=lambda trace: (trace.at.file, trace.at.line, trace.name)))


def _actors(own: OwnWords) -> Iterator[Trace]:
    for actor in own.actors:
        said = (actor.kind.value, actor.country, actor.sector, actor.code)
        names = (actor.name, *actor.aliases, *actor.demonyms, *actor.seats)
        yield Trace(rule="own.actors", name=actor.name, says=_said(said), at=actor.at, names=names)
    for outlet in own.outlets:
        said = ("outlet", outlet.place, outlet.country, outlet.about)
        names = (outlet.name, *outlet.aliases, *outlet.domains)
        yield Trace(rule="own.actors", name=outlet.name, says=_said(said), at=outlet.at, names=names)


def _words(own: OwnWords) -> Iterator[Trace]:
    for predicate in own.predicates:
        fields = dict(predicate.fields)
        said: tuple[str, ...] = (predicate.part, predicate.type.value, str(fields["mode"]), str(fields["cameo"]))
        yield Trace(rule="own.verbs", name=predicate.words[0], says=_said(said), at=predicate.at, words=predicate.words)
    for cue in own.cues:
        said = ("cue", cue.act.value, *cue.frames)
        yield Trace(rule="own.cues", name=cue.words[0], says=_said(said), at=cue.at, words=cue.words)


def _codes(own: OwnWords) -> Iterator[Trace]:
    for code in own.codes:
        said = f"code of {code.of} {code.value}"
        yield Trace(
            rule="own.codes", name=f"{code.value} = {code.code}", says=said, at=code.at, of=code.of, code=code.code
        )


def _said(values: Iterable[str | None]) -> str:
    return " ".join(filter(None, values))


_CODED = {"actor": ("country", "sector", "kind"), "event": ("type", "mode", "cameo")}


def shown(own: OwnWords, text: str, *, kind: str = "", codes: Collection[str] = ()) -> tuple[Trace, ...]:
    """The entries that a text shows by name or word, and those behind the codes of a record of that kind."""
    tokens = [m.group().lower() for m in _WORD.finditer(text)]
    return tuple(
        trace
        for trace in traces(own)
        if any(_names(text, name) for name in trace.names)
        or any(_holds(tokens, word) for word in trace.words)
        or (trace.of in _CODED.get(kind, ()) and any(trace.explains(code) for code in codes))
    )


def _names(text: str, name: str) -> bool:
    """Does the name stand in the text as words of its own?"""
    bare = name[4:] if name[:4].lower() == "the " else name
    held, looked = (text.lower(), bare) if bare == bare.lower() else (text, bare)
    at = held.find(looked)
    while at >= 0:
        end = at + len(looked)
        if not held[max(0, at - 1) : at].isalnum() and not held[end : end + 1].isalnum():
            return True
        if held[end : end + 1] == "s" and not held[end + 1 : end + 2].isalnum():
            return True
        at = held.find(looked, at + 1)
    return False


def _holds(tokens: list[str], phrase: str) -> bool:
    """Do the words of the phrase stand in the text in this order, in whatever forms?"""
    position = 0
    for word in phrase.split():
        found = next((i for i in range(position, len(tokens)) if tokens[i] in _forms(word)), None)
        if found is None:
            return False
        position = found + 1
    return True


@cache
def _forms(word: str) -> frozenset[str]:
    """A lemma's regular forms."""
    stem = word.removesuffix("e")
    double = word + word[-1]
    forms = {word, f"{word}s", f"{word}es", f"{word}ed", f"{word}d", f"{word}ing", f"{stem}ing", f"{stem}ed"}
    forms |= {f"{double}ed", f"{double}ing"}
    if word.endswith("y"):
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    return frozenset(forms)
