"""Parses an article part by part and cuts the tokens into sentences."""

from collections.abc import Sequence

from sayso.nlp.port import ParsedToken, Parser
from sayso.records.article import Part
from sayso.records.language import Document, Sentence, Token
from sayso.sentences.casing import readable
from sayso.sentences.fronted import with_fronted
from sayso.sentences.labels import with_labels
from sayso.sentences.pieces import groups, parse_pieces
from sayso.sentences.quotes import pair_quotations
from sayso.sentences.tellers import with_tellers


def build_document(text: str, parts: Sequence[Part], parser: Parser) -> Document:
    """Article text and its parts -> Document.

    Sentences never cross a part. Offsets are those of `text`: headlines and all-capital parts are parsed in a
    readable casing of the same length, but tokens carry the printed letters.
    """
    sources = readable(text, parts, parser)
    sentences: list[Sentence] = []
    for number, (part, tokens) in enumerate(zip(parts, parse_pieces(sources, parser), strict=True)):
        for group in groups(tokens):
            sentences.append(_sentence(len(sentences), number, part, text, group, tokens))
    return Document(text=text, parts=tuple(parts), sentences=tuple(sentences), quotations=pair_quotations(text, parts))


def _sentence(
    index: int,
    number: int,
    part: Part,
    text: str,
    group: range,
    parsed: Sequence[ParsedToken],
) -> Sentence:
    first = group.start
    parsed = with_labels(group, with_tellers(group, with_fronted(group, parsed)))
    heads = [parsed[i].head - first if parsed[i].head in group else i - first for i in group]
    kids: list[list[int]] = [[] for _ in group]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    edges = _edges(heads)
    tokens = []
    for i, head in enumerate(heads):
        p = parsed[first + i]
        start, end = part.start + p.start, part.start + p.end
        word = text[start:end]
        tokens.append(
            Token(i, start, end, word, word.lower(), p.lemma, p.tag, p.pos, p.dep, head, tuple(kids[i]), *edges[i]),
        )
    start, end = tokens[0].start, tokens[-1].end
    return Sentence(index=index, part=number, kind=part.kind, start=start, end=end, tokens=tuple(tokens))


def _edges(heads: Sequence[int]) -> list[tuple[int, int]]:
    """Leftmost and rightmost token of each subtree; every token widens the heads above it until one is wide enough."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for i in range(len(heads)):
        node, steps = i, 0
        while heads[node] != node and steps <= len(heads):
            node, steps = heads[node], steps + 1
            if left[node] <= i <= right[node]:
                break
            if i < left[node]:
                left[node] = i
            else:
                right[node] = i
    return list(zip(left, right, strict=True))
