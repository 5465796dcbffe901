"""Long texts -> pieces that a parser can hold in memory, and the tokens of the pieces -> the tokens of the text."""

import re
from collections.abc import Sequence

from sayso.nlp.port import ParsedToken, Parser

# No paragraph of a report comes near; a text in one piece of 400,000 characters takes 2 GB to parse.
MAX_PIECE = 20_000
# Tokenizers take quadratic time over a run without spaces: 37 seconds over 10,000 brackets.
MAX_RUN = 300
RUN = re.compile(rf"\S{{{MAX_RUN}}}")
# No sentence of a report has so many tokens; runaway text has, and every stage meets it in pieces.
MAX_SENTENCE = 400


def parse_pieces(texts: Sequence[str], parser: Parser) -> list[list[ParsedToken]]:
    """Texts -> their tokens, as `Parser.parse` gives them; a text of more than MAX_PIECE characters, or with
    more than MAX_RUN of them without a space, is parsed piecemeal.
    """
    if not any(len(text) > MAX_PIECE or RUN.search(text) for text in texts):
        return parser.parse(texts)
    cuts = [_cuts(text) for text in texts]
    pieces = [text[a:b] for text, ends in zip(texts, cuts, strict=True) for a, b in ends]
    parsed = iter(parser.parse(pieces))
    return [_joined([(start, next(parsed)) for start, _ in ends]) for ends in cuts]


def groups(tokens: Sequence[ParsedToken]) -> list[range]:
    """The tokens of a text -> its sentences; one of more than MAX_SENTENCE tokens is cut, so that no stage meets it."""
    if not tokens:
        return []
    starts = [i for i, token in enumerate(tokens) if token.sent_start or i == 0]
    return [
        range(start, min(start + MAX_SENTENCE, b))
        for a, b in zip(starts, [*starts[1:], len(tokens)], strict=True)
        for start in range(a, b, MAX_SENTENCE)
    ]


def _cuts(text: str) -> list[tuple[int, int]]:
    """[start, end) of the pieces: within long runs without spaces every MAX_RUN characters, else after a full stop in
    the second half of a piece, else at a space.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*(m.end() for m in RUN.finditer(text)), len(text)]:
        while end - start > MAX_PIECE:
            half, limit = start + MAX_PIECE // 2, start + MAX_PIECE
            stop, space = text.rfind(". ", half, limit), text.rfind(" ", half, limit)
            cut = stop + 1 if stop >= 0 else space if space >= 0 else limit
            found.append((start, cut))
            start = cut
        if end > start or not found:
            found.append((start, end))
        start = end
    return found


def _joined(pieces: Sequence[tuple[int, Sequence[ParsedToken]]]) -> list[ParsedToken]:
    tokens: list[ParsedToken] = []
    for offset, found in pieces:
        shift = len(tokens)
        tokens += [
            token._replace(start=token.start + offset, end=token.end + offset, head=token.head + shift)
            for token in found
        ]
    return tokens
