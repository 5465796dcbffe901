"""`sayso gazetteer`: makes a gazetteer file from a GeoNames dump."""

import argparse
from pathlib import Path

from sayso.cli.options import command, existing
from sayso.cli.output import BAD_USAGE, READ, complain

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
    """Compiles the dumps."""
    try:
        from sayso.places import import_geonames
    except ImportError:
        complain("gazetteer", "this version cannot import gazetteers yet")
        return BAD_USAGE
    count: int = import_geonames(arguments.dumps, Path(arguments.output))
    complain(arguments.output, f"{count:,} places")
    return READ
