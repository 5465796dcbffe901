"""The country of actors whose own words do not tell it: a place beside them, the article's only one."""

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.rules import BESIDE_PLACE, ONLY_COUNTRY
from sayso.codebook.terms import ActorKind
from sayso.nlp.tree import child, children
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace

_AT_HOME = frozenset(
    {
        ActorKind.GOVERNMENT,
        ActorKind.MILITARY,
        ActorKind.POLICE,
        ActorKind.PARTY,
        ActorKind.ARMED_GROUP,
        ActorKind.ORGANISATION,
        ActorKind.PEOPLE,
        ActorKind.CIVILIANS,
        ActorKind.PERSON,
        ActorKind.UNNAMED,
    }
)
_BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.PARTY})
_OFFICES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "OPP", "SPY"})
_ABROAD = frozenset(
    {"tourist", "foreigner", "migrant", "refugee", "immigrant", "journalist", "reporter", "peacekeeper", "mercenary"}
    | {"observer", "monitor", "inspector", "diplomat", "ambassador", "envoy", "correspondent", "source", "analyst"}
    | {"expert", "worker", "mission", "coalition", "ally", "counterpart", "embassy", "consulate", "player", "team"}
)
"""Who is often far from home, or speaks of no state."""
_WORLDLY = frozenset({"president", "premier", "minister", "king", "queen", "emir", "chancellor", "leader", "pope"})
"""Titles whose bearers reports name abroad without their country."""
_NO_STATE = frozenset({"IGO", "UNO", "NGO", "MNC"})
_TWO = 2
_INSIDE = frozenset({"in", "of", "from", "throughout", "across"})


def give_homes(document: Document, book: Book, places: tuple[FoundPlace, ...]) -> None:
    """Gives actors without a country that of a place beside them, or the only one of the article."""
    named = {(p.sentence, p.head): p.candidates[0].country for p in places if p.form == "name" and p.candidates}
    told = {p.candidates[0].country for p in places if p.candidates} | {c.country for c in book.clusters if c.kept}
    known = sorted(country for country in told if country)
    only = known[0] if len(known) == 1 else None
    for cluster in book.clusters:
        _people(cluster, book)
        if cluster.country or not cluster.kept or cluster.kind not in _AT_HOME or cluster.coded in _NO_STATE:
            continue
        if cluster.member is not None and (cluster.member.country or cluster.member.coded in _NO_STATE):
            continue
        found = _beside(document, cluster, named), only if _of_state(cluster) else None
        for country, rule in zip(found, (BESIDE_PLACE, ONLY_COUNTRY), strict=True):
            if country:
                cluster.country = country
                cluster.rules[rule] = None
                break


def _people(cluster: Cluster, book: Book) -> None:
    """Reads "Young Algerians" as the people, whom a capital before them makes look like a person; no state's people
    are those told to be ethnic ones.
    """
    words = cluster.name.lower().split()
    if cluster.kind is not ActorKind.PERSON or len(words) < _TWO or not words[-1].endswith("s"):
        return
    iso = book.lex.demonyms.get(words[-1])
    if iso is not None and words[-1][:-1] in book.lex.demonyms:
        cluster.kind = ActorKind.PEOPLE
        cluster.country = cluster.country or (None if "ethnic" in words else iso)


def _beside(document: Document, cluster: Cluster, named: dict[tuple[int, int], str | None]) -> str | None:
    """The country of a place in the actor's own words: "opposition groups in Harare", "Khartoum officials"."""
    if cluster.lemma.lower() in _ABROAD:
        return None
    if cluster.named and (cluster.kind is not ActorKind.PERSON or cluster.sector not in _OFFICES):
        return None
    for number, i in cluster.places:
        sentence = document.sentences[number]
        if sentence.tokens[i].pos in ("NOUN", "PROPN"):
            for place in _near(sentence, sentence.tokens[i], whose=cluster.named):
                country = named.get((number, place.i))
                if country:
                    return country
    return None


def _near(sentence: Sentence, head: Token, *, whose: bool) -> list[Token]:
    """The names before the noun and behind its prepositions of place; of a named person only those before."""
    found = [c for c in children(sentence, head, "compound", "nmod", "poss") if c.i < head.i]
    if whose:
        return found
    for prep in children(sentence, head, "prep"):
        inner = child(sentence, prep, "pobj") if prep.lower in _INSIDE and prep.i > head.i else None
        if inner is not None:
            found += [inner, *children(sentence, inner, "appos", "poss", "compound")]
    return found


def _of_state(cluster: Cluster) -> bool:
    """True for officials, bodies and crowds that an article of one country has at home."""
    if cluster.lemma.lower() in _ABROAD or (cluster.named and cluster.kind is ActorKind.ORGANISATION):
        return cluster.kind is ActorKind.ORGANISATION and cluster.sector in _OFFICES
    if cluster.named and not _WORLDLY.isdisjoint((cluster.title or "").lower().split()):
        return False
    if cluster.kind in (ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.ORGANISATION):
        return cluster.sector in _OFFICES
    return cluster.kind in _BODIES or not cluster.named or cluster.kind is ActorKind.ARMED_GROUP
