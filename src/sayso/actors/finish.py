"""Clusters -> Actor records and the token map."""

from sayso.actors.book import Book
from sayso.actors.cluster import Cluster
from sayso.actors.members import inherited_sector
from sayso.actors.own import own_code, stand_as_own
from sayso.codebook.plover import SECTORS
from sayso.codebook.terms import ActorKind
from sayso.ids import ids_within
from sayso.records.actors import Actor, ActorBook, ActorMention
from sayso.records.language import Document
from sayso.text import Span

_STATE = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE})


def finish(document: Document, book: Book, day: str | None = None) -> ActorBook:
    """The linked clusters of an article -> its ActorBook; actors ascend by first mention. `day`: the ISO date of the
    report, where an own actor is one thing until a day and another after.
    """
    stand_as_own(book, day)
    kept = [cluster for cluster in book.clusters if cluster.spans and cluster.kept]
    kept.sort(key=lambda c: (min(c.spans), c.number))
    within = ids_within("ac", document.text)
    ids = {cluster.number: within(cluster.name, cluster.kind, *sorted(cluster.spans)[:2]) for cluster in kept}
    tokens = {
        at: tuple(dict.fromkeys(ids[c.number] for c in clusters if c.number in ids))
        for at, clusters in sorted(book.tokens.items())
    }
    return ActorBook(
        actors=tuple(_actor(document, cluster, book, ids, day) for cluster in kept),
        by_token={at: found for at, found in tokens.items() if found},
    )


def _actor(document: Document, cluster: Cluster, book: Book, ids: dict[int, str], day: str | None) -> Actor:
    member = cluster.member or _state(cluster, book)
    return Actor(
        id=ids[cluster.number],
        name=cluster.name,
        kind=cluster.kind,
        country=cluster.country,
        sector=_sector(cluster),
        title=cluster.title,
        code=own_code(cluster, _sector(cluster), book, day),
        member_of=ids.get(member.number) if member is not None and member is not cluster else None,
        mentions=tuple(
            ActorMention(start=span.start, end=span.end, quote=span.of(document.text), form=cluster.spans[span])
            for span in _outermost(cluster)
        ),
        why=tuple(cluster.rules),
    )


def _state(cluster: Cluster, book: Book) -> Cluster | None:
    """The country that a ministry, an army or an office-holder belongs to."""
    official = cluster.kind in _STATE or (
        cluster.kind is ActorKind.PERSON and cluster.sector in ("GOV", "MIL", "COP", "LEG")
    )
    return book.country(cluster.country) if official and cluster.country else None


def _outermost(cluster: Cluster) -> list[Span]:
    """The mention spans, ascending; of spans with one start only the longest."""
    best: dict[int, Span] = {}
    for span in sorted(cluster.spans):
        best[span.start] = span
    return [best[start] for start in sorted(best)]


def _sector(cluster: Cluster) -> str | None:
    sector = cluster.coded
    if not cluster.named and cluster.member is not None:
        sector = inherited_sector(cluster, cluster.member.coded)
    return sector if sector in SECTORS else None
