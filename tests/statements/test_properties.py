"""What holds of every reading, whatever the text."""

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.codebook.terms import Act, Form
from sayso.records.statements import FoundStatement
from tests.statements.render import line, read

_PIECES = [
    "the army",
    "he",
    "Reuters",
    "said",
    "told",
    "told AFP",
    "denied",
    "accused",
    "of shelling",
    "that",
    "quoted him as saying",
    "according to",
    "declined to say",
    "according to the agency",
    "X reports",
    "neither confirmed nor denied",
    "unless",
    "provided that",
    "contrary to what",
    "hours after",
    "citing",
    "claimed responsibility for",
    "the town fell",
    "it will not leave",
    "on Monday",
    "in Geneva",
    '"',
    "“",
    "”",
    "''",
    "'",
    "‘",
    "’",
    ",",
    ".",
    ":",
    ";",
    "-",
    "—",
    "\n",
    "\n\n",
    "…",
    "who",
    "and",
    "no",
    "did not",
    "(",
    ")",
    "é",
    "🛰",
]
_TEXTS = (
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40).map(" ".join).filter(lambda text: bool(text.strip()))
)


def _nested_once(statements: tuple[FoundStatement, ...], i: int) -> bool:
    """Does the way from a statement to the outlet pass no statement twice?"""
    passed: list[int] = []
    at: int | None = i
    while at is not None and at not in passed:
        passed.append(at)
        at = statements[at].parent
    return at is None


def _check(text: str) -> None:
    document, statements = read(text)
    assert all(_nested_once(statements, i) for i in range(len(statements)))
    for i, found in enumerate(statements):
        spans = [*found.content, *([found.speaker.span] if found.speaker else []), *(p.span for p in found.via)]
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert 0 <= found.cue.start < found.cue.end <= len(text)
        assert list(found.content) == sorted(found.content)
        assert all(a.end <= b.start for a, b in zip(found.content, found.content[1:], strict=False))
        assert all(s.of(text) == s.of(text).strip() for s in found.content)
        assert found.content or found.act is Act.DECLINE
        assert found.parent is None or (0 <= found.parent < len(statements) and found.parent != i)
        assert found.form in Form
        assert found.why
        assert line(document, i, found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_pieces_of_news_never_raise(text: str) -> None:
    _check(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank, a guard declined to say where, according to the Tabra agency.",
        "The driver declined to say who fired, a nurse said, according to Reuters, the radio reported.",
        "Radio quoted the mayor as saying the dam held, the Tabra agency reports, citing him.",
        "X said, according to Y, that Z said, X reports, according to Y.",
    ],
)
def test_no_statement_stands_in_itself(text: str) -> None:
    _check(text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200).filter(lambda text: bool(text.strip())))
def test_any_text_never_raises(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("text", ['"' * 3000, "he said " * 800, '"He said." ' * 400, "'a " * 3000, "said: " * 600])
def test_hostile_text_ends_soon(text: str) -> None:
    _check(text)


def test_order_of_hashes_does_not_matter() -> None:
    script = (
        "from tests.statements.render import render;"
        'print(render(\'"No," he said. "Never." The army denied it had fired, citing a report by the UN.\', {}))'
    )
    outputs = {
        subprocess.run(  # noqa: S603
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src:."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
