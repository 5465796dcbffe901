"""The predicates and word classes of the event coder, loaded once into frozen tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache, lru_cache

from msgspec import convert

from sayso.codebook.plover import CONTEXTS, MODES, EventType
from sayso.errors import BadLexicon
from sayso.lexicon.load import load
from sayso.lexicon.nouns import noun_classes
from sayso.lexicon.own import NOTHING, OwnPredicate, OwnWords
from sayso.spelling import both_spellings

_ARTICLES = ("the", "a", "an")
_OWN = 1_000
"""Ranks of the user's own senses begin here, above all of the package."""
_FILES = ("assault", "coerce", "sanction", "protest", "verbal", "material", "conflictual")
_SHARED = frozenset(
    {
        "person",
        "civilians",
        "people",
        "government",
        "military",
        "armed_group",
        "police",
        "organisation",
        "media",
        "place",
        "facility",
        "vehicle",
        "weapon",
        "party",
        "judicial",
        "legislature",
        "intergovernmental",
        "business",
        "religious",
    }
)
_HUMAN = frozenset(
    {
        "person",
        "civilians",
        "people",
        "government",
        "military",
        "armed_group",
        "police",
        "organisation",
        "media",
        "party",
        "judicial",
        "legislature",
        "intergovernmental",
        "religious",
        "protester",
        "official",
        "worker",
        "migrant",
    }
)


_FORMS = frozenset(
    {"name", "name_place", "name_person", "pronoun", "pronoun_person", "quantity", "actor", "adj_actor", "time_noun"}
)
"""Classes that follow from the form of a word, not from a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a predicate file; the files' heads explain the fields."""

    words: list[str]
    mode: str = ""
    contexts: list[str] = field(default_factory=list)
    cameo: str = ""
    actor: list[str] | None = None
    recipient: list[str] | None = None
    object: list[str] = field(default_factory=list)
    object_not: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    subject_not: list[str] = field(default_factory=list)
    deed_object: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    with_not: list[str] = field(default_factory=list)
    with_any: list[str] = field(default_factory=list)
    complement_not: list[str] = field(default_factory=list)
    strict: bool = False
    subject_strict: bool = False
    loose: bool = False
    harm: bool = False
    mutual: bool = False
    mutual_between: bool = False
    happen: bool = False
    light_only: bool = False
    happen_only: bool = False
    need_actors: bool = False
    need_both: bool = False
    descend: bool = False
    political: bool = False
    weapon_object: bool = False
    weapon_subject: bool = False
    place_object: bool = False
    of_object: bool = False
    complement_hostile: bool = False
    complement_modes: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    type: str
    verb: list[Entry] = field(default_factory=list)
    noun: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    type: str
    verb: list[Entry] = field(default_factory=list)
    noun: list[Entry] = field(default_factory=list)
    also: list[_Group] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figurative:
    before: list[str]
    after: list[str]
    modifiers: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    words: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    classes: dict[str, list[str]]
    verbs: dict[str, list[str]]
    nouns: dict[str, list[str]]
    adjectives: dict[str, list[str]]
    adverbs: dict[str, list[str]]
    light: dict[str, list[str]]
    figurative: _Figurative
    evidence: _Evidence
    weapons: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One reading of a predicate word: `rest` are the words that must stand with it (after a verb, before a noun)."""

    type: EventType
    rest: tuple[str, ...]
    entry: Entry
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything the coder knows about words."""

    verbs: dict[str, tuple[Sense, ...]]
    nouns: dict[str, tuple[Sense, ...]]
    classes: dict[str, frozenset[str]]
    verb_status: dict[str, str]
    noun_status: dict[str, str]
    adjectives: dict[str, frozenset[str]]
    adverbs: dict[str, frozenset[str]]
    light: dict[str, frozenset[str]]
    before: frozenset[str]
    after: frozenset[str]
    modifiers: frozenset[str]
    evidence: frozenset[str]
    weapons: dict[str, str]
    ongoing: frozenset[str]

    def classes_of(self, lemma: str) -> frozenset[str]:
        """The classes of a lower-case lemma, those of the shared noun list included."""
        own = self.classes.get(lemma)
        return _shared(lemma) if own is None else own | _shared(lemma)

    def is_human(self, classes: frozenset[str]) -> bool:
        """True if one of the classes is of people, groups or institutions."""
        return bool(classes & _HUMAN)


@lru_cache(maxsize=1 << 14)
def _shared(lemma: str) -> frozenset[str]:
    return noun_classes(lemma) & _SHARED


@cache
def lexicon(own: OwnWords = NOTHING) -> Lexicon:
    """The tables with the user's own predicates, which go before those of the package; made once for each `own`."""
    return _with_own(_package(), own) if own else _package()


def _with_own(package: Lexicon, own: OwnWords) -> Lexicon:
    verbs: dict[str, list[Sense]] = {}
    nouns: dict[str, list[Sense]] = {}
    for number, predicate in enumerate(own.predicates):
        fields = {name: list(value) if isinstance(value, tuple) else value for name, value in predicate.fields}
        entry = convert({"words": list(predicate.words), "own": True, **fields}, Entry)
        _check_classes(predicate, entry, package)
        for phrase in predicate.words:
            first, *others = phrase.split() if predicate.part == "verb" else reversed(phrase.split())
            others = [word for word in others if word not in _ARTICLES]
            rest = others if predicate.part == "verb" else others[::-1]
            rank = _OWN + _rank(rest, entry) * len(own.predicates) - number
            sense = Sense(type=predicate.type, rest=tuple(rest), entry=entry, rank=rank)
            _add(verbs if predicate.part == "verb" else nouns, first, sense)
    classes = dict(package.classes)
    for word, name in _own_nouns(own):
        classes[word] = classes.get(word, frozenset()) | {name}
    return replace(package, verbs=_merged(package.verbs, verbs), nouns=_merged(package.nouns, nouns), classes=classes)


def _own_nouns(own: OwnWords) -> Iterator[tuple[str, str]]:
    """Words in lower case that name own actors ("sicklemen"), also as a lemma, with the class of their kind."""
    for actor in own.known:
        kind = actor.kind.value if actor.kind.value in _SHARED else "organisation"
        for alias in (actor.name, *actor.aliases):
            last = alias.split()[-1]
            if last.islower():
                lemma = last[:-3] + "man" if last.endswith("men") else last.removesuffix("s")
                yield from ((word, kind) for one in (last, lemma) for word in both_spellings(one))


def _check_classes(predicate: OwnPredicate, entry: Entry, package: Lexicon) -> None:
    known = _SHARED | _FORMS | frozenset().union(*package.classes.values())
    for name in ("object", "object_not", "subject", "subject_not"):
        for word in getattr(entry, name):
            if word not in known:
                near = get_close_matches(word, sorted(known), 1)
                hint = f"do you mean {near[0]}? " if near else ""
                where = f"{predicate.at}: {predicate.words[0]}: {name}"
                allowed = ", ".join(sorted(_SHARED | _FORMS))
                raise BadLexicon(f"{where}: {word} is no class of words ({hint}allowed: {allowed} ...)")


def _merged(package: dict[str, tuple[Sense, ...]], own: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return package | _sorted({word: [*senses, *package.get(word, ())] for word, senses in own.items()})


@cache
def _package() -> Lexicon:
    """The tables of the package, checked against the code book."""
    words = load("sayso.events", "words.toml", _Words)
    verbs: dict[str, list[Sense]] = {}
    nouns: dict[str, list[Sense]] = {}
    for name in _FILES:
        table = load("sayso.events", f"predicates/{name}.toml", _File)
        for group in (_Group(type=table.type, verb=table.verb, noun=table.noun), *table.also):
            kind = EventType(group.type)
            for entry in group.verb:
                _check(name, kind, entry)
                for phrase in entry.words:
                    head, *rest = phrase.split()
                    _add(verbs, head, Sense(type=kind, rest=tuple(rest), entry=entry, rank=_rank(rest, entry)))
            for entry in group.noun:
                _check(name, kind, entry)
                for phrase in entry.words:
                    *rest, head = phrase.split()
                    _add(nouns, head, Sense(type=kind, rest=tuple(rest), entry=entry, rank=_rank(rest, entry)))
    return Lexicon(
        verbs=_sorted(verbs),
        nouns=_sorted(nouns),
        classes=_invert(words.classes),
        verb_status={word: status for status, found in words.verbs.items() for word in found},
        noun_status={word: status for status, found in words.nouns.items() for word in found},
        adjectives={name: frozenset(found) for name, found in words.adjectives.items()},
        adverbs={name: frozenset(found) for name, found in words.adverbs.items()},
        light={name: frozenset(found) for name, found in words.light.items()},
        before=frozenset(words.figurative.before),
        after=frozenset(words.figurative.after),
        modifiers=frozenset(words.figurative.modifiers),
        evidence=frozenset(words.evidence.words),
        weapons={word: mode for mode, found in words.weapons.items() for word in found},
        ongoing=frozenset(words.verbs["ongoing"]),
    )


def _rank(rest: list[str], entry: Entry) -> int:
    """Longer phrases first, then narrow entries (a required object or subject), then the rest in file order."""
    return 4 * len(rest) + 2 * bool(entry.object or entry.deed_object) + bool(entry.subject)


def _add(table: dict[str, list[Sense]], head: str, sense: Sense) -> None:
    table.setdefault(head, []).append(sense)


def _sorted(table: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {word: tuple(sorted(senses, key=lambda sense: -sense.rank)) for word, senses in table.items()}


def _invert(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _check(name: str, kind: EventType, entry: Entry) -> None:
    if entry.mode and entry.mode not in MODES[kind]:
        raise BadLexicon(f"sayso/events/predicates/{name}.toml: {entry.words[0]}: {kind} has no mode {entry.mode}")
    unknown = [context for context in entry.contexts if context not in CONTEXTS]
    if unknown:
        raise BadLexicon(f"sayso/events/predicates/{name}.toml: {entry.words[0]}: no context {unknown[0]}")
