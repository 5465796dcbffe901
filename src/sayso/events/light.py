"""Light verbs and blame: who an event noun's actor and victim are by the verb that carries the noun."""

from dataclasses import replace

from sayso.codebook.plover import EventType
from sayso.events.court import charge_of
from sayso.events.draft import Draft
from sayso.events.fit import fit
from sayso.events.frame import Frame, frame_of
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token

_FORCE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})
_SUFFERED = _FORCE | {EventType.SANCTION}
_DECLARING = frozenset(
    {"declare", "announce", "sign", "reach", "accept", "observe", "broker", "negotiate", "implement"}
)
_ENDED = frozenset({"break", "collapse", "end", "expire", "fail", "stop", "follow", "shatter", "cause"})
_BATTLES = frozenset({"war", "battle", "fight", "insurgency", "duel"})
_HARMING = frozenset({"kill", "wound", "injure", "slay", "maim"})
_ENDING = frozenset({"halt", "suspend", "stop", "end", "cease"})
_UNREAL = frozenset({"planned", "promised", "threatened", "negated", "hypothetical"})
_LIGHT_PREPS = {
    "engage": "in",
    "participate": "in",
    "join": "in",
    "take": "in",
    "come": "under",
    "resort": "to",
    "enter": "into",
    "embark": "on",
    "agree": "to",
    "go": "on",
    "lock": "in",
}


def lit(view: View, draft: Draft) -> Draft:
    """The draft of a noun with the light verb that carries it, if one does."""
    carrier = _carrier(view, draft.match.head)
    if carrier is None:
        return draft
    verb, relation = carrier
    frame = frame_of(view, verb)
    kind = draft.match.sense.type
    if relation == "under":
        return _undergone(view, draft, verb, frame, kind)
    if relation == "object" or (relation == "nsubjpass" and frame.passive and verb.lemma in view.lexicon.light["do"]):
        return _with_object(view, draft, verb, frame)
    if verb.lemma in view.lexicon.light["happen"] and _may_happen(view, draft, verb, relation):
        return _happened(view, draft, verb, frame)
    return draft


def _carrier(view: View, noun: Token) -> tuple[Token, str] | None:
    """The verb that the noun depends on, and how: object, under ("come under attack"), or its subject label."""
    sentence = view.sentence
    while noun.dep == "conj":
        noun = sentence.tokens[noun.head]
    up = tree.head_of(sentence, noun)
    if up is not None and up.lower == "of" and view.inner(sentence.tokens[up.head]) is noun:
        noun = sentence.tokens[up.head]
        up = tree.head_of(sentence, noun)
    if up is not None and up.pos == "ADP":
        above = tree.head_of(sentence, up)
        if above is not None and above.lemma == "part":
            above = tree.head_of(sentence, above)
        if above is None or above.pos != "VERB" or _LIGHT_PREPS.get(above.lemma) != up.lower:
            return None
        return above, "under" if above.lemma == "come" else "object"
    if up is None or up.pos not in ("VERB", "AUX"):
        return None
    return up, "object" if noun.dep in ("dobj", "obj") else noun.dep


def _with_object(view: View, draft: Draft, verb: Token, frame: Frame) -> Draft:
    light, kind = view.lexicon.light, draft.match.sense.type
    if (verb.lemma in _ENDING and kind not in _FORCE) or (
        verb.lemma == "fight" and draft.match.head.lemma not in _BATTLES
    ):
        return draft
    if verb.lemma in light["do"] and (verb.lemma in _DECLARING or not draft.match.sense.entry.happen_only):
        return _done(view, draft, verb, frame, kind)
    if verb.lemma in light["undergo"] and kind in _SUFFERED:
        return _undergone(view, draft, verb, frame, kind)
    return draft


def _may_happen(view: View, draft: Draft, verb: Token, relation: str) -> bool:
    """May this noun be said to take place with this verb?"""
    entry = draft.match.sense.entry
    if relation not in ("nsubj", "nsubjpass", "attr") or (verb.lemma == "be") != (relation == "attr"):
        return False
    if relation == "attr" and tree.child(view.sentence, verb, "expl") is None:
        return False
    if entry.light_only and not (entry.happen or entry.happen_only or entry.mutual_between):
        return False
    return draft.match.sense.type in _FORCE or verb.lemma not in _ENDED


def _happened(view: View, draft: Draft, verb: Token, frame: Frame) -> Draft:
    kind = draft.match.sense.type
    result = verb.lemma in view.lexicon.light["result"]
    hit: tuple[Token, ...] = ()
    if result and not frame.passive and not (draft.match.sense.entry.mutual_between and verb.lemma in _HARMING):
        hit = tuple(t for t in fit(view, list(frame.objects), kind) if t not in draft.recipients)
    both: list[Token] = []
    if draft.match.sense.entry.mutual_between and not draft.actors:
        both = fit(view, view.under(verb, ("between", "among")), kind)
    return replace(
        draft,
        anchor=verb,
        light=verb,
        admitted=True,
        recipients=(*draft.recipients, *hit),
        actors=(*draft.actors, *both),
        extra=(verb,) if result else (),
        rules=("events.happens",),
        ongoing=verb.lemma in view.lexicon.ongoing,
    )


def _done(view: View, draft: Draft, verb: Token, frame: Frame, kind: EventType) -> Draft:
    others = verb.lemma in ("end", "stop") and kind in _FORCE
    busy = frame.objects if verb.lemma in ("engage", "lock") and frame.passive else frame.subjects
    actors = draft.actors if others else tuple(fit(view, list(busy), kind)) or draft.actors
    recipients = draft.recipients
    if not recipients:
        names = (
            draft.match.sense.entry.recipient if draft.match.sense.entry.recipient is not None else ["on", "against"]
        )
        plain = [n.partition("_")[0] for n in names if n not in ("of", "poss", "comp", "adj", "xobj")]
        recipients = tuple(fit(view, view.under(verb, plain), kind)) if plain else ()
        engaged = list(frame.objects) if verb.lemma == "engage" and not frame.passive else []
        recipients = recipients or tuple(fit(view, [*frame.datives, *engaged], kind))
        if not recipients and "against" in plain:
            targets = [
                n
                for t in view.sentence.tokens[verb.i : verb.right + 1]
                if t.lower == "against"
                for n in tree.children(view.sentence, t, "pobj")
            ]
            recipients = tuple(fit(view, view.nouns(targets), kind))
        if not recipients and kind is EventType.ASSAULT:
            wars = [n for n in view.under(verb, ("in",)) if n.lemma in _BATTLES]
            recipients = tuple(r for war in wars for r in _partners(view, war))
    if (
        draft.match.sense.entry.mutual_between
        and draft.actors
        and not tree.child(view.sentence, draft.match.head, "poss")
    ):
        actors = (*actors, *(a for a in draft.actors if a not in actors and kind is not EventType.ASSAULT))
        if kind is EventType.ASSAULT and verb.lemma == "fight":
            actors = (*actors, *(a for a in _partners(view, draft.match.head) if a not in actors))
    actors = tuple(a for a in actors if a not in recipients) or actors
    admitted = bool(actors or recipients) or (frame.passive and kind in (EventType.ASSAULT, EventType.PROTEST))
    told = verb.lemma in _ENDING or (verb.lemma != "undertake" and _unreal(view, verb))
    return replace(
        draft,
        anchor=draft.match.head if told else verb,
        light=verb,
        actors=actors,
        recipients=tuple(r for r in recipients if r not in actors),
        admitted=admitted,
        rules=("events.light",),
        ongoing=verb.lemma in view.lexicon.ongoing,
    )


def _partners(view: View, noun: Token) -> list[Token]:
    """With whom a fight is fought: "fought running battles with police"."""
    return fit(view, view.under(noun, ("with", "against")), EventType.ASSAULT)


def _unreal(view: View, verb: Token) -> bool:
    return view.lexicon.verb_status.get(verb.lemma) in _UNREAL


def _undergone(view: View, draft: Draft, verb: Token, frame: Frame, kind: EventType) -> Draft:
    sufferers = tuple(fit(view, list(frame.subjects), kind))
    actors = tuple(
        a for a in (draft.actors or tuple(fit(view, view.under(verb, ("from", "by")), kind))) if a not in sufferers
    )
    return replace(
        draft,
        anchor=verb,
        light=verb,
        actors=actors,
        recipients=sufferers or draft.recipients,
        admitted=bool(sufferers or draft.recipients),
        rules=("events.light",),
    )


def blamed(view: View, draft: Draft) -> Draft:
    """Blamed A for the attack", "the attack, blamed on A", "claimed responsibility for the attack": who is said to have
    done it."""
    if draft.match.sense.type not in (EventType.ASSAULT, EventType.COERCE):
        return draft
    sentence, noun = view.sentence, draft.match.head
    accused: list[Token] = []
    for verb in tree.children(sentence, noun, "acl"):
        if verb.lemma == "blame":
            accused = view.under(verb, ("on", "upon"))
    up = tree.head_of(sentence, noun)
    held = False
    if up is not None and up.lemma == "blame" and noun.dep == "dobj":
        accused = view.under(up, ("on", "upon"))
    elif up is not None and up.pos == "ADP" and up.lower in ("for", "of", "with", "over"):
        above = tree.head_of(sentence, up)
        held = above is not None and above.lemma in ("responsibility", "responsible")
    accused = accused or list(charge_of(view, noun).people)
    if not accused and not held:
        return draft
    return replace(
        draft,
        actors=draft.actors or tuple(fit(view, accused, draft.match.sense.type)),
        admitted=True,
        rules=("events.blamed",),
    )
