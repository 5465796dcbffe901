"""Why a sentence gave no record: how far each stage got with it."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from sayso.article import clean
from sayso.codebook.terms import PartKind
from sayso.explain.registry import find_rule
from sayso.explain.section import Section
from sayso.explain.words import entries, phrases
from sayso.export.view import View, anchor
from sayso.export.visible import one_line, squeeze
from sayso.lexicon.own_trace import shown
from sayso.pipeline import Engine, Found, find_all, read_article
from sayso.records.article import Cleaned, Page, Part, Rejected
from sayso.records.events import Event
from sayso.records.language import Document, Sentence, Token
from sayso.records.reading import Reading
from sayso.sentences import build_document
from sayso.text import Span

_OPEN = ("VERB", "NOUN", "ADJ", "ADV", "PROPN")


class _Trigger(NamedTuple):
    """Where a stage lists the words that open a record: its file or folder, and the tables in it (empty: all)."""

    stage: str
    what: str
    file: str
    paths: tuple[str, ...] = ()


_TRIGGERS = (
    _Trigger("statements", "statement", "cues.toml"),
    _Trigger("events", "event", "predicates"),
    _Trigger("tolls", "toll", "words.toml", ("harm.", "states.", "nouns.")),
)
_NEAR = 0.6


def explain_missing(sentence: str, page: Page, engine: Engine) -> tuple[Section, ...]:
    """A sentence and the page that holds it -> what every stage made of it, in the order of the stages."""
    cleaned = clean(page)
    if isinstance(cleaned, Rejected):
        head = Section(
            title="Article", lines=(f"the input is rejected: {cleaned.reason}", "read as a bare sentence below")
        )
        return (head, *_bare(sentence, engine))
    article = cleaned.article
    document = build_document(article.text, article.parts, engine.parser)
    span = _find(sentence, article.text)
    if span is None:
        return _not_in_text(sentence, cleaned, document)
    held = [s for s in document.sentences if Span(s.start, s.end).overlaps(span)]
    part = next((p for p in article.parts if Span(p.start, p.end).overlaps(span)), None)
    where = Section(
        title="Article",
        lines=(f"in the article: {span.start}–{span.end}, {part.kind.value if part else 'between parts'}",),
    )
    found = find_all(document, engine)
    reading = read_article(cleaned, engine)
    said = article.text[held[0].start : held[-1].end] if held else ""
    return (where, *_stages(document, held, found), _records(reading, held), *_left(held, found), *_own(said, engine))


def _bare(sentence: str, engine: Engine) -> tuple[Section, ...]:
    part = Part(kind=PartKind.PARAGRAPH, start=0, end=len(sentence))
    document = build_document(sentence, (part,) if sentence.strip() else (), engine.parser)
    found = find_all(document, engine)
    return (*_stages(document, document.sentences, found), *_left(document.sentences, found), *_own(sentence, engine))


def _own(said: str, engine: Engine) -> tuple[Section, ...]:
    """The user's own entries whose words stand in the sentence."""
    lines = tuple(f"{one_line(e.name)}: {one_line(str(e.at))} = {one_line(e.says)}" for e in shown(engine.own, said))
    return (Section(title="Own entries whose words stand here", lines=lines or ("none",)),) if engine.own else ()


def _find(sentence: str, text: str) -> Span | None:
    """The sentence in the text, white space and kind of quotation mark aside."""
    words = sentence.split()
    if not words:
        return None
    pattern = r"\s+".join(re.sub(r"[\"'“”‘’]", "[\"'“”‘’]", re.escape(word)) for word in words)
    m = re.search(pattern, text)
    return Span(m.start(), m.end()) if m else None


def _not_in_text(sentence: str, cleaned: Cleaned, document: Document) -> tuple[Section, ...]:
    wanted = " ".join(sentence.split()).lower()
    for drop in cleaned.dropped:
        if wanted in " ".join(drop.quote.split()).lower() or _alike(wanted, drop.quote.lower()) > _NEAR + 0.2:
            lines = [f"dropped as {drop.reason.value}, raw {drop.raw_start}–{drop.raw_end}: {squeeze(drop.quote, 200)}"]
            for identifier in drop.why:
                rule = find_rule(identifier)
                lines.append(f"{identifier}: {rule.doc if rule else 'not a rule of this version'}")
            return (Section(title="Article", lines=tuple(lines)),)
    near = max(
        ((_alike(wanted, document.text[s.start : s.end].lower()), s) for s in document.sentences),
        key=lambda pair: pair[0],
        default=(0.0, None),
    )
    lines = ["neither in the article nor among its dropped parts"]
    if near[1] is not None and near[0] > _NEAR:
        lines.append(f"the nearest sentence is: {one_line(document.text[near[1].start : near[1].end])}")
    return (Section(title="Article", lines=tuple(lines)),)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split()[:200], other.split()[:200], autojunk=False).ratio()


def _stages(document: Document, held: Sequence[Sentence], found: Found) -> tuple[Section, ...]:
    inside = {s.index for s in held}
    text = document.text
    times = [f"{t.span.of(text)} ({t.kind}, {t.rule})" for t in found.times if t.sentence in inside]
    places = [
        f"{p.span.of(text)} ({p.form}, {len(p.candidates)} candidates, {p.rule})"
        for p in found.places
        if p.sentence in inside
    ]
    statements = [
        f"{s.speaker.span.of(text) if s.speaker else 'nobody named'} — {text[s.cue.start : s.cue.end]} — "
        f"{' … '.join(c.of(text) for c in s.content)} ({s.act.value}; {', '.join(s.why)})"
        for s in found.statements
        if s.sentence in inside
    ]
    events = [
        f"{e.type.value}{f'/{e.mode}' if e.mode else ''} {e.status.value}: {text[e.trigger.start : e.trigger.end]} "
        f"({', '.join(e.why)})"
        for e in found.events
        if e.sentence in inside
    ]
    tolls = [
        f"{t.harm.value} {t.low}..{t.high}: {' … '.join(v.of(text) for v in t.evidence)} ({', '.join(t.why)})"
        for t in found.tolls
        if t.sentence in inside
    ]
    quoted = [
        f"{q.start}–{q.end}: {squeeze(text[q.start : q.end], 100)}"
        for q in document.quotations
        if any(q.start < s.end and s.start < q.end for s in held)
    ]
    named = (
        ("Quotations", quoted),
        ("Times", times),
        ("Places", places),
        ("Statements", statements),
        ("Events", events),
        ("Tolls", tolls),
    )
    return (
        Section(title="Parse", lines=tuple(_parse(held))),
        *(
            Section(title=f"{name} found", lines=tuple(one_line(line) for line in lines) or ("none",))
            for name, lines in named
        ),
    )


def _parse(held: Sequence[Sentence]) -> Iterable[str]:
    for sentence in held:
        wide = max(len(one_line(t.text)) for t in sentence.tokens)
        for t in sentence.tokens:
            head = "" if t.head == t.i else f" of {one_line(sentence.tokens[t.head].text)}"
            yield f" {one_line(t.text):{wide}}  {t.tag:5} {one_line(t.lemma):{wide}}  {t.dep}{head}"


def _records(reading: Reading, held: Sequence[Sentence]) -> Section:
    look = View(reading)
    lines = [
        f"{look.label(record.id)} {record.id} {one_line(look.name(record.id))}"
        + (f" {record.status.value}" if isinstance(record, Event) else "")
        for record in look.claims
        if any(s.start <= anchor(record) < s.end for s in held)
    ]
    return Section(title="Records in the reading", lines=tuple(lines) or ("none",))


def _left(held: Sequence[Sentence], found: Found) -> tuple[Section, ...]:
    """Words that can open a statement, event or toll, stand in the sentence and gave none."""
    used = {
        "statements": [Span(s.cue.start, s.cue.end) for s in found.statements],
        "events": [Span(e.trigger.start, e.trigger.end) for e in found.events],
        "tolls": [span for t in found.tolls for span in t.evidence],
    }
    lines: dict[str, None] = {}
    for trigger in _TRIGGERS:
        for sentence in held:
            free = [
                token
                for token in sentence.tokens
                if token.pos in _OPEN and not any(span.start <= token.start < span.end for span in used[trigger.stage])
            ]
            lines.update(dict.fromkeys(_candidates(trigger, sentence, free)))
    if not lines:
        return (Section(title="Known words without a record", lines=("none",)),)
    return (Section(title="Known words without a record", lines=tuple(lines)),)


def _candidates(trigger: _Trigger, sentence: Sentence, free: Sequence[Token]) -> Iterable[str]:
    words = frozenset(word for token in sentence.tokens for word in (token.lemma, token.lower))
    heads = {token.lemma: token.text for token in free}
    joined = [p for p in phrases(trigger.stage, words) if p.split()[0] in heads or p.split()[-1] in heads]
    for key, printed in (*heads.items(), *((p, p) for p in joined)):
        for entry in entries(trigger.stage, key):
            if entry.file == f"{trigger.stage}/{trigger.file}" or entry.file.startswith(
                f"{trigger.stage}/{trigger.file}/"
            ):
                if trigger.paths and not entry.path.startswith(trigger.paths):
                    continue
                asks = f" ({entry.value})" if entry.value else ""
                yield f"{one_line(printed)} gave no {trigger.what}: {entry.file} {entry.path}{asks}"
