"""`sayso eval`: scores on public gold sets."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.cli.options import command, engine_options
from sayso.cli.output import BAD_USAGE, READ, SOME_REJECTED, complain, encoded, output

if TYPE_CHECKING:
    from sayso.evaluation.report import Score

_EXAMPLES = """  sayso eval --list
  sayso eval casualties --data ../data --errors 20
  sayso eval all --data ../data --markdown -o docs/accuracy.md"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(commands, "eval", "score this version on public gold sets", _EXAMPLES)
    parser.add_argument("sets", nargs="*", metavar="SET", help="names of sets, or all")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder that holds the gold files")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N items of each set")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also show N disagreements a set")
    parser.add_argument("--list", action="store_true", help="name the sets and what they measure")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON array")
    shape.add_argument("--markdown", action="store_true", help="the tables of docs/accuracy.md")
    shape.add_argument(
        "--pin", action="store_true", help="the floors of the quality gate, from the figures of this run"
    )
    parser.add_argument("--check", action="store_true", help="exit code 1 if a figure is below its floor")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    engine_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Scores the chosen sets. An unknown set or a gold file that is not there is bad usage."""
    if arguments.list:
        from sayso.evaluation.sets import SETS

        print("\n".join(f"{gold.name:20} {gold.measures}" for gold in SETS))
        return READ
    if not arguments.sets or arguments.data is None:
        complain(
            "eval", "name a set and the folder of the gold files: sayso eval SET --data DIR (--list names the sets)"
        )
        return BAD_USAGE
    scores = _scores(arguments)
    with output(arguments.output) as stream:
        stream.write(encoded(_shown(arguments, scores)))
    return _checked(scores) if arguments.check else READ


def _scores(arguments: argparse.Namespace) -> "list[Score]":
    from sayso.api import open_engine
    from sayso.evaluation import run as evaluation
    from sayso.nlp.spacy_adapter import DEFAULT_MODEL

    sets = tuple(dict.fromkeys(gold for name in arguments.sets for gold in evaluation.chosen(name, arguments.data)))
    engine = open_engine(arguments.model or DEFAULT_MODEL, arguments.gazetteer)
    tell = sys.stderr.isatty()
    return list(
        evaluation.run(
            sets,
            arguments.data,
            engine,
            limit=arguments.limit,
            before=lambda gold: complain("eval", gold.name) if tell else None,
        )
    )


def _shown(arguments: argparse.Namespace, scores: "list[Score]") -> str:
    from sayso.evaluation import floors, show

    if arguments.json:
        return show.as_json(scores) + "\n"
    if arguments.markdown:
        return show.as_markdown(scores)
    if arguments.pin:
        return floors.pinned(scores)
    return "\n\n".join(show.as_text(score, errors=arguments.errors) for score in scores) + "\n"


def _checked(scores: "list[Score]") -> int:
    """Names every figure below its floor."""
    from sayso.evaluation.floors import broken

    low = broken(scores)
    for line in low:
        complain("eval", line)
    return SOME_REJECTED if low else READ
