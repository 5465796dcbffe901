"""What is set off from a clause: 'As the army has said, the road is closed', ', and X said', ', citing Y'."""

from sayso.nlp.tree import agent as agent_of
from sayso.nlp.tree import child, children
from sayso.records.language import Sentence, Token
from sayso.statements.cues import verbs, words
from sayso.statements.speakers import house
from sayso.text import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_RELAYING = frozenset(
    {"citing", "quoting", "adding", "saying", "calling", "describing", "warning", "accusing", "noting"}
)
_OBJECTS = ("dobj", "ccomp", "xcomp", "oprd", "dative", "prep", "acomp")


def as_said(sentence: Sentence, verb: Token) -> tuple[Span, ...] | None:
    """The clause that 'as X said', set off by a comma, belongs to; None where the verb has an object of its own."""
    tokens = sentence.tokens
    opening, host = tokens[verb.left], tokens[verb.head]
    own = child(sentence, verb, "nsubj")
    if _handed_on(sentence, verb):
        own = verb
    plain = own is not verb
    if opening.lower != "as" or opening.i + plain >= verb.i or own is None or verb.tag not in _FINITE:
        return None
    if plain and verb.right > verb.i + 3:
        return None
    if any(c.i > verb.i and c.dep in _OBJECTS and c.lower != "in" for c in children(sentence, verb)):
        return None
    if host.pos not in ("VERB", "AUX") or own.lower in ("it", "they", "i", "we", "you"):
        return None
    if opening.i == 0 and verb.right + 1 < len(tokens) and tokens[verb.right + 1].text == ",":
        left, right = verb.right + 2, _stop(sentence, verb.right + 2)
    elif opening.i > 1 and tokens[opening.i - 1].text in (",", "–", "—", "--"):
        left, right = _start(sentence, opening.i - 1), opening.i - 2
    else:
        return None
    return (sentence.span(left, right),) if left <= right and left <= host.i <= right else None


def _handed_on(sentence: Sentence, verb: Token) -> bool:
    """'as was informed by the staff', 'as reported by X': a plain cue in the passive with its speaker."""
    if verb.tag != "VBN" or verb.lemma not in words().firm:
        return False
    if child(sentence, verb, "nsubj") is not None:
        return False
    return agent_of(sentence, verb) is not None or house(sentence, verb) is not None


def _start(sentence: Sentence, before: int) -> int:
    return next((t.i + 1 for t in reversed(sentence.tokens[:before]) if t.text == ";"), 0)


def _stop(sentence: Sentence, left: int) -> int:
    return next((t.i - 1 for t in sentence.tokens[left + 1 :] if t.text == ";"), len(sentence.tokens) - 1)


def cut_short(sentence: Sentence, left: int, right: int) -> int:
    """The end of a clause content before what belongs to the reporter: ", citing ...", ", and X said ..."."""
    table = verbs(sentence)
    for i in range(left + 1, right):
        token = sentence.tokens[i]
        if token.text == ";":
            return i - 1
        if token.text not in (",", "--", "–", "—"):
            continue
        after = sentence.tokens[i + 1]
        if after.lower in _RELAYING or (
            after.lower == "according" and not any(t.text == "," for t in sentence.tokens[i + 1 : right])
        ):
            return i - 1
        if after.lower in ("and", "but", "while", "as", "though", "although"):
            verb = next((t for t in sentence.tokens[i + 2 : right + 1] if t.tag in ("VBD", "VBZ", "VBP")), None)
            if (
                verb is not None
                and "clause" in table.get(verb.lemma, {})
                and not table[verb.lemma]["clause"].stance
                and child(sentence, verb, "nsubj")
            ):
                return i - 1
    return right
