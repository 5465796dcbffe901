"""Matches event nouns: "the shelling of X by Y", "Z's offensive" -> sense and roles."""

from sayso.codebook.plover import EventType
from sayso.events.fit import allowed, doers, fit, other_party, quarrel
from sayso.events.lexicon import Entry, Sense
from sayso.events.match import Match
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token

_STATES = frozenset({"u.s.", "us", "u.k.", "uk", "uae", "nato", "un", "u.n.", "eu"})
"""Short names that stand before a noun as adjectives do: "a U.S. strike" is no strike on the U.S."""


def match_noun(view: View, noun: Token, senses: tuple[Sense, ...]) -> Match | None:
    """The first sense of the noun that the words before it and its modifiers allow, or None."""
    for sense in senses:
        words = _preceding(view, noun, sense.rest)
        if words is None:
            continue
        found = _noun_roles(view, noun, sense, words)
        if found is not None:
            return found
    return None


def _preceding(view: View, noun: Token, rest: tuple[str, ...]) -> tuple[Token, ...] | None:
    found: list[Token] = []
    i = noun.i - 1
    for word in reversed(rest):
        while i >= 0 and view.sentence.tokens[i].text in "-–":
            i -= 1
        if i < 0 or word not in (view.sentence.tokens[i].lemma, view.sentence.tokens[i].lower):
            return None
        found.append(view.sentence.tokens[i])
        i -= 1
    return tuple(reversed(found))


def noun_slot(view: View, noun: Token, name: str, words: tuple[Token, ...]) -> list[Token]:
    """The tokens of a slot of a noun predicate."""
    word, _, kind = name.partition("_")
    if name in ("adj", "comp"):
        return _before(view, noun, name, words)
    if name == "poss":
        return view.possessors(noun)
    if name == "cause":
        return _cause(view, noun)
    if name == "xsubj":
        clause = tree.child(view.sentence, noun, "acl", "ccomp")
        own = tree.child(view.sentence, clause, *tree.SUBJECTS) if clause is not None else None
        return [t for t in view.nouns([own]) if "actor" in view.classes(t)] if own is not None else []
    if name == "xobj":
        verb = tree.child(view.sentence, noun, "acl")
        return other_party(view, verb) if verb is not None else []
    found = view.under(noun, ("between", "among") if word == "between" else (word,))
    if word == "by" and not found:
        verb = tree.child(view.sentence, noun, "acl")
        found = view.nouns([tree.agent(view.sentence, verb)]) if verb is not None and verb.tag == "VBN" else []
        found = found or _done_by(view, noun)
        found = found or _misplaced(view, noun)
    wanted = {"actor": {"actor"}, "place": {"place", "name_place", "facility", "territory"}}.get(kind)
    return [n for n in found if wanted is None or view.classes(n) & wanted]


def _done_by(view: View, noun: Token) -> list[Token]:
    """Who did it, told in a relative clause: "the bombing, which was carried out by separatists"."""
    clauses = tree.children(view.sentence, noun, "relcl")
    done = (c for c in clauses if c.lemma in view.lexicon.light["do"] and tree.is_passive(view.sentence, c))
    return view.nouns(tree.agent(view.sentence, c) for c in done)


def _cause(view: View, noun: Token) -> list[Token]:
    """Whom one acts "in protest at" or "in protest of": who did what is protested."""
    prep = tree.head_of(view.sentence, noun)
    if prep is None or prep.lower != "in" or tree.child(view.sentence, noun, "det", "amod", "poss") is not None:
        return []
    deeds = view.under(noun, ("of", "at", "over", "against", "to"))
    return [actor for deed in deeds for actor in (doers(view, deed) or view.actors_in(deed))]


def _misplaced(view: View, noun: Token) -> list[Token]:
    """Who did it, where the parse hangs "by" on the verb of telling: "villagers reported killings by soldiers"."""
    verb = tree.head_of(view.sentence, noun)
    if noun.dep != "dobj" or verb is None or tree.is_passive(view.sentence, verb):
        return []
    after = (p for p in tree.children(view.sentence, verb, "prep") if p.lower == "by" and p.i == noun.right + 1)
    found = view.nouns(n for p in after for n in tree.children(view.sentence, p, "pobj"))
    return [n for n in found if "actor" in view.classes(n)]


def _before(view: View, noun: Token, name: str, words: tuple[Token, ...]) -> list[Token]:
    """Who acts ("Turkish shelling") or what is hit ("the Kabul attack") by the words before the noun."""
    found = [d for d in view.demonyms(noun) if d not in words]
    if name == "adj":
        return [c for c in found if view.places.get(c.i) != "name" or c.lower in _STATES]
    found += [c for c in tree.children(view.sentence, noun, "compound") if c not in words and c not in found]
    return [c for c in found if view.places.get(c.i) == "name" or "facility" in view.classes(c)]


def _noun_roles(view: View, noun: Token, sense: Sense, words: tuple[Token, ...]) -> Match | None:
    entry = sense.entry
    if not _of_class(view, noun, entry, words) or (entry.object_not and not _not_barred(view, noun, entry)):
        return None
    actors = _noun_people(view, noun, entry.actor if entry.actor is not None else ["by", "poss", "adj"], sense, words)
    if not actors and entry.actor == ["by"] and view.under(noun, ("of",)):
        actors = [c for c in view.demonyms(noun) if c.pos == "NOUN" and c not in words]
    if noun.lemma == "war" and any(c.lower == "civil" for c in tree.children(view.sentence, noun, "amod", "compound")):
        actors = [a for a in actors if view.classes(a).isdisjoint({"name_place", "adj_actor"})]
    slots = entry.recipient if entry.recipient is not None else ["on", "against", "of"]
    recipients = [t for t in _noun_people(view, noun, slots, sense, words) if t not in actors]
    both = fit(view, noun_slot(view, noun, "between", words), sense.type, descend=True) if entry.mutual_between else []
    if both:
        actors, recipients = both, []
    elif (
        entry.mutual_between
        and entry.words[0] in ("fighting", "gunfire")
        and noun.lower not in ("shooting", "shootings")
    ):
        actors, recipients = [*actors, *recipients], []
    if entry.need_both and not (actors and recipients):
        return None
    if (
        sense.type is EventType.ASSAULT
        and entry.loose
        and (recipients or actors)
        and quarrel(view, actors, recipients or actors)
    ):
        return None
    objects = noun_slot(view, noun, "of", words) if entry.place_object else []
    return Match(
        sense=sense,
        head=noun,
        words=(*words, noun),
        actors=tuple(actors),
        recipients=tuple(recipients),
        objects=tuple(objects),
        weapons=(),
        weak=entry.loose and not words and not view.armed,
    )


def _not_barred(view: View, noun: Token, entry: Entry) -> bool:
    """True if nothing that the noun is done to is of a class that the entry bars."""
    heads = [t for name in ("of", "on", "against", "with", "for", "over") for t in view.under(noun, (name,))]
    return allowed(view, heads, [], entry.object_not, strict=False)


def _of_class(view: View, noun: Token, entry: Entry, words: tuple[Token, ...]) -> bool:
    """True if what the noun is done to is of a class that a strict entry asks for ("the release of prisoners")."""
    if not (entry.strict and entry.object):
        return True
    objects = noun_slot(view, noun, "of", words) + view.possessors(noun)
    return bool(objects) and allowed(view, objects, entry.object, [], strict=True)


def _noun_people(view: View, noun: Token, slots: list[str], sense: Sense, words: tuple[Token, ...]) -> list[Token]:
    for name in slots:
        found = fit(view, noun_slot(view, noun, name, words), sense.type, descend=sense.entry.descend)
        if found:
            return found
    return []
