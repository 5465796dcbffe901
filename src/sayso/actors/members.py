"""Whom a person speaks or works for, whose forces "our forces" are, and what owned actors are called."""

from dataclasses import dataclass

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.mention import Mention
from sayso.actors.rules import SPOKEN_FOR
from sayso.actors.runs import Marked
from sayso.codebook.terms import ActorKind
from sayso.lexicon.nouns import noun_classes
from sayso.records.language import Document, Token

PRONOUN_OWNERS = frozenset({"its", "his", "her", "their", "whose", "my", "our"})
NOT_MEMBERS = frozenset(
    {
        "rival",
        "enemy",
        "critic",
        "opponent",
        "ally",
        "foe",
        "victim",
        "target",
        "counterpart",
        "hostage",
        "captive",
        "prisoner",
        "neighbour",
        "neighbor",
        "guest",
        "supporter",
        "citizen",
        "national",
        "resident",
        "native",
        "man",
        "woman",
        "child",
    }
)
"""Whoever is somebody's enemy, guest or citizen does not belong to them."""
_COUNTRY_NOUNS = frozenset({"country", "nation", "homeland"})
_BODY_CLASSES = frozenset({"military", "police", "government", "legislature", "judicial", "armed_group"})
_TROOPS = frozenset({"force", "troop", "soldier", "fighter", "army", "military", "man", "unit", "combatant", "militia"})
_ARMED = frozenset({ActorKind.MILITARY, ActorKind.POLICE, ActorKind.ARMED_GROUP})
_INHERITED = frozenset({"REB", "MIL", "COP", "PTY", "UNO", "IGO", "NGO", "GOV", "EUR"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """An actor whose name begins with its possessor, and the words after the possessor."""

    cluster: Cluster
    at: tuple[int, int]
    rest: str


def affiliate(book: Book, marked: Marked, mention: Mention, cluster: Cluster, *, known: bool = False) -> None:
    """Sets whom a person belongs to from the words before the name or noun: "army spokesman X", "an RSF adviser".

    With `known` only well-known groups and institutions count.
    """
    if cluster.kind is not ActorKind.PERSON or cluster.member is not None:
        return
    tokens = marked.sentence.tokens
    head = mention.tokens[0]
    i = head
    while i and tokens[i - 1].start >= mention.span.start:
        i -= 1
    for token in tokens[i:head]:
        if known and token.i not in marked.known:
            continue
        body = _body_of(book, marked, token, (mention.sentence, head))
        if body is not None and body is not cluster:
            cluster.member = body
            cluster.country = cluster.country or body.country
            cluster.sector = inherited_sector(cluster, body.coded)
            return


def _body_of(book: Book, marked: Marked, token: Token, here: tuple[int, int]) -> Cluster | None:
    hit = marked.known.get(token.i)
    if hit is not None:
        return next(iter(book.index.lemma(hit[1].name)), None)
    if token.dep not in ("compound", "nmod", "amod") or token.pos not in ("NOUN", "PROPN"):
        return None
    classes = noun_classes(token.lemma)
    if not classes & _BODY_CLASSES or "person" in classes:
        return None
    seen = [
        (last, c)
        for c in book.index.ending(token.lemma)
        for last in (c.last_before(here),)
        if last is not None and c.kind is not ActorKind.PERSON and ends_in(c, token.lemma)
    ]
    return max(seen, key=lambda row: (row[0], -row[1].number))[1] if seen else None


def ends_in(cluster: Cluster, lemma: str) -> bool:
    """True if the cluster is named or described by the noun: "Sudan's army" by "army", no armed group by "army"."""
    low = cluster.name.lower()
    rebels = cluster.kind is ActorKind.ARMED_GROUP and "armed_group" not in noun_classes(lemma)
    return not rebels and (cluster.lemma.lower() == lemma or low == lemma or low.endswith(f" {lemma}"))


def inherited_sector(cluster: Cluster, member_sector: str | None) -> str | None:
    """Sector of a person from the body the text gives them to: a group's commander is no soldier of a state."""
    if cluster.kind is not ActorKind.PERSON or member_sector not in _INHERITED:
        return cluster.sector
    return member_sector if cluster.sector is None or member_sector == "REB" else cluster.sector


def after_owner(document: Document, mention: Mention) -> str | None:
    """The words of an owned mention after its possessor ("two daughters"), or None where none comes first."""
    if mention.owner is None or mention.owner >= mention.head:
        return None
    sentence = document.sentences[mention.sentence]
    tokens = sentence.tokens
    start = mention.owner + 1
    if start < mention.head and tokens[start].text in _POSSESSIVE:
        start += 1
    elif tokens[mention.owner].lower not in PRONOUN_OWNERS:
        return None
    return " ".join(document.text[tokens[start].start : mention.span.end].split())


def name_owned(document: Document, book: Book, owned: Owned) -> None:
    """Names an actor after its possessor, once pronouns are read: "Musa Danladi's two daughters"."""
    sentence = document.sentences[owned.at[0]]
    possessor = sentence.tokens[owned.at[1]]
    holders = book.tokens.get(owned.at, ())
    if len(holders) == 1 and holders[0] is not owned.cluster:
        owned.cluster.name = _genitive(holders[0], owned.rest)
    elif possessor.lower in PRONOUN_OWNERS:
        owned.cluster.name = owned.rest.removeprefix("own ")


def own_forces(book: Book, at: tuple[int, int], head: Token, side: Cluster) -> None:
    """Reads "our forces" in the mouth of an army: the army itself; of a state: forces that belong to it."""
    found = book.tokens.get((at[0], head.i), ())
    if len(found) != 1 or found[0].named or found[0] is side or head.lemma not in _TROOPS:
        return
    forces = found[0]
    if side.kind in _ARMED:
        book.merge(side, forces)
        side.rules[SPOKEN_FOR] = None
    elif side.kind is ActorKind.COUNTRY:
        forces.member = forces.member or side
        forces.country = forces.country or side.country


def officers(book: Book, mention: Mention) -> Mention:
    """Reads "officers" as police where the article has police and no soldiers."""
    if mention.lemma != "officer" or mention.modifiers or mention.kind is not ActorKind.MILITARY:
        return mention
    if not book.index.kind(ActorKind.POLICE) or book.index.kind(ActorKind.MILITARY):
        return mention
    return mention._replace(kind=ActorKind.POLICE, sector="COP")


def claim(cluster: Cluster, owner: Cluster | None, mention: Mention) -> None:
    """Gives a body its state where a later mention tells it: "Army denies ...", then "Sudan's army"."""
    if cluster.kind in (ActorKind.PERSON, ActorKind.COUNTRY, ActorKind.PEOPLE):
        return
    country = mention.country or (owner.country if owner is not None and owner.kind is ActorKind.COUNTRY else None)
    if cluster.country is None and country is not None and " " not in cluster.name:
        cluster.country = country
        if owner is not None and owner.kind is ActorKind.COUNTRY and cluster.name.lower() == mention.lemma:
            cluster.name = _genitive(owner, mention.lemma)
            cluster.owner = cluster.owner or owner


def _genitive(holder: Cluster, rest: str) -> str:
    several = holder.plural is True or holder.kind is ActorKind.COUNTRY or not holder.named
    return f"{holder.name}' {rest}" if several and holder.name.endswith("s") else f"{holder.name}'s {rest}"
