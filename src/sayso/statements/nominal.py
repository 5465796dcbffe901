"""Statements whose cue is no verb: according to, nouns of speech, labels with a colon, credits after a dash."""

from collections.abc import Iterator

from sayso.codebook.terms import Act, PartKind
from sayso.nlp.tree import child, children, phrase
from sayso.records.base import Phrase
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.cues import words
from sayso.statements.draft import Draft, View
from sayso.statements.speakers import speaker_phrase
from sayso.text import Span

_DIRECTED = {
    "for": (Act.DEMAND, Act.REQUEST),
    "of": (Act.ACCUSE, Act.CONDEMN, Act.WARN),
    "against": (Act.ACCUSE, Act.WARN, Act.THREATEN),
}


def nominal(sentence: Sentence) -> Iterator[Draft]:
    """All statements of a sentence that have no reporting verb."""
    for token in sentence.tokens:
        if token.lower == "according":
            draft = _according(sentence, token)
        elif token.pos == "NOUN" and token.lemma in words().nouns:
            draft = _noun(sentence, token)
        else:
            continue
        if draft is not None:
            yield draft


def _according(sentence: Sentence, token: Token) -> Draft | None:
    tokens = sentence.tokens
    if token.i + 2 >= len(tokens) or tokens[token.i + 1].lower != "to":
        return None
    to = tokens[token.i + 1]
    source = child(sentence, to, "pobj") or child(sentence, token, "pobj")
    if source is None:
        source = next((t for t in tokens[token.i + 2 :] if t.pos in ("NOUN", "PROPN", "PRON")), None)
    if source is None:
        return None
    who = phrase(sentence, source)
    right = _source_end(sentence, source)
    if token.i <= 1 or tokens[token.i - 1].text in (";", ":"):
        spans = [sentence.span(right + 1, _stop(sentence, right + 1))] if right + 1 < len(tokens) else []
    else:
        left = _start(sentence, token)
        spans = [sentence.span(left, token.i - 1)] if left < token.i else []
        if (
            right + 2 < len(tokens)
            and tokens[right + 1].text == ","
            and tokens[right + 2].lower not in ("which", "who", "and", "but", "citing", "adding")
        ):
            spans.append(sentence.span(right + 1, _stop(sentence, right + 1)))
    if not spans:
        return None
    return Draft(
        sentence=sentence,
        spot=token,
        cue=sentence.span(token.i, token.i + 1),
        lemma="according to",
        act=Act.ASSERT,
        rule=rules.ACCORDING,
        speaker=who,
        content=spans,
    )


def _source_end(sentence: Sentence, source: Token) -> int:
    """Last token of the source after "according to": its phrase, to the comma that closes its attributes."""
    right = source.i
    for token in sentence.tokens[source.i : source.right + 1]:
        if token.text in (",", ";", "--", "—", "–") and token.i > source.i:
            break
        right = token.i
    return right


def _start(sentence: Sentence, token: Token) -> int:
    for i in range(token.i - 1, -1, -1):
        if sentence.tokens[i].text == ";":
            return i + 1
    return 0


def _stop(sentence: Sentence, left: int) -> int:
    for i in range(left, len(sentence.tokens)):
        if sentence.tokens[i].text == ";":
            return i - 1 if i > left else left
    return len(sentence.tokens) - 1


def _noun(sentence: Sentence, noun: Token) -> Draft | None:
    """The army's claim that ..., calls by the UN for a truce."""
    speaker = child(sentence, noun, "poss")
    if speaker is not None and speaker.tag == "WP$":
        return None
    content: Token | None = None
    for c in children(sentence, noun, "prep", "agent"):
        if c.lower in ("by", "from") and speaker is None:
            speaker = child(sentence, c, "pobj")
    for c in children(sentence, noun, "acl", "ccomp", "relcl"):
        if c.i > noun.i and any(k.lower in ("that", "to") and k.dep in ("mark", "aux") for k in children(sentence, c)):
            content = c
            break
    left = content.left if content else 0
    if content is None:
        prep = next(
            (
                c
                for c in children(sentence, noun, "prep")
                if c.lower in ("for", "of", "against") and c.i > noun.i and c.right > c.i
            ),
            None,
        )
        if prep is None or speaker is None or words().nouns[noun.lemma] not in _DIRECTED.get(prep.lower, ()):
            return None
        content, left = prep, prep.i + 1
    elif sentence.tokens[left].lower == "that":
        left += 1
    if speaker is None or left > content.right:
        return None
    return Draft(
        sentence=sentence,
        spot=noun,
        cue=sentence.span(noun.i, noun.i),
        lemma=noun.lemma,
        act=words().nouns[noun.lemma],
        rule=rules.NOUN,
        speaker=speaker_phrase(sentence, speaker),
        content=[sentence.span(left, content.right)],
    )


_TAIL = 8
DASHES = frozenset({"-", "–", "—", "--", "―"})


def labels(view: View, firsts: list[Sentence]) -> Iterator[Draft]:
    """Labels with a colon at the start of a line ("Minister: ...", "Q: ..."), and in headlines a source after a dash.
    `firsts` holds the first sentence of every part. In running text a label counts before a quotation, or where a
    second line has one too (interviews, transcripts).
    """
    found = [(sentence, colon) for sentence in firsts if (colon := _label_colon(sentence)) is not None]
    for number, sentence in enumerate(firsts):
        colon = next((c for s, c in found if s is sentence), None)
        title = sentence.kind is PartKind.HEADLINE or number == 0
        if colon is not None and (title or len(found) > 1 or view.quotation(sentence.tokens[colon.i + 1]) is not None):
            yield _labelled(sentence, colon, view)
        elif title:
            yield from _credit(sentence)


def _label_colon(sentence: Sentence) -> Token | None:
    colon = next((t for t in sentence.tokens[:9] if t.text == ":"), None)
    if colon is None or not 0 < colon.i < len(sentence.tokens) - 1 or not _is_label(sentence.tokens[: colon.i]):
        return None
    return colon


def _labelled(sentence: Sentence, colon: Token, view: View) -> Draft:
    label = sentence.tokens[: colon.i]
    to = next((t.i for t in label if t.lower == "to" and 0 < t.i < colon.i - 1), None)
    end = view.document.parts[sentence.part].end
    return Draft(
        sentence=sentence,
        spot=colon,
        cue=sentence.span(colon.i, colon.i),
        lemma=":",
        act=Act.ASSERT,
        rule=rules.LABEL,
        speaker=named(sentence, label[:to]),
        audience=(named(sentence, label[to + 1 :]),) if to is not None else (),
        content=[Span(sentence.tokens[colon.i + 1].start, end)],
    )


def _is_label(tokens: tuple[Token, ...]) -> bool:
    names = [t for t in tokens if t.text[0].isalnum() and t.lower not in _SMALL]
    return (
        bool(names)
        and all(t.text[0].isupper() and t.pos not in ("VERB", "AUX", "ADV", "SCONJ") for t in names)
        and tokens[-1].lower not in words().no_labels
    )


_SMALL = frozenset({"of", "the", "to", "for", "and", "de", "al"})


def named(sentence: Sentence, tokens: tuple[Token, ...]) -> Phrase:
    """The phrase of a label or credit: all its words, headed by its last name or noun."""
    head = next((t for t in reversed(tokens) if t.pos in ("PROPN", "NOUN")), tokens[-1])
    return Phrase(sentence=sentence.index, head=head.i, span=Span(tokens[0].start, tokens[-1].end))


def _credit(sentence: Sentence) -> Iterator[Draft]:
    tokens = sentence.tokens
    for i in range(len(tokens) - 2, 2, -1):
        if tokens[i].text in DASHES and tokens[i].start > tokens[i - 1].end:
            tail = tuple(t for t in tokens[i + 1 :] if t.text != ".")
            if tail and is_credit(tail):
                yield Draft(
                    sentence=sentence,
                    spot=tokens[i],
                    cue=sentence.span(i, i),
                    lemma="-",
                    act=Act.ASSERT,
                    rule=rules.CREDIT,
                    speaker=named(sentence, tail),
                    content=[sentence.span(0, i - 1)],
                )
            return


def is_credit(tail: tuple[Token, ...]) -> bool:
    """Could these words after a dash name a source?"""
    return len(tail) <= _TAIL and all(
        t.pos in ("NOUN", "PROPN", "ADJ", "PART", "DET", "ADP", "NUM", "PUNCT", "X") for t in tail
    )
