"""ECB+: which mentions of actions are found, as what, and which of them tell of the same happening.

Gold mentions count in the sentences that the makers of the set checked (`validated_sentences`); there every action is
marked, of any kind (a signing in sport, a film), while sayso looks for conflict, politics and sayings only, so recall
is low by design. Chains run over all reports of a topic. A mention without a chain is a chain of one. An own mention
that overlaps a gold mention is that mention; any other is a mention of its own.
"""

import hashlib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso.codebook.terms import Status
from sayso.evaluation.chains import Chain, conll
from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.text import document_of
from sayso.nlp.tree import top_of
from sayso.pipeline import Engine, find_all
from sayso.records.language import Document
from sayso.text import Span

_SAID = "ACTION_REPORTING"
_NEGATED = frozenset({Status.NEGATED, Status.DENIED})


class _Gold(msgspec.Struct, frozen=True):
    start: int
    end: int
    type: str
    sentence: int
    chain: str = ""


class _Item(msgspec.Struct, frozen=True):
    id: str
    topic: str
    text: str
    validated_sentences: frozenset[int]
    events: list[_Gold]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Own:
    """A trigger or cue that sayso found."""

    span: Span
    said: bool
    negated: bool
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    """A mention as the chains have it: who it is, the topic and lemma that the baseline joins by, the gold chain."""

    key: Hashable
    topic: str
    lemma: str
    chain: Hashable = None


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """ECB+ file -> CoNLL F1 over chains with gold and with own mentions; share of actions and sayings found."""
    data = path.read_bytes()
    items = [msgspec.json.decode(line, type=_Item) for line in data.splitlines() if line.strip()][:limit]
    gold: list[_Mention] = []
    own: list[_Mention] = []
    pairs: list[tuple[_Gold, _Own | None]] = []
    misses: list[Miss] = []
    for item in items:
        document = document_of(item.text, engine)
        key = [mention for mention in item.events if mention.sentence in item.validated_sentences]
        found = _own(item, document, engine)
        matched = [(g, next((o for o in found if o.span.overlaps(_span(g))), None)) for g in key]
        pairs += matched
        misses += [_missed(item, g) for g, o in matched if o is None]
        gold += [_gold_mention(item, g, document) for g in key]
        own += [_own_mention(item, o, key, document) for o in found]
        misses += [_spurious(item, o) for o in found if not any(o.span.overlaps(_span(g)) for g in key)]
    return Score(
        name="ecbplus_dev",
        items=len(items),
        digest=hashlib.sha256(data).hexdigest(),
        metrics=_metrics(gold, own, pairs),
        rows=tuple(_rows(pairs)),
        misses=tuple(misses),
        measures_not="who did it, to whom and where; most of the actions are of sport, business and show business, "
        "which sayso does not look for. Joining by lemma and topic is the baseline of the field",
    )


def _metrics(
    gold: Sequence[_Mention], own: Sequence[_Mention], pairs: Sequence[tuple[_Gold, _Own | None]]
) -> tuple[Metric, ...]:
    key = chains((m.chain, m.key) for m in gold)
    keys = {m.key for m in gold}
    said = [o for g, o in pairs if g.type.endswith(_SAID)]
    denied = [o for g, o in pairs if g.type.startswith("NEG_") and o is not None]
    plain = [o for g, o in pairs if not g.type.startswith("NEG_") and o is not None]
    return (
        Metric(name="CoNLL F1, gold mentions, same lemma in topic", value=conll(key, same_lemma(gold))),
        Metric(name="CoNLL F1, own mentions, same lemma in topic", value=conll(key, same_lemma(own))),
        Metric(name="own mentions that are actions", value=_share(m.key in keys for m in own)),
        Metric(name="sayings found", value=_share(o is not None and o.said for o in said)),
        Metric(name="actions found", value=_share(o is not None for g, o in pairs if not g.type.endswith(_SAID))),
        Metric(name="negated actions read as negated", value=_share(o.negated for o in denied)),
        Metric(name="other actions read as negated", value=_share(o.negated for o in plain)),
    )


def same_lemma(mentions: Iterable[_Mention]) -> tuple[Chain, ...]:
    """Mentions -> chains of those with the same head lemma in the same topic: the baseline of the field."""
    return chains(((m.topic, m.lemma), m.key) for m in mentions)


def chains(named: Iterable[tuple[Hashable, Hashable]]) -> tuple[Chain, ...]:
    """(name of the chain, mention) pairs -> chains, in the order of their first mentions."""
    found: dict[Hashable, set[Hashable]] = {}
    for name, mention in named:
        found.setdefault(name, set()).add(mention)
    return tuple(frozenset(chain) for chain in found.values())


def _own(item: _Item, document: Document, engine: Engine) -> list[_Own]:
    """Triggers of events and cues of statements in the checked sentences, one a place."""
    found = find_all(document, engine)
    events = [
        _Own(span=Span(e.trigger.start, e.trigger.end), said=False, negated=e.status in _NEGATED, why=e.why)
        for e in found.events
    ]
    sayings = [
        _Own(span=Span(s.cue.start, s.cue.end), said=True, negated=s.negated, why=s.why)
        for s in found.statements
        if s.cue.end > s.cue.start
    ]
    lines = _lines(item)
    one_each = {o.span: o for o in (*events, *sayings)}
    return [o for _, o in sorted(one_each.items()) if any(line.overlaps(o.span) for line in lines)]


def _lines(item: _Item) -> list[Span]:
    """The checked sentences: lines of the text."""
    spans: list[Span] = []
    start = 0
    for number, line in enumerate(item.text.split("\n")):
        if number in item.validated_sentences:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _gold_mention(item: _Item, gold: _Gold, document: Document) -> _Mention:
    key = (item.id, gold.start, gold.end)
    lemma = _lemma(document, _span(gold))
    return _Mention(key=key, topic=item.topic, lemma=lemma, chain=(item.topic, gold.chain) if gold.chain else key)


def _own_mention(item: _Item, own: _Own, key: Sequence[_Gold], document: Document) -> _Mention:
    same = next((g for g in key if own.span.overlaps(_span(g))), None)
    where = (same.start, same.end) if same else (own.span.start, own.span.end)
    return _Mention(key=(item.id, *where), topic=item.topic, lemma=_lemma(document, own.span))


def _lemma(document: Document, span: Span) -> str:
    """The lemma of the head word of a span; for words that hang together nowhere, of the first."""
    for sentence in document.sentences:
        inside = [t for t in sentence.tokens if span.start < t.end and t.start < span.end]
        if inside:
            return top_of(inside).lemma
    return ""


def _rows(pairs: Sequence[tuple[_Gold, _Own | None]]) -> Iterable[Row]:
    for kind in sorted({g.type for g, _ in pairs}):
        found = [o for g, o in pairs if g.type == kind]
        hits = [o for o in found if o is not None]
        figures = (
            ("recall", _share(o is not None for o in found)),
            ("as saying", _share(o.said for o in hits)),
            ("negated", _share(o.negated for o in hits)),
        )
        yield Row(name=kind, gold=len(found), predicted=len(hits), figures=figures)


def _share(truths: Iterable[bool]) -> float:
    seen = list(truths)
    return sum(seen) / len(seen) if seen else 0.0


def _span(gold: _Gold) -> Span:
    return Span(gold.start, gold.end)


def _missed(item: _Item, gold: _Gold) -> Miss:
    words = _span(gold).of(item.text)
    return Miss(
        where=item.id, kind="missed", text=_around(item, _span(gold)), gold=f"{gold.type}: {words}", predicted=""
    )


def _spurious(item: _Item, own: _Own) -> Miss:
    words = own.span.of(item.text)
    text = _around(item, own.span)
    return Miss(where=item.id, kind="spurious", text=text, gold="", predicted=words, why=own.why)


def _around(item: _Item, span: Span) -> str:
    return " ".join(item.text[max(0, span.start - 80) : span.end + 80].split())
