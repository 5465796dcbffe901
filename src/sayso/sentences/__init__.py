"""Article -> Document: parsed sentences and paired quotations."""

from sayso.sentences.document import build_document

__all__ = ["build_document"]
