"""Lexicon folders and sayso.toml -> OwnWords, every entry checked against the code books; errors name file and line."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import BadLexicon
from sayso.lexicon import own_check, own_shape
from sayso.lexicon.own import NOTHING, OwnActor, OwnCase, OwnCode, OwnCue, OwnOutlet, OwnPredicate, OwnWords, Spell
from sayso.lexicon.own_rows import Complain, File, Raw, lexicon_files, read_file, rows
from sayso.lexicon.own_shape import place, shaped
from sayso.spelling import both_spellings, in_one_spelling

_CODE = re.compile(r"[A-Z]{3}")
_CLASSED = frozenset({"object", "object_not", "subject", "subject_not"})
_WORDED = frozenset({"with_any", "with_not"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What came of reading lexicons: the words, in part where something is wrong, and all complaints, a line each."""

    words: OwnWords
    problems: tuple[str, ...]


def load_own(sources: Sequence[Path]) -> OwnWords:
    """Lexicon folders or sayso.toml files -> the words of all; of two entries for one thing the later source's wins.

    Raises BadLexicon with the first thing that is wrong.
    """
    checked = check_own(sources)
    if checked.problems:
        more = len(checked.problems) - 1
        raise BadLexicon(checked.problems[0] + (f" (and {more} more; sayso lexicon check lists them)" if more else ""))
    return checked.words


def check_own(sources: Sequence[Path]) -> Checked:
    """Lexicon folders or sayso.toml files -> their words and all complaints."""
    problems: list[str] = []
    files = [file for source in sources for file in _files(source, problems.append)]
    raws = [raw for file in files for raw in rows(file, problems.append)]
    if not sources:
        return Checked(words=NOTHING, problems=())
    total = hashlib.sha256()
    for file in files:
        total.update(file.path.name.encode("utf-8", "backslashreplace") + b"\0" + file.digest.encode())
    return Checked(words=_words(raws, total.hexdigest(), problems.append), problems=tuple(problems))


def _files(source: Path, complain: Complain) -> Iterable[File]:
    if source.name == "sayso.toml" and not source.is_dir():
        found = read_file(source, complain)
        return [found] if found else []
    return lexicon_files(source, complain)


def _words(raws: list[Raw], digest: str, complain: Complain) -> OwnWords:
    """Entries of later files first, so that they win."""
    cases: list[OwnCase] = []
    shapes = [(raw, entry) for raw in raws if (entry := _shaped(raw, complain)) is not None]
    declared = {
        entry.country
        for _, entry in shapes
        if isinstance(entry, own_shape.Actor) and entry.kind == "country" and _CODE.fullmatch(entry.country or "")
    }
    codes = own_check.Codes(frozenset(filter(None, declared)))
    actors: list[tuple[Raw, own_shape.Actor]] = []
    predicates: list[OwnPredicate] = []
    cues: list[OwnCue] = []
    coded: list[OwnCode] = []
    outlets: list[OwnOutlet] = []
    for raw, entry in shapes:
        problem = own_check.problem(entry, codes)
        if problem is not None:
            complain(f"{place(raw)}: {problem}")
            continue
        match entry:
            case own_shape.Actor():
                actors.append((raw, entry))
            case own_shape.Predicate():
                predicates += _predicates(raw, entry)
            case own_shape.Cue():
                cues.append(_cue(raw, entry))
            case own_shape.Code():
                coded.append(OwnCode(of=own_check.coded(entry.of), value=entry.value, code=entry.code, at=raw.at))
            case own_shape.Outlet():
                outlets.append(_outlet(raw, entry))
        cases += [
            OwnCase(text=case.text, published=case.published, expect=tuple(case.expect), at=raw.at)
            for case in getattr(entry, "cases", ())
        ]
    return OwnWords(
        digest=digest,
        actors=_actors(actors, complain),
        predicates=tuple(reversed(predicates)),
        cues=tuple(reversed(cues)),
        codes=tuple(reversed(coded)),
        outlets=tuple(reversed(outlets)),
        cases=tuple(cases),
    )


def _shaped(raw: Raw, complain: Complain) -> own_check.Entry | None:
    match raw.kind:
        case "actor":
            return shaped(raw, own_shape.Actor, complain)
        case "cue":
            return shaped(raw, own_shape.Cue, complain)
        case "code":
            return shaped(raw, own_shape.Code, complain)
        case "outlet":
            return shaped(raw, own_shape.Outlet, complain)
        case _:
            return shaped(raw, own_shape.Predicate, complain)


def _spelt(words: list[str]) -> tuple[str, ...]:
    """Words in lower case, in British and American spelling."""
    plain = (" ".join(word.lower().split()) for word in words)
    return tuple(dict.fromkeys(spelt for word in plain for spelt in both_spellings(word)))


def _in_spelling(name: str, value: object) -> object:
    """A field of a predicate: its words in both spellings, its classes of words in the one they are kept in."""
    if not isinstance(value, list):
        return value
    if name in _CLASSED:
        return [in_one_spelling(word) for word in value]
    return list(dict.fromkeys(spelt for word in value for spelt in both_spellings(word))) if name in _WORDED else value


def _predicates(raw: Raw, entry: own_shape.Predicate) -> Iterable[OwnPredicate]:
    """The predicate of a checked entry."""
    fields = {name: _in_spelling(name, getattr(entry, name)) for name in own_check.PASSED_ON}
    kind = own_check.event_type(entry)
    if kind is None:
        return
    yield OwnPredicate(
        part="noun" if raw.kind == "noun" else "verb",
        words=_spelt(entry.words),
        type=kind,
        fields=tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in fields.items()),
        at=raw.at,
    )


def _cue(raw: Raw, entry: own_shape.Cue) -> OwnCue:
    return OwnCue(
        words=_spelt(entry.words),
        act=own_check.act(entry.act),
        frames=tuple(entry.frames) or ("clause", "quote"),
        stance=entry.stance,
        audience=entry.audience,
        at=raw.at,
    )


def _outlet(raw: Raw, entry: own_shape.Outlet) -> OwnOutlet:
    return OwnOutlet(
        name=entry.name,
        aliases=tuple(entry.aliases),
        domains=tuple(domain.lower() for domain in entry.domains),
        country=entry.country,
        place=entry.place,
        sector=entry.sector,
        code=entry.code,
        about=entry.about,
        at=raw.at,
    )


def _actors(rows_: list[tuple[Raw, own_shape.Actor]], complain: Complain) -> tuple[OwnActor, ...]:
    """Entries of one name are one actor: one without dates at most in a file, those with dates are its spells. Of a
    name in several folders, the last folder's entries count.
    """
    groups: dict[str, list[tuple[Raw, own_shape.Actor]]] = {}
    for raw, entry in rows_:
        held = groups.setdefault(entry.name, [])
        if held and _source(held[0][0]) != _source(raw):
            held.clear()
        held.append((raw, entry))
    found: list[OwnActor] = []
    bearers: dict[str, tuple[str, str]] = {}
    for name, members in groups.items():
        problem = own_check.spells(members)
        if problem is not None:
            complain(f"{place(problem[0])}: {problem[1]}")
            continue
        actor = _actor(name, members)
        for alias in dict.fromkeys((name, *actor.aliases, *actor.demonyms, *actor.seats)):
            other = bearers.setdefault(alias, (name, str(actor.at)))
            if other[0] != name and Path(other[1]).parent == _source(members[0][0]):
                complain(f"{actor.at}: {name}: {alias!r} also names {other[0]} ({other[1]})")
        found.append(actor)
    known = {actor.name for actor in found}
    for actor in found:
        for group in (actor.member_of, *(spell.member_of for spell in actor.spells)):
            problem_text = own_check.group(group, known, actor.name)
            if problem_text is not None:
                complain(f"{actor.at}: {actor.name}: {problem_text}")
    return tuple(reversed(found))


def _source(raw: Raw) -> Path:
    """The folder that an entry comes from."""
    return Path(raw.at.file).parent


def _actor(name: str, members: list[tuple[Raw, own_shape.Actor]]) -> OwnActor:
    plain = [(raw, e) for raw, e in members if e.valid_from is None and e.valid_until is None]
    raw, base = plain[-1] if plain else members[-1]
    dated = [e for _, e in members if e.valid_from is not None or e.valid_until is not None]
    lists = {
        field: tuple(dict.fromkeys(word for _, entry in members for word in getattr(entry, field)))
        for field in ("aliases", "demonyms", "seats")
    }
    return OwnActor(
        name=name,
        aliases=lists["aliases"],
        demonyms=lists["demonyms"],
        seats=lists["seats"],
        kind=own_check.actor_kind(base.kind),
        country=base.country,
        sector=base.sector if plain else None,
        member_of=base.member_of if plain else None,
        code=base.code if plain else None,
        spells=tuple(
            Spell(since=e.valid_from, until=e.valid_until, sector=e.sector, member_of=e.member_of, code=e.code)
            for e in sorted(dated, key=lambda e: e.valid_from or "")
        ),
        at=raw.at,
    )
