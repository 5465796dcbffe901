"""Interviews: the answers are those of the person interviewed, whether a label says so ("A:") or the question above.

A page is read as an interview if its first lines name somebody who is interviewed or speaks to the outlet, and
paragraphs that end in a question mark stand alone in it.
"""

from collections.abc import Iterator, Sequence

from sayso.codebook.terms import Act, PartKind
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import ancestors, children, subject
from sayso.records.base import Phrase
from sayso.records.language import Sentence, Token
from sayso.statements import rules
from sayso.statements.draft import Draft, View
from sayso.statements.nominal import named
from sayso.text import Span

_OPENING, _MAX_QUESTION, _MIN_QUESTIONS = 8, 60, 2
_ASKERS = frozenset({"q", "question", "reporter", "interviewer", "journalist", "correspondent", "presenter", "host"})
_ANSWERERS = frozenset({"a", "answer", "guest", "interviewee"})
_OCCASIONS = frozenset({"interview", "conversation", "talk", "q&a", "briefing", "conference", "statement", "remark"})
_SPEAK = frozenset({"speak", "talk", "sit"})
_OURS = frozenset({"us", "our", "me"})
_SECOND = frozenset({"you", "your", "yours"})
_FIRST = frozenset({"i", "we", "my", "our", "me", "us"})


def dialogue(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Gives the labelled answers among `drafts` their speaker, and yields the questions and answers without labels."""
    turns = [d for d in drafts if d.rule == rules.LABEL]
    guest = _guest(view) or _answering(view, turns)
    if guest is None:
        return
    for turn in turns:
        if _word(view, turn) in _ANSWERERS:
            turn.speaker = guest
            turn.extra.append(rules.DIALOGUE)
    labelled = frozenset(turn.sentence.part for turn in turns)
    questions = _questions(view, labelled)
    parts = view.parts
    if len(questions) < _MIN_QUESTIONS or not _personal(parts, questions):
        return
    last = max(parts)
    for number, sentences in questions.items():
        yield _turn(view, sentences[-1], number, None)
        answer = number + 1
        while answer <= last and answer not in questions and answer not in labelled:
            below = parts.get(answer)
            if below is None or (answer > number + 1 and not _speaks(below)):
                break
            if view.document.parts[answer].kind is PartKind.PARAGRAPH:
                yield _turn(view, sentences[-1], answer, guest)
            answer += 1


def _turn(view: View, question: Sentence, number: int, speaker: Phrase | None) -> Draft:
    """A paragraph as what was said: the mark of the question is its cue."""
    mark = question.tokens[-1]
    part = view.document.parts[number]
    end = mark.start if speaker is None else part.end
    return Draft(
        sentence=question,
        spot=mark,
        cue=Span(mark.start, mark.end),
        lemma="?",
        act=Act.ASSERT if speaker is not None else Act.REQUEST,
        rule=rules.DIALOGUE,
        speaker=speaker,
        content=[Span(part.start, end)],
        impersonal=speaker is None,
    )


def _questions(view: View, labelled: frozenset[int]) -> dict[int, list[Sentence]]:
    """Paragraphs without a label that end in a question mark outside quotations, with one that does not below."""
    parts = view.parts
    asked = {
        number: sentences
        for number, sentences in parts.items()
        if number not in labelled
        and view.document.parts[number].kind is PartKind.PARAGRAPH
        and sentences[-1].tokens[-1].text == "?"
        and view.quotation(sentences[-1].tokens[-1]) is None
        and sum(len(s.tokens) for s in sentences) <= _MAX_QUESTION
    }
    return {number: sentences for number, sentences in asked.items() if number + 1 in parts and number + 1 not in asked}


def _personal(parts: dict[int, list[Sentence]], questions: dict[int, list[Sentence]]) -> bool:
    """Do at least half of the questions say "you", or half of the answers "I" or "we"? Rhetorical ones do not."""
    asked = sum(any(t.lower in _SECOND for s in sentences for t in s.tokens) for sentences in questions.values())
    told = sum(_speaks(parts[number + 1]) for number in questions)
    return 2 * max(asked, told) >= len(questions)


def _speaks(sentences: Sequence[Sentence]) -> bool:
    """Does somebody speak of himself here?"""
    return any(token.lower in _FIRST for sentence in sentences for token in sentence.tokens)


def _guest(view: View) -> Phrase | None:
    """Who the first lines say is interviewed: "an interview with X", "X spoke to us", "a briefing by X"."""
    for sentence in view.document.sentences[:_OPENING]:
        for token in sentence.tokens:
            head = _interviewed(sentence, token)
            if head is not None:
                return _name(sentence, head)
    return None


def _interviewed(sentence: Sentence, token: Token) -> Token | None:
    if token.pos in ("NOUN", "PROPN") and token.lemma in _OCCASIONS:
        for prep in children(sentence, token, "prep", "agent"):
            if prep.lower in ("with", "by"):
                return next((c for c in children(sentence, prep, "pobj") if c.tag.startswith("NNP")), None)
    if token.pos == "VERB" and token.lemma in _SPEAK:
        who = subject(sentence, token)
        heard = (
            p for t in children(sentence, token, "prep") if t.lower in ("to", "with") for p in children(sentence, t)
        )
        if who is not None and any(_outlet(sentence, h) for h in heard):
            return who if who.tag.startswith("NNP") else None
    return None


def _outlet(sentence: Sentence, heard: Token) -> bool:
    """Us, our correspondent, the reporter."""
    own = any(c.lower in _OURS for c in children(sentence, heard))
    return heard.lower in _OURS or own or "media" in noun_classes(heard.lemma)


def _name(sentence: Sentence, head: Token) -> Phrase:
    left = head.i
    while (
        left > 0
        and sentence.tokens[left - 1].tag.startswith("NNP")
        and head in ancestors(sentence, sentence.tokens[left - 1])
    ):
        left -= 1
    return named(sentence, sentence.tokens[left : head.i + 1])


def _answering(view: View, turns: Sequence[Draft]) -> Phrase | None:
    """The only name among the labels besides those who ask."""
    names: dict[str, Phrase] = {}
    for turn in turns:
        if turn.speaker is not None and _word(view, turn) not in _ASKERS | _ANSWERERS:
            last = turn.speaker.span.of(view.text).lower().rsplit(" ", 1)[-1]
            names.setdefault(last, turn.speaker)
    asked = any(_word(view, turn) in _ASKERS for turn in turns)
    return next(iter(names.values())) if asked and len(names) == 1 else None


def _word(view: View, turn: Draft) -> str:
    return turn.speaker.span.of(view.text).lower() if turn.speaker is not None else ""
