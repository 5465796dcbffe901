"""`sayso eval`: scores on public gold sets."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.cli.options import command, engine_of, engine_options, words
from sayso.cli.output import BAD_USAGE, READ, SOME_REJECTED, complain, encoded, output
from sayso.cli.progress import Bar, bar

if TYPE_CHECKING:
    from sayso.evaluation.report import Score
    from sayso.evaluation.sets import GoldSet

_EXAMPLES = """  sayso eval --list
  sayso eval casualty_phrases --data ../data --errors 20
  sayso eval all --data ../data --check
  sayso eval all --data ../data --pin
  sayso eval all --data ../data --full --markdown -o docs/accuracy.md"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(commands, "eval", "score this version on public gold sets", _EXAMPLES)
    parser.add_argument("sets", nargs="*", metavar="SET", help="names of sets, or all")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder that holds the gold files")
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--limit", type=int, metavar="N", help="only the first N items of each set")
    much.add_argument(
        "--full", action="store_true", help="every item, also of sets of which every 8th is read by default"
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="also show N disagreements a set")
    parser.add_argument("--list", action="store_true", help="name the sets and what they measure")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON array")
    shape.add_argument("--markdown", action="store_true", help="docs/accuracy.md: a main table, then each set")
    gate = parser.add_mutually_exclusive_group()
    gate.add_argument("--check", action="store_true", help="exit code 1 if a main figure is below its floor")
    gate.add_argument("--pin", action="store_true", help="raise the floors of the quality gate to this run's figures")
    parser.add_argument(
        "--lower", type=words, metavar="REASON", help="with --pin: floors may fall, the reason is kept beside them"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE instead of standard output")
    engine_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Scores the chosen sets. An unknown set or a gold file that is not there is bad usage."""
    if arguments.list:
        from sayso.evaluation.sets import SETS

        wide = max(len(gold.name) for gold in SETS)
        print("\n".join(f"{gold.name:{wide}}  {gold.measures}" for gold in SETS))
        return READ
    wrong = _misused(arguments)
    if wrong:
        complain("eval", wrong)
        return BAD_USAGE
    from sayso.evaluation.run import chosen

    sets = tuple(dict.fromkeys(gold for name in arguments.sets for gold in chosen(name, arguments.data)))
    with output(arguments.output) as stream, bar(len(sets)) as progress:
        scores = _written(arguments, stream, sets, progress)
    if arguments.pin:
        return _pinned(scores, arguments.lower or "")
    return _checked(scores) if arguments.check else READ


def _misused(arguments: argparse.Namespace) -> str:
    """What is wrong with the options, or nothing."""
    if not arguments.sets or arguments.data is None:
        return "name a set and the folder of the gold files: sayso eval SET --data DIR (--list names the sets)"
    if (arguments.check or arguments.pin) and (arguments.limit is not None or arguments.full):
        return "floors hold for the usual items of a set: --check and --pin go with neither --limit nor --full"
    if arguments.lower and not arguments.pin:
        return "--lower goes with --pin"
    return ""


def _written(
    arguments: argparse.Namespace, stream: BinaryIO, sets: "tuple[GoldSet, ...]", progress: Bar
) -> "list[Score]":
    """Scores the sets; text is written set by set, the other shapes when all are done."""
    from sayso.evaluation import show

    scores: list[Score] = []
    for score in _scores(arguments, sets, progress):
        scores.append(score)
        if not (arguments.json or arguments.markdown):
            shown = show.as_text(score, errors=arguments.errors) + "\n"
            with progress.hidden():
                stream.write(encoded(f"\n{shown}" if len(scores) > 1 else shown))
                stream.flush()
    if arguments.json:
        stream.write(encoded(show.as_json(scores) + "\n"))
    elif arguments.markdown:
        stream.write(show.as_markdown(scores).encode())
    return scores


def _scores(arguments: argparse.Namespace, sets: "tuple[GoldSet, ...]", progress: Bar) -> "Iterator[Score]":
    from sayso.evaluation import run as evaluation

    return evaluation.run(
        sets,
        arguments.data,
        engine_of(arguments),
        limit=arguments.limit,
        full=arguments.full,
        before=lambda gold: progress.begin(gold.name),
    )


def _checked(scores: "list[Score]") -> int:
    """Names every figure below its floor."""
    from sayso.evaluation.floors import broken, floors

    pinned = floors()
    if not pinned:
        complain("eval", "no floors are pinned yet (--pin)")
    low = broken(scores, pinned)
    for line in low:
        complain("eval", line)
    return SOME_REJECTED if low else READ


def _pinned(scores: "list[Score]", reason: str) -> int:
    """Writes the floors, or names those that would fall and writes nothing."""
    from sayso.evaluation import floors

    pinned = floors.pin(scores, floors.floors(), reason=reason)
    if pinned.refused:
        for line in pinned.refused:
            complain("eval", f"{line} (no floor was changed; --lower REASON lowers it)")
        return SOME_REJECTED
    with output(str(floors.FLOORS)) as stream:
        stream.write(floors.as_toml(pinned.floors).encode())
    for line in pinned.moved or ("no floor moved",):
        complain("pinned", line)
    return READ
