"""What is said without quotation marks, in answers, turns and posts, and who says it: whom "I" and "we" stand for."""

from collections.abc import Sequence

from sayso.records.base import Phrase
from sayso.records.statements import FoundStatement
from sayso.statements import rules
from sayso.text import Span

_TURNS = frozenset({rules.LABEL, rules.DIALOGUE, rules.BLOCK, rules.POST})


def answers(statements: Sequence[FoundStatement]) -> tuple[tuple[Span, Phrase], ...]:
    """Found statements -> the contents of those that are whole turns, each with its speaker, in text order."""
    found = [
        (span, statement.speaker)
        for statement in statements
        if statement.speaker is not None and not _TURNS.isdisjoint(statement.why)
        for span in statement.content
    ]
    return tuple(sorted(found, key=lambda turn: turn[0]))
