"""Sentences for the eye, from the text alone: a reading that comes from a file has no parse.

A boundary is a stop, closing marks and white space before a capital, digit or opening mark; never inside a name, cue,
trigger or toll of the reading, never after an initial or a common abbreviation.
"""

import re
from bisect import bisect_right

from sayso.records.article import Part
from sayso.records.reading import Reading
from sayso.text import Span

_STOP = re.compile(r"[.!?…]{1,4}[\"”’'»)\]]{0,3}(?=\s)")
_SHORT = re.compile(
    r"(?:^|[\s(“\"'])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Gov|Sen|Rep|Rev|Hon|Prof|St|Jr|Sr|No|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|U\.S|U\.N|U\.K|Inc|Co|Ltd|Brig|al)\.$",
)


def sentences(reading: Reading) -> list[tuple[Part, list[Span]]]:
    """Reading -> its parts, each with its sentences as spans of the article text, in order."""
    kept = _kept(reading)
    starts = [span.start for span in kept]
    return [(part, _split(reading.article.text, part, kept, starts)) for part in reading.article.parts]


def _split(text: str, part: Part, kept: list[Span], starts: list[int]) -> list[Span]:
    found, start = [], part.start
    for m in _STOP.finditer(text, part.start, part.end):
        after = m.end()
        while after < part.end and text[after].isspace():
            after += 1
        if after >= part.end or text[after].islower() or _SHORT.search(text[max(start, m.end() - 12) : m.end()]):
            continue
        at = bisect_right(starts, m.end()) - 1
        if at >= 0 and kept[at].start < m.end() < kept[at].end:
            continue
        found.append(Span(start, m.end()))
        start = after
    if start < part.end:
        found.append(Span(start, part.end))
    return found


def _kept(reading: Reading) -> list[Span]:
    """Spans that no boundary may cut, merged, ascending."""
    spans = [Span(m.start, m.end) for actor in reading.actors for m in actor.mentions]
    spans += [Span(m.start, m.end) for place in reading.places for m in place.mentions]
    spans += [Span(m.start, m.end) for time in reading.times for m in time.mentions]
    spans += [Span(s.cue.start, s.cue.start + 1) for s in reading.statements]
    spans += [Span(e.trigger.start, e.trigger.end) for e in reading.events]
    spans += [Span(v.start, v.end) for t in reading.tolls for v in t.evidence]
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
