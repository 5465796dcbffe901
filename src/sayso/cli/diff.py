"""`sayso diff`: what changed between two runs over the same articles."""

import argparse
import sys
from typing import TYPE_CHECKING

from sayso.cli.options import command
from sayso.cli.output import BAD_USAGE, colourful, columns, complain, encoded, output

if TYPE_CHECKING:
    from sayso.records.reading import Reading

SAME, DIFFERENT = 0, 1

_EXAMPLES = """  sayso read pages/ --format jsonl -o before.jsonl
  sayso diff before.jsonl after.jsonl
  sayso diff before.jsonl after.jsonl --examples 10 | less
  sayso diff before.jsonl after.jsonl --json -o changes.json"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(
        commands, "diff", "show what changed between two runs: records, fields, rules (exit code 1 if any)", _EXAMPLES
    )
    parser.add_argument("before", metavar="A", help="readings (json or jsonl) of the first run; - for standard input")
    parser.add_argument("after", metavar="B", help="readings of the second run")
    parser.add_argument(
        "--examples", type=int, default=3, metavar="N", help="differences shown under each rule (default 3, 0 for none)"
    )
    parser.add_argument(
        "--confidence", action="store_true", help="a record whose confidence alone differs has changed, too"
    )
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compares two files of readings. What is no file of readings is bad usage."""
    if arguments.before == arguments.after == "-":
        complain("diff", "only one of the two can be standard input")
        return BAD_USAGE
    from sayso.compare import compare

    comparison = compare(_load(arguments.before), _load(arguments.after), confidence=arguments.confidence)
    with output(arguments.output) as stream:
        if arguments.json:
            import msgspec

            stream.write(msgspec.json.format(msgspec.json.encode(comparison), indent=2) + b"\n")
        else:
            from sayso.compare import render

            to_file = arguments.output not in (None, "-")
            shown = render(
                comparison,
                width=80 if to_file else columns(),
                colour=colourful() and not to_file,
                examples=arguments.examples,
            )
            stream.write(encoded(shown))
    return SAME if comparison.same else DIFFERENT


def _load(path: str) -> "tuple[Reading, ...]":
    from sayso.compare import load_readings

    return load_readings(path, sys.stdin.buffer.read() if path == "-" else None)
