"""A known parser fault set right: "Near X, shells hit a bus" read as if "Near X" were a name and a second subject."""

from collections.abc import Sequence

from sayso.nlp.port import ParsedToken

_PREPOSITIONS = frozenset({"near", "outside", "inside"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def with_fronted(group: range, parsed: Sequence[ParsedToken]) -> Sequence[ParsedToken]:
    """Tokens of a text, the range of one sentence -> the tokens, a preposition that opens it no longer part of a name.

    Only where the "name" ends before a comma and its verb has another subject behind.
    """
    first = group.start
    token = parsed[first]
    if token.text.lower() not in _PREPOSITIONS or token.pos == "ADP" or token.head not in group or token.head == first:
        return parsed
    name = parsed[token.head]
    verb, after = name.head, token.head + 1
    between = range(first, token.head)
    if (
        verb not in group
        or name.dep not in _SUBJECTS
        or any(parsed[i].head not in (*between, token.head) for i in between)
    ):
        return parsed
    comma = after in group and parsed[after].text == ","
    if not comma or not any(parsed[i].head == verb and parsed[i].dep in _SUBJECTS for i in group if i > after):
        return parsed
    mended = list(parsed)
    mended[first] = token._replace(lemma=token.text.lower(), tag="IN", pos="ADP", dep="prep", head=verb)
    mended[token.head] = name._replace(dep="pobj", head=first)
    return mended
