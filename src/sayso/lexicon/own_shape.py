"""The shape of each sort of entry: raw fields -> typed entry, or what is wrong in plain words."""

from datetime import date
from difflib import get_close_matches
from typing import TypeVar

import msgspec

from sayso.lexicon.own_rows import Complain, Raw, plain


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and what must be read in it."""

    text: str
    expect: list[str]
    published: str | None = None


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An [[actor]]."""

    name: str
    kind: str
    aliases: list[str] = []
    demonyms: list[str] = []
    seats: list[str] = []
    country: str | None = None
    sector: str | None = None
    member_of: str | None = None
    code: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    note: str | None = None
    cases: list[Case] = []


class Predicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A [[verb]] or [[noun]]; the fields after `cameo` are those of an entry of sayso/events/predicates."""

    words: list[str]
    type: str = ""
    mode: str = ""
    contexts: list[str] = []
    cameo: str = ""
    actor: list[str] | None = None
    recipient: list[str] | None = None
    object: list[str] = []
    object_not: list[str] = []
    subject: list[str] = []
    subject_not: list[str] = []
    needs: list[str] = []
    with_any: list[str] = []
    with_not: list[str] = []
    loose: bool = False
    harm: bool = False
    mutual: bool = False
    descend: bool = False
    need_actors: bool = False
    need_both: bool = False
    note: str | None = None
    cases: list[Case] = []


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A [[cue]]."""

    words: list[str]
    act: str
    frames: list[str] = []
    stance: bool = False
    audience: bool = False
    note: str | None = None
    cases: list[Case] = []


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of codes.toml or codes.csv."""

    of: str
    value: str
    code: str
    note: str | None = None


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An [[outlet]]."""

    name: str
    aliases: list[str] = []
    domains: list[str] = []
    country: str | None = None
    place: str | None = None
    sector: str | None = None
    code: str | None = None
    about: str | None = None
    note: str | None = None
    cases: list[Case] = []


Shape = TypeVar("Shape", Actor, Predicate, Cue, Code, Outlet)
_WORDS = {"str": "text", "array": "a list", "object": "a table", "int": "a number", "float": "a number"}
_WORDS |= {"bool": "true or false", "null": "nothing"}
_TRUTH = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_LONGEST = 300


def shaped(raw: Raw, shape: type[Shape], complain: Complain) -> Shape | None:
    """A raw entry -> an entry of that shape, or None with a complaint naming file, line, entry and field."""
    where = place(raw)
    allowed = [field.name for field in msgspec.structs.fields(shape)]
    unknown = [name for name in raw.fields if name not in allowed]
    if unknown:
        near = get_close_matches(unknown[0], allowed, 1)
        hint = f"do you mean {near[0]}? " if near else ""
        complain(f"{where}: {plain(unknown[0])}: unknown field ({hint}allowed: {', '.join(allowed)})")
        return None
    missing = [f.name for f in msgspec.structs.fields(shape) if f.required and f.name not in raw.fields]
    if missing:
        complain(f"{where}: {missing[0]}: is missing (an entry needs it)")
        return None
    wrong = _wrong_text(raw.fields)
    if wrong is not None:
        complain(f"{where}: {wrong}")
        return None
    fields = dict(raw.fields)
    for field in msgspec.structs.fields(shape):
        if raw.csv and field.type is bool and isinstance(fields.get(field.name), str):
            fields[field.name] = _TRUTH.get(str(fields[field.name]).lower(), fields[field.name])
    fields |= {name: value.isoformat() for name, value in fields.items() if type(value) is date}
    try:
        return msgspec.convert(fields, shape)
    except msgspec.ValidationError as error:
        complain(f"{where}: {_said(str(error))}")
        return None


def place(raw: Raw) -> str:
    """Where an entry stands, for messages: ``actors.toml:12: Arnor``."""
    named = raw.fields.get("name") or raw.fields.get("words") or raw.fields.get("value") or ""
    named = named[0] if isinstance(named, list) and named else named
    line = f"{raw.at.file}:{raw.at.line}" if raw.at.line else raw.at.file
    return f"{line}: {plain(named)}" if isinstance(named, str) and named.strip() else f"{line}: [[{raw.kind}]]"


def _wrong_text(value: object, path: str = "") -> str | None:
    """What is wrong with the texts of a value: empty, control characters, far too long."""
    if isinstance(value, str):
        field = path or "text"
        if not value.strip():
            return f"{field}: is empty (leave the field out)"
        if value != value.strip():
            return f"{field}: spaces at its edges: {plain(value)!r}"
        if any(not c.isprintable() for c in value):
            return f"{field}: control characters: {plain(value)!r}"
        if len(value) > _LONGEST and not path.endswith((".text", "note", "about")):
            return f"{field}: too long ({len(value)} characters; allowed: {_LONGEST})"
        return None
    inner: list[tuple[str, object]] = []
    if isinstance(value, dict):
        inner = [(f"{path}.{plain(str(key))}" if path else plain(str(key)), item) for key, item in value.items()]
    elif isinstance(value, list):
        inner = [(path, item) for item in value]
    found = (_wrong_text(item, below) for below, item in inner)
    return next((wrong for wrong in found if wrong is not None), None)


def _said(error: str) -> str:
    """A complaint of msgspec in plain words: the field first."""
    what, _, at = error.partition(" - at `$")
    field = at.rstrip("`").lstrip(".").replace("[...]", "") or "entry"
    if what.startswith("Expected `") and ", got `" in what:
        wanted, got = what.removeprefix("Expected `").rstrip("`").split("`, got `")
        wanted = " or ".join(_WORDS.get(word, word) for word in wanted.split(" | ") if word != "null")
        return f"{field}: must be {wanted}, is {_WORDS.get(got, got)}"
    if what.startswith("Object contains unknown field"):
        return f"{field}: unknown field {what.rsplit(' ', 1)[-1]} (allowed in a case: text, expect, published)"
    if what.startswith("Object missing required field"):
        return f"{field}: {what.rsplit(' ', 1)[-1].strip('`')} is missing"
    return f"{field}: {plain(what)}"
