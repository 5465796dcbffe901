"""The reading of one article: everything `sayso read` prints."""

from dataclasses import dataclass

from sayso.records.actors import Actor
from sayso.records.article import Article, Dropped
from sayso.records.events import Event
from sayso.records.places import Place
from sayso.records.statements import Statement
from sayso.records.times import Time
from sayso.records.tolls import Toll


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What made the reading: program version, schema version, digests of lexicon and gazetteer, language model, and the
    digest of the user's own words where there are any.
    """

    version: str
    schema: str
    lexicon: str
    gazetteer: str
    model: str
    own: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article, read. Records ascend by their first character."""

    sayso: Manifest
    article: Article
    dropped: tuple[Dropped, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    tolls: tuple[Toll, ...]
