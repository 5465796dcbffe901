"""Posts of social media: what stands above or before "— Name (@handle) March 3, 2024" is said by that name."""

import re
from collections.abc import Iterator

from sayso.codebook.terms import Act, PartKind
from sayso.nlp.tree import phrase
from sayso.records.base import Phrase
from sayso.records.language import Sentence
from sayso.statements import rules
from sayso.statements.draft import Draft, View
from sayso.statements.nominal import named
from sayso.text import Span

_SIGNED = re.compile(r"(?P<dash>[—–―-]) ?(?P<name>[^@()\n]{2,60}?) ?\(@(?P<handle>\w{1,30})\)(?P<when>[^\n]{0,40})$")
_REACH = 70


def posts(view: View) -> Iterator[Draft]:
    """A draft for every post of the article that its author's name and handle sign."""
    sentences = view.parts
    for number, part in enumerate(view.document.parts):
        m = _SIGNED.search(view.text, max(part.start, part.end - 60 - _REACH), part.end)
        if m is None or part.kind is PartKind.HEADLINE or number not in sentences:
            continue
        author = _author(sentences[number], m.start("name"), m.end("name"))
        home = next((s for s in sentences[number] if s.start <= m.start("dash") < s.end), None)
        mark = home.token_at(m.start("dash")) if home is not None else None
        content = _content(view, number, m.start("dash"))
        if author is not None and home is not None and mark is not None and content:
            yield Draft(
                sentence=home,
                spot=mark,
                cue=Span(mark.start, mark.end),
                lemma="-",
                act=Act.ASSERT,
                rule=rules.POST,
                speaker=author,
                content=content,
            )


def _content(view: View, number: int, dash: int) -> list[Span]:
    """What stands before the dash in its part; where nothing does, the paragraph above."""
    part = view.document.parts[number]
    if view.text[part.start : dash].strip():
        return [Span(part.start, dash)]
    above = view.document.parts[number - 1] if number else None
    if above is None or above.section != part.section or above.kind is not PartKind.PARAGRAPH:
        return []
    return [Span(above.start, above.end)]


def _author(sentences: list[Sentence], start: int, end: int) -> Phrase | None:
    for sentence in sentences:
        tokens = tuple(t for t in sentence.tokens if start <= t.start < end and t.text[0].isalnum())
        if tokens:
            return named(sentence, tokens) if len(tokens) > 1 else phrase(sentence, tokens[0])
    return None
