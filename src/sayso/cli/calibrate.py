"""`sayso calibrate`: counts anew how often each rule is right, which is what confidence rests on."""

import argparse
from pathlib import Path

from sayso.cli.options import command, existing
from sayso.cli.output import READ, encoded, output
from sayso.cli.progress import bar

_EXAMPLES = """  sayso calibrate --data ../shared/data
  sayso calibrate --data ../shared/data --docs docs"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(commands, "calibrate", "count anew how often rules are right: what confidence rests on", _EXAMPLES)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder that holds the gold files")
    parser.add_argument(
        "--docs", type=Path, metavar="DIR", help="also write DIR/reliability.svg and the tables of DIR/confidence.md"
    )
    parser.add_argument("--dry-run", action="store_true", help="show how well confidence holds, write nothing")
    parser.add_argument("--model", metavar="NAME", help="spaCy model (default: en_core_web_sm)")
    parser.add_argument("--gazetteer", type=existing, metavar="PATH", help="gazetteer made by `sayso gazetteer import`")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Reads the sets, counts, measures, writes. A missing set is bad usage."""
    from sayso.api import open_engine
    from sayso.evaluation import calibrate, cases, publish, reliability
    from sayso.evaluation.judged import judged
    from sayso.nlp.spacy_adapter import DEFAULT_MODEL

    engine = open_engine(arguments.model or DEFAULT_MODEL, arguments.gazetteer)
    names = cases.used(judged())
    with bar(len(cases.SOURCES) + len({sample.set for sample in judged()})) as progress:
        found = list(cases.gather(arguments.data, engine, before=progress.begin))
    table = calibrate.table(found, publish.digests(arguments.data, names))
    measured = reliability.reliabilities(calibrate.held_out(found))
    shown = reliability.as_markdown(measured, table, judged())
    written = {} if arguments.dry_run else {publish.MEASURED: publish.as_toml(table)}
    if arguments.docs and not arguments.dry_run:
        written.update(publish.documents(arguments.docs, measured, shown))
    for path, text in written.items():
        with output(str(path)) as stream:
            stream.write(text.encode())
    with output(None) as stream:
        stream.write(encoded(shown))
    return READ
