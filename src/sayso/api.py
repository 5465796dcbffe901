"""The Python API: `read` for one report, `open_engine` for many."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from sayso.article import given_date
from sayso.errors import BadInput
from sayso.export.html import reading_html
from sayso.ingest import page_from_bytes
from sayso.nlp.spacy_adapter import DEFAULT_MODEL, SpacyParser
from sayso.pipeline import Engine, read_page
from sayso.places import open_gazetteer
from sayso.records.article import Rejected
from sayso.records.reading import Reading


@cache
def open_engine(model: str = DEFAULT_MODEL, gazetteer: Path | None = None) -> Engine:
    """Model name and gazetteer file (None: the one in the package) -> Engine, loaded once a process.

    Raises MissingExtra if the model or the gazetteer is not installed.
    """
    return Engine(parser=SpacyParser(model), gazetteer=open_gazetteer(gazetteer))


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
) -> ShownReading:
    """One news report (plain text, Markdown or HTML, as text or bytes) -> its Reading.

    `published` (ISO date) and `outlet` win over what the page says; without any publication date, relative times stay
    unresolved. Raises BadInput where there is no article to read, or `published` is no date.

    >>> reading = read("Rebels shelled the town of Palmyra on Monday, the army said.", published="2015-05-20")
    >>> [event.type.value for event in reading.events]
    ['ASSAULT']
    """
    if published is not None and given_date(published) is None:
        raise BadInput("-", f"not a clear publication date: {published!r} (write it as 2024-03-02)")
    data = report.encode("utf-8", "surrogatepass") if isinstance(report, str) else report
    page = page_from_bytes(data, source="-", url=url, outlet=outlet, published=published)
    reading = read_page(page, open_engine(model))
    if isinstance(reading, Rejected):
        raise BadInput(reading.source, reading.reason)
    return ShownReading(**{field.name: getattr(reading, field.name) for field in fields(Reading)})
