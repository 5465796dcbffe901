"""Gold texts as whole readings: every record there is, with the offsets of the gold file."""

import hashlib

from sayso.article import given_date
from sayso.codebook.terms import PartKind
from sayso.evaluation.text import PARAGRAPHS
from sayso.ids import content_id
from sayso.pipeline import Engine, read_article
from sayso.records.article import Article, Cleaned, Part, Raw
from sayso.records.reading import Reading
from sayso.text import OffsetMap


def reading_of(
    text: str, engine: Engine, *, date: str | None = None, url: str | None = None, hard_wrapped: bool = False
) -> Reading:
    """Text, date and address as the gold file has them -> the reading of exactly this text; nothing is cleaned away.

    Every line is a paragraph; with `hard_wrapped`, lines are joined and only blank lines part paragraphs.
    """
    raw = text.encode("utf-8", "surrogatepass")
    pattern = PARAGRAPHS[hard_wrapped]
    article = Article(
        id=content_id("ar", text, date or ""),
        url=url,
        outlet=None,
        headline=None,
        bylines=(),
        credits=(),
        dateline=None,
        published=given_date(date) if date else None,
        language="en",
        text=text,
        parts=tuple(Part(kind=PartKind.PARAGRAPH, start=m.start(), end=m.end()) for m in pattern.finditer(text)),
        raw=Raw(sha256=hashlib.sha256(raw).hexdigest(), bytes=len(raw), media_type="text/plain"),
        offset_map=OffsetMap(((0, 0, len(text), len(text)),)),
    )
    return read_article(Cleaned(article=article, dropped=()), engine)
