"""The index of who is speaking agrees with looking at every statement."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.codebook.terms import Act, Form
from sayso.records.statements import Cue, FoundStatement, Voices
from sayso.text import Span

PLAIN = FoundStatement(
    sentence=0, speaker=None, via=(), parent=None, cue=Cue(start=0, end=1, lemma="say"), content=(), form=Form.INDIRECT,
    act=Act.ASSERT, negated=False, audience=(), time=None, place=None, why=(),
)  # fmt: skip
SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 40), st.integers(1, 20))


@given(st.lists(st.lists(SPANS, max_size=3), max_size=8), st.integers(0, 70))
def test_innermost(contents: list[list[Span]], offset: int) -> None:
    statements = [replace(PLAIN, content=tuple(spans)) for spans in contents]
    holding = [
        (sum(span.end - span.start for span in spans), -index)
        for index, spans in enumerate(contents)
        if any(span.start <= offset < span.end for span in spans)
    ]
    expected = -min(holding)[1] if holding else None
    assert Voices(statements).said_in(offset) == expected
