"""Figures that lean on another one: "70 in one state; 43 in another", "the real number is believed to be higher"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.nlp.tree import ancestors, child, children, conjuncts, head_of, subject
from sayso.records.language import Sentence
from sayso.tolls import rules
from sayso.tolls.drafts import Context, Draft
from sayso.tolls.victims import count_one
from sayso.tolls.words import Words

_WHERE = frozenset({"in", "at", "near", "on"})
_BREAKS = frozenset({";", ",", "and"})
_LARGEST_YEAR = 2100


def find_elliptic(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Numbers before a place that repeat the harm of the number before: "12 died in one town and nine in another"."""
    tokens = context.sentence.tokens
    known = {draft.anchor for draft in drafts}
    hosts = {draft.anchor: draft for draft in drafts if draft.parent is None and draft.high != 0}
    for number in context.quantities:
        after = number.right + 1
        if number.first in known or number.left < 2 or after >= len(tokens) or tokens[after].lower not in _WHERE:
            continue
        if tokens[number.left - 1].lower not in _BREAKS or _looks_like_year(number.low, number.high):
            continue
        before = [anchor for anchor in hosts if anchor < number.left]
        if not before:
            continue
        host = hosts[max(before)]
        gap = tokens[max(host.number_end, host.trigger.i if host.trigger.i < number.left else 0) + 1 : number.left]
        if not any(t.lower in _WHERE for t in gap) or any(t.pos in ("VERB", "AUX") for t in gap):
            continue
        made = replace(
            host,
            low=number.low,
            high=number.high,
            approximate=number.approximate,
            anchor=number.first,
            left=number.left,
            right=number.right,
            number_end=number.right,
            noun=None,
            why=(host.why[0], *number.why, rules.ELLIPTIC),
        )
        hosts[number.first] = made
        yield made


def companions(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """People harmed with others: "murdered a priest, along with seven of his pupils"."""
    sentence = context.sentence
    known = {draft.anchor for draft in drafts}
    for token in sentence.tokens:
        if token.lower != "with" or sentence.tokens[token.i - 1].lower not in ("along", "together") or not token.i:
            continue
        host = next((d for d in drafts if any(a.i == d.trigger.i for a in ancestors(sentence, token))), None)
        head = child(sentence, token, "pobj")
        if host is None or head is None or rules.VERB not in host.why:
            continue
        for member in conjuncts(sentence, head):
            counted = count_one(context, member, choosy=True)
            if counted is None or counted.anchor in known:
                continue
            yield replace(
                host,
                low=counted.low,
                high=counted.high,
                approximate=counted.approximate,
                anchor=counted.anchor,
                noun=counted.noun,
                left=counted.left,
                right=counted.right,
                number_end=counted.number_end,
                kind=counted.kind,
                parent=None,
                why=(rules.VERB, *counted.why, rules.ELLIPTIC),
            )


def _looks_like_year(low: int | None, high: int | None) -> bool:
    return low is not None and low == high and 1900 <= low <= _LARGEST_YEAR


def open_ended(sentence: Sentence, drafts: list[Draft], words: Words) -> list[Draft]:
    """Takes the upper bound off figures of which the sentence says that the true number is higher."""
    for token in sentence.tokens:
        if token.lower not in ("higher", "greater") or token.dep not in ("acomp", "oprd"):
            continue
        up = head_of(sentence, token)
        of = subject(sentence, up) if up is not None else None
        if of is None or not words.has("tally", of.lemma) or any(c.lower == "than" for c in children(sentence, token)):
            continue
        return [
            replace(d, high=None, why=(*d.why, rules.HIGHER)) if d.low and d.high and d.anchor < token.i else d
            for d in drafts
        ]
    return drafts
