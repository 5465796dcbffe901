"""Running totals: where a "death toll" or a "number of dead" is said to stand."""

from collections.abc import Iterator

from sayso.codebook.terms import Harm, VictimKind
from sayso.nlp.tree import children
from sayso.records.language import Token
from sayso.tolls import rules
from sayso.tolls.drafts import Context, Draft
from sayso.tolls.numbers import Quantity
from sayso.tolls.standing import Standing, standing
from sayso.tolls.victims import kind_of, number_of

_LINKS = frozenset(
    {
        "to",
        "at",
        "of",
        "above",
        "past",
        "over",
        "beyond",
        "from",
        "as",
        "is",
        "was",
        "stands",
        "stood",
        "now",
        ":",
        "hits",
        "tops",
        "with",
    }
)
_REACH = 30
_STOPS = frozenset({".", ";", "?", "!"})
_TIMES = frozenset({"day", "year", "month", "week", "hour", "minute", "decade", "percent", "%", "time"})


def find_running(context: Context) -> Iterator[Draft]:
    """Figures of the sentence's tallies."""
    for token in context.sentence.tokens:
        if token.tag in ("NN", "NNP", "NNS") and context.words.has("tally", token.lemma):
            harm = _harm(context, token) or _of_before(context, token)
            number = _figure(context, token) if harm is not None else None
            if harm is not None and number is not None:
                draft = _draft(context, token, number, harm)
                if draft is not None:
                    yield draft


def _harm(context: Context, tally: Token) -> Harm | None:
    """What a tally counts, from its modifiers and its of-phrase; a bare "toll" counts the dead."""
    sentence, words = context.sentence, context.words
    for c in children(sentence, tally, "compound", "amod", "nmod", "poss"):
        harm = words.counted.get(c.lemma) or words.states.get(c.lower)
        if harm is not None:
            return harm
        if words.has("body", c.lemma):
            return Harm.KILLED
    of = next((c for c in children(sentence, tally, "prep") if c.lower in ("of", "from", "in")), None)
    if of is not None and of.lower == "of":
        harms = [
            h
            for t in sentence.tokens[of.i + 1 : min(of.right, of.i + 7) + 1]
            for h in (words.counted.get(t.lemma) or words.states.get(t.lower),)
            if h
        ]
        if harms:
            return Harm.KILLED_OR_WOUNDED if {Harm.KILLED, Harm.WOUNDED} <= set(harms) else harms[0]
    return Harm.KILLED if tally.lemma == "toll" and not _metaphorical(context, tally) else None


def _of_before(context: Context, tally: Token) -> Harm | None:
    """The harm of the running total in the sentence before, for "it earlier gave a figure of 19"."""
    of = next((c for c in children(context.sentence, tally, "prep") if c.lower == "of"), None)
    bare = of is not None and of.i == tally.i + 1 and context.quantity_at(of.i + 1) is not None
    return context.running if bare else None


def _metaphorical(context: Context, tally: Token) -> bool:
    """As in "took its toll on", "a toll road", "toll-free"."""
    return any(
        c.lower in ("its", "their", "heavy", "emotional", "economic", "financial", "bridge", "road")
        for c in children(context.sentence, tally)
    )


def _figure(context: Context, tally: Token) -> Quantity | None:
    """The number a tally is said to stand at: the first linked one after it, or the one its verb takes before it."""
    tokens = context.sentence.tokens
    end = min(tally.i + _REACH, len(tokens))
    end = next((i for i in range(tally.i, end) if tokens[i].text in _STOPS), end)
    for number in context.quantities:
        if not tally.i < number.first < end:
            continue
        link = tokens[number.left - 1]
        if link.lower == "from" and rules.RANGE in number.why:
            return number._replace(low=number.high, why=(rules.NUMBER,))
        if link.lower in ("by", "from", "on", "in", "than") or _is_time(context, number):
            continue
        if link.lower in _LINKS or context.words.has("stands", link.lemma) or link.i == tally.i:
            return number
    verb = tokens[tally.head]
    if verb.lemma in ("bring", "put", "raise", "take", "push") and verb.pos == "VERB":
        for number in context.quantities:
            if verb.i < number.first < tally.i and tokens[number.left - 1].lower in ("to", "at"):
                return number
    return None


def _is_time(context: Context, number: Quantity) -> bool:
    tokens = context.sentence.tokens
    after = number.last + 1
    return after < len(tokens) and tokens[after].lemma in _TIMES


def _draft(context: Context, tally: Token, number: Quantity, harm: Harm) -> Draft | None:
    sentence, words = context.sentence, context.words
    how = standing(sentence, tally, words)
    if how in (Standing.UNREAL, Standing.NEGATED):
        return None
    after = number.right + 1
    noun = next(
        (t for t in sentence.tokens[after : after + 4] if t.tag == "NNS" and number_of(context, t) is number), None
    )
    if noun is not None and (noun.lemma in words.things or noun.lemma in words.counted):
        noun = None
    hedged = how is Standing.HEDGED
    return Draft(
        harm=harm,
        low=number.low,
        high=number.high,
        approximate=number.approximate or hedged,
        anchor=number.first,
        noun=noun,
        left=min(tally.left, number.left)
        if tally.left > number.right
        else tally.i - sum(1 for c in tally.children if c < tally.i),
        right=max(number.right, tally.i, noun.i if noun else 0),
        number_end=number.right,
        trigger=tally,
        kind=kind_of(context, noun) if noun is not None else VictimKind.PEOPLE,
        cumulative=True,
        parent=None,
        why=(rules.RUNNING, *number.why, *((rules.HEDGED,) if hedged else ())),
    )
