"""Runaway texts are parsed in pieces: memory and sentence length stay bounded, offsets stay right."""

from sayso.sentences.pieces import MAX_PIECE, MAX_RUN, MAX_SENTENCE, parse_pieces
from tests.engine import document_of, parser


def test_a_long_text_is_cut_at_full_stops_and_keeps_its_offsets() -> None:
    text = "Shells hit the town. Two traders were killed there on Monday. " * (MAX_PIECE // 40)
    (tokens,) = parse_pieces([text], parser())
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(0 <= token.head < len(tokens) and abs(token.head - i) < 40 for i, token in enumerate(tokens))
    assert "".join(token.text for token in tokens) == text.replace(" ", "")


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    (tokens,) = parse_pieces(["x" * (2 * MAX_PIECE + 5)], parser())
    assert "".join(token.text for token in tokens) == "x" * (2 * MAX_PIECE + 5)


def test_runs_without_spaces_are_cut_in_short_texts_too() -> None:
    text = "He said: " + "(" * (3 * MAX_RUN + 7) + "Shells hit the town."
    (tokens,) = parse_pieces([text], parser())
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == text.replace(" ", "")


def test_no_sentence_is_longer_than_the_limit() -> None:
    document = document_of("and 12 " * 1_000)
    assert sum(len(sentence.tokens) for sentence in document.sentences) == 2_000
    assert max(len(sentence.tokens) for sentence in document.sentences) == MAX_SENTENCE
