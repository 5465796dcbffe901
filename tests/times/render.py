"""Times as lines: value, kind, interval, precision, anchor, mentions, rules; under `ruleset=` the coded days."""

from sayso.records.article import Published
from sayso.records.times import Time
from sayso.times import find_times, resolve_times
from sayso.times.rulesets import code_times
from tests.engine import document_of


def published(day: str | None) -> Published | None:
    """A publication date as the pipeline gives it."""
    if day is None:
        return None
    precision = {4: "year", 7: "month"}.get(len(day), "day")
    return Published(start=day, end=day, precision=precision, basis="given")


def render(text: str, options: dict[str, str]) -> list[str]:
    """One line a time, in the order of first mention."""
    document = document_of(text)
    found = find_times(document)
    when = published(options.get("published"))
    if "ruleset" not in options:
        return [line(time) for time in resolve_times(found, document, when)]
    coded = code_times(options["ruleset"], found, document, when) if when else ()
    return [f"{c.start}/{c.end} precision={c.precision} {_quote(text, c.span)} {c.rule}" for c in coded]


def line(time: Time) -> str:
    """One time as a line."""
    interval = f"{time.start or '..'}/{time.end or '..'}" if time.start or time.end else "-"
    quotes = ", ".join(f'"{mention.quote}"' for mention in time.mentions)
    tail = f" [{time.unresolved}]" if time.unresolved else ""
    anchor = f" from {time.anchor}" if time.anchor else ""
    head = f"{time.timex or '-'} {time.kind} {interval} {time.precision or '-'}{anchor}"
    return f"{head} {quotes} {','.join(time.why)}{tail}"


def _quote(text: str, span: tuple[int, int] | None) -> str:
    return f'"{text[span[0] : span[1]]}"' if span else "-"
