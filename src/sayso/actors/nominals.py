"""Common-noun mentions: "the ministry", "rebels", "a shop owner", "the warring sides"."""

from collections.abc import Iterator

from sayso.actors.lexicon import Lexicon
from sayso.actors.mention import Mention
from sayso.actors.phrases import MEASURES, measured
from sayso.actors.roles import owner_of
from sayso.actors.rules import NOMINAL, POINTED_AT
from sayso.actors.runs import Marked
from sayso.codebook.terms import ActorKind, PartKind
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import children
from sayso.records.language import Sentence, Token

_ACTOR_CLASSES = frozenset(
    {
        "person",
        "civilians",
        "people",
        "government",
        "military",
        "armed_group",
        "police",
        "organisation",
        "media",
        "protesters",
        "religious",
        "business",
        "judicial",
        "legislature",
        "party",
        "intergovernmental",
        "medical",
        "labour",
        "education",
        "aid_worker",
        "criminal",
        "refugee",
    }
)
_PREMODIFIERS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "nn"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_COLLECTIVE = (
    ("armed_group", ActorKind.ARMED_GROUP),
    ("police", ActorKind.POLICE),
    ("military", ActorKind.MILITARY),
    ("legislature", ActorKind.GOVERNMENT),
    ("judicial", ActorKind.GOVERNMENT),
    ("government", ActorKind.GOVERNMENT),
    ("media", ActorKind.MEDIA),
    ("party", ActorKind.PARTY),
    ("business", ActorKind.BUSINESS),
    ("protesters", ActorKind.CIVILIANS),
    ("civilians", ActorKind.CIVILIANS),
    ("refugee", ActorKind.CIVILIANS),
    ("organisation", ActorKind.ORGANISATION),
    ("intergovernmental", ActorKind.INTERGOVERNMENTAL),
    ("people", ActorKind.PEOPLE),
)
_FIXED = {
    "country": ActorKind.COUNTRY,
    "nation": ActorKind.COUNTRY,
    "homeland": ActorKind.COUNTRY,
    "side": ActorKind.UNNAMED,
    "source": ActorKind.UNNAMED,
    "other": ActorKind.UNNAMED,
    "everyone": ActorKind.PEOPLE,
    "everybody": ActorKind.PEOPLE,
}
_SECTOR_WORDS = {
    "police": "COP",
    "rebel": "REB",
    "separatist": "REB",
    "militant": "REB",
    "insurgent": "REB",
    "guerrilla": "REB",
    "opposition": "OPP",
    "army": "MIL",
    "military": "MIL",
}
_OPPOSED = frozenset({"warring", "opposing", "conflicting", "belligerent", "rival", "both", "all", "two"})
"""Words before "parties" that make them the sides of a conflict."""
_REBEL = frozenset({"rebel", "separatist", "militant", "insurgent"})
_ARMED = frozenset(
    {"armed", "rebel", "militant", "terrorist", "jihadist", "insurgent", "islamist", "terror", "extremist"}
)
_SOLDIERLY = frozenset(
    {"army", "military", "naval", "navy", "force", "marine", "intelligence", "commanding", "infantry", "artillery"}
    | {"senior", "retired", "junior", "non-commissioned", "noncommissioned", "staff", "reserve", "air", "guard"}
)
"""Words before "officer" that make it a soldier; all other officers of the news are police."""
_ALLIED = frozenset(
    {"international", "military", "allied", "global", "arab", "western", "anti", "multinational", "saudi"}
)
_ARMY = frozenset(
    {"army", "soldier", "barracks", "coup", "battalion", "brigade", "troops", "troop", "regiment", "mutiny"}
)
_LAW = frozenset({"police", "arrest", "sheriff", "patrolman", "robbery", "detective", "suspect", "policeman"})
_FIGHTING = frozenset({"armed_group", "military"})
_CIVILIANS = frozenset({"girl", "boy", "woman", "victim", "mother", "daughter", "grandmother", "widow", "schoolgirl"})
_CAPTIVE = frozenset({"prisoner", "hostage", "captive"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_TALKED_TO = frozenset({"meet", "address", "brief"})
_TOWARD_PEOPLE = frozenset({"with", "by", "from"})
_THINGS = frozenset({"place", "facility", "infrastructure"})
_POWERS = frozenset({"authority", "power"})
_LEGAL = frozenset({"regulatory", "legal", "constitutional", "executive", "presidential", "statutory", "moral"})
"""Reads "its regulatory authority": a right, nobody."""


def nominals_in(marked: Marked, lex: Lexicon, used: frozenset[int], pointed: frozenset[int]) -> Iterator[Mention]:
    """Marked sentence -> its common-noun mentions; `used` tokens belong to names, `pointed` ones head a phrase.

    A mention with `sure` False is one only if it can be linked ("the party", "the side").
    """
    for token in marked.sentence.tokens:
        if token.pos not in _NOMINAL or token.i in used:
            continue
        if token.pos == "ADJ" and not (token.i in pointed and token.dep not in ("amod", "compound")):
            continue
        if token.dep in ("compound", "amod", "nmod", "npadvmod", "nummod", "nn") and token.i not in pointed:
            coordinated = (
                any(c.dep == "cc" for c in children(marked.sentence, token))
                and marked.sentence.tokens[token.head].pos == "NOUN"
            )
            if token.dep not in ("nmod", "compound") or not coordinated or token.pos != "NOUN":
                continue
        found = _read(marked, token, lex, pointed=token.i in pointed)
        if found is not None:
            yield found


def _read(marked: Marked, token: Token, lex: Lexicon, *, pointed: bool) -> Mention | None:
    sentence = marked.sentence
    classes = noun_classes(token.lemma) or noun_classes(token.lower)
    country_noun = token.lemma in ("country", "nation", "homeland")
    if not (country_noun or classes & (_ACTOR_CLASSES | _THINGS if pointed else _ACTOR_CLASSES)):
        return None
    kids = [c for c in children(sentence, token) if c.i < token.i and c.dep in _PREMODIFIERS]
    words = tuple(c.lower for c in kids if c.dep in _MODIFIERS and c.tag != "CD")
    words += tuple(c.lower for kid in kids for c in children(sentence, kid, "conj") if c.i < token.i)
    denied = token.lemma == "nobody" or any(c.lower in ("no", "neither") for c in kids)
    denied = denied or (token.lemma in _CAPTIVE and token.tag == "NN" and any(c.tag == "NNS" for c in kids))
    denied = denied or (token.tag == "NN" and token.lemma in _POWERS and bool(_LEGAL & set(words)))
    denied = denied or not (classes & _ACTOR_CLASSES or country_noun or "civilian" in words)
    plural = token.tag in ("NNS", "NNPS") or token.lower in lex.lists["always_plural"]
    kind = _kind(token.lemma, classes, words, plural=plural)
    if token.lemma == "officer" and not words and kind is not ActorKind.MILITARY and _among_soldiers(sentence):
        kind = ActorKind.PERSON if kind is ActorKind.PERSON else ActorKind.MILITARY
    sides = plural and token.lemma == "party" and any(c.lower in _OPPOSED for c in kids)
    if sides:
        kind = ActorKind.UNNAMED
    if _is_thing(sentence, token, classes, lex):
        if not (pointed and "civilian" in words):
            return None
        kind = ActorKind.CIVILIANS
    country, group = _from_modifiers(marked, kids, lex)
    if kind in (ActorKind.MILITARY, ActorKind.ORGANISATION) and plural and _rebels(marked, kids):
        kind = ActorKind.ARMED_GROUP
    left = _left(token, kids)
    if denied or (token.lemma in MEASURES and measured(sentence, token) is not None):
        return None
    if (
        token.tag == "NN"
        and not pointed
        and token.dep == "pobj"
        and not kids
        and kind not in (ActorKind.POLICE, ActorKind.PEOPLE)
    ):
        return None  # "in court", "at school", "in office"
    bare = kind is ActorKind.PERSON and not any(c.dep in ("det", "poss", "nummod") for c in kids)
    if (
        bare
        and not pointed
        and token.tag == "NN"
        and token.dep not in ("appos", "attr", "nsubj", "nsubjpass")
        and sentence.kind is not PartKind.HEADLINE
    ):
        return None
    owner = owner_of(sentence, token, token.i)
    if owner is not None and sentence.tokens[owner].dep != "poss" and sentence.tokens[owner].lower in lex.titles:
        owner = None  # "the Prime Minister"
    if owner is not None and owner == left - 1:
        left = owner
    weak = country_noun or (
        token.lemma in lex.lists["weak"] and not (plural and token.lemma in ("force", "national", "local"))
    )
    det = {c.lower for c in kids if c.dep in ("det", "predet")}
    definite = bool(det & _DEFINITE) or any(c.dep == "poss" for c in kids) or (token.tag == "NNP" and not det)
    weak = weak and not (token.tag == "NNP" and kind is ActorKind.PERSON and "the" in det)
    return Mention(
        sentence=sentence.index,
        head=token.i,
        tokens=(token.i,),
        span=sentence.span(left, token.i),
        form="nominal",
        name=None,
        kind=kind,
        lemma="side" if sides else token.lemma,
        rule=POINTED_AT if pointed and weak else NOMINAL,
        country=country,
        sector=None if sides else _sector(token.lemma, kind, words, lex),
        gender=_gender(token.lemma, kind, lex),
        plural=_number(kind, plural=plural),
        definite=definite,
        sure=pointed or not weak,
        owner=owner,
        group=group,
        modifiers=words,
    )


def _among_soldiers(sentence: Sentence) -> bool:
    """The sentence speaks of an army and not of police: its officers are the army's."""
    words = {t.lemma.lower() for t in sentence.tokens}
    return bool(words & _ARMY) and not words & _LAW


def _left(token: Token, kids: list[Token]) -> int:
    """First token of the mention: a bare number before the noun ("more than 20 militants") is no part of it."""
    if not any(c.dep in ("det", "poss") for c in kids):
        counts = [c.i for c in kids if c.dep == "nummod" or c.tag == "CD"]
        kids = [c for c in kids if not counts or c.i > counts[-1]]
    opening = next((c.i for c in kids if c.dep in ("det", "poss", "predet")), token.i)
    kids = [c for c in kids if c.dep != "advmod" or c.i > opening]
    return min([c.left for c in kids], default=token.i)


def _kind(lemma: str, classes: frozenset[str], words: tuple[str, ...], *, plural: bool) -> ActorKind:
    """Kind of actor of a common noun: one human is a person, humans in number are what they have in common."""
    if lemma in _FIXED:
        return _FIXED[lemma]
    if lemma in ("force", "unit", "fighter") and _REBEL & set(words):
        return ActorKind.ARMED_GROUP
    if plural and lemma in ("man", "youth", "person", "people") and "armed" in words:
        return ActorKind.ARMED_GROUP
    if "person" in classes and not plural and lemma not in ("staff", "personnel", "crew"):
        return ActorKind.PERSON
    if lemma in _CIVILIANS or ("person" in classes and "civilians" in classes and not classes & _FIGHTING):
        return ActorKind.CIVILIANS
    return _told(lemma, set(words)) or next(
        (kind for name, kind in _COLLECTIVE if name in classes and not (name == "people" and "person" in classes)),
        ActorKind.UNNAMED,
    )


def _told(lemma: str, words: set[str]) -> ActorKind | None:
    """Nouns whose modifiers tell the kind: "police officers", "rebel group", "security forces", "news agency"."""
    kind: ActorKind | None = None
    if lemma in ("official", "diplomat", "minister", "authority", "ambassador", "envoy", "governor"):
        kind = ActorKind.GOVERNMENT
    elif lemma == "officer":
        kind = ActorKind.MILITARY if _SOLDIERLY & words else ActorKind.POLICE
    elif lemma == "coalition" and words and not (_ARMED | _ALLIED) & words and not any("led" in w for w in words):
        kind = ActorKind.ORGANISATION
    elif lemma in ("commander", "general") and not {"police", "security"} & words:
        kind = ActorKind.MILITARY
    elif lemma == "company":
        kind = ActorKind.MILITARY if {"infantry", "tank", "artillery", "rifle"} & words else ActorKind.BUSINESS
    elif lemma == "staff" and "general" in words:
        kind = ActorKind.MILITARY
    elif lemma in ("coalition", "alliance") and _ARMED & words:
        kind = ActorKind.ARMED_GROUP
    elif lemma in ("group", "organisation", "organization", "movement"):
        kind = ActorKind.ARMED_GROUP if _ARMED & words else ActorKind.ORGANISATION
    elif lemma in ("force", "agency", "service") and {"security", "police"} & words:
        kind = ActorKind.POLICE if "police" in words else ActorKind.MILITARY
    elif lemma in ("agency", "service", "office", "station", "network"):
        kind = ActorKind.MEDIA if {"news", "television", "radio", "tv"} & words else ActorKind.ORGANISATION
    return kind


def _is_thing(sentence: Sentence, token: Token, classes: frozenset[str], lex: Lexicon) -> bool:
    """A building or place, not those inside it: "the hospital was hit" against "the hospital said"."""
    if token.lemma == "bomber":
        return token.tag == "NNS" and not any(
            sentence.tokens[i].lower in ("suicide", "car", "truck") for i in token.children
        )
    if token.lemma in ("country", "nation", "homeland") or not classes & (_THINGS | {"vehicle", "weapon", "body_part"}):
        return False
    if classes & {"person", "military", "government", "police"} and not classes & {"facility"}:
        return False
    up = sentence.tokens[token.head]
    if "legislature" in classes and not classes & {"vehicle", "weapon"}:
        asked = token.dep == "dobj" and up.lemma in lex.verbs["human_object"] | _TALKED_TO
        if asked or (token.dep == "pobj" and up.lower in _TOWARD_PEOPLE):
            return False
    return not (token.dep == "nsubj" and up.lemma in lex.verbs["speech"])


def _sector(lemma: str, kind: ActorKind, words: tuple[str, ...], lex: Lexicon) -> str | None:
    told = set(words)
    if {"defence", "defense"} & told and kind in (ActorKind.GOVERNMENT, ActorKind.PERSON):
        return "MIL"
    for word, sector in _SECTOR_WORDS.items():
        if word in told:
            return sector
    if lemma == "general" and {"attorney", "secretary", "director", "governor", "solicitor"} & told:
        return "GOV"
    found = lex.sectors.get(lemma)
    if kind is ActorKind.ARMED_GROUP and found == "CVL":
        return "UAF"
    if kind is ActorKind.MILITARY and found == "COP":
        return "MIL"
    by_kind = {
        ActorKind.CIVILIANS: "CVL",
        ActorKind.PEOPLE: "CVL",
        ActorKind.MILITARY: "MIL",
        ActorKind.POLICE: "COP",
        ActorKind.ARMED_GROUP: "REB",
        ActorKind.MEDIA: "MED",
        ActorKind.PARTY: "PTY",
        ActorKind.BUSINESS: "BUS",
        ActorKind.GOVERNMENT: "GOV",
    }
    return found or by_kind.get(kind)


def _gender(lemma: str, kind: ActorKind, lex: Lexicon) -> str | None:
    if kind is not ActorKind.PERSON:
        return "n"
    return "m" if lemma in lex.lists["men"] else "f" if lemma in lex.lists["women"] else None


def _number(kind: ActorKind, *, plural: bool) -> bool | None:
    """True plural, False one; None where both "it" and "they" are said (government, group)."""
    if plural:
        return True
    return False if kind is ActorKind.PERSON else None


def _rebels(marked: Marked, kids: list[Token]) -> bool:
    """The noun's first modifier is an armed group: "Hamas units"."""
    return any(
        marked.known[i][1].kind is ActorKind.ARMED_GROUP
        for kid in kids
        for i in range(kid.left, kid.i + 1)
        if i in marked.known
    )


def _from_modifiers(marked: Marked, kids: list[Token], lex: Lexicon) -> tuple[str | None, str | None]:
    country = group = None
    for kid in kids:
        for i in range(kid.left, kid.i + 1):
            word = marked.sentence.tokens[i]
            if i in marked.places and kid.dep != "poss":
                country = country or marked.places[i].iso
            elif i in marked.known and kid.dep != "poss":
                group = group or marked.known[i][1].name
            elif word.lower in lex.demonyms and word.text[0].isupper():
                country = country or lex.demonyms[word.lower]
    return country, group
