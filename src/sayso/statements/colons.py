"""Quotations that a colon leads up to without a word of speech: 'The mayor was blunt: "We are alone."'."""

from sayso.codebook.terms import Act
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import phrase
from sayso.records.language import Quotation, Sentence, Token
from sayso.statements import rules
from sayso.statements.cues import words
from sayso.statements.draft import Draft, View
from sayso.text import Span

_SPEAKING = frozenset({"person", "government", "organisation", "police", "media", "military", "armed_group", "party"})
_WORDS = 4
_GAP = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def led_up_to(view: View, quotation: Quotation) -> Draft | None:
    """A quotation right after a colon -> its statement, by the name before the colon or the subject of the clause."""
    inner = view.text[quotation.inner[0].start : quotation.inner[-1].end].strip()
    lead = view.text[max(0, quotation.start - _GAP) : quotation.start].rstrip()
    if not lead.endswith(":") or len(inner.split()) < _WORDS or not inner[:1].isupper():
        return None
    at = quotation.start - _GAP + view.text[max(0, quotation.start - _GAP) : quotation.start].rfind(":")
    sentence = view.document.sentence_at(at)
    colon = sentence.token_at(at) if sentence is not None else None
    if sentence is None or colon is None or colon.text != ":" or view.quotation(colon) is not None:
        return None
    head = _named_last(sentence, colon) or _subject(view, sentence, colon)
    if head is None:
        return None
    return Draft(
        sentence=sentence,
        spot=colon,
        cue=Span(colon.start, colon.end),
        lemma=":",
        act=Act.ASSERT,
        rule=rules.COLON,
        speaker=phrase(sentence, head),
        content=[Span(quotation.start, quotation.end)],
        quoted=[quotation],
    )


def _speaks(token: Token) -> bool:
    if token.pos == "PROPN":
        return True
    if token.lower in ("he", "she", "they"):
        return True
    known = token.lemma in words().documents or token.lemma in words().sources
    return token.pos == "NOUN" and (known or bool(noun_classes(token.lemma) & _SPEAKING))


def _named_last(sentence: Sentence, colon: Token) -> Token | None:
    """'..., from the report: "..."', 'according to pollster Ana Ruiz: "..."'."""
    last = sentence.tokens[colon.i - 1] if colon.i else None
    while last is not None and last.dep in ("compound", "flat") and last.head < colon.i and last.head != last.i:
        last = sentence.tokens[last.head]
    if last is None or not _speaks(last):
        return None
    return (
        last
        if (last.pos == "PROPN" and "person" in _about(sentence, last)) or last.lemma in words().documents
        else None
    )


def _about(sentence: Sentence, name: Token) -> frozenset[str]:
    """The classes of the nouns right before a name ("the pollster Ana Ruiz")."""
    near = []
    for token in reversed(sentence.tokens[max(0, name.i - _WORDS) : name.i]):
        if token.pos not in ("NOUN", "PROPN", "ADJ", "PUNCT"):
            break
        near.append(token)
    return frozenset().union(*(noun_classes(t.lemma.lower()) for t in near))


def _subject(view: View, sentence: Sentence, colon: Token) -> Token | None:
    """The subject of the clause before the colon."""
    for token in sentence.tokens[: colon.i]:
        verb = sentence.tokens[token.head]
        main = verb.dep in ("ROOT", "ccomp", "conj", "parataxis") and verb.i < colon.i
        if token.dep in _SUBJECTS and main and _speaks(token) and view.quotation(token) is None:
            return token
    return None
