"""`sayso gazetteer`: makes a gazetteer file from a GeoNames dump."""

import argparse
from pathlib import Path

from sayso.cli.options import command, existing
from sayso.cli.output import READ, SOME_REJECTED, CannotWrite, complain
from sayso.errors import BadInput

_EXAMPLES = """  sayso gazetteer import SD.txt -o sudan.gazetteer
  sayso read report.txt --gazetteer sudan.gazetteer"""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = command(commands, "gazetteer", "make a gazetteer with every village from a GeoNames dump", _EXAMPLES)
    parser.add_argument(
        "action", choices=("import",), help="import: GeoNames files (SD.txt, allCountries.txt) -> one file"
    )
    parser.add_argument(
        "dumps", nargs="+", type=existing, metavar="DUMP", help="tab-separated GeoNames dump, .txt or .zip"
    )
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="the file to write")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Adds the dumps to the gazetteer of the package; says how many places came in."""
    from sayso.places import import_geonames

    try:
        count = import_geonames(arguments.dumps, Path(arguments.output))
    except BadInput as error:
        complain(error.source, error.reason)
        return SOME_REJECTED
    except OSError as error:
        raise CannotWrite(f"{arguments.output}: cannot write ({error.strerror})") from error
    complain(arguments.output, f"{count:,} places added")
    return READ
