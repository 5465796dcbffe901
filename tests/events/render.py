"""One readable line an event: type/mode, trigger, actors -> recipients, place, time, standing, weapon, rules."""

from dataclasses import replace
from functools import cache

from sayso.codebook.terms import PartKind
from sayso.events import find_events
from sayso.places import Gazetteer, find_places, open_gazetteer
from sayso.records.base import Phrase
from sayso.records.events import FoundEvent
from sayso.sentences import build_document
from sayso.statements import find_statements
from sayso.text import Span
from sayso.times import find_times
from tests.engine import parser, parts_of


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def events_of(text: str, *, headline: bool = False) -> tuple[FoundEvent, ...]:
    """Text -> its events, with the times, places and statements that the other stages find; with `headline` the first
    line is one.
    """
    first, *rest = parts_of(text)
    parts = (replace(first, kind=PartKind.HEADLINE), *rest) if headline else (first, *rest)
    document = build_document(text, parts, parser())
    times, places = find_times(document), find_places(document, gazetteer())
    return find_events(document, find_statements(document, times, places), times, places)


def render(text: str, options: dict[str, str]) -> list[str]:
    """Records of the case book; headline=yes makes the first line one."""
    return [line(event, text) for event in events_of(text, headline="headline" in options)]


def line(event: FoundEvent, text: str) -> str:
    """One event on one line."""
    kind = f"{event.type}/{event.mode}" if event.mode else f"{event.type}"
    parts = [
        kind,
        f"[{text[event.trigger.start : event.trigger.end]}]",
        f"{_people(event.actors, text)} -> {_people(event.recipients, text)}",
        *(
            f"{name}={_quote(span, text)}"
            for name, span in (("at", event.place), ("on", event.time), ("with", event.weapon))
            if span
        ),
        event.status.value,
        *(["historical"] if event.historical else []),
        *(["ongoing"] if event.ongoing else []),
        *([f"in={event.said_in}"] if event.said_in is not None else []),
        f"cameo={event.cameo}" if event.cameo else "",
        ",".join(event.why),
    ]
    return " ".join(part for part in parts if part)


def _people(phrases: tuple[Phrase, ...], text: str) -> str:
    return " + ".join(_quote(phrase.span, text) for phrase in phrases) or "-"


def _quote(span: Span, text: str) -> str:
    return f'"{text[span.start : span.end]}"'
