"""The language engine and gazetteer that all tests share, loaded once a process."""

import re
from functools import cache

from sayso.codebook.terms import PartKind
from sayso.nlp.spacy_adapter import SpacyParser
from sayso.records.article import Part
from sayso.records.language import Document
from sayso.sentences import build_document


@cache
def parser() -> SpacyParser:
    return SpacyParser()


def parts_of(text: str) -> tuple[Part, ...]:
    """Every line a paragraph."""
    return tuple(Part(kind=PartKind.PARAGRAPH, start=m.start(), end=m.end()) for m in re.finditer(r"[^\s][^\n]*", text))


def document_of(text: str) -> Document:
    """Text -> parsed document, every line a paragraph."""
    return build_document(text, parts_of(text), parser())
