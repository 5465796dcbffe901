"""Gold texts as documents: offsets stay those of the gold file."""

import re

from sayso.codebook.terms import PartKind
from sayso.pipeline import Engine
from sayso.records.article import Part
from sayso.records.language import Document
from sayso.sentences import build_document

PARAGRAPHS = {False: re.compile(r"[^\s][^\n]*"), True: re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*", re.ASCII)}
"""What a paragraph is: a line, or in hard-wrapped texts what stands between blank lines."""


def document_of(text: str, engine: Engine, *, hard_wrapped: bool = False) -> Document:
    """Text -> parsed document with the offsets of `text`.

    Every line is a paragraph; with `hard_wrapped`, lines are joined and only blank lines part paragraphs.
    """
    pattern = PARAGRAPHS[hard_wrapped]
    parts = tuple(Part(kind=PartKind.PARAGRAPH, start=m.start(), end=m.end()) for m in pattern.finditer(text))
    return build_document(text, parts, engine.parser)
