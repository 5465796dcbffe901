"""Questions one asks of a parsed sentence: children, subjects, objects, noun phrases, negation."""

from collections.abc import Iterator, Sequence

from sayso.records.base import Phrase
from sayso.records.language import Sentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_LOOSE = frozenset({"relcl", "advcl", "parataxis", "appos"})
_EDGE = frozenset({",", ";", ":", "-", "--", "–", "—", '"', "“", "”", "''", "``", "(", ")", "'", "’", "."})


def children(sentence: Sentence, token: Token, *deps: str) -> list[Token]:
    """The children of `token` in text order, those with one of the labels `deps` if any is given."""
    # Called by the thousand: a loop into a list takes less time than a generator or a comprehension.
    found: list[Token] = []
    tokens = sentence.tokens
    for i in token.children:
        below = tokens[i]
        if not deps or below.dep in deps:
            found.append(below)
    return found


def child(sentence: Sentence, token: Token, *deps: str) -> Token | None:
    """The first child of `token` with one of the labels, or None."""
    tokens = sentence.tokens
    for i in token.children:
        if not deps or tokens[i].dep in deps:
            return tokens[i]
    return None


def head_of(sentence: Sentence, token: Token) -> Token | None:
    """The head of `token`, or None for the root."""
    return None if token.head == token.i else sentence.tokens[token.head]


def top_of(tokens: Sequence[Token]) -> Token:
    """The token by which neighbouring `tokens` hang in their sentence: the first whose head stands outside them."""
    first, last = tokens[0].i, tokens[-1].i
    return next((t for t in tokens if not first <= t.head <= last or t.head == t.i), tokens[-1])


def ancestors(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The heads above `token`, nearest first."""
    while token.head != token.i:
        token = sentence.tokens[token.head]
        yield token


def conjuncts(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """`token` and everything coordinated under it, in text order."""
    found = [token]
    for member in found:
        found += children(sentence, member, "conj")
    return tuple(sorted(found)) if len(found) > 1 else (token,)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """True if `verb` is a passive participle ("was shelled", "shelled by")."""
    return child(sentence, verb, "auxpass", "nsubjpass", "csubjpass") is not None


def is_negated(sentence: Sentence, verb: Token) -> bool:
    """True if `verb` has its own negation ("did not attack", "never attacked")."""
    tokens = sentence.tokens
    return any(tokens[i].dep == "neg" or tokens[i].lower in ("never", "not", "n't") for i in verb.children)


def agent(sentence: Sentence, verb: Token) -> Token | None:
    """The noun of a passive's by-phrase, or None."""
    by = child(sentence, verb, "agent")
    return child(sentence, by, "pobj") if by is not None else None


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """The grammatical subject of `verb`: its own, or that of the verb it is coordinated with or controlled by; for a
    participle or relative clause the noun it modifies. None if there is none.
    """
    for _ in range(4):
        own = child(sentence, verb, *SUBJECTS)
        if own is not None:
            return _antecedent(sentence, verb, own)
        up = head_of(sentence, verb)
        if up is None:
            return None
        if verb.dep in ("acl", "relcl") and up.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            return up
        if verb.dep not in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp") and up.pos not in ("VERB", "AUX"):
            return None
        verb = sentence.tokens[up.head] if up.pos == "ADP" else up
    return None


def _antecedent(sentence: Sentence, verb: Token, own: Token) -> Token:
    if verb.dep == "relcl" and own.lower in ("who", "that", "which"):
        return sentence.tokens[verb.head]
    return own


def phrase(sentence: Sentence, head: Token, *, loose: bool = False) -> Phrase:
    """The noun phrase headed by `head`: its subtree without trailing relative clauses, appositions set off by commas
    and coordinated members (with `loose`, those are kept).
    """
    left, right = head.left, head.right
    for c in children(sentence, head):
        cut = c.dep in _LOOSE or (c.dep == "acl" and sentence.tokens[max(c.left - 1, 0)].text == ",")
        if not loose and c.i > head.i and (cut or c.dep in ("conj", "cc", "punct", "preconj")):
            right = min(right, max(c.left - 1, head.i))
    while right > head.i and sentence.tokens[right].text in _EDGE:
        right -= 1
    while left < head.i and sentence.tokens[left].text in _EDGE:
        left += 1
    return Phrase(sentence=sentence.index, head=head.i, span=sentence.span(left, right))
