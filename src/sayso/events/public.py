"""What a whole text is about, and which talk in it is of public life."""

from collections import Counter

from sayso.codebook.plover import EventType
from sayso.events.draft import Draft
from sayso.events.lexicon import Lexicon
from sayso.events.view import View
from sayso.records.language import Document, Token

_TALK = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.SUPPORT,
        EventType.CONCEDE,
        EventType.COOPERATE,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.AID,
    }
)
_OFFICES = frozenset(
    {
        "official",
        "government",
        "diplomat",
        "military",
        "armed_group",
        "intergovernmental",
        "party",
        "judicial",
        "legislature",
        "delegation",
        "police",
        "peacekeeper",
    }
)
_PUBLIC = _OFFICES | {"name_place", "adj_actor"}
_FORCES = frozenset(
    {"military", "troops", "armed_group", "police", "weapon", "missile", "peacekeeper", "name_place", "adj_actor"}
)
_GROUPS = frozenset({"name", "organisation", "opposition", "protester", "people", "civilians", "media"})
_MISHAPS = frozenset({"disaster", "mishap"})
_TRAFFIC = frozenset(
    {"driver", "motorist", "car", "truck", "bus", "train", "taxi", "lorry", "van", "motorcyclist", "minibus"}
)
_RAMMING = frozenset(
    {"attack", "attacker", "terrorist", "militant", "ram", "deliberately", "plow", "plough", "mow", "bomb"}
)
_NOBODY = frozenset({"those", "anyone", "everyone", "one", "somebody", "someone"})
_SMALL_TALK = frozenset({"ask", "tell", "request"})
_FEW_SENTENCES = 3
_DENSE = 0.08
_ENOUGH = 3
_SHARE = 0.025


def subject_of(words: Lexicon, document: Document) -> str | None:
    """What a text is about if that is no conflict: sport, or a disaster of nature or traffic."""
    nouns = _nouns(document)
    for topic in ("sport", "disaster"):
        found = sum(number for noun, number in nouns.items() if topic in words.classes.get(noun, ()))
        if found >= max(_ENOUGH, _SHARE * nouns.total()) and 2 * found > _armed(words, document):
            return topic
    return None


def is_public(words: Lexicon, document: Document) -> bool:
    """True if a text speaks much of offices, forces and arms, or is too short to tell."""
    if len(document.sentences) <= _FEW_SENTENCES:
        return True
    nouns = _nouns(document)
    offices = sum(number for noun, number in nouns.items() if not _OFFICES.isdisjoint(words.classes_of(noun)))
    return offices + _armed(words, document) >= _DENSE * nouns.total()


def _nouns(document: Document) -> Counter[str]:
    return Counter(t.lemma for s in document.sentences for t in s.tokens if t.pos in ("NOUN", "PROPN"))


def _armed(words: Lexicon, document: Document) -> int:
    return sum(t.lemma in words.evidence for s in document.sentences for t in s.tokens)


def private(view: View, draft: Draft) -> bool:
    """True for talk that no party of public life takes part in: guests who agree, a manager who declines to comment."""
    kind, mode = draft.match.sense.type, draft.match.sense.entry.mode
    if kind is EventType.MOBILIZE:
        forces = (*draft.actors, *draft.recipients, *draft.match.objects)
        return not view.armed and all(_FORCES.isdisjoint(view.classes(t)) for t in forces)
    if kind is EventType.SANCTION and mode == "withdraw":
        return all(_PUBLIC.isdisjoint(view.classes(t)) and not _somebody(view, t) for t in draft.actors)
    return kind in _TALK and (view.subject == "sport" or _talk(view, draft))


def _talk(view: View, draft: Draft) -> bool:
    """True for words, visits and gifts among people who are nobody in public life."""
    kind, mode = draft.match.sense.type, draft.match.sense.entry.mode
    if any(not _PUBLIC.isdisjoint(view.classes(t)) for t in (*draft.actors, *draft.recipients)):
        return False
    if mode == "visit" or (kind is EventType.AGREE and _of_one_mind(view, draft)):
        return True
    if kind is EventType.ACCUSE and view.public and draft.actors:
        return False
    small = draft.match.head.lemma in _SMALL_TALK and not (view.armed or view.violent)
    return small or not _known(view, draft)


def _of_one_mind(view: View, draft: Draft) -> bool:
    """True for "A agreed with B", where nothing is agreed to be done."""
    head = draft.match.head
    return head.lemma == "agree" and draft.match.complement is None and bool(view.under(head, ("with",)))


def _known(view: View, draft: Draft) -> bool:
    """True if names, pronouns or groups act, in a text of public life or on somebody with a name."""
    named = {"name", "pronoun"} if view.public else {"name"}
    aimed = [not named.isdisjoint(view.classes(t)) for t in draft.recipients]
    if not any(_somebody(view, t) for t in draft.actors):
        return any(aimed)
    return view.public or any("name" in view.classes(t) for t in draft.recipients)


def by_nature(view: View, draft: Draft) -> bool:
    """True for harm that nobody did and no weapon in a text about a disaster."""
    entry = draft.match.sense.entry
    harm = draft.match.sense.type is EventType.ASSAULT and (entry.harm or entry.mode in ("", "destroy"))
    if harm and draft.actors and _run_over(view, draft):
        return True
    if not harm or draft.actors or draft.match.weapons:
        return False
    return view.subject == "disaster" or (entry.harm and _mishap(view, draft.match.head))


def _run_over(view: View, draft: Draft) -> bool:
    """True for traffic: "a truck hit two children", unless the text around speaks of an attack."""
    parties = {t.lemma for t in draft.actors}
    return parties <= _TRAFFIC and not any(t.lemma in _RAMMING for t in view.sentence.tokens)


def _mishap(view: View, verb: Token) -> bool:
    """True for who was hurt "in the collision", "by the avalanche"."""
    causes = view.under(verb, ("in", "by", "from", "during", "after"))
    return any(not _MISHAPS.isdisjoint(view.classes(t)) for t in causes)


def _somebody(view: View, token: Token) -> bool:
    """True for a name, a pronoun of a person or body, a group: whoever may be of public life."""
    if token.lower in _NOBODY:
        return False
    classes = view.classes(token)
    return "pronoun" in classes or not _GROUPS.isdisjoint(classes)
