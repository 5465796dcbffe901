"""`sayso`: parses the command line and runs one command. Exit codes: 0 read, 1 some inputs rejected, 2 bad usage."""

import argparse
import os
import sys
from collections.abc import Sequence

from sayso.cli import calibrate, corpus, diff, explain, gazetteer, lexicon, read
from sayso.cli import eval as eval_command
from sayso.cli.output import BAD_USAGE, INTERRUPTED, READ, complain
from sayso.errors import SaysoError
from sayso.version import SCHEMA, __version__

_EPILOG = """examples:
  sayso read report.html --published 2024-03-02
  sayso read news/*.txt --format jsonl > readings.jsonl
  sayso explain S3 --in report.txt
Run `sayso COMMAND --help` for each command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Arguments (None: those of the process) -> exit code."""
    chosen = parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has left (`| head`): stay quiet, now and when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = READ
    except KeyboardInterrupt:
        complain("interrupted")
        code = INTERRUPTED
    except SaysoError as error:
        complain(str(error))
        code = BAD_USAGE
    except OSError as error:
        complain("cannot write", error.strerror or str(error))
        code = BAD_USAGE
    return code


def parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    made = argparse.ArgumentParser(
        prog="sayso",
        description="Reads news reports of armed conflict and politics: who did what to whom, and on whose say-so.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    made.add_argument(
        "--version", action="store_true", help="print what would make a reading: versions, model, lexicon"
    )
    made.set_defaults(run=lambda chosen: _version() if chosen.version else _help(made))
    commands = made.add_subparsers(title="commands", metavar="COMMAND")
    for command in (read, explain, diff, eval_command, calibrate, corpus, lexicon, gazetteer):
        command.add(commands)
    return made


def _help(shown: argparse.ArgumentParser) -> int:
    shown.print_help(sys.stderr)
    return BAD_USAGE


def _version() -> int:
    """Prints the manifest; the first line needs nothing installed."""
    print(f"sayso {__version__} (schema {SCHEMA})")
    from sayso.api import open_engine

    manifest = open_engine().manifest
    print(f"model {manifest.model}\nlexicon {manifest.lexicon}\ngazetteer {manifest.gazetteer}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
