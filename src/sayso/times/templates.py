"""templates.toml, compiled."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import load
from sayso.times.lexer import classes_of, number_classes, word_classes
from sayso.times.pattern import Alphabet, Compiled, compile_pattern, literals
from sayso.times.words import words

_KINDS = ("iso", "numdate", "clock", "decade", "ordinal", "decimal", "ampm", "possessive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One entry of templates.toml: `read` names its reader, `guard` the condition it must meet, if any;
    `kind` is the TIMEX3 type."""

    id: str
    doc: str
    pattern: str
    read: str
    guard: str = ""
    kind: str = "DATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    macros: dict[str, str]
    template: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All templates over one alphabet; `starts` lists for each character the templates that may begin there."""

    alphabet: Alphabet
    templates: tuple[tuple[Template, Compiled], ...]
    starts: Mapping[str, tuple[tuple[Template, Compiled], ...]]


@cache
def table() -> tuple[Template, ...]:
    """The templates in the order of the file."""
    return load("sayso.times", "templates.toml", _File).template


@cache
def grammar() -> Grammar:
    """The compiled templates."""
    file = load("sayso.times", "templates.toml", _File)
    macros = {**file.macros, "holiday": _holidays()}
    sources = [*macros.values(), *(template.pattern for template in file.template)]
    known = word_classes()
    sets = [*known.values(), *number_classes(), *(classes_of(kind, "") for kind in _KINDS)]
    for literal in sorted(set().union(*(literals(source) for source in sources))):
        bare = literal.strip("'")
        if bare not in known:
            sets.append(classes_of("word" if bare[0].isalpha() else "mark", bare))
    sets.append(classes_of("mark", "'"))
    alphabet = Alphabet(sets)
    compiled = tuple((t, compile_pattern(t.id, t.pattern, macros, alphabet)) for t in file.template)
    codes = sorted(set().union(*(c.first for _, c in compiled)))
    starts = {code: tuple(pair for pair in compiled if code in pair[1].first) for code in codes}
    return Grammar(alphabet, compiled, starts)


def _holidays() -> str:
    """The feasts of words.toml as a macro."""
    names = sorted(words().holidays, key=lambda name: (-len(name), name))
    return " | ".join(" ".join("possessive" if w == "'s" else f"'{w}'" for w in name.split()) for name in names)


@cache
def reader_names() -> Mapping[str, str]:
    """Template id -> name of its reader."""
    return {template.id: template.read for template in table()}
