"""`sayso corpus`: readings of a frozen selection of development texts, to be compared before and after a change."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.options import command, existing, lexicon_option
from sayso.cli.output import BAD_USAGE, READ, SOME_REJECTED, complain, output
from sayso.cli.progress import bar

if TYPE_CHECKING:
    from sayso.records.article import Page

_EXAMPLES = """  sayso corpus examples/reports --data ../shared/data -o before.jsonl
  (change a word list or a rule)
  sayso corpus examples/reports --data ../shared/data -o after.jsonl
  sayso diff before.jsonl after.jsonl --examples 5"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(
        commands, "corpus", "read a frozen selection of texts, for `sayso diff` before and after", _EXAMPLES
    )
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="files, folders or globs that are read as well")
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="the folder of the gold sets: 290 of their texts are read"
    )
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes that read (default 2)")
    parser.add_argument("--model", metavar="NAME", help="spaCy model (default: en_core_web_sm)")
    parser.add_argument("--gazetteer", type=existing, metavar="PATH", help="gazetteer made by `sayso gazetteer import`")
    lexicon_option(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Reads the selection; texts that give no article are named on standard error."""
    if not arguments.sources and arguments.data is None:
        complain("corpus", "name what is to be read: sayso corpus [SOURCE ...] --data DIR -o FILE")
        return BAD_USAGE
    from sayso.evaluation.corpus import Fault, Model, read_corpus, select
    from sayso.nlp.spacy_adapter import DEFAULT_MODEL

    rejected: list[str] = []
    pages = [*_sources(arguments.sources, rejected), *(select(arguments.data) if arguments.data else ())]
    model = Model(arguments.model or DEFAULT_MODEL, arguments.gazetteer, tuple(arguments.lexicon))
    with output(arguments.output) as stream, bar(len(pages)) as progress:
        for page, line in zip(pages, read_corpus(pages, model, jobs=arguments.jobs), strict=True):
            progress.begin(page.source)
            if isinstance(line, Fault):
                rejected.append(line.source)
                with progress.hidden():
                    complain(line.source, line.reason)
            else:
                stream.write(line + b"\n")
    return SOME_REJECTED if rejected else READ


def _sources(sources: list[str], rejected: list[str]) -> "Iterator[Page]":
    from sayso.ingest import load_pages
    from sayso.records.article import Rejected

    for page in load_pages(sources, published=None, outlet=None, stdin=sys.stdin.buffer) if sources else ():
        if isinstance(page, Rejected):
            rejected.append(page.source)
            complain(page.source, page.reason)
        else:
            yield page
