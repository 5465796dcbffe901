"""`sayso lexicon`: checks, tries out and begins a folder of one's own actors, verbs, codes and outlets."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.options import command, engine_options, folder
from sayso.cli.output import READ, SOME_REJECTED, CannotWrite, columns, complain, encoded, output
from sayso.cli.progress import Bar, bar

if TYPE_CHECKING:
    from sayso.lexicon.own import OwnWords
    from sayso.pipeline import Engine
    from sayso.records.article import Page
    from sayso.records.reading import Reading

_EXAMPLES = """  sayso lexicon new lexicon
  sayso lexicon check lexicon
  sayso lexicon test lexicon reports/ --examples 5
  sayso read reports/ --lexicon lexicon"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(commands, "lexicon", "check and try out your own actors, verbs, codes and outlets", _EXAMPLES)
    what = parser.add_subparsers(title="what to do", metavar="check|test|new", required=True)
    check = command(what, "check", "name every mistake in a lexicon folder", "  sayso lexicon check lexicon")
    check.add_argument("folder", type=folder, metavar="DIR", help="the lexicon folder")
    check.set_defaults(run=_check)
    test = command(
        what,
        "test",
        "show which records a lexicon makes, changes and takes away, and run its cases (exit code 1 if one fails)",
        "  sayso lexicon test lexicon\n  sayso lexicon test lexicon reports/ --published 2024-03-02",
    )
    test.add_argument("folder", type=folder, metavar="DIR", help="the lexicon folder")
    test.add_argument(
        "reports", nargs="*", metavar="REPORT", help="reports to read (default: the case texts that ship with sayso)"
    )
    test.add_argument(
        "--examples", type=int, default=3, metavar="N", help="differences shown under each entry (default 3)"
    )
    engine_options(test)
    test.set_defaults(run=_test)
    new = command(what, "new", "write commented files to begin a lexicon with", "  sayso lexicon new lexicon")
    new.add_argument("folder", type=Path, metavar="DIR", help="a folder, made if need be; no file in it is overwritten")
    new.set_defaults(run=_new)


def _check(arguments: argparse.Namespace) -> int:
    from sayso.lexicon.own_load import check_own
    from sayso.pipeline import built

    checked = check_own([arguments.folder])
    problems = checked.problems or built(checked.words)
    for problem in problems:
        complain(problem)
    if problems:
        return SOME_REJECTED
    print(f"{arguments.folder}: {_counted(checked.words)}; digest {(checked.words.digest or '')[:12]}")
    return READ


def _counted(own: "OwnWords") -> str:
    counts = {
        "actor": len(own.actors),
        "verb": sum(p.part == "verb" for p in own.predicates),
        "noun": sum(p.part == "noun" for p in own.predicates),
        "cue": len(own.cues),
        "code": len(own.codes),
        "outlet": len(own.outlets),
        "case": len(own.cases),
    }
    return ", ".join(f"{n:,} {name}{'s' if n != 1 else ''}" for name, n in counts.items() if n) or "no entries"


def _test(arguments: argparse.Namespace) -> int:
    """Reads everything twice and tells the difference."""
    from dataclasses import replace

    from sayso.cli.options import engine_of
    from sayso.compare import compare
    from sayso.compare.own import effects, judge
    from sayso.compare.render_own import render_cases, render_effects
    from sayso.lexicon.own_load import load_own

    engine = engine_of(arguments)
    own = load_own([arguments.folder])
    mine = replace(engine, own=load_own([*arguments.lexicon, arguments.folder]))
    pages, rejected = _pages(arguments)
    with bar(2 * len(pages)) as progress:
        before = list(_read(pages, engine, progress))
        after = list(_read(pages, mine, progress))
    verdicts = [verdict for case in own.cases for verdict in judge(case, _case(case.text, case.published, mine))]
    width = min(columns(), 116)
    comparison = compare(before, after)
    with output(None) as stream:
        shown = render_effects(comparison, effects(comparison, own), width=width, examples=arguments.examples)
        stream.write(encoded(f"{arguments.folder}: {_counted(own)}\n{shown}{render_cases(verdicts, width=width)}"))
    return SOME_REJECTED if rejected or not all(verdict.holds for verdict in verdicts) else READ


def _pages(arguments: argparse.Namespace) -> "tuple[list[Page], bool]":
    """The reports, or the case texts of the package; whether some could not be read."""
    from sayso.explain.casebook import texts
    from sayso.ingest import load_pages, page_from_bytes
    from sayso.records.article import Rejected

    if not arguments.reports:
        return [page_from_bytes(text.encode(), source=name, published="2024-03-02") for name, text in texts()], False
    pages: list[Page] = []
    rejected = False
    for page in load_pages(arguments.reports, published=arguments.published, outlet=arguments.outlet):
        if isinstance(page, Rejected):
            rejected = True
            complain(page.source, page.reason)
        else:
            pages.append(page)
    return pages, rejected


def _read(pages: "list[Page]", engine: "Engine", progress: Bar) -> "Iterator[Reading]":
    from sayso.pipeline import read_page
    from sayso.records.article import Rejected

    for page in pages:
        progress.begin(page.source)
        reading = read_page(page, engine)
        if not isinstance(reading, Rejected):
            yield reading


def _case(text: str, published: str | None, engine: "Engine") -> "Reading | None":
    from sayso.ingest import page_from_bytes
    from sayso.pipeline import read_page
    from sayso.records.article import Rejected

    reading = read_page(page_from_bytes(text.encode("utf-8", "replace"), source="case", published=published), engine)
    return None if isinstance(reading, Rejected) else reading


def _new(arguments: argparse.Namespace) -> int:
    """Writes the starter files; what is there already stays."""
    from sayso.lexicon.own_start import STARTER

    target: Path = arguments.folder
    there = [name for name in STARTER if (target / name).exists()]
    if there:
        raise CannotWrite(f"{target / there[0]}: is there already (nothing was written)")
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, text in STARTER.items():
            (target / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotWrite(f"{target}: cannot write ({error.strerror})") from error
    print(f"{target}: {', '.join(STARTER)}\nnext: sayso lexicon check {target} && sayso lexicon test {target}")
    return READ
