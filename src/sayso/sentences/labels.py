"""A known parser fault set right: "Lorna: a car bomb killed three" read as if what stands before the colon did it."""

from collections.abc import Sequence

from sayso.nlp.port import ParsedToken

_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "appos", "compound"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_HUNG = frozenset({"acl", "relcl", "dep", "parataxis", "ccomp", "appos"})
_LONGEST = 5
_NAMES = frozenset({"PROPN", "NOUN", "PUNCT", "ADP", "DET", "ADJ", "NUM"})


def with_labels(group: range, parsed: Sequence[ParsedToken]) -> Sequence[ParsedToken]:
    """Tokens of a text, the range of one sentence -> the tokens, a short name before a colon no part of the clause
    behind it.
    """
    last = min(group.stop, group.start + _LONGEST + 1)
    colon = next((i for i in range(group.start + 1, last) if parsed[i].text == ":"), None)
    if colon is None or colon + 2 >= group.stop:
        return parsed
    before = range(group.start, colon)
    tops = [i for i in before if parsed[i].head not in before or parsed[i].head == i]
    if len(tops) != 1 or any(parsed[i].pos not in _NAMES for i in before):
        return parsed
    top = tops[0]
    verb = parsed[top].head if parsed[top].head != top else _clause(group, parsed, top, colon)
    if verb is None or verb <= colon or (parsed[top].head != top and parsed[top].dep not in _ROLES):
        return parsed
    several = any(i > colon and parsed[i].head == verb and parsed[i].dep in _SUBJECTS for i in group)
    if parsed[top].pos != "PROPN" and not several:
        return parsed
    mended = list(parsed)
    if parsed[top].head == top:
        mended[verb] = parsed[verb]._replace(head=verb, dep="ROOT")
    mended[top] = parsed[top]._replace(head=verb, dep="npadvmod")
    return mended


def _clause(group: range, parsed: Sequence[ParsedToken], top: int, colon: int) -> int | None:
    """The verb behind the colon that the parser hangs on the name as its root, if it has a subject of its own."""
    for i in group:
        if i > colon and parsed[i].head == top and parsed[i].dep in _HUNG and parsed[i].pos in ("VERB", "AUX"):
            return i if any(parsed[k].head == i and parsed[k].dep in _SUBJECTS for k in group) else None
    return None
