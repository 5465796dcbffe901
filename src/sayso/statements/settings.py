"""When and where something was said, where the parse makes it part of what was said."""

from sayso.nlp.tree import child, children
from sayso.records.language import Sentence, Token
from sayso.statements.cues import words

_PLACED = frozenset({"in", "on", "at", "during", "via", "before", "after", "since", "through"})
_TIMED = frozenset({"during", "since"})
_MEMBERS = 4


def is_setting(sentence: Sentence, token: Token) -> bool:
    """'on Monday', 'in a statement', 'on Twitter': when or where it was said."""
    listed = words()
    if token.dep in ("npadvmod", "tmod"):
        return token.lemma.lower() in listed.days
    noun = child(sentence, token, "pobj") if token.dep == "prep" else None
    if noun is None or token.lower not in ("on", "in", "at", "during", "to", "via"):
        return False
    if noun.lemma in listed.days or noun.lemma in listed.documents or noun.lemma in listed.outlet_nouns:
        return True
    return noun.lower in listed.channels


def without_setting(sentence: Sentence, verb: Token, head: Token, right: int) -> int:
    """The end of a content headed by `head` before 'in an interview', 'at a rally', 'on Sunday' at its end, where
    these hang on its head or on the verb.
    """
    for _ in range(_MEMBERS):
        last = next(
            (
                c
                for up in ((head, verb) if head.pos in ("PROPN", "PRON") else (verb,))
                for c in children(sentence, up)
                if c.left > head.i and c.right == right and tells_when(sentence, c)
            ),
            None,
        )
        if last is None:
            break
        right = last.left - 1
        while right > head.i and sentence.tokens[right].text == ",":
            right -= 1
    return right


def tells_when(sentence: Sentence, token: Token) -> bool:
    """'in an interview', 'during a debate', 'in June', 'on Sunday': on which occasion."""
    listed = words()
    if token.dep in ("npadvmod", "tmod"):
        return token.lemma.lower() in listed.dated
    noun = child(sentence, token, "pobj") if token.dep == "prep" else None
    if noun is None or token.lower not in _PLACED:
        return False
    if token.lower in _TIMED or noun.lemma.lower() in listed.venues:
        return True
    return noun.lemma.lower() in listed.dated or (noun.text.isdigit() and len(noun.text) == 4)
