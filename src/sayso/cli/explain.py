"""`sayso explain`: a record, a rule, or a sentence that gave no record."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.options import command, engine_of, engine_options, own_of, settings_here, words
from sayso.cli.output import BAD_USAGE, READ, SOME_REJECTED, columns, complain, encoded, output
from sayso.errors import BadInput

if TYPE_CHECKING:
    from sayso.explain.section import Section
    from sayso.records.article import Page
    from sayso.records.reading import Reading

_EXAMPLES = """  sayso read report.txt --format json -o reading.json && sayso explain S3 --in reading.json
  sayso explain ev-5f0c9a2b7d3e --in report.txt --published 2024-03-02
  sayso explain --rule tolls.at_least
  sayso explain --rules
  sayso explain --missing "The army shelled the town." report.txt"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(
        commands, "explain", "show why a record is there, what a rule says, why a sentence gave nothing", _EXAMPLES
    )
    parser.add_argument(
        "target",
        nargs="?",
        metavar="RECORD",
        help="id of a record, its beginning, or its label in the text output (S3); "
        "with --missing: the file or text that holds the sentence",
    )
    parser.add_argument(
        "--in", dest="source", metavar="FILE", help="a reading (json, jsonl) or the report itself, read again"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--rule", metavar="RULE_ID", help="what a rule says, its source and its cases")
    what.add_argument("--rules", action="store_true", help="all rules")
    what.add_argument("--missing", type=words, metavar="SENTENCE", help="how far each stage got with a sentence")
    engine_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Explains one thing."""
    if arguments.rules:
        from sayso.explain.rule import list_rules

        return _print(list_rules())
    if arguments.rule is not None:
        return _rule(arguments.rule)
    if arguments.missing is not None:
        return _missing(arguments)
    if arguments.target is None or arguments.source is None:
        complain(
            "explain", "name a record and where it is: sayso explain RECORD --in FILE (or --rule, --rules, --missing)"
        )
        return BAD_USAGE
    return _record(arguments)


def _rule(identifier: str) -> int:
    from sayso.explain.registry import find_rule, similar
    from sayso.explain.rule import explain_rule

    rule = find_rule(identifier)
    if rule is None:
        near = similar(identifier)
        complain(
            "explain", f"no rule {identifier}" + (f"; perhaps {', '.join(near)}" if near else "; --rules lists them")
        )
        return BAD_USAGE
    return _print(explain_rule(rule))


def _record(arguments: argparse.Namespace) -> int:
    from sayso.explain.record import explain_record, find_record

    try:
        found = find_record(_readings(arguments), arguments.target)
    except BadInput as error:
        complain(error.source, error.reason)
        return SOME_REJECTED
    if found is None:
        complain(
            "explain",
            f"no record {arguments.target} in {arguments.source} (an id, its beginning, or a label such as S3)",
        )
        return SOME_REJECTED
    return _print(explain_record(*found, own_of(arguments)))


def _readings(arguments: argparse.Namespace) -> "Iterator[Reading]":
    """The readings of a JSON file of ours; of any other file, its articles read again."""
    from sayso.export import json

    path = Path(arguments.source)
    if arguments.source == "-":
        yield from json.decode_all(sys.stdin.buffer.read(), source="-")
        return
    if path.is_file():
        with path.open("rb") as stream:
            head = stream.read(200).lstrip()
        if head.startswith(b"{") and b'"sayso"' in head:
            yield from json.decode_all(path.read_bytes(), source=arguments.source)
            return
    from sayso.pipeline import read_page
    from sayso.records.article import Rejected

    for page in _pages(arguments, arguments.source):
        reading = read_page(page, engine_of(arguments, settings_here()))
        if isinstance(reading, Rejected):
            complain(reading.source, reading.reason)
        else:
            yield reading


def _pages(arguments: argparse.Namespace, source: str) -> "Iterator[Page]":
    from sayso.ingest import load_pages
    from sayso.records.article import Rejected

    for page in load_pages([source], published=arguments.published, outlet=arguments.outlet, stdin=sys.stdin.buffer):
        if isinstance(page, Rejected):
            raise BadInput(page.source, page.reason)
        yield page


def _missing(arguments: argparse.Namespace) -> int:
    """The second argument is a file if there is one of that name, else text; without it, the sentence stands alone."""
    from sayso.explain.missing import explain_missing
    from sayso.ingest import page_from_bytes

    source = arguments.source or arguments.target
    try:
        if source is not None and (source == "-" or arguments.source or _is_file(source)):
            pages = list(_pages(arguments, source))
        else:
            words = (source or arguments.missing).encode("utf-8", "replace")
            pages = [page_from_bytes(words, source="text", outlet=arguments.outlet, published=arguments.published)]
    except BadInput as error:
        complain(error.source, error.reason)
        return SOME_REJECTED
    code = READ
    for page in pages:
        code = _print(explain_missing(arguments.missing, page, engine_of(arguments, settings_here())))
    return code


def _is_file(source: str) -> bool:
    try:
        return Path(source).is_file()
    except (OSError, ValueError):
        return False


def _print(sections: "tuple[Section, ...]") -> int:
    from sayso.explain.section import as_text

    with output(None) as stream:
        stream.write(encoded(as_text(sections, width=min(columns(), 100))))
    return READ
