"""Joins predicates that tell of one event: light verb and noun, attack and harm, protest and cause."""

from dataclasses import replace

from sayso.codebook.plover import EventType
from sayso.events.draft import Draft
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token

_SUFFERING = frozenset({"in", "by", "during", "from", "with", "under"})
_DEADLY = frozenset({"shoot", "open", "fire", "stab", "torture", "abduct", "kidnap"})
_OUTCOMES = frozenset({"engage", "disperse", "hit", "strike", "destroy", "damage", "target", "rock", "shoot", "injure"})
_COOPERATIVE = frozenset(
    {EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID, EventType.RETREAT}
)
_CAUSES = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.PROTEST, EventType.REJECT})


def joined(view: View, verbs: list[Draft], nouns: list[Draft]) -> list[Draft]:
    """One draft an event: light verb with its noun, harm with the attack that did it, conjoined harms.

    The user's own verb means what they say, whatever noun it carries.
    """
    spent = {w.i for d in verbs for w in d.words[1:]}
    own = {d.match.head.i for d in verbs if d.match.sense.entry.own}
    kept = [d for d in nouns if d.match.head.i not in spent and not (d.light is not None and d.light.i in own)]
    lights = {d.light.i: d.match.sense.type for d in kept if d.light is not None and d.admitted and not d.extra}
    verbs = [d for d in verbs if not _carried(d, lights)]
    drafts: dict[int, Draft] = {d.match.head.i: d for d in kept}
    carried = {d.light.i: d.match.head.i for d in kept if d.light is not None}
    for draft in sorted(verbs, key=lambda d: (_harmful(d), d.match.head.i)):
        target = _target(view, draft, drafts, carried) if _harmful(draft) else None
        if target is not None and _struggle(drafts[target]) and draft.match.sense.entry.harm:
            drafts[draft.match.head.i] = _amid(draft, drafts[target])
            if not _told_apart(drafts[target]):
                del drafts[target]
            continue
        if target is None:
            drafts[draft.match.head.i] = draft
            continue
        carried[draft.match.head.i] = target
        base = drafts[target]
        new = tuple(r for r in draft.recipients if r not in base.recipients and r not in base.actors)
        humans = tuple(r for r in new if "quantity" not in view.classes(r) or not base.recipients)
        extra_actors = tuple(a for a in draft.actors if a.i != target and "event_noun" not in view.classes(a))
        drafts[target] = replace(
            base,
            recipients=(*base.recipients, *humans),
            extra=(*base.extra, *draft.words),
            admitted=True,
            told=base.told or (draft.match if draft.match.sense.entry.mode else None),
            actors=base.actors or extra_actors,
            rules=(*base.rules, "events.harm"),
            anchor=draft.anchor if base.anchor is base.match.head and base.match.head.pos != "VERB" else base.anchor,
        )
    causes = {i: up for i in drafts if (up := cause_of_protest(view, drafts, i)) is not None}
    for i, up in causes.items():
        drafts[up] = _against(drafts[up], drafts[i])
    return _folded(view, [drafts[i] for i in sorted(drafts) if i not in causes])


def _against(protest: Draft, cause: Draft) -> Draft:
    """Whom a protest is against: of whom it demands something, whom it accuses."""
    if protest.recipients:
        return protest
    return replace(protest, recipients=tuple(r for r in cause.recipients if r not in protest.actors))


def _carried(draft: Draft, lights: dict[int, EventType]) -> bool:
    """True for a verb that only carries an event noun: "carried out the attack", "the bomb went off"."""
    kind = lights.get(draft.match.head.i)
    return kind is not None and (not draft.match.sense.rest or (kind is draft.match.sense.type and _goes_off(draft)))


def _goes_off(draft: Draft) -> bool:
    return draft.match.sense.entry.weapon_subject


def _struggle(draft: Draft) -> bool:
    """True for a fight of two sides told by a noun: who dies in it is its victim and no side of it."""
    return draft.match.sense.entry.mutual_between and not draft.match.sense.entry.mode


def _amid(draft: Draft, fight: Draft) -> Draft:
    """The harm done in a fight: the words of a fight whose sides are not told are its own."""
    return draft if _told_apart(fight) else replace(draft, extra=(*draft.extra, *fight.words))


def _told_apart(fight: Draft) -> bool:
    """True if the text tells both sides of a fight, or at least the enemy."""
    return len(fight.actors) > 1 or bool(fight.recipients)


def _folded(view: View, drafts: list[Draft]) -> list[Draft]:
    """Without the promise whose deed is an event of its own: "promised to lift the siege" is one event."""
    deeds = {d.anchor.i: d for d in drafts} | {d.match.head.i: d for d in drafts}
    return [d for d in drafts if not _is_promise_of(view, d, deeds)]


def _is_promise_of(view: View, draft: Draft, deeds: dict[int, Draft]) -> bool:
    complement = draft.match.complement
    if draft.match.sense.type is not EventType.AGREE or complement is None or draft.match.head.pos != "VERB":
        return False
    if any(c.lower in ("should", "must") for c in tree.children(view.sentence, complement, "aux")):
        return False
    deed = deeds.get(complement.i)
    return deed is not None and deed is not draft and deed.match.sense.type in _COOPERATIVE


def _harmful(draft: Draft) -> bool:
    """May this be the outcome of an attack told elsewhere in the sentence?"""
    entry = draft.match.sense.entry
    return draft.match.sense.type is EventType.ASSAULT and (entry.harm or draft.match.head.lemma in _OUTCOMES)


def _target(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """The event of which this harm is the outcome: its subject, the noun it was suffered in, the verb it follows."""
    ways = (_by_subject, _suffered_in, _when, _participle, _conjoined, _complement)
    found = (way(view, draft, drafts, carried) for way in ways)
    return next((index for index in found if index is not None), None)


def _by_subject(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """As in "the blast killed"."""
    del carried
    subjects = tree.children(view.sentence, draft.match.head, "nsubj", "nsubjpass")
    nouns = (view.inner(noun).i for c in subjects for noun in tree.conjuncts(view.sentence, view.real(c)))
    return next((i for i in nouns if _assault(drafts, i)), None)


def _suffered_in(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """As in "killed in an airstrike", "killed and three wounded in clashes"."""
    del carried
    sentence, verb = view.sentence, draft.match.head
    if not (draft.match.sense.entry.harm or tree.is_passive(sentence, verb)):
        return None
    verbs = [verb, *(c for c in tree.children(sentence, verb, "conj") if c.tag == verb.tag)]
    preps = (p for v in verbs for p in tree.children(sentence, v, "prep", "agent") if p.lower in _SUFFERING)
    nouns = (noun.i for p in preps for noun in tree.children(sentence, p, "pobj"))
    return next((i for i in nouns if _assault(drafts, i)), None)


def _when(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """As in "were killed when gunmen opened fire"."""
    verb = draft.match.head
    if draft.actors or not (draft.match.sense.entry.harm or tree.is_passive(view.sentence, verb)):
        return None
    clauses = (c for c in tree.children(view.sentence, verb, "advcl") if c.tag != "VBG" and not _since(view, c))
    found = (carried.get(c.i, c.i) for c in clauses)
    return next((i for i in found if _assault(drafts, i)), None)


def _since(view: View, clause: Token) -> bool:
    """True for a clause that only dates: "killed since the invasion began"."""
    return any(c.lower in ("since", "before", "until") for c in tree.children(view.sentence, clause, "mark"))


def _participle(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """As in "bombed the town, killing three", "a blast killing three"."""
    verb = draft.match.head
    up = tree.head_of(view.sentence, verb)
    if up is None or verb.tag != "VBG" or verb.dep not in ("advcl", "acl"):
        return None
    around = tree.children(view.sentence, up, "nsubj", "dobj", "nsubjpass", "attr") if verb.dep == "advcl" else iter(())
    found = (carried.get(up.i, up.i), *(c.i for c in around))
    return next((i for i in found if _assault(drafts, i)), None)


def _conjoined(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """As in "shot and killed", "killed three and wounded five"."""
    verb = draft.match.head
    up = tree.head_of(view.sentence, verb)
    if up is None or verb.dep != "conj":
        return None
    index = carried.get(up.i, up.i)
    if not _assault(drafts, index):
        return None
    base = drafts[index]
    same = tree.child(view.sentence, verb, "nsubj", "nsubjpass") is None or not (draft.actors or base.actors)
    close = base.match.sense.entry.harm or base.match.head.lemma in _DEADLY
    spared = not any("people" in view.classes(t) or "person" in view.classes(t) for t in base.recipients)
    victims = draft.match.sense.entry.harm and spared
    return index if same and (close or victims or index != up.i or not base.recipients) else None


def _complement(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """As in "used batons to disperse the crowd"."""
    del carried
    verb = draft.match.head
    up = tree.head_of(view.sentence, verb)
    follows = verb.dep == "xcomp" or (verb.lemma == "disperse" and verb.dep == "advcl")
    return up.i if up is not None and follows and _assault(drafts, up.i) else None


def _assault(drafts: dict[int, Draft], index: int) -> bool:
    return index in drafts and drafts[index].match.sense.type is EventType.ASSAULT


def cause_of_protest(view: View, drafts: dict[int, Draft], index: int) -> int | None:
    """Which protest a draft is the cause of, and no second event: "marched to demand X", "rallied to protest Y",
    "in protest at Z".
    """
    draft = drafts[index]
    head = draft.match.head
    kind = draft.match.sense.type
    if kind not in _CAUSES or head.dep not in ("advcl", "acl", "xcomp", "relcl", "pcomp", "pobj", "conj"):
        return None
    if kind is EventType.PROTEST and head.pos != "VERB":
        bare = head.lemma == "protest" and tree.child(view.sentence, head, "det", "amod") is None
        if (draft.actors or draft.recipients) and not (bare and view.sentence.tokens[head.head].lower == "in"):
            return None
    protests = {d.match.head.i: i for i, d in drafts.items() if d.match.sense.type is EventType.PROTEST and i != index}
    protests |= {light.i: i for i in protests.values() if (light := drafts[i].light) is not None}
    return next((protests[up.i] for up in tree.ancestors(view.sentence, head) if up.i in protests), None)
