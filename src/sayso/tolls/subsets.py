"""Figures that are part of others: "including six children", "among the dead", "six of them", appositions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codebook.terms import Harm, PartKind
from sayso.nlp.tree import child, children, conjuncts
from sayso.records.language import Token
from sayso.tolls import rules
from sayso.tolls.drafts import Context, Draft
from sayso.tolls.victims import Count, count_one, is_people

EARLIER = -1
"""`Draft.parent` of a figure that is part of one in an earlier sentence."""

_THEM = frozenset({"them", "whom", "these", "those"})
_GROUPS = {
    "dead": Harm.KILLED,
    "killed": Harm.KILLED,
    "victim": Harm.KILLED,
    "fatality": Harm.KILLED,
    "death": Harm.KILLED,
    "casualty": Harm.KILLED_OR_WOUNDED,
    "wounded": Harm.WOUNDED,
    "injured": Harm.WOUNDED,
    "missing": Harm.MISSING,
    "hostage": Harm.ABDUCTED,
    "body": Harm.KILLED,
}
_SKIPPED = frozenset({"is", "are", "was", "were", ",", ":", "-", "--", "–", "—", "at", "least"})


def find_subsets(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Subset figures of a sentence, given the figures found in it so far."""
    for draft in drafts:
        yield from _appositions(context, draft)
    for token in context.sentence.tokens:
        if token.lower == "including":
            yield from _attached(context, drafts, token, _objects(context, token))
        elif token.lower in ("among", "amongst"):
            yield from _among(context, drafts, token)
        elif token.lemma == "include" and token.tag.startswith("VB"):
            yield from _included(context, drafts, token)
        elif token.lemma == "be" and token.tag.startswith("VB"):
            yield from _being(context, drafts, token)
        elif token.lower == "of" and token.i + 1 < len(context.sentence.tokens):
            yield from _of_them(context, drafts, token)


def _make(counted: Count, host: Draft | None, harm: Harm, trigger: Token) -> Draft:
    return Draft(
        harm=harm,
        low=counted.low,
        high=counted.high,
        approximate=counted.approximate,
        anchor=counted.anchor,
        noun=counted.noun,
        left=counted.left,
        right=counted.right,
        number_end=counted.number_end,
        trigger=host.trigger if host is not None else trigger,
        kind=counted.kind,
        cumulative=host.cumulative if host is not None else False,
        parent=host.anchor if host is not None else EARLIER,
        why=(*counted.why, rules.SUBSET),
    )


def _host(drafts: Sequence[Draft], at: int) -> Draft | None:
    """The nearest figure to the left of `at` that may have parts."""
    before = [d for d in drafts if d.anchor < at and d.parent is None and (d.high is None or d.high > 1)]
    return max(before, key=lambda d: d.anchor, default=None)


def _objects(context: Context, token: Token) -> tuple[Token, ...]:
    head = child(context.sentence, token, "pobj", "dobj")
    return conjuncts(context.sentence, head) if head is not None else ()


def _attached(context: Context, drafts: Sequence[Draft], token: Token, members: Sequence[Token]) -> Iterator[Draft]:
    host = _host(drafts, token.i)
    if host is None:
        return
    for member in members:
        if member.i <= host.anchor or member.pos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON"):
            continue
        counted = count_one(context, member)
        if counted is not None and counted.anchor != host.anchor and (counted.noun is not None or counted.high != 1):
            yield _make(counted, host, host.harm, token)


def _appositions(context: Context, draft: Draft) -> Iterator[Draft]:
    """As in "three people, a soldier and two villagers,": a breakdown of a plural figure."""
    if draft.parent is not None or draft.high == 1 or draft.high == 0:
        return
    sentence = context.sentence
    head = draft.noun if draft.noun is not None else sentence.tokens[draft.anchor]
    for c in children(sentence, head, "appos"):
        if c.i < head.i or (sentence.kind is PartKind.HEADLINE and child(sentence, c, "conj") is None):
            continue
        for member in conjuncts(sentence, c):
            counted = count_one(context, member)
            if (
                counted is not None
                and counted.noun is not None
                and is_people(context, counted.noun, choosy=True, plural=True)
            ):
                yield _make(counted, draft, draft.harm, draft.trigger)


def _among(context: Context, drafts: Sequence[Draft], token: Token) -> Iterator[Draft]:
    """As in "among them six children", "among the dead were two children"."""
    sentence = context.sentence
    inner = child(sentence, token, "pobj", "pcomp")
    if inner is None:
        return
    harm = _group_harm(context, inner)
    named = _subject_among(context, token) if harm is not None else None
    if named is not None and harm is not None:
        host = next((d for d in drafts if d.harm is harm and d.anchor < named.i), None)
        for member in conjuncts(sentence, named):
            counted = count_one(context, member)
            if counted is not None:
                made = _make(counted, host, harm, inner)
                yield replace(made, right=inner.i, why=(rules.STATE, *made.why))
        return
    if harm is None and inner.lower not in _THEM:
        return
    host = _host(drafts, token.i)
    if host is None and harm is None:
        return
    head = _first_counted(context, max(inner.i, inner.right if inner.right < token.i + 6 else inner.i) + 1)
    if head is None:
        return
    for member in conjuncts(sentence, head):
        counted = count_one(context, member)
        if counted is not None:
            yield _make(counted, host, host.harm if host is not None else harm or Harm.KILLED, token)


def _subject_among(context: Context, token: Token) -> Token | None:
    """The people of "two tourists were among the dead", "whose two daughters are among the missing"."""
    verb = context.sentence.tokens[token.head]
    if verb.lemma != "be" or verb.i > token.i or child(context.sentence, verb, "attr") is not None:
        return None
    people = child(context.sentence, verb, "nsubj")
    if people is None or not is_people(context, people, choosy=True, plural=True):
        return None
    return people


def _group_harm(context: Context, head: Token) -> Harm | None:
    """The harm of "the dead", "those killed", "the victims"."""
    harm = _GROUPS.get(head.lower) or _GROUPS.get(head.lemma)
    if harm is None and head.lower in ("those", "people"):
        for c in children(context.sentence, head, "acl", "relcl", "amod"):
            harm = harm or context.words.verbs.get(c.lemma) or context.words.states.get(c.lower)
    return harm


def _first_counted(context: Context, start: int) -> Token | None:
    """The head of the noun phrase that starts at `start`, after a copula or a comma."""
    tokens = context.sentence.tokens
    for token in tokens[start : start + 9]:
        if token.tag in ("NN", "NNS", "NNP", "NNPS") and token.dep not in ("compound", "nmod"):
            return token
        if token.pos in ("VERB", "ADP") and token.lower not in _SKIPPED:
            return None
    return None


def _included(context: Context, drafts: Sequence[Draft], token: Token) -> Iterator[Draft]:
    """As in "the dead included two children"."""
    sentence = context.sentence
    subject = child(sentence, token, "nsubj")
    if subject is None:
        return
    harm = _group_harm(context, subject)
    if harm is None:
        return
    host = next((d for d in drafts if d.harm is harm and d.anchor < token.i), None)
    head = child(sentence, token, "dobj")
    for member in conjuncts(sentence, head) if head is not None else ():
        counted = count_one(context, member)
        if counted is not None:
            yield _make(counted, host, harm, token)


def _being(context: Context, drafts: Sequence[Draft], token: Token) -> Iterator[Draft]:
    """As in "of the 27 killed, 11 were women", "six of the dead were children"."""
    sentence = context.sentence
    subject = child(sentence, token, "nsubj")
    attr = child(sentence, token, "attr")
    if (
        subject is None
        or attr is None
        or attr.tag not in ("NNS", "NNPS")
        or not is_people(context, attr, choosy=True, plural=True)
    ):
        return
    number = context.quantity_at(subject.i)
    if number is None:
        return
    inner = _of_object(context, subject)
    harm = _group_harm(context, inner) if inner is not None else None
    host = _host(drafts, number.first)
    opened = sentence.tokens[0].lower == "of" or (inner is not None and (inner.lower in _THEM or harm is not None))
    if not opened or (host is None and harm is None and inner is None):
        return
    counted = count_one(context, subject)
    if counted is not None:
        made = _make(counted, host, host.harm if host is not None else harm or Harm.KILLED, token)
        kind = count_kind(context, attr, made)
        yield replace(kind, noun=attr, right=attr.i)


def count_kind(context: Context, attr: Token, draft: Draft) -> Draft:
    """The draft with the kind of people named by `attr`."""
    kind = context.words.kinds.get(attr.lemma)
    return replace(draft, kind=kind) if kind is not None else draft


def _of_object(context: Context, head: Token) -> Token | None:
    of = next((c for c in children(context.sentence, head, "prep") if c.lower == "of"), None)
    return child(context.sentence, of, "pobj") if of is not None else None


def _of_them(context: Context, drafts: Sequence[Draft], token: Token) -> Iterator[Draft]:
    """As in "ten people, six of them children"."""
    tokens = context.sentence.tokens
    if tokens[token.i + 1].lower not in _THEM or token.i + 2 >= len(tokens) or token.i == 0:
        return
    number = context.quantity_at(token.i - 1)
    noun = tokens[token.i + 2]
    if number is None or noun.tag != "NNS" or not is_people(context, noun, choosy=True, plural=True):
        return
    host = _host(drafts, number.first)
    if host is None:
        return
    counted = Count(
        low=number.low,
        high=number.high,
        approximate=number.approximate,
        anchor=number.first,
        noun=noun,
        left=number.left,
        right=noun.i,
        number_end=number.right,
        kind=context.words.kinds.get(noun.lemma, host.kind),
        part=True,
        why=number.why,
    )
    yield _make(counted, host, host.harm, token)
