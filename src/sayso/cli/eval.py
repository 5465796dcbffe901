"""`sayso eval`: scores on public gold sets."""

import argparse
from pathlib import Path

from sayso.cli.options import command, engine_options
from sayso.cli.output import BAD_USAGE, READ, SOME_REJECTED, complain, encoded, output

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
    """Scores the chosen sets."""
    from sayso.evaluation import floors, show
    from sayso.evaluation.sets import SETS, find_set, present

    if arguments.list:
        print("\n".join(f"{gold.name:20} {gold.measures}" for gold in SETS))
        return READ
    if not arguments.sets or arguments.data is None:
        complain(
            "eval",
            "name at least one set and the folder of the gold files: sayso eval SET --data DIR (--list names them)",
        )
        return BAD_USAGE
    unknown = [name for name in arguments.sets if name != "all" and find_set(name) is None]
    if unknown:
        complain("eval", f"no set {', '.join(unknown)}; there are {', '.join(gold.name for gold in SETS)}")
        return BAD_USAGE
    ready = present(arguments.data)
    chosen = [gold for gold in SETS if "all" in arguments.sets or gold.name in arguments.sets]
    missing = [gold for gold in chosen if gold not in ready]
    for gold in missing:
        complain(str(arguments.data / gold.file), "no such gold file")
    scores = []
    if chosen != missing:
        from sayso.api import open_engine
        from sayso.nlp.spacy_adapter import DEFAULT_MODEL

        engine = open_engine(arguments.model or DEFAULT_MODEL, arguments.gazetteer)
        scores = [
            gold.evaluate(arguments.data / gold.file, engine, limit=arguments.limit) for gold in chosen if gold in ready
        ]
    if arguments.json:
        shown = show.as_json(scores) + "\n"
    elif arguments.markdown:
        shown = show.as_markdown(scores)
    elif arguments.pin:
        shown = floors.pinned(scores)
    else:
        shown = "\n\n".join(show.as_text(score, errors=arguments.errors) for score in scores) + "\n"
    with output(arguments.output) as stream:
        stream.write(encoded(shown))
    low = floors.broken(scores) if arguments.check else ()
    for line in low:
        complain("eval", line)
    return SOME_REJECTED if missing or low else READ
