"""Gold texts as documents: offsets stay those of the gold file."""

import re

from sayso.codebook.terms import PartKind
from sayso.pipeline import Engine
from sayso.records.article import Part
from sayso.records.language import Document
from sayso.sentences import build_document

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*", re.ASCII)


def document_of(text: str, engine: Engine, *, hard_wrapped: bool = False) -> Document:
    """Text -> parsed document with the offsets of `text`.

    Every line is a paragraph; with `hard_wrapped`, lines are joined and only blank lines part paragraphs.
    """
    pattern = _PARAGRAPH if hard_wrapped else re.compile(r"[^\s][^\n]*")
    parts = tuple(Part(kind=PartKind.PARAGRAPH, start=m.start(), end=m.end()) for m in pattern.finditer(text))
    return build_document(text, parts, engine.parser)
