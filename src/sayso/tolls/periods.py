"""When the people of a figure were harmed: its own date, the time since which it runs, the start of the war."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.nlp.tree import ancestors, children
from sayso.records.language import Document, Sentence, Token
from sayso.records.times import FoundTime
from sayso.text import Span
from sayso.tolls.drafts import Draft
from sayso.tolls.words import Words

_OWN_CLAUSE = frozenset({"ccomp", "relcl", "parataxis", "ROOT"})
"""A verb with one of these labels stands for itself: a time of the verb above it is not its own."""


_OTHER_TIME = frozenset({"after", "before", "because", "since", "although", "though", "until"})


class Period(NamedTuple):
    """The time mention of a figure; `words` is the whole since-phrase, where there is one."""

    span: Span | None
    since: bool = False
    words: Span | None = None


def since_phrase(sentence: Sentence, draft: Draft) -> Span | None:
    """As in "since fighting broke out on Friday": the span of a since-phrase that depends on the figure's clause."""
    verbs = {draft.trigger.i, draft.trigger.head, *(token.i for token in ancestors(sentence, draft.trigger))}
    for token in sentence.tokens:
        clause = sentence.tokens[token.head] if token.dep == "mark" else token
        if token.lower != "since" or token.i < draft.trigger.i <= clause.right:
            continue
        head = sentence.tokens[token.head]
        if draft.trigger.left <= token.i < min(draft.trigger.right, token.right):
            return Span(token.start, sentence.tokens[token.right].end)
        if token.dep == "mark":
            if head.head in verbs or head.i in verbs:
                return Span(token.start, sentence.tokens[head.right].end) if head.right > token.i else None
        elif (head.i in verbs or head.head in verbs) and token.right > token.i:
            return Span(token.start, sentence.tokens[token.right].end)
    return None


def lasts(sentence: Sentence, draft: Draft, words: Words) -> bool:
    """True for a figure reached so far: "so far", or a perfect tense within a war or an outbreak."""
    low = [token.lower for token in sentence.tokens]
    text = f" {' '.join(low[max(0, draft.left - 6) : draft.right + 7])} "
    if any(f" {mark} " in text for mark in words.sets["so_far"]):
        return True
    verb = draft.trigger
    perfect = any(c.lemma == "have" for c in children(sentence, verb, "aux"))
    while not perfect and verb.head != verb.i and verb.dep in ("xcomp", "oprd", "acomp", "ccomp"):
        verb = sentence.tokens[verb.head]
        perfect = any(c.lemma == "have" for c in children(sentence, verb, "aux"))
    if not perfect:
        return False
    return any(
        words.has("lasting", token.lemma) and sentence.tokens[token.head].dep in ("prep", "agent")
        for token in sentence.tokens[verb.i :]
    ) or any(words.has("lasting", c.lemma) for c in children(sentence, verb, "nsubj"))


def period_of(sentence: Sentence, draft: Draft, times: Sequence[FoundTime], saying: frozenset[Span]) -> Period:
    """The time in the figure's clause; a time of the saying (`saying`) only where the figure is dated "as of" it."""
    words = since_phrase(sentence, draft)
    if words is not None:
        span = next((time.span for time in times if words.contains(time.span)), None)
        return Period(span, span is not None, Span(words.start, span.end) if span is not None else words)
    dates = [t.span for t in times if t.kind in ("DATE", "TIME") and not _of_a_name(sentence, t.span)]
    as_of = next((span for span in dates if _as_of(sentence, span)), None)
    if as_of is not None:
        return Period(as_of)
    found = _in_clause(sentence, draft, [span for span in dates if span not in saying])
    return Period(found, found is not None and _ever_since(sentence, draft))


def _ever_since(sentence: Sentence, draft: Draft) -> bool:
    """True for a bare "since" behind the harm: "... on Thursday, and eight have died since"."""
    return any(c.lower == "since" and c.right == c.i > draft.trigger.i for c in children(sentence, draft.trigger))


def _of_a_name(sentence: Sentence, span: Span) -> bool:
    """True for a year that only tells one thing from another, and for a distance: "the 2021 ceasefire", "two years
    after the war".
    """
    token = sentence.token_at(span.start)
    if token is None:
        return False
    last = sentence.token_at(span.end - 1) or token
    after = sentence.tokens[last.i + 1].lower if last.i + 1 < len(sentence.tokens) else ""
    if after in ("after", "before") and token.tag == "CD":
        return True
    return token.dep in ("nummod", "compound") and sentence.tokens[token.head].pos == "NOUN"


def _as_of(sentence: Sentence, span: Span) -> bool:
    """True for "as of Friday", "by Sunday evening"."""
    token = sentence.token_at(span.start)
    if token is None or token.i < 1:
        return False
    before = [t.lower for t in sentence.tokens[max(0, token.i - 2) : token.i]]
    return before[-2:] == ["as", "of"]


def _in_clause(sentence: Sentence, draft: Draft, spans: Sequence[Span]) -> Span | None:
    """The mention that the harm's own verb governs, else one of the clause that this verb completes or joins."""
    levels = list(_levels(sentence, draft.trigger))
    best: tuple[int, int, Span] | None = None
    for span in spans:
        token = sentence.token_at(span.end - 1)
        if token is None:
            continue
        verb = next((a for a in ancestors(sentence, token) if _is_clause(a, draft)), None)
        if verb is None or verb.i not in levels:
            continue
        rank = (levels.index(verb.i), abs(token.i - draft.trigger.i))
        if best is None or rank < best[:2]:
            best = (*rank, span)
    return best[2] if best is not None else None


def _is_clause(token: Token, draft: Draft) -> bool:
    return token.pos in ("VERB", "AUX") or token.i == draft.trigger.i


def _levels(sentence: Sentence, trigger: Token) -> Iterator[int]:
    """The trigger and the verbs whose time is also its own: "shelled the town on Monday, killing two"."""
    yield trigger.i
    token = trigger
    while token.head != token.i and not _apart(sentence, token):
        token = sentence.tokens[token.head]
        if token.pos in ("VERB", "AUX"):
            yield token.i


def _apart(sentence: Sentence, token: Token) -> bool:
    """True for a verb whose time is its own: "called for a ban in December after gunmen killed 14"."""
    if token.pos not in ("VERB", "AUX"):
        return False
    if token.dep == "conj" and sentence.tokens[token.head].dep == "relcl":
        return any(True for _ in children(sentence, token, "nsubj", "nsubjpass"))
    return token.dep in _OWN_CLAUSE or any(c.lower in _OTHER_TIME for c in children(sentence, token, "mark", "prep"))


def war_start(document: Document, times: Sequence[FoundTime], words: Words) -> Span | None:
    """The time since which the article's one war runs ("since fighting broke out on 3 May"), or None.

    None too where the article gives two different starts: then nothing tells which one is meant.
    """
    found: list[Span] = []
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.lower == "since" and (token.right > token.i or token.dep == "mark"):
                span = _start_in(sentence, token, times, words)
                if span is not None:
                    found.append(span)
    texts = {span.of(document.text).lower() for span in found}
    return found[0] if len(texts) == 1 else None


def _start_in(sentence: Sentence, since: Token, times: Sequence[FoundTime], words: Words) -> Span | None:
    """The time in a since-phrase whose subject or object is a war."""
    head = sentence.tokens[since.head] if since.dep == "mark" else since
    inside = sentence.tokens[since.i : head.right + 1]
    if not inside or not any(words.has("lasting", t.lemma) for t in inside):
        return None
    whole = Span(inside[0].start, inside[-1].end)
    return next((t.span for t in times if t.sentence == sentence.index and whole.contains(t.span)), None)


def within_war(sentence: Sentence, draft: Draft, words: Words) -> bool:
    """True for a figure "in the fighting", "in the war": a war named as known ("the", "this"), not otherwise told."""
    for token in sentence.tokens:
        if not words.has("lasting", token.lemma) or token.pos != "NOUN":
            continue
        kids = [sentence.tokens[i] for i in token.children]
        known = any(c.dep == "det" and c.lower in ("the", "this") for c in kids)
        told = any(c.dep in ("amod", "compound", "nummod", "poss", "relcl", "acl", "prep") for c in kids)
        up = sentence.tokens[token.head]
        if known and not told and up.dep in ("prep", "agent"):
            above = sentence.tokens[up.head]
            if above.i in (draft.trigger.i, draft.trigger.head) or above.head == draft.trigger.i:
                return True
        elif known and not told and token.dep == "nsubj" and up.i == draft.trigger.i:
            return True
    return False
