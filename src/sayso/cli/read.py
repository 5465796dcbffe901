"""`sayso read`: pages in, one reading per article out."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.cli.options import command, engine_of, engine_options, floors, settings_here
from sayso.cli.output import READ, SOME_REJECTED, colourful, columns, complain, encoded, output

if TYPE_CHECKING:
    from typing import BinaryIO

    from sayso.pipeline import Engine
    from sayso.records.article import Page, Rejected
    from sayso.records.reading import Reading

_EXAMPLES = """  sayso read report.txt --published 2024-03-02
  sayso read pages/ 'more/*.html' --format jsonl -o readings.jsonl
  curl -s https://example.org/story | sayso read - --outlet "Example Times" --format html -o story.html"""
FORMATS = ("text", "json", "jsonl", "html", "cameo")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(commands, "read", "read reports and print what they say: one reading per article", _EXAMPLES)
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="file, folder (hidden files, READMEs and page assets are passed over), glob, or - for standard input",
    )
    engine_options(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for the eye (default), json, jsonl (one line an article), html (one page for all), "
        "cameo (a table of who did what to whom, one line a record)",
    )
    parser.add_argument(
        "--min-confidence",
        type=floors,
        default={},
        metavar="SHARE",
        help="leave out records less likely to be right (0.8, or event=0.6,toll=0.8), but for what others rest on",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Reads every source; rejected ones are named on standard error."""
    rejected: list[str] = []
    # Opened when it is first needed, and once: it takes a second, with a large lexicon four.
    engine = cache(lambda: engine_of(arguments, settings_here()))
    with output(arguments.output) as stream:
        readings = _kept(_readings(arguments, rejected, engine), arguments.min_confidence)
        if arguments.format == "cameo":
            _write_cameo(stream, readings, engine)
        else:
            _write(stream, arguments, readings)
    return SOME_REJECTED if rejected else READ


def _kept(readings: "Iterator[tuple[str, Reading]]", floor: dict[str, float]) -> "Iterator[tuple[str, Reading]]":
    from sayso.confidence import confident

    return ((source, confident(reading, floor)) for source, reading in readings) if floor else readings


def _readings(
    arguments: argparse.Namespace, rejected: list[str], engine: "Callable[[], Engine]"
) -> "Iterator[tuple[str, Reading]]":
    """(source, reading) in input order; complaints on the way."""
    from sayso.ingest import load_pages
    from sayso.records.article import Rejected

    pages = load_pages(
        arguments.sources,
        published=arguments.published,
        outlet=arguments.outlet,
        stdin=sys.stdin.buffer,
    )
    many = len(arguments.sources) > 1 or any(os.path.isdir(s) or "*" in s for s in arguments.sources)  # noqa: PTH112
    to_terminal = sys.stdout.isatty() and not arguments.output
    with _progress(shown=many and not to_terminal and sys.stderr.isatty()) as advance:
        for page in pages:
            advance(page.source)
            if isinstance(page, Rejected):
                result: Reading | Rejected = page
            else:
                result = _read(page, engine())
            if isinstance(result, Rejected):
                rejected.append(result.source)
                complain(result.source, result.reason)
            else:
                yield page.source, result


def _read(page: "Page", engine: "Engine") -> "Reading | Rejected":
    """One page; a fault of ours costs this page only, and is named as ours."""
    from sayso.errors import BadInput, SaysoError
    from sayso.pipeline import read_page
    from sayso.records.article import Rejected

    reached = "start"

    def note(stage: str) -> None:
        nonlocal reached
        reached = stage

    try:
        return read_page(page, engine, stage=note)
    except BadInput as error:
        return Rejected(source=page.source, reason=error.reason)
    except SaysoError:
        raise
    except MemoryError:
        return Rejected(source=page.source, reason="not enough memory to read it")
    except Exception as error:
        if os.environ.get("SAYSO_DEBUG"):
            raise
        reason = f"a fault of sayso in stage {reached} ({type(error).__name__}: {error}); please report it"
        return Rejected(source=page.source, reason=reason)


def _write(stream: "BinaryIO", arguments: argparse.Namespace, readings: "Iterable[tuple[str, Reading]]") -> None:
    """One after the other, so that memory stays bounded; a page of HTML needs them all."""
    if arguments.format == "html":
        from sayso.export.html import page_html

        stream.write(page_html(reading for _, reading in readings).encode("utf-8", "replace"))
        return
    if arguments.format == "text":
        from sayso.export import text

        colour = colourful() and not arguments.output
        width = columns() if not arguments.output else 80
        for number, (_, reading) in enumerate(readings):
            shown = text.render(reading, width=width, colour=colour)
            stream.write(encoded(f"\n\n{shown}" if number else shown))
            stream.flush()
        return
    from sayso.export import json

    encode = json.encode if arguments.format == "json" else json.encode_line
    for _, reading in readings:
        stream.write(encode(reading) + b"\n")


def _write_cameo(stream: "BinaryIO", readings: "Iterable[tuple[str, Reading]]", engine: "Callable[[], Engine]") -> None:
    """The heading, then the records of one reading after the other."""
    from sayso.export.cameo_table import COLUMNS, cameo_lines

    own = engine().own
    stream.write(encoded("\t".join(COLUMNS) + "\n"))
    for _, reading in readings:
        for line in cameo_lines(reading, own=own):
            stream.write(encoded(f"{line}\n"))
        stream.flush()


@contextmanager
def _progress(*, shown: bool) -> Iterator[Any]:
    """A spinner with a count on standard error, or nothing."""
    if not shown:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from sayso.export.visible import squeeze

    console = Console(file=sys.stderr, soft_wrap=True)
    columns_ = (
        SpinnerColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns_, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda source: bar.update(task, advance=1, description=squeeze(source, 50))
