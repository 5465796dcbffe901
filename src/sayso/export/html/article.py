"""The article side: its text with marks, and what was dropped, greyed out in its place.

Spans overlap freely, so the text is cut at every boundary; each piece carries the labels of all records it belongs to,
the most specific (shortest span) first.
"""

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import NamedTuple

from sayso.codebook.terms import DropReason, PartKind
from sayso.export.html.markup import Html, join, tag, text
from sayso.export.overlap import Overlaps
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
    marks = Overlaps((mark.start, mark.end, mark) for mark in sorted(_marks(look)))
    origin = _Origin(article)
    before: dict[int, list[Html]] = defaultdict(list)
    inside: dict[int, list[tuple[int, Html]]] = defaultdict(list)
    for number, drop in enumerate(look.reading.dropped, start=1):
        at, index = origin.place(drop)
        words = _dropped(drop, f"X{number}", prefix, inline=origin.inside(drop))
        if origin.inside(drop):
            inside[index].append((at, words))
        else:
            before[index].append(words)
    shown: list[str | Html] = []
    for i, part in enumerate(article.parts):
        shown += before[i]
        here = [held.item for held in marks.of(part.start, part.end)]
        words = _part(article.text, part, here, inside[i])
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


def _part(whole: str, part: Part, here: list[Mark], drops: list[tuple[int, Html]]) -> Html:
    """One part, cut at the edges of its marks (ascending), with the pieces that were dropped inside it."""
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


def _dropped(drop: Dropped, label: str, prefix: str, *, inline: bool) -> Html:
    title = f"Dropped: {drop.reason.value}" + (f" ({', '.join(drop.why)})" if drop.why else "")
    return tag(
        "span" if inline else "div",
        tag("span", drop.reason.value, class_="reason"),
        " ",
        tag("span", drop.quote, class_="words"),
        class_="m drop key",
        data_r=label,
        title=title,
        id=f"{prefix}at-{label}",
        dir="auto",
    )


class _Origin:
    """Where in the article a stretch of the raw text stood."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._runs = sorted(article.offset_map.runs, key=lambda run: run[1])
        self._ends = list(accumulate((start + max(1, length) for _, start, _, length in self._runs), max))
        self._parts = [part.end for part in article.parts]

    def place(self, drop: Dropped) -> tuple[int, int]:
        """The first character of the article at or after the dropped piece, and the index of its part."""
        index = bisect_right(self._ends, drop.raw_start)
        at = len(self._article.text)
        if index < len(self._runs):
            clean_start, raw_start, clean_length, raw_length = self._runs[index]
            skip = min(max(0, drop.raw_start - raw_start), clean_length) if clean_length == raw_length else 0
            at = clean_start + skip
        return at, bisect_right(self._parts, at)

    def inside(self, drop: Dropped) -> bool:
        """True if it stood inside a part; a dateline that opens one counts."""
        at, index = self.place(drop)
        if index == len(self._parts):
            return False
        start = self._article.parts[index].start
        return start < at or (start == at and drop.reason is DropReason.DATELINE)
