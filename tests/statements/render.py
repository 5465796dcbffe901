"""Statements as lines for the case book."""

from dataclasses import replace

from sayso.codebook.terms import PartKind
from sayso.places import find_places, open_gazetteer
from sayso.records.base import Phrase
from sayso.records.language import Document
from sayso.records.statements import FoundStatement
from sayso.sentences import build_document
from sayso.statements import find_statements
from sayso.times import find_times
from tests.engine import parser, parts_of


def read(text: str, *, headline: bool = False) -> tuple[Document, tuple[FoundStatement, ...]]:
    """Text -> document and statements; with `headline` the first line is one."""
    parts = parts_of(text)
    if headline:
        parts = (replace(parts[0], kind=PartKind.HEADLINE), *parts[1:])
    document = build_document(text, parts, parser())
    return document, find_statements(document, find_times(document), find_places(document, open_gazetteer()))


def render(text: str, options: dict[str, str]) -> list[str]:
    """Text -> one line a statement; the option headline=yes makes the first line a headline."""
    document, statements = read(text, headline=options.get("headline") == "yes")
    return [line(document, number, statement) for number, statement in enumerate(statements)]


def line(document: Document, number: int, found: FoundStatement) -> str:
    """number speaker <cue> content | form act, who relayed it, addressed, when, where, why."""
    text = document.text

    def words(phrases: tuple[Phrase, ...]) -> str:
        return " + ".join(phrase.span.of(text) for phrase in phrases)

    pieces = [
        str(number),
        words((found.speaker,)) if found.speaker else "-",
        f"<{text[found.cue.start : found.cue.end]}>",
        " / ".join(f"{{{span.of(text)}}}" for span in found.content) or "{}",
        f"{found.form} {found.act}",
    ]
    pieces += ["impersonal"] if found.impersonal else []
    pieces += [f"speakers={words(found.speakers)}"] if len(found.speakers) > 1 else []
    pieces += ["negated"] if found.negated else []
    pieces += [f"via={words(found.via)}"] if found.via else []
    pieces += [f"parent={found.parent}"] if found.parent is not None else []
    pieces += [f"to={words(found.audience)}"] if found.audience else []
    pieces += [f"time={found.time.of(text)}"] if found.time else []
    pieces += [f"place={found.place.of(text)}"] if found.place else []
    return " ".join([*pieces, "|", *(rule.removeprefix("statements.") for rule in found.why)])
