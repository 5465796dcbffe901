"""The Python API: `read` for one report, `open_engine` for many."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path

from sayso.article import given_date
from sayso.errors import BadInput
from sayso.export.html import reading_html
from sayso.ingest import page_from_bytes
from sayso.lexicon.own import OwnWords
from sayso.lexicon.own_load import load_own
from sayso.nlp.spacy_adapter import DEFAULT_MODEL, SpacyParser
from sayso.pipeline import Engine, read_page
from sayso.places import open_gazetteer
from sayso.records.article import Rejected
from sayso.records.reading import Reading


def open_engine(model: str = DEFAULT_MODEL, gazetteer: Path | None = None, lexicons: tuple[Path, ...] = ()) -> Engine:
    """Model name, gazetteer file (None: the one in the package) and own lexicon folders -> Engine, each loaded once.

    Raises MissingExtra if the model or the gazetteer is not installed, BadLexicon where an own lexicon is wrong.
    """
    engine = _engine(model, gazetteer)
    return replace(engine, own=_own(lexicons)) if lexicons else engine


@cache
def _engine(model: str, gazetteer: Path | None) -> Engine:
    return Engine(parser=SpacyParser(model), gazetteer=open_gazetteer(gazetteer))


@cache
def _own(lexicons: tuple[Path, ...]) -> OwnWords:
    return load_own(lexicons)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReading(Reading):
    """A Reading that notebooks show as a page: article on the left, records on the right."""

    def _repr_html_(self) -> str:
        return reading_html(self)


def read(
    report: str | bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    model: str = DEFAULT_MODEL,
    lexicons: Sequence[str | Path] = (),
) -> ShownReading:
    """One news report (plain text, Markdown or HTML, as text or bytes) -> its Reading.

    `published` (ISO date) and `outlet` win over what the page says; without any publication date, relative times stay
    unresolved. `lexicons` are folders of your own actors, verbs, codes and outlets. Raises BadInput where there is no
    article to read, or `published` is no date, and BadLexicon where a lexicon is wrong.

    >>> reading = read("Rebels shelled the town of Palmyra on Monday, the army said.", published="2015-05-20")
    >>> [event.type.value for event in reading.events]
    ['ASSAULT']
    """
    if published is not None and given_date(published) is None:
        raise BadInput("-", f"not a clear publication date: {published!r} (write it as 2024-03-02)")
    data = report.encode("utf-8", "surrogatepass") if isinstance(report, str) else report
    page = page_from_bytes(data, source="-", url=url, outlet=outlet, published=published)
    reading = read_page(page, open_engine(model, None, tuple(Path(folder) for folder in lexicons)))
    if isinstance(reading, Rejected):
        raise BadInput(reading.source, reading.reason)
    return ShownReading(**{field.name: getattr(reading, field.name) for field in fields(Reading)})
