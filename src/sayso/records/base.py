"""What all records share: rule ids, evidence, phrases."""

from dataclasses import dataclass
from typing import NewType

from sayso.text import Span

RuleId = NewType("RuleId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule as `sayso explain --rule` recites it. `id` is ``stage.what`` and permanent; `source` names the codebook
    section, paper or measurement behind it.
    """

    id: RuleId
    doc: str
    source: str = "sayso"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A stretch of ``article.text`` and the characters found there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase in a sentence: `head` is the token index of its head in that sentence, `span` is in article text.

    Statements, events and tolls point at actors by phrases; the actors stage turns phrases into actors.
    """

    sentence: int
    head: int
    span: Span
