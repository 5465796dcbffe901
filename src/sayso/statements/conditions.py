"""What somebody will do if: conditional offers ('would leave, provided that ...') and threats ('or we will strike')."""

from sayso.codebook.terms import Act
from sayso.nlp.tree import child, children, is_negated, subject
from sayso.records.language import Sentence, Token
from sayso.statements.cues import words
from sayso.text import Span

_FUTURE = frozenset({"will", "would", "wo", "'ll", "’ll", "shall", "could", "'d", "’d"})
_OWN = frozenset({"i", "we", "he", "she", "it", "they"})
_MARKS = ("provided", "providing", "unless", "as long as", "so long as", "only if", "on condition", "in exchange for")
_TAIL = 6


def conditional_act(sentence: Sentence, main: Token, span: Span) -> Act | None:
    """The act of a content whose main verb is conditional: threaten, offer, or None for neither."""
    aux = {c.lower for c in children(sentence, main, "aux")}
    who = subject(sentence, main)
    if who is None or not aux & _FUTURE or not (who.lower in _OWN or who.pos == "PROPN"):
        return None
    unless = _has(sentence, span, ("unless",))
    hostile = _is_hostile(sentence, main)
    if hostile and not is_negated(sentence, main) and (unless or _if(sentence, main)):
        return Act.THREATEN
    if hostile or not _has(sentence, span, _MARKS):
        return None
    return Act.OFFER if who.lower in _OWN else None


def _has(sentence: Sentence, span: Span, marks: tuple[str, ...]) -> bool:
    held = " ".join(t.lower for t in sentence.tokens if span.start <= t.start < span.end)
    return any(f" {mark} " in f" {held} " for mark in marks)


def _if(sentence: Sentence, main: Token) -> bool:
    """Is there an if-clause under the verb?"""
    return any(
        k.lower in ("if", "unless") for c in children(sentence, main, "advcl") for k in children(sentence, c, "mark")
    )


def _is_hostile(sentence: Sentence, main: Token) -> bool:
    """'bomb', 'resume its attacks', 'bring the country to a halt': would that harm somebody?"""
    listed = words()
    if main.lemma in listed.hostile_verbs:
        return True
    found = child(sentence, main, "dobj")
    if found is not None and main.lemma in listed.starting and found.lemma in listed.hostile_nouns:
        return True
    goal = next((c for c in children(sentence, main, "prep") if c.lower in ("to", "with")), None)
    end = child(sentence, goal, "pobj") if goal is not None else None
    return end is not None and (end.lemma in listed.standstill or (goal is not None and _forceful(goal, end)))


def _forceful(goal: Token, end: Token) -> bool:
    return goal.lower == "with" and end.lemma in ("force", "fire", "violence", "war")


def condition_end(sentence: Sentence, right: int) -> int:
    """The last token of a condition set off by a comma after token `right` (', provided that ...'), or `right`."""
    if right + 2 >= len(sentence.tokens) or sentence.tokens[right + 1].text != ",":
        return right
    held = " ".join(t.lower for t in sentence.tokens[right + 2 : right + 2 + _TAIL])
    if not any(held.startswith(mark + " ") for mark in (*_MARKS, "but only if", "if")):
        return right
    first = sentence.tokens[right + 2]
    top = first
    while top.head != top.i and sentence.tokens[top.head].left >= first.i:
        top = sentence.tokens[top.head]
    return max(right, top.right)
