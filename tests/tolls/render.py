"""Tolls as lines for the case book."""

from sayso.records.language import Document
from sayso.records.tolls import FoundToll
from sayso.times import find_times
from sayso.tolls import find_tolls
from tests.engine import document_of


def render(text: str, options: dict[str, str]) -> list[str]:
    """Text -> one line a toll; statements, events and places are left empty, times too without the option `times`."""
    document = document_of(text)
    times = find_times(document) if "times" in options else ()
    tolls = find_tolls(document, (), (), times, (), coding=options.get("coding", "multiples"))
    return [line(document, toll) for toll in tolls]


def line(document: Document, toll: FoundToll) -> str:
    def bound(value: int | None) -> str:
        return "-" if value is None else str(value)

    flags = [
        "approximate" if toll.approximate else "",
        "cumulative" if toll.cumulative else "",
        f"part_of={toll.part_of}" if toll.part_of is not None else "",
        f"{'since' if toll.since else 'period'}={toll.period.of(document.text)!r}" if toll.period is not None else "",
        f"side={toll.side.span.of(document.text)!r}" if toll.side is not None else "",
    ]
    victims = f"{toll.victims.of(document.text)!r}" if toll.victims is not None else "-"
    quote = " … ".join(f'"{span.of(document.text)}"' for span in toll.evidence)
    head = f"{toll.harm} low={bound(toll.low)} high={bound(toll.high)} {toll.victim_kind} {victims}"
    return " ".join([head, *(flag for flag in flags if flag), quote, *toll.why])
