"""Long texts -> pieces that a parser can hold in memory, and the tokens of the pieces -> the tokens of the text."""

from collections.abc import Sequence

from sayso.nlp.port import ParsedToken, Parser

# No paragraph of a report comes near; a text in one piece of 400,000 characters takes 2 GB to parse.
MAX_PIECE = 20_000
# No sentence of a report has so many tokens; runaway text has, and every stage meets it in pieces.
MAX_SENTENCE = 400


def parse_pieces(texts: Sequence[str], parser: Parser) -> list[list[ParsedToken]]:
    """Texts -> their tokens, as `Parser.parse` gives them; texts over MAX_PIECE characters are parsed piecemeal."""
    if all(len(text) <= MAX_PIECE for text in texts):
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
    """[start, end) of the pieces: cut after a full stop if there is one in the second half, else at a space."""
    found: list[tuple[int, int]] = []
    start = 0
    while len(text) - start > MAX_PIECE:
        half, limit = start + MAX_PIECE // 2, start + MAX_PIECE
        stop, space = text.rfind(". ", half, limit), text.rfind(" ", half, limit)
        end = stop + 1 if stop >= 0 else space if space >= 0 else limit
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def _joined(pieces: Sequence[tuple[int, Sequence[ParsedToken]]]) -> list[ParsedToken]:
    tokens: list[ParsedToken] = []
    for offset, found in pieces:
        shift = len(tokens)
        tokens += [
            token._replace(start=token.start + offset, end=token.end + offset, head=token.head + shift)
            for token in found
        ]
    return tokens
