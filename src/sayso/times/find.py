"""Document -> time expressions: longest template match at each token, then ranges joined."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.records.base import RuleId
from sayso.records.language import Document
from sayso.records.times import FoundTime
from sayso.text import Span
from sayso.times.guards import admits
from sayso.times.lexer import TimeToken, scan
from sayso.times.ranges import join_ranges
from sayso.times.site import Site
from sayso.times.templates import Grammar, Template, grammar

RELATIONS = frozenset(
    {
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "through",
        "throughout",
        "during",
        "between",
        "within",
        "for",
        "over",
        "on",
        "in",
        "at",
        "to",
        "around",
        "about",
        "of",
        "prior",
    }
)
_DAY = RuleId("times.month_day")
_SKIPPED = frozenset({"the", "'", '"', "“", "`", "‘"})
_HEDGES = frozenset(
    {"at", "least", "about", "around", "roughly", "as", "early", "far", "back", "late", "mid", "-", "long", "ago"}
)


class _Match(NamedTuple):
    template: Template
    first: int
    last: int
    fields: tuple[tuple[str, str], ...]


def find_times(document: Document) -> tuple[FoundTime, ...]:
    """Document -> the time expressions as printed, in text order; they do not overlap.

    `fields` holds the template's own fields, and `relation`, the preposition that governs the expression, if any.
    """
    rules = grammar()
    found: list[FoundTime] = []
    for part in document.parts:
        tokens = scan(document.text, part.start, part.end)
        if not tokens:
            continue
        found.extend(_found(document, tokens, match) for match in _matches(document, tokens, rules))
    return join_ranges(document, tuple(found))


def _matches(document: Document, tokens: Sequence[TimeToken], rules: Grammar) -> Iterator[_Match]:
    codes = rules.alphabet.encode([token.classes for token in tokens])
    at = 0
    while at < len(codes):
        if codes[at] not in rules.starts:
            at += 1
            continue
        best = _best(document, tokens, codes, at, rules)
        if best is None:
            at += 1
            continue
        yield best
        at = best.last + 1


def _best(document: Document, tokens: Sequence[TimeToken], codes: str, at: int, rules: Grammar) -> _Match | None:
    candidates = []
    for rank, (template, compiled) in enumerate(rules.starts[codes[at]]):
        m = compiled.regex.match(codes, at)
        if m is not None and m.end() > at:
            candidates.append((-m.end(), rank, template, compiled, m))
    candidates.sort(key=lambda c: c[:2])
    for _, _, template, compiled, m in candidates:
        fields: dict[str, str] = {}
        for group, name in compiled.groups:
            start, end = m.span(group)
            if start >= 0 and end > start:
                fields.setdefault(name, " ".join(token.norm for token in tokens[start:end]))
        site = Site(document, tokens, at, m.end() - 1, fields)
        if not template.guard or admits(template.guard, site):
            return _Match(template, at, m.end() - 1, tuple(fields.items()))
    return None


def _found(document: Document, tokens: Sequence[TimeToken], match: _Match) -> FoundTime:
    first, last = tokens[match.first], tokens[match.last]
    sentence = document.sentence_at(first.start)
    fields = match.fields
    relation = _relation(tokens, match.first)
    if relation:
        fields = (*fields, ("relation", relation))
    end = last.end
    trailing = last.norm == "'s" or (
        dict(fields).get("d") == last.norm and match.template.read in ("duration", "duration_vague", "age")
    )
    if trailing and match.last > match.first:
        end = tokens[match.last - 1].end
    return FoundTime(
        span=Span(first.start, end),
        sentence=sentence.index if sentence else 0,
        kind="TIME" if "p" in dict(fields) else match.template.kind,
        rule=RuleId(match.template.id),
        fields=fields,
        parts=_ends(tokens, match, sentence.index if sentence else 0) if match.template.read == "day_range" else (),
    )


def _ends(tokens: Sequence[TimeToken], match: _Match, sentence: int) -> tuple[FoundTime, ...]:
    """The two days of a day range as expressions of their own ("3", "5 May")."""
    fields = dict(match.fields)
    shared = tuple((name, fields[name]) for name in ("mon", "y") if name in fields)
    joint = next(at for at in range(match.first, match.last) if tokens[at].norm in ("-", "to", "through", "and"))
    spans = (
        Span(tokens[match.first].start, tokens[joint - 1].end),
        Span(tokens[joint + 1].start, tokens[match.last].end),
    )
    return tuple(
        FoundTime(span=span, sentence=sentence, kind="DATE", rule=_DAY, fields=(*shared, ("d", fields[name])))
        for span, name in zip(spans, ("d", "e"), strict=True)
    )


def _relation(tokens: Sequence[TimeToken], first: int) -> str | None:
    at = first - 1
    while at >= 0 and first - at <= 3 and tokens[at].norm in _SKIPPED:
        at -= 1
    hedged = at
    while hedged >= 0 and at - hedged <= 4 and tokens[hedged].norm in _HEDGES:
        hedged -= 1
    if hedged >= 0 and tokens[hedged].norm == "since":
        return "since"
    return tokens[at].norm if at >= 0 and tokens[at].norm in RELATIONS else None
