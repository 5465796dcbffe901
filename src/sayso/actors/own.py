"""What the user's own actors say of the actors of an article: kind, country, sector, membership, code."""

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.codebook.terms import ActorKind
from sayso.lexicon.own import OwnActor
from sayso.lexicon.rules import ACTORS


def stand_as_own(book: Book, day: str | None) -> None:
    """Gives every cluster that is an own actor what its entry says for that day."""
    own_countries = book.lex.own_countries
    for cluster in book.clusters:
        if cluster.kind is ActorKind.COUNTRY and cluster.own is None:
            cluster.own = own_countries.get(cluster.country or "")
        own = cluster.own
        if own is None:
            continue
        cluster.rules[ACTORS] = None
        cluster.name, cluster.country = own.name, own.country or cluster.country
        if cluster.kind is not ActorKind.COUNTRY:
            cluster.kind = own.kind
        standing = own.on(day)
        cluster.sector = standing.sector or cluster.sector
        if standing.member_of is not None:
            cluster.member = _named(book, standing.member_of) or cluster.member


def own_code(cluster: Cluster, sector: str | None, book: Book, day: str | None) -> str | None:
    """The user's own code of an actor: its entry's, else that of its country followed by that of its kind or sector. A
    country without a code keeps its own, none is as the codes say of `none`; somebody of whom only the country is
    known has the country's.
    """
    standing = cluster.own.on(day) if cluster.own is not None else None
    if standing is not None and standing.code is not None:
        return standing.code
    codes = book.lex.own.coded
    country = _country_code(cluster.country, book)
    if cluster.kind is ActorKind.COUNTRY:
        return country
    what = codes.get(("kind", cluster.kind.value)) or codes.get(("sector", sector or ""))
    if what is None:
        return country if sector is None and cluster.kind is ActorKind.PERSON else None
    return (country or cluster.country or codes.get(("country", "none"), "")) + what


def _country_code(iso: str | None, book: Book) -> str | None:
    """The own code of a country: from its entry among the actors, else from the codes."""
    entry: OwnActor | None = book.lex.own_countries.get(iso or "")
    if entry is not None and entry.code is not None:
        return entry.code
    return book.lex.own.coded.get(("country", iso or ""))


def _named(book: Book, group: str) -> Cluster | None:
    """The actor of the article that an entry's member_of names: an own actor, or a country by its code."""
    found = next((c for c in book.clusters if c.own is not None and c.own.name == group), None)
    return found or book.country(group)
