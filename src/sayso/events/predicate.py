"""A sentence -> the events its verbs and nouns tell."""

from sayso.codebook.plover import EventType
from sayso.events.court import another_count
from sayso.events.draft import Draft
from sayso.events.fit import fit, is_armed
from sayso.events.joined import joined
from sayso.events.light import blamed, lit
from sayso.events.match import Match, match_verb
from sayso.events.nominal import match_noun
from sayso.events.public import by_nature, private
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token

_STRONG = frozenset({"erupt", "rage", "break", "fight", "wage", "continue", "flare", "intensify", "resume"})
_HARMING = frozenset({"kill", "wound", "injure", "slay", "maim"})
_MARCHERS = frozenset({"people", "civilians", "crowd", "worker", "protester"})
_SHOOTERS = frozenset({"police", "military", "armed_group"})
_TALK = frozenset(
    {"talk", "negotiate", "discuss", "speak", "debate", "discussion", "question", "issue", "report", "news"}
)


def drafts_of(view: View) -> list[Draft]:
    """Sentence -> its events, predicates of the same event joined."""
    verbs: list[Draft | None] = []
    nouns: list[Draft | None] = []
    for token in view.sentence.tokens:
        if token.i in view.times:
            continue
        if token.lower == "fire" and token.pos == "NOUN" and token.dep == "compound":
            verbs.append(_telegraphic(view, token))
        elif token.pos in ("NOUN", "PROPN"):
            if token.lemma in view.lexicon.nouns and not another_count(view, token):
                nouns.append(_noun_draft(view, token))
        elif _nominal_gerund(view, token):
            nouns.append(_noun_draft(view, token))
        elif token.lemma in view.lexicon.verbs and _predicates(token):
            verbs.append(_verb_draft(view, token))
    found = joined(view, [d for d in verbs if d is not None], [d for d in nouns if d is not None])
    return [d for d in found if not (by_nature(view, d) or private(view, d))]


def _telegraphic(view: View, fire: Token) -> Draft | None:
    """A headline's "police fire tear gas at crowd", which parsers take for one long noun."""
    tokens = view.sentence.tokens
    head = tokens[fire.head]
    shooter = tokens[fire.i - 1] if fire.i else None
    if shooter is None or not view.classes(shooter) & _SHOOTERS or not _ammunition(view, head):
        return None
    sense = next(s for s in view.lexicon.verbs["fire"] if s.entry.weapon_object)
    targets = fit(view, view.under(head, ("at", "on", "into")), sense.type)
    match = Match(
        sense=sense,
        head=fire,
        words=(fire,),
        actors=(shooter,),
        recipients=tuple(targets),
        objects=(head,),
        weapons=(head,),
    )
    return Draft(
        match=match,
        anchor=fire,
        words=match.words,
        actors=match.actors,
        recipients=match.recipients,
        rules=("events.verb",),
    )


def _ammunition(view: View, noun: Token) -> bool:
    before = view.sentence.tokens[noun.i - 1].lemma if noun.i else ""
    return f"{before} {noun.lemma}" in view.lexicon.weapons or bool(view.classes(noun) & {"missile", "bomb_noun"})


def _predicates(token: Token) -> bool:
    """True if the token is a verb that tells something (a full verb, or "be" as one)."""
    if token.pos == "VERB":
        return token.dep not in ("amod", "compound")
    return token.lemma == "be" and token.dep not in ("aux", "auxpass")


def _verb_draft(view: View, token: Token) -> Draft | None:
    match = match_verb(view, token, view.lexicon.verbs[token.lemma])
    if match is None or _figure_of_speech(view, token) or _described(match) or _mere_topic(view, match):
        return None
    if any(_figure_of_speech(view, c) for c in tree.children(view.sentence, token, "dobj")):
        return None
    return Draft(
        match=match,
        anchor=token,
        words=match.words,
        actors=match.actors,
        recipients=match.recipients,
        rules=("events.phrase",) if match.sense.rest else ("events.verb",),
    )


def _deadly(view: View, noun: Token) -> bool:
    """True for what people were killed or hurt in: "died in the attack"."""
    prep = tree.head_of(view.sentence, noun)
    above = tree.head_of(view.sentence, prep) if prep is not None and prep.lower in ("in", "by", "during") else None
    return above is not None and above.lemma in ("kill", "wound", "injure", "die", "perish", "maim")


def _described(match: Match) -> bool:
    """Troops stationed there": where troops are is no move of theirs."""
    return match.sense.type is EventType.MOBILIZE and match.head.tag == "VBN" and match.head.dep in ("acl", "amod")


def _figure_of_speech(view: View, token: Token) -> bool:
    """Fixed pairs ("heart attack", "attack ad") and modifiers that make a fight one of words ("legal battle")."""
    tokens, lexicon = view.sentence.tokens, view.lexicon
    before = tokens[token.i - 1].lemma if token.i else ""
    after = tokens[token.i + 1].lemma if token.i + 1 < len(tokens) else ""
    if f"{before} {token.lemma}" in lexicon.before or f"{token.lemma} {after}" in lexicon.after:
        return True
    if token.pos == "NOUN" and _of_force(view, token):
        return any(
            c.lower in lexicon.modifiers for c in tree.children(view.sentence, token, "amod", "compound", "nmod")
        )
    return False


def _of_force(view: View, noun: Token) -> bool:
    return any(sense.type is EventType.ASSAULT for sense in view.lexicon.nouns.get(noun.lemma, ()))


def _mere_topic(view: View, match: Match) -> bool:
    """Talks on a withdrawal", "a debate about aid": what is talked about is no event of its own."""
    up = tree.head_of(view.sentence, match.head)
    if up is None or up.pos != "ADP" or up.lower not in ("on", "about", "over", "regarding", "concerning", "of"):
        return False
    if match.sense.type in (EventType.ASSAULT, EventType.COERCE, EventType.PROTEST):
        return False
    above = tree.head_of(view.sentence, up)
    if above is not None and above.pos == "VERB":
        above = next((o for o in tree.children(view.sentence, above, "dobj") if o.i < up.i), above)
    return above is not None and (above.lemma in _TALK or (above.pos == "NOUN" and "talks_noun" in view.classes(above)))


def _nominal_gerund(view: View, token: Token) -> bool:
    """Fighting continued", "the shelling": a participle in the place of a noun."""
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
    draft = blamed(view, lit(view, draft))
    strong = (draft.light is not None and draft.light.lemma in _STRONG | _HARMING) or _deadly(view, noun)
    strong = strong or any(v.lemma == "perpetrate" for v in tree.children(view.sentence, noun, "acl", "relcl"))
    marchers = match.sense.type is EventType.PROTEST and any(view.classes(t) & _MARCHERS for t in draft.actors)
    if match.weak and not strong and not marchers and not is_armed(view, (*draft.actors, *draft.recipients)):
        return None
    return draft
