"""A run of names without title or known given name: person, body, or left for the rest of the article to settle."""

from collections.abc import Sequence

from sayso.actors.lexicon import Lexicon
from sayso.actors.mention import Mention
from sayso.actors.roles import LOCATIVE
from sayso.actors.rules import NAME_BODY
from sayso.actors.runs import Marked
from sayso.codebook.terms import ActorKind
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import children
from sayso.records.language import Token

_INSIDE = frozenset({"in", "at", "near", "inside", "outside", "into", "within"})
_SORTS = (
    ("media", ActorKind.MEDIA),
    ("party", ActorKind.PARTY),
    ("armed_group", ActorKind.ARMED_GROUP),
    ("business", ActorKind.BUSINESS),
    ("organisation", ActorKind.ORGANISATION),
)
_ALLIED = frozenset({"military", "organisation", "armed_group", "party"})
_ARMED = frozenset({"rebel", "militant", "insurgent", "armed", "guerrilla", "jihadist", "separatist", "islamist"})
_THINGS = frozenset({"place", "facility", "infrastructure", "vehicle", "weapon", "document", "event"})


def weigh(marked: Marked, mention: Mention, lex: Lexicon) -> Mention | None:
    """A run that has neither title nor known given name: person, body, or undecided (`sure` False)."""
    sentence, tokens = marked.sentence, marked.sentence.tokens
    head = tokens[mention.head]
    sort = _sort(marked.sentence.tokens, mention)
    if sort is not None:
        return mention._replace(kind=sort, rule=NAME_BODY, gender="n", plural=None)
    if _names_thing(marked.sentence.tokens, mention.tokens[-1] + 1):
        return None
    name = mention.name or ""
    kids = list(children(sentence, head))
    letters = name.replace(".", "").replace("-", "")
    acronym = letters.isupper() and " " not in name and 2 <= len(letters) <= 10 and not marked.styled
    if acronym or any(c.lower == "the" for c in kids):
        return mention._replace(kind=ActorKind.ORGANISATION, rule=NAME_BODY, gender="n", sure=False)
    described = any(c.dep == "appos" and noun_classes(c.lemma) & {"person"} for c in kids)
    up = tokens[head.head]
    described = described or (head.dep == "appos" and bool(noun_classes(up.lemma) & {"person"}))
    aged = any(c.dep in ("appos", "npadvmod", "nummod") and c.tag == "CD" and c.i > head.i for c in kids)
    speaks = head.dep == "nsubj" and up.lemma in lex.verbs["speech"]
    owns = head.dep == "poss" and up.lemma in lex.lists["human_possession"]
    acts = head.dep in ("nsubj", "nsubjpass") or owns or (head.dep == "dobj" and up.lemma in lex.verbs["human_object"])
    acts = acts or (head.dep == "pobj" and up.dep == "agent")
    sure = described or aged or speaks or (owns and len(name.split()) == 1)
    before = tokens[mention.tokens[0] - 1].lower if mention.tokens[0] else ""
    struck = up.lower == "on" and tokens[up.head].lemma in lex.nouns["strike"] and " " not in name
    if before in LOCATIVE or (head.dep == "pobj" and (up.lower in LOCATIVE or struck)):
        inside = before in _INSIDE or (head.dep == "pobj" and up.lower in _INSIDE)
        return mention._replace(sure=False, plural=None, acting=False, place_like=struck or inside)
    if not (described or aged or owns) and _assaulted(head, up, lex):
        return mention._replace(sure=False, plural=None, acting=False, place_like=True)
    return mention._replace(sure=sure, plural=False if sure or (acts and len(name.split()) <= 4) else None)


def _assaulted(head: Token, up: Token, lex: Lexicon) -> bool:
    """The object of a verb that towns suffer: "shelled X", "X was captured"."""
    return head.dep in ("dobj", "nsubjpass") and up.lemma in lex.verbs["taken"]


def _sort(tokens: Sequence[Token], mention: Mention) -> ActorKind | None:
    """What the noun right before the name says it is: "the broadcaster X", "the militia Y"."""
    i = mention.tokens[0]
    noun = tokens[i - 1] if i else None
    if noun is None or noun.tag != "NN" or not noun.text.islower():
        return None
    tied = noun.head in mention.tokens or any(tokens[k].head == noun.i for k in mention.tokens)
    classes = noun_classes(noun.lemma)
    if not tied or "person" in classes:
        return None
    if classes & _ALLIED and any(t.lower in _ARMED for t in tokens[max(0, i - 3) : i - 1]):
        return ActorKind.ARMED_GROUP
    return next((kind for name, kind in _SORTS if name in classes), None)


def _names_thing(tokens: Sequence[Token], i: int) -> bool:
    """The name goes on with common nouns that end in a thing: "X oil pipeline"."""
    last: Token | None = None
    while i < len(tokens) and tokens[i].tag in ("NN", "NNS"):
        last, i = tokens[i], i + 1
    return last is not None and bool(noun_classes(last.lemma)) and noun_classes(last.lemma) <= _THINGS
