"""Document -> tolls: every casualty figure as a claim with bounds, harm, victims, period, place and claimant."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sayso.codebook.terms import Harm
from sayso.records.events import FoundEvent
from sayso.records.language import Document, Sentence, Token
from sayso.records.places import FoundPlace
from sayso.records.statements import FoundStatement, Voices
from sayso.records.times import FoundTime
from sayso.records.tolls import FoundToll
from sayso.text import Span
from sayso.tolls import context as contexts
from sayso.tolls import periods, rules
from sayso.tolls.drafts import Context, Draft, Hit
from sayso.tolls.elliptic import companions, find_elliptic, open_ended
from sayso.tolls.harms import find_hits
from sayso.tolls.nought import find_zero, zero_draft
from sayso.tolls.numbers import find_quantities
from sayso.tolls.periods import Period, war_start
from sayso.tolls.running import find_running
from sayso.tolls.standing import Standing, standing
from sayso.tolls.subsets import EARLIER, find_subsets
from sayso.tolls.victims import Count, count_victims
from sayso.tolls.words import Words, words

_FAR = 8
"""Tokens between the people and the word of harm beyond which the evidence is given in two pieces."""

_LOOK_BACK = 3
"""A subset may refer to a figure at most this many sentences before ("Six of the dead were children")."""


def find_tolls(
    document: Document,
    statements: Sequence[FoundStatement],
    events: Sequence[FoundEvent],
    times: Sequence[FoundTime],
    places: Sequence[FoundPlace],
    *,
    coding: str = "multiples",
) -> tuple[FoundToll, ...]:
    """Parsed article and what was found in it -> its casualty figures in text order.

    `coding` names the table of values of vague number words ("multiples": dozens = 24; "units": dozens = 12).
    Raises KeyError for an unknown coding.
    """
    lists = words()
    vague = lists.coding[coding]
    war = war_start(document, times, lists)
    violent = any(_deadly(token, lists) for sentence in document.sentences for token in sentence.tokens)
    abductions = any(_abducts(token, lists) for sentence in document.sentences for token in sentence.tokens)
    voices = Voices(statements)
    found: list[FoundToll] = []
    for sentence in document.sentences:
        if lists.triggers.isdisjoint(token.lemma for token in sentence.tokens) and lists.triggers.isdisjoint(
            token.lower for token in sentence.tokens
        ):
            continue
        here = [place for place in places if place.sentence == sentence.index]
        quantities = find_quantities(sentence.tokens, lists, vague)
        last = found[-1] if found else None
        running = last.harm if last and last.cumulative and sentence.index - last.sentence == 1 else None
        context = Context(sentence, quantities, lists, _name_tokens(sentence, here), abductions, running, violent)
        drafts = _drafts(context)
        if not drafts:
            continue
        around = _Around(
            sentence,
            voices,
            [(i, e) for i, e in enumerate(events) if e.sentence == sentence.index],
            [time for time in times if time.sentence == sentence.index],
            here,
            lists,
            war,
        )
        _place(drafts, around, found)
    return tuple(found)


class _Around:
    """What else was found in a figure's sentence."""

    def __init__(
        self,
        sentence: Sentence,
        voices: Voices,
        events: Sequence[tuple[int, FoundEvent]],
        times: Sequence[FoundTime],
        places: Sequence[FoundPlace],
        lists: Words,
        war: Span | None,
    ) -> None:
        self.sentence, self.voices, self.events = sentence, voices, events
        self.times, self.places, self.words, self.war = times, places, lists, war
        told = voices.statements
        self.saying = frozenset(s.time for s in told if s.time is not None and s.sentence == sentence.index)
        self.nations = frozenset(
            token.i for place in places for token in sentence.tokens if place.span.start <= token.start < place.span.end
        )


def _abducts(token: Token, lists: Words) -> bool:
    return lists.verbs.get(token.lemma) is Harm.ABDUCTED or lists.has("hostage", token.lemma)


def _deadly(token: Token, lists: Words) -> bool:
    """True for a word of violence or disaster: without one in the article a single death is a natural one."""
    lemma = token.lemma
    return lists.verbs.get(lemma) in (Harm.KILLED, Harm.WOUNDED, Harm.ABDUCTED) or lists.has("causes", lemma)


def _name_tokens(sentence: Sentence, places: Sequence[FoundPlace]) -> frozenset[int]:
    return frozenset(
        token.i for place in places for token in sentence.tokens if place.span.start <= token.start < place.span.end
    )


def _drafts(context: Context) -> list[Draft]:
    """All figures of a sentence in text order, one for each pair of number and harm."""
    found: dict[tuple[int, Harm], Draft] = {}

    def keep(draft: Draft) -> None:
        if (draft.anchor, draft.harm) not in found and (draft.anchor, Harm.KILLED_OR_WOUNDED) not in found:
            found[draft.anchor, draft.harm] = draft

    for draft in find_running(context):
        keep(draft)
    for hit in find_hits(context):
        for draft in _from_hit(context, hit):
            keep(draft)
    ordered = sorted(_closest(found.values()), key=lambda draft: draft.anchor)
    ordered = _partitives(context, ordered)
    for draft in find_subsets(context, ordered):
        known = found.get((draft.anchor, draft.harm))
        if known is None and not any(d.anchor == draft.anchor for d in ordered):
            found[draft.anchor, draft.harm] = draft
            ordered.append(draft)
        elif known is not None and known.parent is None and known.anchor != draft.parent:
            ordered = [
                replace(d, parent=draft.parent, why=(*d.why, rules.SUBSET))
                if d.anchor == known.anchor and d.harm is known.harm and d.parent is None
                else d
                for d in ordered
            ]
    ordered += list(companions(context, ordered))
    ordered += list(find_elliptic(context, ordered))
    ordered = open_ended(context.sentence, ordered, context.words)
    return sorted(ordered, key=lambda draft: (draft.anchor, draft.harm))


def _closest(drafts: Collection[Draft]) -> Iterator[Draft]:
    """Without the 30 killed of "seven dead and 30 injured": a bare number belongs to the harm right behind it."""
    own = {draft.anchor: draft.trigger.i for draft in drafts if draft.trigger.i == draft.number_end + 1}
    for draft in drafts:
        if draft.noun is None and draft.trigger.i < draft.anchor and own.get(draft.anchor, -1) > draft.trigger.i:
            continue
        if draft.noun is not None and rules.ONE in draft.why and _named_too(draft.noun, draft, drafts):
            continue
        yield draft


def _named_too(noun: Token, draft: Draft, drafts: Collection[Draft]) -> bool:
    """True for "the publisher" of "kidnapped the publisher Ana Sol", parsed as two objects, and for "a guard" of "the
    murder of Ana Sol, a guard who was killed": the name counts.
    """
    return any(
        (other.trigger is draft.trigger and other.noun.left == noun.i + 1)
        or (noun.dep == "appos" and noun.head == other.noun.i and other.harm is draft.harm)
        for other in drafts
        if rules.NAMED in other.why and other.noun is not None
    )


def _from_hit(context: Context, hit: Hit) -> Iterator[Draft]:
    how = standing(context.sentence, hit.trigger, context.words)
    harm, other = _either(context, hit)
    hit = hit._replace(end=max(hit.end, other))
    nought = find_zero(context, hit, how)
    if nought is not None:
        yield zero_draft(hit, harm, nought)
        return
    if how in (Standing.UNREAL, Standing.NEGATED):
        return
    hedged = hit.hedged or how is Standing.HEDGED
    people = tuple(count_victims(context, hit))
    for counted in people:
        if _natural(context, hit, counted, alone=len(people) == 1):
            continue
        yield _draft(hit, harm, counted, hedged=hedged)


def _draft(hit: Hit, harm: Harm, counted: Count, *, hedged: bool) -> Draft:
    why = (hit.rule, *counted.why)
    if hedged:
        why = (*why, rules.HEDGED)
    if harm is not hit.harm:
        why = (*why, rules.EITHER)
    if counted.part:
        why = (*why, rules.SUBSET)
    return Draft(
        harm=harm,
        low=counted.low,
        high=counted.high,
        approximate=counted.approximate or hedged,
        anchor=counted.anchor,
        noun=counted.noun,
        left=min(counted.left, hit.trigger.i, hit.end if hit.end >= 0 else hit.trigger.i),
        right=max(counted.right, hit.trigger.i, hit.end),
        number_end=counted.number_end,
        trigger=hit.trigger,
        kind=counted.kind,
        cumulative=False,
        parent=None,
        why=why,
    )


def _either(context: Context, hit: Hit) -> tuple[Harm, int]:
    """The harm and the other word of harm (-1 for none): "killed or injured" with one number is killed|wounded."""
    tokens = context.sentence.tokens
    if hit.harm not in (Harm.KILLED, Harm.WOUNDED):
        return hit.harm, -1
    for step in (2, -2):
        i = hit.trigger.i + step
        if not 0 <= i < len(tokens) or tokens[(i + hit.trigger.i) // 2].lower not in ("or", "and", "and/or"):
            continue
        other = tokens[i]
        harm = context.words.verbs.get(other.lemma) or context.words.states.get(other.lower)
        if (
            harm in (Harm.KILLED, Harm.WOUNDED)
            and harm is not hit.harm
            and (other.tag == "VBG") == (hit.trigger.tag == "VBG")
        ):
            return Harm.KILLED_OR_WOUNDED, i
    return hit.harm, -1


def _natural(context: Context, hit: Hit, counted: Count, *, alone: bool) -> bool:
    """A single person's death by nature."""
    dying = context.words.has("dies", hit.trigger.lemma) or hit.trigger.lower in ("dead", "death")
    if counted.high != 1 or not dying:
        return False
    if alone and not context.violent and rules.NUMBER not in counted.why:
        return True
    after = context.sentence.tokens[hit.trigger.i + 1 : hit.trigger.i + 10]
    for k, token in enumerate(after):
        if token.lower in ("peacefully", "aged"):
            return True
        if token.lower in ("of", "from", "with") and any(
            context.words.has("natural", t.lemma) for t in after[k + 1 : k + 5]
        ):
            return True
    return False


def _partitives(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Links "three of the five wounded" to the figure of the five."""
    linked = []
    for draft in drafts:
        if rules.SUBSET in draft.why and draft.parent is None:
            number = context.quantity_at(draft.anchor)
            last = number.right if number is not None else draft.anchor
            inner = next((d for d in drafts if last < d.anchor <= last + 4 and d.anchor != draft.anchor), None)
            linked.append(replace(draft, parent=inner.anchor if inner is not None else EARLIER))
        else:
            linked.append(draft)
    return linked


def _place(drafts: Sequence[Draft], around: _Around, found: list[FoundToll]) -> None:
    """Drafts of one sentence -> tolls, appended to `found`."""
    first = len(found)
    at = {draft.anchor: first + i for i, draft in reversed(list(enumerate(drafts)))}
    for draft in drafts:
        parent = at.get(draft.parent) if draft.parent is not None and draft.parent != EARLIER else None
        if draft.parent == EARLIER:
            parent = _earlier(draft, around.sentence, found[:first])
        toll = _toll(draft, around, parent)
        if parent is not None and toll.said_in is None and first <= parent < len(found):
            toll = replace(toll, said_in=found[parent].said_in)
        found.append(toll)


def _earlier(draft: Draft, sentence: Sentence, found: Sequence[FoundToll]) -> int | None:
    for index in range(len(found) - 1, -1, -1):
        toll = found[index]
        if sentence.index - toll.sentence > _LOOK_BACK:
            return None
        large = toll.high is None or (draft.low or 0) <= toll.high
        if toll.harm is draft.harm and toll.part_of is None and toll.high != 0 and large:
            return index
    return None


def _evidence(sentence: Sentence, draft: Draft, since: Span | None) -> tuple[Span, ...]:
    """The words that support a figure: number to trigger, in two pieces where they stand far apart."""
    people = max(draft.number_end, draft.noun.i if draft.noun is not None else draft.anchor, draft.anchor)
    if draft.trigger.i - people > _FAR:
        harm = sentence.span(draft.trigger.i, max(draft.trigger.i, draft.right))
        pieces = [sentence.span(draft.left, people), harm]
    else:
        pieces = [sentence.span(draft.left, draft.right)]
    if rules.ELLIPTIC in draft.why:
        pieces.insert(0, sentence.span(draft.trigger.i, draft.trigger.i))
    if since is not None and not any(piece.contains(since) for piece in pieces):
        pieces.append(since)
    return tuple(pieces)


def _toll(draft: Draft, around: _Around, parent: int | None) -> FoundToll:
    sentence = around.sentence
    number = sentence.span(min(draft.anchor, draft.number_end), max(draft.anchor, draft.number_end))
    period = periods.period_of(sentence, draft, around.times, around.saying)
    event = contexts.event_of(sentence, draft, around.events)
    place = contexts.place_of(sentence, draft, around.places)
    source = dict(around.events).get(event) if event is not None else None
    running = draft.high not in (0, 1) and (period.words is not None or periods.lasts(sentence, draft, around.words))
    why = (*draft.why, rules.SINCE) if running else draft.why
    if period.span is None and source is not None and source.time not in around.saying:
        period = period._replace(span=source.time)
    if period.span is None and running and around.war is not None and periods.within_war(sentence, draft, around.words):
        period = Period(around.war, since=True)
        why = (*why, rules.WAR)
    return FoundToll(
        sentence=sentence.index,
        harm=draft.harm,
        low=draft.low,
        high=draft.high,
        approximate=draft.approximate,
        victims=contexts.victims_span(sentence, draft),
        victim_kind=draft.kind,
        side=contexts.side_of(sentence, draft, around.nations, around.words),
        period=period.span,
        since=period.since,
        place=place if place is not None or source is None else source.place,
        event=event,
        said_in=around.voices.said_in(number.start),
        cumulative=draft.cumulative or running,
        part_of=parent,
        evidence=_evidence(sentence, draft, period.words if running else None),
        why=tuple(rule for rule in dict.fromkeys(why) if rule != rules.SUBSET or parent is not None),
    )
