"""The way through the house: the one place that knows the order of the stages. No thresholds, no rules."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.actors import find_actors
from sayso.article import clean
from sayso.confidence import scored
from sayso.errors import BadLexicon
from sayso.events import find_events
from sayso.events.lexicon import lexicon as event_words
from sayso.lexicon import digest
from sayso.lexicon.own import NOTHING, OwnWords
from sayso.nlp.port import Parser
from sayso.places import Gazetteer, find_places, resolve_places
from sayso.records.article import Cleaned, Page, Rejected
from sayso.records.base import Phrase
from sayso.records.events import FoundEvent
from sayso.records.language import Document
from sayso.records.places import FoundPlace
from sayso.records.reading import Manifest, Reading
from sayso.records.statements import FoundStatement
from sayso.records.times import FoundTime
from sayso.records.tolls import FoundToll
from sayso.resolve import Findings, assemble, located
from sayso.sentences import build_document
from sayso.sentences.own import with_own_lists
from sayso.statements import answers, find_statements
from sayso.times import find_times, resolve_times
from sayso.tolls import find_tolls
from sayso.version import SCHEMA, __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """What a reading needs besides the article: a language engine, a gazetteer, own words, if any."""

    parser: Parser
    gazetteer: Gazetteer
    own: OwnWords = NOTHING

    @property
    def manifest(self) -> Manifest:
        """Versions and digests that identify what made a reading."""
        return Manifest(
            version=__version__,
            schema=SCHEMA,
            lexicon=digest(),
            gazetteer=self.gazetteer.digest,
            model=self.parser.name,
            own=self.own.digest,
        )


def built(own: OwnWords) -> tuple[str, ...]:
    """What is wrong with own words only when the stages' tables are made of them: classes of nouns that are none."""
    try:
        event_words(own)
    except BadLexicon as error:
        return (str(error),)
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the finding stages saw in one document."""

    times: tuple[FoundTime, ...]
    places: tuple[FoundPlace, ...]
    statements: tuple[FoundStatement, ...]
    events: tuple[FoundEvent, ...]
    tolls: tuple[FoundToll, ...]


def read_page(page: Page, engine: Engine, *, stage: Callable[[str], None] = lambda _: None) -> Reading | Rejected:
    """Page -> Reading, or Rejected with the reason. `stage` is told the name of each stage before it runs."""
    stage("article")
    cleaned = clean(page)
    return cleaned if isinstance(cleaned, Rejected) else read_article(cleaned, engine, stage=stage)


def read_article(cleaned: Cleaned, engine: Engine, *, stage: Callable[[str], None] = lambda _: None) -> Reading:
    """A clean article -> its Reading. Pure: same article and engine, same records."""
    home = engine.own.outlet(cleaned.article.outlet, cleaned.article.url)
    if home is not None:
        cleaned = replace(cleaned, article=replace(cleaned.article, outlet=home.name))
    article = cleaned.article
    stage("sentences")
    document = with_own_lists(build_document(article.text, article.parts, engine.parser), engine.own)
    found = find_all(document, engine, stage=stage)
    stage("actors")
    day = article.published.start[:10] if article.published else None
    book = find_actors(
        document, found.places, phrases_of(found), answers=answers(found.statements), own=engine.own, day=day
    )
    stage("resolve")
    findings = Findings(
        statements=found.statements,
        events=found.events,
        tolls=found.tolls,
        book=book,
        own=engine.own,
        found_times=found.times,
        times=resolve_times(found.times, document, article.published),
        places=resolve_places(
            located(found.places, book),
            document,
            dateline=article.dateline.place if article.dateline else None,
            outlet=article.outlet or article.url,
            gazetteer=engine.gazetteer,
            home=home,
            context=found.places,
        ),
    )
    stage("confidence")
    return scored(assemble(cleaned, document, findings, engine.manifest))


def find_all(document: Document, engine: Engine, *, stage: Callable[[str], None] = lambda _: None) -> Found:
    """Document -> times, places, statements, events and tolls as found, not yet resolved."""
    stage("times")
    times = find_times(document)
    stage("places")
    places = find_places(document, engine.gazetteer, own=engine.own)
    stage("statements")
    statements = find_statements(document, times, places, own=engine.own)
    stage("events")
    events = find_events(document, statements, times, places, own=engine.own)
    stage("tolls")
    tolls = find_tolls(document, statements, events, times, places)
    return Found(times=times, places=places, statements=statements, events=events, tolls=tolls)


def phrases_of(found: Found) -> tuple[Phrase, ...]:
    """Every phrase that a statement, event or toll points at as someone, without repeats, in text order."""
    phrases: set[Phrase] = set()
    for statement in found.statements:
        phrases.update(statement.via, statement.audience, statement.speakers)
        phrases.update([statement.speaker] if statement.speaker else [])
    for event in found.events:
        phrases.update(event.actors, event.recipients)
    phrases.update(toll.side for toll in found.tolls if toll.side)
    return tuple(sorted(phrases, key=lambda phrase: (phrase.sentence, phrase.head, phrase.span)))
