"""Sentences and quotations as lines for the case book."""

import re

from sayso.codebook.terms import PartKind
from sayso.records.article import Part
from sayso.sentences import build_document
from tests.engine import parser


def render(text: str, options: dict[str, str]) -> list[str]:
    """Text -> a line a sentence, a line a quotation; tokens=yes shows words, headline=yes makes the first line one."""
    parts = tuple(
        Part(
            kind=PartKind.HEADLINE if number == 0 and "headline" in options else PartKind.PARAGRAPH,
            start=m.start(),
            end=m.end(),
        )
        for number, m in enumerate(re.finditer(r"[^\s][^\n]*", text))
    )
    document = build_document(text, parts, parser())
    lines = []
    for sentence in document.sentences:
        words = [f"{token.text}/{token.tag}" for token in sentence.tokens]
        shown = " ".join(words) if "tokens" in options else text[sentence.start : sentence.end]
        lines.append(f"sentence {shown}")
    for quotation in document.quotations:
        inner = " | ".join(span.of(text) for span in quotation.inner)
        lines.append(f"quotation {inner}" + ("" if quotation.closed else " (not closed)"))
    return lines
