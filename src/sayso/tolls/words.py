"""The stage's word lists, loaded once and indexed for look-up."""

from dataclasses import dataclass
from functools import cache

from sayso.codebook.terms import Harm, VictimKind
from sayso.lexicon import load


@dataclass(frozen=True, slots=True)
class _Table:
    coding: dict[str, dict[str, int]]
    numbers: dict[str, dict[str, int]]
    bounds: dict[str, list[str]]
    harm: dict[str, list[str]]
    states: dict[str, list[str]]
    nouns: dict[str, list[str]]
    grammar: dict[str, list[str]]
    kinds: dict[str, list[str]]
    modifiers: dict[str, list[str]]
    refused: dict[str, list[str]]
    sides: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """words.toml, indexed. `bounds` maps the words of a bound to its name; `verbs`, `states` and `nominals` map
    lemmas to harms; `kinds` maps a lemma to the kind of people it names.
    """

    coding: dict[str, dict[str, int]]
    units: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    verbs: dict[str, Harm]
    states: dict[str, Harm]
    counted: dict[str, Harm]
    nominals: dict[str, Harm]
    sets: dict[str, frozenset[str]]
    kinds: dict[str, VictimKind]
    modifiers: dict[str, VictimKind]
    things: frozenset[str]
    choosy: frozenset[str]
    side_nouns: frozenset[str]
    side_prepositions: frozenset[str]
    triggers: frozenset[str]

    def has(self, name: str, word: str) -> bool:
        """True if `word` is in the list `name` of words.toml."""
        return word in self.sets[name]


_OWN_KINDS = tuple(VictimKind)
_HARMS = {
    "killed": Harm.KILLED,
    "wounded": Harm.WOUNDED,
    "missing": Harm.MISSING,
    "abducted": Harm.ABDUCTED,
    "captured": Harm.CAPTURED,
    "detained": Harm.DETAINED,
    "displaced": Harm.DISPLACED,
    "either": Harm.KILLED_OR_WOUNDED,
}


@cache
def words() -> Words:
    """The word lists of the stage."""
    table = load("sayso.tolls", "words.toml", _Table)
    verbs = {verb: _HARMS[harm] for harm, all_ in table.harm.items() if harm in _HARMS for verb in all_}
    nominals = {
        noun: _HARMS[name[3:]] for name, nouns in table.nouns.items() if name.startswith("of_") for noun in nouns
    }
    sets = {
        name: frozenset(list_) for group in (table.nouns, table.grammar, table.harm) for name, list_ in group.items()
    }
    states = {word: _HARMS[harm] for harm, all_ in table.states.items() for word in all_}
    counted = {noun: _HARMS[harm] for harm, all_ in table.nouns.items() if harm in _HARMS for noun in all_}
    triggers = frozenset({*verbs, *states, *nominals, *counted})
    extra = ("dies", "vanishes", "flees", "violent", "body", "life", "tally", "hostage", "prisoner")
    return Words(
        coding=table.coding,
        units=table.numbers["units"],
        scales=table.numbers["scales"],
        suffixes=table.numbers["suffixes"],
        before=_phrases(table.bounds, after=False),
        after=_phrases(table.bounds, after=True),
        verbs=verbs,
        states=states,
        counted=counted,
        nominals=nominals,
        sets=sets,
        kinds=_by_kind(table.kinds),
        modifiers=_by_kind(table.modifiers),
        things=frozenset(table.refused["things"]),
        choosy=frozenset(table.refused["choosy"]),
        side_nouns=frozenset(table.sides["nouns"]),
        side_prepositions=frozenset(table.sides["prepositions"]),
        triggers=triggers.union(
            *(sets[name] for name in extra),
            {"include", "lose", "take", "seize", "custody", "force", "drive", "fatally", "mortally"},
            {"wound", "burn", "victim", "figure"},
        ),
    )


def _phrases(bounds: dict[str, list[str]], *, after: bool) -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): name.removeprefix("after_")
        for name, phrases in bounds.items()
        if name.startswith("after_") is after
        for phrase in phrases
    }


def _by_kind(lists: dict[str, list[str]]) -> dict[str, VictimKind]:
    found: dict[str, VictimKind] = {}
    for kind in _OWN_KINDS:
        for word in lists.get(kind.value, ()):
            found.setdefault(word, kind)
    return found
