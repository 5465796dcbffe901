"""Counts the people a noun phrase names: "12 soldiers", "hundreds of people", "a civilian", "no one"."""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.codebook.terms import PartKind, VictimKind
from sayso.lexicon.nouns import noun_classes
from sayso.nlp.tree import child, children, conjuncts
from sayso.records.base import RuleId
from sayso.records.language import Sentence, Token
from sayso.tolls import rules
from sayso.tolls.drafts import Context, Hit
from sayso.tolls.numbers import MONTHS, Quantity

_PRONOUNS = frozenset({"he", "she", "him", "her"})
_PARTIAL = frozenset({"other", "further", "more", "additional", "serious", "major", "new", "life-threatening", "fresh"})
_NOT_ONE = frozenset({"any", "every", "each", "no", "what", "which", "whatever", "such", "other"})
_PLAIN_COUNTS = frozenset({"more", "others", "other", "thousand", "thousands", "hundreds", "dozens", "scores", "rest"})
_COLLECTIVE = frozenset("police force people dead wounded injured missing crew troop one personnel".split())
_THINGS = frozenset({"place", "facility", "vehicle", "weapon"})
_PARTITIVE = frozenset({"the", "these", "those", "his", "her", "its", "their", "our", "them", "whom", "us"})


class Count(NamedTuple):
    """People counted. `anchor` identifies the figure, `noun` is the head of the victims' words (None for a bare
    number), [left, right] the tokens; `part` marks a subset by its form ("three of the five").
    """

    low: int | None
    high: int | None
    approximate: bool
    anchor: int
    noun: Token | None
    left: int
    right: int
    number_end: int
    kind: VictimKind
    part: bool
    why: tuple[RuleId, ...]


def count_victims(context: Context, hit: Hit) -> Iterator[Count]:
    """Counts for all coordinated heads of a hit's victims."""
    for head in hit.victims:
        for member in conjuncts(context.sentence, head) if head.i != hit.trigger.i else (head,):
            if member.pos in ("VERB", "AUX", "ADP") and member.lower not in context.words.states:
                continue
            counted = count_one(context, member, choosy=hit.choosy, bare_only=hit.bare_only)
            if counted is not None and not _same_quantity(context, head, member):
                yield counted


def _same_quantity(context: Context, head: Token, member: Token) -> bool:
    """True if a coordinated number is only the other half of the head's number phrase."""
    if member.i == head.i:
        return False
    first, second = context.quantity_at(head.i), context.quantity_at(member.i)
    return second is not None and (
        first is second
        or (
            first is not None
            and first.high is None
            and second.high is None
            and member.pos == "NOUN"
            and not list(children(context.sentence, head, "prep"))
        )
    )


def count_one(context: Context, head: Token, *, choosy: bool = False, bare_only: bool = False) -> Count | None:
    """People that one noun phrase counts, or None if it gives no figure or names no people. With `bare_only` a
    number is needed: singular nouns and names do not count.
    """
    own = context.quantity_at(head.i)
    if own is not None:
        no_one = head.lower == "one" and head.i and context.sentence.tokens[head.i - 1].lower in ("no", "-")
        return None if no_one else _headed_by_number(context, head, own, choosy=choosy)
    number = number_of(context, head)
    if number is not None:
        named = is_people(context, head, choosy=choosy, plural=True) or _is_harm_noun(context, head)
        fits = named and not _year_like(context, number, head)
        return _count(context, number, head, partitive=False) if fits else None
    grouped = _group(context, head, choosy=choosy) if head.lemma in context.words.sets["group"] else None
    return grouped if grouped is not None or bare_only else _single(context, head, choosy=choosy)


def _year_like(context: Context, number: Quantity, noun: Token) -> bool:
    """True for "the 1999 shooting", "the 2014 deaths": a bare year behind "the", or any year before a singular."""
    tokens = context.sentence.tokens
    text = tokens[number.first].text
    if not (number.first == number.last and len(text) == 4 and text.isdigit() and 1800 <= int(text) <= 2100):
        return False
    opened = number.first > 0 and tokens[number.first - 1].tag in ("DT", "POS", "PRP$")
    return noun.tag in ("NN", "NNP") or opened


def _headed_by_number(context: Context, head: Token, number: Quantity, *, choosy: bool) -> Count | None:
    sentence = context.sentence
    noun, partitive = None, False
    of = next(
        (
            c
            for i in range(number.first, number.last + 1)
            for c in children(sentence, sentence.tokens[i], "prep")
            if c.lower == "of"
        ),
        None,
    )
    if of is not None and of.i == number.last + 1:
        noun = child(sentence, of, "pobj")
    if (
        noun is None
        and number.last + 2 < len(sentence.tokens)
        and [t.lower for t in sentence.tokens[number.last + 1 : number.last + 3]] == ["out", "of"]
    ):
        noun, partitive = _after_out_of(context, number), True
    elif noun is not None:
        partitive = any(c.lower in _PARTITIVE for c in children(sentence, noun)) or noun.lower in _PARTITIVE
        if noun.lower in ("them", "whom", "us", "these", "those"):
            noun = None
        elif (
            "people" not in noun_classes(noun.lemma)
            and context.quantity_at(noun.i) is None
            and not is_people(context, noun, choosy=choosy, plural=True)
        ):
            return None
    elif (
        number.low is not None
        and number.low == number.high
        and 1900 <= number.low <= 2100
        and head.tag == "CD"
        and head.dep == "pobj"
    ):
        return None
    return _count(context, number, noun, partitive=partitive)


def _after_out_of(context: Context, number: Quantity) -> Token | None:
    """The people of "13 out of 19 sailors"."""
    for token in context.sentence.tokens[number.last + 3 : number.last + 9]:
        if token.tag in ("NNS", "NNPS") and token.dep != "compound":
            return token if is_people(context, token, choosy=True, plural=True) else None
        if token.pos in ("VERB", "AUX"):
            return None
    return None


def _count(context: Context, number: Quantity, noun: Token | None, *, partitive: bool) -> Count:
    right = max(number.right, noun.i if noun is not None else 0)
    vague = noun is not None and (
        noun.lower in _PLAIN_COUNTS or noun.lemma in ("life", "body", "corpse") or noun.lemma in context.words.counted
    )
    named = None if noun is not None and (vague or noun.i < number.left) else noun
    if named is not None and context.quantity_at(named.i) is not None:
        named = None
    kind = kind_of(context, named) if named is not None else VictimKind.PEOPLE
    return Count(
        number.low,
        number.high,
        number.approximate,
        number.first,
        named,
        number.left,
        right,
        number.right,
        kind,
        partitive,
        number.why,
    )


def number_of(context: Context, noun: Token) -> Quantity | None:
    """The number phrase that counts `noun`: a modifier on its left."""
    tokens = context.sentence.tokens
    for number in reversed(context.quantities):
        gap = tokens[number.right + 1 : noun.i]
        partitive = len(gap) == 1 and gap[0].lower == "of"
        if number.last >= noun.i or (number.first < noun.left - 1 and not partitive):
            continue
        core = range(number.first, number.last + 1)
        modifies = any(_reaches(context.sentence, tokens[i], noun) for i in core)
        if partitive:
            return number if gap[0].head in core else None
        if not modifies and any(
            t.tag in (",", ":", "IN", "-LRB-", ".") or t.pos in ("AUX", "ADP") for t in gap if t.lower != "of"
        ):
            return None
        if modifies or not gap or all(t.tag[:2] in ("JJ", "NN") and t.head == noun.i for t in gap):
            return number
        return None
    return None


def _reaches(sentence: Sentence, token: Token, noun: Token) -> bool:
    """True if `noun` is the head of `token` or of the noun that `token` modifies inside the same phrase."""
    for _ in range(3):
        token = sentence.tokens[token.head]
        if token.i == noun.i:
            return True
        if token.dep not in ("compound", "nmod", "amod"):
            return False
    return False


def is_people(context: Context, noun: Token, *, choosy: bool, plural: bool) -> bool:
    """True if `noun` may name people. Unknown plurals pass where the verb itself asks for living victims."""
    words = context.words
    if noun.lemma in words.kinds or noun.lower in words.kinds:
        return True
    if noun.lemma in words.things or noun.lower in words.things or noun_classes(noun.lemma) & _THINGS:
        return False
    if noun.tag in ("NNP", "NNPS") or noun.tag == "JJ":
        return True
    if noun_classes(noun.lemma) & {"person", "civilians", "military", "armed_group", "police"}:
        return True
    return plural and not choosy and noun.tag == "NNS"


def _is_harm_noun(context: Context, noun: Token) -> bool:
    words = context.words
    return (
        any(noun.lemma in words.sets[name] for name in ("body", "life", "hostage", "prisoner"))
        or noun.lemma in words.counted
    )


def kind_of(context: Context, noun: Token) -> VictimKind:
    """The kind of people that `noun` names, helped by the words before it ("aid workers", "police officers")."""
    words = context.words
    fighters = words.kinds.get(noun.lemma) is VictimKind.FIGHTERS
    for c in children(context.sentence, noun, "compound", "amod", "nmod"):
        if not fighters and c.i < noun.i and c.lower in words.modifiers:
            return words.modifiers[c.lower]
    kind = words.kinds.get(noun.lemma) or words.kinds.get(noun.lower)
    if kind is not None:
        return kind
    classes = noun_classes(noun.lemma)
    if "armed_group" in classes:
        return VictimKind.FIGHTERS
    if "military" in classes:
        return VictimKind.SOLDIERS
    return VictimKind.PEOPLE if noun.pos in ("NUM", "PRON") or noun.lemma in words.counted else VictimKind.OTHER


def _group(context: Context, head: Token, *, choosy: bool) -> Count | None:
    """As in "a family of seven", "a group of 12 miners"."""
    sentence = context.sentence
    of = next((c for c in children(sentence, head, "prep") if c.lower == "of"), None)
    inner = child(sentence, of, "pobj") if of is not None else None
    if inner is None or head.tag not in ("NN", "NNP"):
        return None
    counted = count_one(context, inner, choosy=choosy, bare_only=True)
    if counted is None or counted.part:
        return None
    noun = counted.noun or (head if head.lemma not in ("total", "number", "minimum", "maximum") else None)
    return counted._replace(noun=noun, left=min(head.left, counted.left), why=(*counted.why, rules.GROUP))


_PERSONAL = ("er", "or", "ist", "ian", "man", "woman", "eer", "ee", "ant", "mate", "boy", "girl")


def _sounds_personal(context: Context, noun: Token) -> bool:
    """True for an unknown noun with an ending of persons: "receptionist", "welder"."""
    lemma = noun.lemma
    if lemma in context.words.things or noun_classes(lemma) & _THINGS or len(lemma) < 5:
        return False
    return lemma.endswith(_PERSONAL)


def _single(context: Context, head: Token, *, choosy: bool) -> Count | None:
    """One person: a singular noun with a determiner, a name, "he"."""
    if head.tag in ("PRP", "NN") and head.lower in _PRONOUNS:
        return _one(head, head.i, VictimKind.PEOPLE, rules.NAMED)
    opening = children(context.sentence, head, "det", "poss", "nummod", "neg", "predet")
    determiners = [c for c in opening if c.i < head.i] or _shared(context.sentence, head)
    if any(d.lower in _NOT_ONE for d in determiners):
        return None
    left = min((d.left for d in determiners if d.head == head.i), default=head.left)
    if head.tag == "NNP":
        if any(d.lower in ("a", "an", "another", "one") for d in determiners):
            return _one(head, left, kind_of(context, head), rules.ONE)
        return _one(head, head.left, kind_of(context, head), rules.NAMED) if is_name(context, head) else None
    known = head.lemma in context.words.kinds
    fits = known or (not choosy and _sounds_personal(context, head))
    if not fits or not _singular(context, head) or not (determiners or (known and _headline_like(context, head))):
        return None
    return _one(head, left, kind_of(context, head), rules.ONE)


def _shared(sentence: Sentence, head: Token) -> list[Token]:
    """The determiner of "his bodyguard and driver were killed": a plural verb makes them two people."""
    first = sentence.tokens[head.head]
    after = [token.lower for token in sentence.tokens[head.i + 1 : head.i + 3]]
    if head.dep != "conj" or not {"were", "are", "have"}.intersection(after):
        return []
    return [c for c in children(sentence, first, "det", "poss") if c.i < first.i]


def _singular(context: Context, head: Token) -> bool:
    """True if the noun is singular and names one person, not a body of people."""
    if head.tag != "NN" and not (head.tag == "JJ" and head.lower == "old"):
        return False
    return head.lemma not in context.words.sets["group"] and head.lower not in _PLAIN_COUNTS | _COLLECTIVE


def _headline_like(context: Context, head: Token) -> bool:
    """Singular nouns without a determiner count in headlines and behind a title-like compound or an age."""
    if context.sentence.kind is PartKind.HEADLINE:
        return True
    return any(c.dep in ("compound", "amod", "nmod") for c in children(context.sentence, head)) or head.i == 0


def _one(head: Token, left: int, kind: VictimKind, rule: RuleId) -> Count:
    return Count(
        low=1,
        high=1,
        approximate=False,
        anchor=head.i,
        noun=head,
        left=left,
        right=head.i,
        number_end=left - 1,
        kind=kind,
        part=False,
        why=(rule,),
    )


def is_name(context: Context, head: Token) -> bool:
    """True if a proper noun looks like a person's name: no place, no acronym, no organisation."""
    text = head.text
    if head.i in context.names or not text[:1].isupper():
        return False
    if text.isupper() and len(text) > 1 and not (context.shouting and _like_surname(context, head)):
        return False
    lower = head.lower
    if lower in MONTHS or lower in context.words.things or noun_classes(lower) or any(ch.isdigit() for ch in text):
        return False
    first = next((c for c in children(context.sentence, head, "det") if c.lower == "the"), None)
    return first is None


def _like_surname(context: Context, head: Token) -> bool:
    """In text all in capitals: a name of several words, or a long one with a vowel ("FMLN" is none)."""
    several = any(c.tag == "NNP" and c.i < head.i for c in children(context.sentence, head, "compound"))
    return several or (len(head.text) > 4 and any(vowel in head.lower for vowel in "aeiou"))


def zero(sentence: Sentence, head: Token, words_zero: frozenset[str], nobody: frozenset[str]) -> Token | None:
    """The word that makes a noun phrase nought ("no" civilians, "nobody", "none" of them), or None."""
    if head.lower in nobody:
        other = head.i + 1 < len(sentence.tokens) and sentence.tokens[head.i + 1].lower in ("else", "other")
        return None if other else head
    near = sentence.tokens[max(0, head.i - 2) : head.i + 2]
    split = next(
        (
            t
            for t, dash, one in zip(near, near[1:], near[2:], strict=False)
            if t.lower == "no" and dash.text == "-" and one.lower == "one"
        ),
        None,
    )
    if split is not None and head.lower in ("-", "one"):
        return split
    if head.i + 1 < len(sentence.tokens) and sentence.tokens[head.i + 1].lower == "else":
        return None
    before = [c for c in children(sentence, head, "det", "neg", "nummod", "advmod", "amod") if c.i < head.i]
    if any(c.lower in _PARTIAL for c in before):
        return None
    single = next((c for c in before if c.lower == "single"), None)
    if single is not None:
        return next((t for t in sentence.tokens[max(0, single.i - 2) : single.i] if t.lower in ("not", "no")), None)
    return next((c for c in before if c.lower in words_zero), None)
