"""The case books that the package ships: what a rule is for, with a text and the records it gives."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CASE = re.compile(
    r"^## (?P<rule>[a-z_]+\.[a-z0-9_.]+):?[ ]?(?P<title>[^\n]*)\n(?P<prose>(?:(?!^## )[^\n]*\n)*?)"
    r"```text(?P<options>[^\n]*)\n(?P<text>.*?)\n```\n+```records\n(?P<records>.*?)```",
    re.M | re.S,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case: `options` are the circumstances (published=2020-11-01), `records` the lines the text gives."""

    rule: str
    title: str
    prose: str
    options: str
    text: str
    records: tuple[str, ...]


@cache
def cases(stage: str) -> tuple[Case, ...]:
    """The cases of a stage, in the book's order; none if it ships no book."""
    book = files("sayso") / stage / "cases.md"
    if not book.is_file():
        return ()
    return tuple(
        Case(
            rule=m["rule"],
            title=m["title"].strip(),
            prose=" ".join(m["prose"].split()),
            options=m["options"].strip(),
            text=m["text"],
            records=tuple(m["records"].splitlines()),
        )
        for m in _CASE.finditer(book.read_text(encoding="utf-8"))
    )


def texts() -> tuple[tuple[str, str], ...]:
    """The texts of the cases about people, speech, events and figures, each once, named by stage and number."""
    found: dict[str, str] = {}
    for stage in ("actors", "statements", "events", "tolls"):
        for number, case in enumerate(cases(stage), start=1):
            found.setdefault(case.text, f"{stage}/cases.md #{number}")
    return tuple((name, text) for text, name in found.items())


def cases_of(stage: str, rule: str) -> tuple[Case, ...]:
    """The cases of one rule of a stage."""
    return tuple(case for case in cases(stage) if case.rule == rule)
