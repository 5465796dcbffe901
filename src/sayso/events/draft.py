"""An event under construction: predicate, light verb, roles; joined where two predicates tell of one event."""

from dataclasses import dataclass, replace

from sayso.codebook.plover import EventType
from sayso.events.match import Match, fit, is_armed, match_noun, match_verb
from sayso.events.view import Frame, View, frame_of
from sayso.nlp import tree
from sayso.records.language import Token

_HARM_DEPS = frozenset({"nsubj", "nsubjpass"})
_ENDED = frozenset({"break", "collapse", "end", "expire", "fail", "stop", "follow", "shatter", "cause"})
_STRONG = frozenset({"erupt", "rage", "break", "fight", "wage", "continue", "flare", "intensify", "resume"})
_TALK = frozenset(
    {"talk", "negotiate", "discuss", "speak", "debate", "discussion", "question", "issue", "debate", "report", "news"}
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One event of a sentence: its match, the verb it hangs on for its standing, the tokens of its trigger, its rules."""

    match: Match
    anchor: Token
    words: tuple[Token, ...]
    actors: tuple[Token, ...]
    recipients: tuple[Token, ...]
    rules: tuple[str, ...]
    extra: tuple[Token, ...] = ()
    light: Token | None = None
    ongoing: bool = False
    admitted: bool = True
    told: Match | None = None


def drafts_of(view: View) -> list[Draft]:
    """Sentence -> its events, predicates of the same event joined."""
    frames: dict[int, Frame] = {}
    verbs: list[Draft] = []
    nouns: list[Draft] = []
    for token in view.sentence.tokens:
        if _nominal_gerund(view, token):
            draft = _noun_draft(view, token)
            if draft is not None:
                nouns.append(draft)
        elif (
            (token.pos == "VERB" or (token.lemma == "be" and token.dep not in ("aux", "auxpass")))
            and token.lemma in view.lexicon.verbs
            and token.dep not in ("amod", "compound")
        ):
            frames[token.i] = frame_of(view, token)
            match = match_verb(view, frames[token.i], view.lexicon.verbs[token.lemma])
            if match is not None and not _figure_of_speech(view, token):
                verbs.append(
                    Draft(
                        match=match,
                        anchor=token,
                        words=match.words,
                        actors=match.actors,
                        recipients=match.recipients,
                        rules=("events.verb",) if not match.sense.rest else ("events.phrase",),
                    )
                )
        elif token.pos in ("NOUN", "PROPN") and token.lemma in view.lexicon.nouns:
            draft = _noun_draft(view, token)
            if draft is not None:
                nouns.append(draft)
    return _joined(view, verbs, nouns)


def _figure_of_speech(view: View, token: Token) -> bool:
    """Fixed pairs such as "heart attack" or "attack ad"."""
    tokens = view.sentence.tokens
    before = tokens[token.i - 1] if token.i else None
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    return (before is not None and f"{before.lemma} {token.lemma}" in view.lexicon.before) or (
        after is not None and f"{token.lemma} {after.lemma}" in view.lexicon.after
    )


def _mere_topic(view: View, match: Match) -> bool:
    """ "Talks on a withdrawal", "a debate about aid": what is talked about is no event of its own."""
    up = tree.head_of(view.sentence, match.head)
    if up is None or up.pos != "ADP" or up.lower not in ("on", "about", "over", "regarding", "concerning", "of"):
        return False
    if match.sense.type in (EventType.ASSAULT, EventType.COERCE, EventType.PROTEST):
        return False
    above = tree.head_of(view.sentence, up)
    return above is not None and (above.lemma in _TALK or (above.pos == "NOUN" and "talks_noun" in view.classes(above)))


def _nominal_gerund(view: View, token: Token) -> bool:
    """ "Fighting continued", "the shelling": a participle in the place of a noun."""
    return (
        token.tag == "VBG"
        and token.lower in view.lexicon.nouns
        and token.dep in ("nsubj", "dobj", "pobj", "nsubjpass", "attr", "conj")
        and (token.dep != "conj" or view.sentence.tokens[token.head].pos == "NOUN")
        and tree.child(view.sentence, token, "dobj", "nsubj", "aux") is None
    )


def _noun_draft(view: View, noun: Token) -> Draft | None:
    if noun.dep in ("compound", "amod", "nmod"):
        return None
    key = noun.lower if noun.pos == "VERB" else noun.lemma
    match = match_noun(view, noun, view.lexicon.nouns[key])
    if match is None or (not match.sense.rest and _figure_of_speech(view, noun)) or _mere_topic(view, match):
        return None
    draft = Draft(
        match=match,
        anchor=noun,
        words=match.words,
        actors=match.actors,
        recipients=match.recipients,
        rules=("events.noun",),
        admitted=bool(match.actors or match.recipients) and not match.sense.entry.light_only,
    )
    draft = _blamed(view, _lit(view, draft))
    strong = draft.light is not None and draft.light.lemma in _STRONG
    if match.weak and not strong and not is_armed(view, (*draft.actors, *draft.recipients)):
        return None
    return draft


def _blamed(view: View, draft: Draft) -> Draft:
    """ "Blamed A for the attack", "the attack, blamed on A", "claimed responsibility for the attack": who is said to have
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
    elif up is not None and up.pos == "ADP" and up.lower in ("for", "of"):
        above = tree.head_of(sentence, up)
        if above is not None and above.lemma in ("blame", "accuse", "suspect", "convict"):
            accused = view.nouns(tree.children(sentence, above, "dobj", "nsubjpass"))
        held = above is not None and above.lemma in ("responsibility", "responsible")
    if not accused and not held:
        return draft
    return replace(
        draft,
        actors=draft.actors or tuple(fit(view, accused, draft.match.sense.type)),
        admitted=True,
        rules=("events.blamed",),
    )


def _lit(view: View, draft: Draft) -> Draft:
    """The draft with the light verb that carries it, if one does."""
    sentence, light = view.sentence, view.lexicon.light
    noun = draft.match.head
    while noun.dep == "conj":
        noun = sentence.tokens[noun.head]
    up = tree.head_of(sentence, noun)
    if up is None:
        return draft
    verb, relation = up, noun.dep
    if up.pos == "ADP":
        above = tree.head_of(sentence, up)
        if above is not None and above.lemma == "part":
            above = tree.head_of(sentence, above)
        if above is None or above.pos != "VERB" or _LIGHT_PREPS.get(above.lemma) != up.lower:
            return draft
        verb, relation = above, "pobj"
    if verb.pos not in ("VERB", "AUX"):
        return draft
    frame = frame_of(view, verb)
    entry = draft.match.sense.entry
    kind = draft.match.sense.type
    if relation == "pobj" and verb.lemma == "come":
        return _undergone(view, draft, verb, frame, kind)
    if relation in ("dobj", "pobj", "obj") or (relation == "nsubjpass" and frame.passive):
        if verb.lemma in light["do"] and not entry.happen_only:
            return _done(view, draft, verb, frame, kind)
        if verb.lemma in light["undergo"] and kind in (
            EventType.ASSAULT,
            EventType.COERCE,
            EventType.SANCTION,
            EventType.PROTEST,
        ):
            return _undergone(view, draft, verb, frame, kind)
        if verb.lemma in light["do"] and verb.lemma in (
            "declare",
            "announce",
            "sign",
            "reach",
            "accept",
            "observe",
            "broker",
            "negotiate",
            "implement",
        ):
            return _done(view, draft, verb, frame, kind)
    if relation in ("nsubj", "nsubjpass", "attr") and verb.lemma in light["happen"]:
        if verb.lemma == "be" and relation != "attr":
            return draft
        if relation == "attr" and tree.child(sentence, verb, "expl") is None:
            return draft
        if entry.light_only and not (entry.happen or entry.happen_only or entry.mutual_between):
            return draft
        if kind not in (EventType.ASSAULT, EventType.PROTEST, EventType.COERCE) and verb.lemma in _ENDED:
            return draft
        hit = ()
        if verb.lemma in light["result"] and not frame.passive:
            hit = tuple(t for t in fit(view, list(frame.objects), kind) if t not in draft.recipients)
        both = (
            fit(view, view.under(verb, ("between", "among")), kind) if entry.mutual_between and not draft.actors else []
        )
        return replace(
            draft,
            anchor=verb,
            light=verb,
            admitted=True,
            recipients=(*draft.recipients, *hit),
            actors=(*draft.actors, *both),
            extra=(verb,) if hit or verb.lemma in light["result"] else (),
            rules=("events.happens",),
            ongoing=verb.lemma in view.lexicon.ongoing,
        )
    return draft


def _done(view: View, draft: Draft, verb: Token, frame: Frame, kind: EventType) -> Draft:
    actors = tuple(fit(view, list(frame.subjects), kind)) or draft.actors
    recipients = draft.recipients
    if not recipients:
        names = (
            draft.match.sense.entry.recipient if draft.match.sense.entry.recipient is not None else ["on", "against"]
        )
        plain = [n.partition("_")[0] for n in names if n not in ("of", "poss", "comp", "adj", "xobj")]
        recipients = tuple(fit(view, view.under(verb, plain), kind)) if plain else ()
        recipients = recipients or tuple(fit(view, list(frame.datives), kind))
        if not recipients and "against" in plain:
            targets = [
                n
                for t in view.sentence.tokens[verb.i : verb.right + 1]
                if t.lower == "against"
                for n in tree.children(view.sentence, t, "pobj")
            ]
            recipients = tuple(fit(view, view.nouns(targets), kind))
    if (
        draft.match.sense.entry.mutual_between
        and draft.actors
        and not tree.child(view.sentence, draft.match.head, "poss")
    ):
        actors = (*actors, *(a for a in draft.actors if a not in actors and kind is not EventType.ASSAULT))
    actors = tuple(a for a in actors if a not in recipients) or actors
    admitted = bool(actors or recipients) or (frame.passive and kind in (EventType.ASSAULT, EventType.PROTEST))
    told = view.lexicon.verb_status.get(verb.lemma) in ("planned", "promised", "threatened", "negated", "hypothetical")
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


def _joined(view: View, verbs: list[Draft], nouns: list[Draft]) -> list[Draft]:
    """One draft an event: light verb with its noun, harm with the attack that did it, conjoined harms."""
    spent = {w.i for d in verbs for w in d.words[1:]}
    kept = [d for d in nouns if d.match.head.i not in spent]
    lights = {d.light.i for d in kept if d.light is not None and d.admitted and not d.extra}
    verbs = [d for d in verbs if d.match.head.i not in lights or d.match.sense.rest]
    drafts: dict[int, Draft] = {d.match.head.i: d for d in kept}
    carried = {d.light.i: d.match.head.i for d in kept if d.light is not None}
    for draft in sorted(verbs, key=lambda d: (_harmful(d), d.match.head.i)):
        target = _target(view, draft, drafts, carried) if _harmful(draft) else None
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
    return [drafts[i] for i in sorted(drafts) if not _cause_of_protest(view, drafts, i)]


def _cause_of_protest(view: View, drafts: dict[int, Draft], index: int) -> bool:
    """ "Marched to demand X", "rallied to protest Y": the cause of a protest is no second event."""
    draft = drafts[index]
    if draft.match.sense.type not in (EventType.REQUEST, EventType.ACCUSE, EventType.PROTEST, EventType.REJECT):
        return False
    if draft.match.sense.type is EventType.PROTEST and (
        draft.actors or draft.recipients or draft.match.head.pos == "VERB"
    ):
        adverbial = (
            draft.match.head.lemma == "protest" and tree.child(view.sentence, draft.match.head, "det", "amod") is None
        )
        if draft.match.head.pos != "VERB" and not (
            adverbial and view.sentence.tokens[draft.match.head.head].lower == "in"
        ):
            return False
    protests = {d.match.head.i: d for d in drafts.values() if d.match.sense.type is EventType.PROTEST}
    protests |= {d.light.i: d for d in protests.values() if d.light is not None}
    for up in tree.ancestors(view.sentence, draft.match.head):
        if up.i in protests and protests[up.i] is not draft:
            return draft.match.head.dep in ("advcl", "acl", "xcomp", "relcl", "pcomp", "pobj", "conj")
    return False


def _harmful(draft: Draft) -> bool:
    entry = draft.match.sense.entry
    return draft.match.sense.type is EventType.ASSAULT and (
        entry.harm
        or draft.match.head.lemma
        in ("engage", "disperse", "hit", "strike", "destroy", "damage", "target", "rock", "shoot", "injure")
    )


def _target(view: View, draft: Draft, drafts: dict[int, Draft], carried: dict[int, int]) -> int | None:
    """The event of which this harm is the outcome: its subject, the noun it was suffered in, the verb it follows."""
    sentence = view.sentence
    verb = draft.match.head
    for c in tree.children(sentence, verb, *_HARM_DEPS):
        for noun in tree.conjuncts(sentence, c):
            if _assault(drafts, noun.i):
                return noun.i
    if draft.match.sense.entry.harm or tree.is_passive(sentence, verb):
        found = _suffered_in(view, verb, drafts)
        if found is not None:
            return found
        for clause in tree.children(sentence, verb, "advcl"):
            index = carried.get(clause.i, clause.i)
            if _assault(drafts, index) and not draft.actors and clause.tag != "VBG":
                return index
    up = tree.head_of(sentence, verb)
    if up is None:
        return None
    if verb.dep == "advcl" and verb.tag == "VBG":
        index = carried.get(up.i, up.i)
        if _assault(drafts, index):
            return index
        for c in tree.children(sentence, up, "nsubj", "dobj", "nsubjpass", "attr"):
            if _assault(drafts, c.i):
                return c.i
    joined = carried.get(up.i, up.i)
    if verb.dep == "conj" and _assault(drafts, joined):
        base = drafts[joined]
        same = tree.child(sentence, verb, "nsubj", "nsubjpass") is None or (not draft.actors and not base.actors)
        close = base.match.sense.entry.harm or base.match.head.lemma in (
            "shoot",
            "open",
            "fire",
            "stab",
            "torture",
            "abduct",
            "kidnap",
        )
        return joined if same and (close or joined != up.i or not base.recipients) else None
    if verb.dep == "acl" and verb.tag == "VBG" and _assault(drafts, up.i):
        return up.i
    if verb.lemma == "disperse" and verb.dep == "advcl" and _assault(drafts, up.i):
        return up.i
    if verb.dep == "xcomp" and _assault(drafts, up.i):
        return up.i
    return None


def _suffered_in(view: View, verb: Token, drafts: dict[int, Draft]) -> int | None:
    """The attack in which the harm was done: "killed in an airstrike", "killed and three wounded in clashes"."""
    sentence = view.sentence
    verbs = [verb, *(c for c in tree.children(sentence, verb, "conj") if c.tag == verb.tag)]
    for holder in verbs:
        for prep in tree.children(sentence, holder, "prep", "agent"):
            if prep.lower in ("in", "by", "during", "from", "with", "under"):
                for noun in tree.children(sentence, prep, "pobj"):
                    if _assault(drafts, noun.i):
                        return noun.i
    return None


def _assault(drafts: dict[int, Draft], index: int) -> bool:
    return index in drafts and drafts[index].match.sense.type is EventType.ASSAULT
