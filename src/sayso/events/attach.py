"""Which place and time of the sentence belong to this event: by attachment in the parse, never by nearness alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.codebook.plover import EventType
from sayso.events.view import View
from sayso.nlp import tree
from sayso.records.language import Token
from sayso.text import Span

_PLACE_PREPS = frozenset(
    {
        "in",
        "at",
        "near",
        "on",
        "over",
        "around",
        "outside",
        "inside",
        "across",
        "throughout",
        "along",
        "within",
        "of",
        "into",
        "between",
        "off",
        "beside",
        "behind",
        "beyond",
        "from",
        "to",
        "toward",
        "towards",
        "through",
        "above",
        "north",
        "south",
        "east",
        "west",
        "amid",
        "onto",
    }
)
_ASIDE = frozenset(
    {"with", "by", "for", "about", "than", "like", "as", "against", "including", "after", "before", "since", "because"}
)
_FARTHEST = 5
_WAYS = frozenset({"to", "into", "toward", "towards", "from"})
_WITHIN = frozenset({"in", "with", "by", "during", "from", "of", "at", "under", "on", "for", "to"})
_GOING = frozenset({EventType.MOBILIZE, EventType.CONSULT, EventType.RETREAT, EventType.ASSAULT, EventType.COERCE})
_VERBAL = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.AGREE})
_BOUNDS = frozenset({"since", "after", "before", "until", "till", "amid", "despite", "following", "ahead", "because"})
_OPENERS = frozenset({"more", "than", "over", "least", "nearly", "almost", "up", "less", "under", "several", "many"})
_SPATIAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.PROTEST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where an event stands in its sentence: the tokens of its trigger, its governing verbs with a penalty, its
    arguments.
    """

    kind: EventType
    core: frozenset[int]
    clause: dict[int, int]
    actors: frozenset[int]
    recipients: frozenset[int]
    harm: bool = False
    head: int = -1


def site_of(
    view: View,
    kind: EventType,
    words: Iterable[Token],
    actors: Iterable[Token],
    recipients: Iterable[Token],
    *,
    harm: bool = False,
    head: int = -1,
) -> Site:
    """The site of an event whose trigger is `words`."""
    core = {t.i for t in words}
    clause: dict[int, int] = {}
    for token in words:
        for index, penalty in _governors(view, token):
            if index not in core:
                clause[index] = min(penalty, clause.get(index, penalty))
        for verb in _happening(view, token):
            clause.setdefault(verb.i, 0)
    return Site(
        kind=kind,
        core=frozenset(core),
        clause=clause,
        actors=frozenset(t.i for t in actors),
        recipients=frozenset(t.i for t in recipients),
        harm=harm,
        head=head,
    )


def _happening(view: View, token: Token) -> Iterator[Token]:
    """The verb by which a relative clause says where and when the event was: "the raid, which took place"."""
    if token.pos != "NOUN":
        return
    inner = (
        n for prep in tree.children(view.sentence, token, "prep") for n in tree.children(view.sentence, prep, "pobj")
    )
    for noun in (token, *inner):
        for verb in tree.children(view.sentence, noun, "relcl"):
            place = tree.child(view.sentence, verb, "dobj")
            if verb.lemma in ("occur", "happen") or (
                verb.lemma == "take" and place is not None and place.lemma == "place"
            ):
                yield verb


def _governors(view: View, token: Token) -> Iterable[tuple[int, int]]:
    """The verbs whose place and time an event shares: its clause's verb, the verb it is the complement or the
    participle of, the verb it is coordinated with.
    """
    current, total = token, 0
    for up in tree.ancestors(view.sentence, token):
        penalty = _step(view, current, up)
        if penalty is None or total + penalty > _FARTHEST:
            return
        total += penalty
        if up.pos in ("VERB", "AUX"):
            yield up.i, total
        current = up


def _step(view: View, current: Token, up: Token) -> int | None:
    """The penalty of climbing from `current` to `up`, None where the event's clause ends."""
    if up.pos in ("VERB", "AUX") and _tells(view, up) and current.dep != "conj":
        return None
    if current.pos in ("VERB", "AUX"):
        alone = current.dep == "conj" and tree.child(view.sentence, current, *tree.SUBJECTS, "aux") is None
        follows = (current.dep == "advcl" and current.tag in ("VBG", "VBN")) or alone
        return 1 if current.dep in ("xcomp", "pcomp") else 3 if follows else None
    if up.pos in ("VERB", "AUX"):
        return None if current.dep in ("amod", "compound") else 2
    if up.pos in ("NOUN", "PROPN"):
        return 1 if current.dep in ("pobj", "conj", "prep", "appos", "compound") else None
    return None if up.pos in ("ADP", "SCONJ") and up.lower not in _WITHIN else 0


def _tells(view: View, verb: Token) -> bool:
    """True for a verb of saying, wanting or asking: its place and time are not those of what it tells."""
    status = view.lexicon.verb_status.get(verb.lemma)
    if status is not None:
        return status not in ("factual", "ongoing", "planned")
    return any(s.type in _VERBAL and not s.rest for s in view.lexicon.verbs.get(verb.lemma, ()))


def place_of(view: View, site: Site, mentions: Iterable[tuple[Token, Span]]) -> Span | None:
    """The span of the event's own place among the place names of the sentence, or None."""
    best: tuple[int, int, Span] | None = None
    for head, span in mentions:
        score = _place_score(view, site, head)
        if score is not None and (best is None or (score, head.i) < best[:2]):
            best = (score, head.i, span)
    return best[2] if best is not None else None


def _place_score(view: View, site: Site, head: Token) -> int | None:
    if head.i in site.actors:
        return None
    if head.i in site.recipients:
        return 1 if not site.harm and (site.kind in _SPATIAL or site.kind is EventType.CONSULT) else None
    score, words, chain = _climb(view, site, head)
    if score is None:
        return None
    if site.kind not in _SPATIAL and site.kind is not EventType.CONSULT:
        direct = (
            score == 0 and bool(words) and words[-1] in ("in", "at") and not chain & (site.recipients | site.actors)
        )
        return 0 if direct else None
    if words and chain & site.recipients:
        return score
    return _behind(site, score, words, chain) if words else _beside(view, site, head, score, chain)


def _beside(view: View, site: Site, head: Token, score: int, chain: set[int]) -> int | None:
    """A place name before the event noun or before a located recipient: "the Kabul bombing", "Aleppo airport"."""
    struck = chain & site.recipients
    near = not chain or any(_located(view, i) for i in struck)
    return score + 1 if near and score < 2 and head.dep in ("compound", "nmod", "poss", "amod") else None


def _behind(site: Site, score: int, words: list[str], chain: set[int]) -> int | None:
    """A place name behind prepositions, the nearest first."""
    way = words[0] in _WAYS
    if words[0] not in _PLACE_PREPS or (way and (site.kind not in _GOING or score > 0)):
        return None
    score += 2 if way and words[0] != "into" else 0
    if words[-1] in _ASIDE:
        return None if score < 1 or len(words) == 1 else score + 3
    return score + (3 if chain & site.actors else 0)


def subject_place(view: View, noun: Token, mentions: Iterable[tuple[Token, Span]]) -> Span | None:
    """The place that is the subject of the clause dated by the event: "Karabakh broke away during a war"."""
    prep = tree.head_of(view.sentence, noun)
    verb = (
        tree.head_of(view.sentence, prep)
        if prep is not None and prep.lower in ("during", "in", "after", "since")
        else None
    )
    if verb is None or verb.pos != "VERB":
        return None
    subjects = {view.real(c).i for c in tree.children(view.sentence, verb, "nsubj", "nsubjpass")}
    return next((span for head, span in mentions if head.i in subjects), None)


def _located(view: View, index: int) -> bool:
    return bool(view.classes(view.sentence.tokens[index]) & {"facility", "place", "territory", "target"})


def time_of(
    view: View, site: Site, mentions: Iterable[tuple[Token, Span]], lengths: frozenset[Span] = frozenset()
) -> Span | None:
    """The span of the event's own time among the time expressions of the sentence, or None.

    One of the bare `lengths` ("for a year") is a time only of what has gone on for so long, and never if it is open
    ("for more than a year").
    """
    best: tuple[int, int, Span] | None = None
    for head, span in mentions:
        score, words, chain = _climb(view, site, head)
        if span in lengths and (score != 0 or _open(view, span) or not _runs_on(view, site)):
            continue
        if words[-1:] == ["after"] and tree.child(view.sentence, head, "prep") is not None:
            continue
        if score is None or chain & site.actors or (chain and _BOUNDS & set(words)) or _named(view, site, head):
            continue
        if best is None or (score, head.i) < best[:2]:
            best = (score, head.i, span)
    return best[2] if best is not None else None


def _open(view: View, span: Span) -> bool:
    """True for a length without an end: "more than a year", "nearly two weeks"."""
    first = view.sentence.token_at(span.start)
    words = view.sentence.tokens[max(0, first.i - 1) : first.i + 1] if first is not None else ()
    return any(token.lower in _OPENERS for token in words)


def _runs_on(view: View, site: Site) -> bool:
    """True if a verb of the event is in the perfect: it runs up to now."""
    verbs = (view.sentence.tokens[i] for i in (*site.core, *site.clause))
    return any(c.lower in ("has", "have", "'ve", "’ve") for v in verbs for c in tree.children(view.sentence, v, "aux"))


def _named(view: View, site: Site, head: Token) -> bool:
    """True for a date that is part of a name beside the event's noun: "violating the 2021 ceasefire"."""
    if head.dep not in ("nummod", "compound", "amod", "nmod", "poss") or head.head not in site.core:
        return False
    up = tree.head_of(view.sentence, view.sentence.tokens[head.head])
    return head.head != site.head and up is not None and up.i in site.core


def _climb(view: View, site: Site, head: Token) -> tuple[int | None, list[str], set[int]]:
    """From a mention up to the event: penalty, the prepositions passed, the nouns passed; penalty None: not reached."""
    words: list[str] = []
    chain: set[int] = set()
    score = int(head.dep in ("poss", "appos"))
    current = head
    for _ in range(12):
        if current.i in site.core:
            return score, words, chain
        if current.i in site.clause:
            return score + site.clause[current.i], words, chain
        if current.dep == "prep" and current.pos == "VERB":
            words.append(current.lower)
        elif current.pos in ("VERB", "AUX") and current is not head:
            return None, words, chain
        elif current.pos == "ADP":
            words.append(current.lower)
        elif current is not head and current.pos in ("NOUN", "PROPN", "NUM", "PRON"):
            chain.add(current.i)
            score += current.dep == "appos"
            if not view.classes(current) & {"place", "territory", "time_noun"} and current.i not in site.recipients:
                score += 1
        up = tree.head_of(view.sentence, current)
        if up is None:
            return None, words, chain
        current = up
    return None, words, chain
