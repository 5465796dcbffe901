"""The article side: its text with marks, and what was dropped, greyed out in its place.

Spans overlap freely, so the text is cut at every boundary; each piece carries the labels of all records it belongs to,
the most specific (shortest span) first.
"""

from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

from sayso.codebook.terms import DropReason, PartKind
from sayso.export.html.markup import Html, join, tag, text
from sayso.export.view import View
from sayso.records.article import Article, Dropped, Part

_TAGS = {PartKind.HEADLINE: "h2", PartKind.STANDFIRST: "p", PartKind.PARAGRAPH: "p", PartKind.CAPTION: "p"}


class Mark(NamedTuple):
    """A stretch of the article that belongs to a record; `roles` are CSS classes."""

    start: int
    end: int
    roles: str
    label: str


def article_html(look: View, prefix: str) -> Html:
    """Reading -> headline, paragraphs and dropped pieces in reading order. `prefix` makes ids unique on the page."""
    article = look.reading.article
    marks = sorted(mark for mark in _marks(look) if 0 <= mark.start < mark.end <= len(article.text))
    before: dict[int, list[Html]] = defaultdict(list)
    inside: dict[int, list[tuple[int, Html]]] = defaultdict(list)
    for number, drop in enumerate(look.reading.dropped, start=1):
        _put(article, drop, f"X{number}", prefix, before, inside)
    shown: list[str | Html] = []
    for i, part in enumerate(article.parts):
        shown += before[i]
        words = _part(article.text, part, marks, inside[i])
        shown.append(tag(_TAGS[part.kind], words, class_=f"part {part.kind.value}", dir="auto"))
    return join([*shown, *before[len(article.parts)]], "\n")


def _marks(look: View) -> list[Mark]:
    reading, marks = look.reading, []
    for s in reading.statements:
        label, deep = look.label(s.id), " deep" if s.parent else ""
        marks += [Mark(c.start, c.end, f"content{deep}", label) for c in s.content]
        marks.append(Mark(s.cue.start, s.cue.end, "cue key", label))
        if s.speaker_span:
            marks.append(Mark(s.speaker_span.start, s.speaker_span.end, "speaker", label))
    for e in reading.events:
        label = look.label(e.id)
        marks.append(Mark(e.trigger.start, e.trigger.end, f"event key {e.status.value}", label))
        marks += [Mark(v.start, v.end, "evidence", label) for v in e.evidence]
        if e.weapon:
            marks.append(Mark(e.weapon.start, e.weapon.end, "evidence", label))
    for t in reading.tolls:
        marks += [Mark(v.start, v.end, "toll key", look.label(t.id)) for v in t.evidence]
    for records, role in ((reading.actors, "actor"), (reading.places, "place key"), (reading.times, "time key")):
        for record in records:
            marks += [Mark(m.start, m.end, role, look.label(record.id)) for m in record.mentions]
    return marks


def _part(whole: str, part: Part, marks: list[Mark], drops: list[tuple[int, Html]]) -> Html:
    """One part, cut at every mark's edges, with the pieces that were dropped inside it."""
    here = [m for m in marks[: bisect_left(marks, (part.end,))] if m.end > part.start]
    edges = {part.start, part.end, *(at for at, _ in drops)}
    for mark in here:
        edges.update((max(mark.start, part.start), min(mark.end, part.end)))
    cuts = sorted(edges)
    waiting, pieces = sorted(drops, key=lambda drop: drop[0]), list[str | Html]()
    active: list[Mark] = []
    nxt = 0
    for start, end in zip(cuts, [*cuts[1:], part.end], strict=True):
        while waiting and waiting[0][0] <= start:
            pieces += [waiting.pop(0)[1], " "]
        active = [m for m in active if m.end > start]
        while nxt < len(here) and here[nxt].start <= start:
            active += [here[nxt]] if here[nxt].end > start else []
            nxt += 1
        if start < end:
            pieces.append(_piece(whole[start:end], active))
    return join(pieces)


def _piece(words: str, covering: list[Mark]) -> Html:
    if not covering:
        return text(words)
    ranked = sorted(covering, key=lambda m: (m.end - m.start, m.label))
    labels = " ".join(dict.fromkeys(m.label for m in ranked))
    roles = " ".join(dict.fromkeys(role for m in ranked for role in m.roles.split()))
    if sum(m.roles.startswith("content") for m in ranked) > 1:
        roles += " deep" if "deep" not in roles else ""
    return tag("span", words, class_=f"m {roles}", data_r=labels)


def _put(
    article: Article,
    drop: Dropped,
    label: str,
    prefix: str,
    before: dict[int, list[Html]],
    inside: dict[int, list[tuple[int, Html]]],
) -> None:
    """Finds the place of a dropped piece: before a part, at the end, or inside a part."""
    at = _clean_position(article, drop.raw_start)
    index = next((i for i, part in enumerate(article.parts) if at < part.end), len(article.parts))
    lead = tag("span", drop.reason.value, class_="reason")
    title = f"Dropped: {drop.reason.value}" + (f" ({', '.join(drop.why)})" if drop.why else "")
    within = index < len(article.parts) and (
        article.parts[index].start < at or (drop.reason is DropReason.DATELINE and article.parts[index].start == at)
    )
    shown = tag(
        "span" if within else "div",
        lead,
        " ",
        tag("span", drop.quote, class_="words"),
        class_="m drop key",
        data_r=label,
        title=title,
        id=f"{prefix}at-{label}",
        dir="auto",
    )
    if within:
        inside[index].append((at, shown))
    else:
        before[index].append(shown)


def _clean_position(article: Article, raw: int) -> int:
    """The first character of the clean text that stands at or after the raw offset; the text's length if none does."""
    best: tuple[int, int] | None = None
    for clean_start, raw_start, clean_length, raw_length in article.offset_map.runs:
        if raw_start + max(1, raw_length) <= raw:
            continue
        skip = min(max(0, raw - raw_start), clean_length) if clean_length == raw_length else 0
        if best is None or raw_start + skip < best[0]:
            best = (raw_start + skip, clean_start + skip)
    return len(article.text) if best is None else best[1]
