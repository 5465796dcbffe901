"""A known parser fault set right: in "..., the governor, Pavel Orlov, said" the governor explains no word before."""

from collections.abc import Sequence

from sayso.nlp.port import ParsedToken

_SAYING = frozenset({"say", "tell", "add", "report", "write", "announce", "confirm", "inform"})
_FINITE = frozenset({"VBD", "VBZ", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"PROPN", "NOUN"})


def with_tellers(group: range, parsed: Sequence[ParsedToken]) -> Sequence[ParsedToken]:
    """Tokens of a text, the range of one sentence -> the tokens, a name between commas before "said" its subject.

    Only where the verb has no subject of its own and the name is read as an apposition.
    """
    for i in group:
        token = parsed[i]
        if token.lemma in _SAYING and token.tag in _FINITE and i - 3 in group and parsed[i - 1].text == ",":
            changes = _teller(group, parsed, i)
            if changes:
                return [changes.get(n, token) for n, token in enumerate(parsed)]
    return parsed


def _teller(group: range, parsed: Sequence[ParsedToken], verb: int) -> dict[int, ParsedToken]:
    """Index -> the token as it should be read; empty where the parse may stand."""
    name = verb - 2
    if (
        parsed[name].pos != "PROPN"
        or parsed[name].dep not in ("appos", "npadvmod")
        or _has_subject(group, parsed, verb)
    ):
        return {}
    who, left = name, _left(group, parsed, name)
    up = parsed[name].head
    if parsed[up].dep == "appos" and parsed[up].pos in _NAMES and up < name and left - 1 > up:
        who, left = up, _left(group, parsed, up)
    host = parsed[verb].head
    if left - 1 not in group or parsed[left - 1].text != "," or parsed[who].head >= left:
        return {}
    if host != verb and (host >= left or parsed[host].head != host or parsed[verb].dep not in ("conj", "parataxis")):
        return {}
    if host == verb and not any(parsed[i].head == verb and parsed[i].dep == "ccomp" for i in range(group.start, left)):
        return {}
    changes = {who: parsed[who]._replace(head=verb, dep="nsubj")}
    if host != verb:
        changes[host] = parsed[host]._replace(head=verb, dep="ccomp")
        changes[verb] = parsed[verb]._replace(head=verb, dep="ROOT")
    for i in range(left - 1, group.stop):
        crossing = parsed[i].dep == "punct" and parsed[i].head < left
        if crossing:
            changes[i] = parsed[i]._replace(head=verb)
    return changes


def _has_subject(group: range, parsed: Sequence[ParsedToken], verb: int) -> bool:
    return any(parsed[i].head == verb and parsed[i].dep in (*_SUBJECTS, "cc", "mark") for i in group)


def _left(group: range, parsed: Sequence[ParsedToken], head: int) -> int:
    """First token of the phrase that `head` heads."""
    left = head
    for i in range(head - 1, group.start - 1, -1):
        up = i
        while parsed[up].head != up and up != head and parsed[up].head <= head:
            up = parsed[up].head
        if up != head:
            break
        left = i
    return left
