"""Names of the whole article: those that one sentence leaves unsure are settled by what the others show."""

from collections.abc import Mapping, Sequence

from sayso.actors.book import name_words
from sayso.actors.kin import relative
from sayso.actors.lexicon import Lexicon
from sayso.actors.mention import Mention
from sayso.actors.names import lone_name, names_in
from sayso.actors.roles import LOCATIVE
from sayso.actors.rules import PLACE_ACTS
from sayso.actors.runs import Marked
from sayso.codebook.terms import ActorKind
from sayso.lexicon.nouns import noun_classes
from sayso.records.language import Document, Token

_MISTAGGED = frozenset({"NN", "NNS", "VB", "VBP", "JJ", "UH", "FW", "RB"})
"""Tags that a surname at the start of a sentence may get ("Trump openly ...")."""
_REPEATED = 4
"""A lone name is a person where it acts twice, or acts once and is met twice more."""
_NAME = 2
"""A name of so many words is a full name."""


def settled_names(
    document: Document, rows_of: Sequence[Marked], pointed: Mapping[int, set[int]], lex: Lexicon
) -> list[list[Mention]]:
    """Marked sentences and the head tokens that records point at, by sentence -> all named mentions by sentence."""
    rows = [list(names_in(marked, document.text, lex)) for marked in rows_of]
    full = _full_names(rows_of, rows)
    rows = [
        [kept for m in row for kept in (_cut(m, marked, document, lex, full) if marked.styled else (m,))]
        for marked, row in zip(rows_of, rows, strict=True)
    ]
    people = _people(rows)
    settled = [[kept for m in row for kept in _settle(m, people, pointed.get(m.sentence, set()), lex)] for row in rows]
    for marked, row in zip(rows_of, settled, strict=True):
        row[:] = [
            relative(m, marked.sentence, lex)
            for m in row
            if m.rule != PLACE_ACTS or (m.name or "").lower() not in people
        ]
        taken = {i for m in row for i in m.tokens}
        row.extend(
            lone_name(marked, t.i, document.text, lex)
            for t in marked.sentence.tokens
            if t.lower in people and t.i not in taken and t.text[0].isupper() and _overlooked(marked, t)
        )
    return settled


def _full_names(rows_of: Sequence[Marked], rows: Sequence[Sequence[Mention]]) -> frozenset[tuple[str, ...]]:
    """The persons' names, as lower-case words, of the sentences in which capitals mean something."""
    return frozenset(
        tuple(name_words(m.name))
        for marked, row in zip(rows_of, rows, strict=True)
        for m in row
        if not marked.styled and m.kind is ActorKind.PERSON and m.name
    )


def _cut(
    mention: Mention, marked: Marked, document: Document, lex: Lexicon, full: frozenset[tuple[str, ...]]
) -> tuple[Mention, ...]:
    """Where every word has a capital, a run is a person only as far as the article names one or a given name starts it:
    "Rivals Mock Anna Lindqvist" is Anna Lindqvist.
    """
    if mention.kind is not ActorKind.PERSON or len(mention.tokens) <= _NAME or mention.title:
        return (mention,)
    tokens = marked.sentence.tokens
    first, last = mention.tokens[0], mention.tokens[-1]
    words = [tokens[i].lower for i in range(first, last + 1)]
    if tuple(words) in full:
        return (mention,)
    surnames = {name[-1] for name in full}
    for size in range(len(words) - 1, 0, -1):
        for at in range(len(words) - size + 1):
            part = tuple(words[at : at + size])
            if part in full or (size == 1 and part[0] in surnames):
                return (_part(mention, first + at, first + at + size, marked, document),)
    given = next((k for k, word in enumerate(words[:-1]) if word in lex.gender), None)
    return () if given is None else (_part(mention, first + given, last + 1, marked, document),)


def _part(mention: Mention, start: int, end: int, marked: Marked, document: Document) -> Mention:
    """The tokens [start, end) of a mention as the whole of it."""
    span = marked.sentence.span(start, end - 1)
    head = mention.head if start <= mention.head < end else end - 1
    return mention._replace(
        tokens=tuple(range(start, end)), head=head, span=span, name=span.of(document.text), gender=None
    )


def _people(rows: Sequence[Sequence[Mention]]) -> frozenset[str]:
    """The first and last words of the names of persons."""
    people: set[str] = set()
    acting: dict[str, int] = {}
    for m in (m for row in rows for m in row if m.kind is ActorKind.PERSON and m.name):
        words = name_words(m.name or "")
        if m.sure:
            people |= {words[-1], words[0]}
        elif len(words) == 1:
            acting[words[0]] = acting.get(words[0], 0) + (2 if m.plural is False else 1 if m.acting else -4)
    return frozenset(people | {word for word, count in acting.items() if count >= _REPEATED})


def _settle(mention: Mention, people: frozenset[str], pointed: set[int], lex: Lexicon) -> tuple[Mention, ...]:
    if mention.sure:
        return (mention,)
    words = name_words(mention.name or "")
    if words and words[-1] in people and (len(words) == 1 or mention.kind is ActorKind.PERSON):
        return (mention._replace(kind=ActorKind.PERSON, sure=True, plural=False, gender=None, acting=True),)
    meant = mention.head in pointed and not mention.place_like
    if len(words) == 1 and noun_classes(words[0]):
        return ()
    if mention.kind is ActorKind.PERSON:
        known = len(words) == 1 and words[0] in lex.gender
        several = mention.plural is False and len(words) > 1
        return (mention._replace(plural=False, acting=True),) if several or known or meant else ()
    return (mention,) if meant or (mention.name or "").replace(".", "").isupper() else ()


def _overlooked(marked: Marked, token: Token) -> bool:
    """A person's short name that the tagger or the gazetteer took for something else."""
    if token.tag in _MISTAGGED:
        return len(token.text) > 3
    place = marked.places.get(token.i)
    before = marked.sentence.tokens[token.i - 1].lower if token.i else ""
    return (
        place is not None
        and place.end == token.i + 1
        and not place.nation
        and not place.seat
        and before not in LOCATIVE
    )
