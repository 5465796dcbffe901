"""Arguments that several commands share, and their checks."""

import argparse
from pathlib import Path


def command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, what: str, examples: str
) -> argparse.ArgumentParser:
    """Adds a command with its one-line description and its examples."""
    return commands.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def engine_options(parser: argparse.ArgumentParser) -> None:
    """Adds what a reading depends on: date, outlet, model, gazetteer."""
    parser.add_argument(
        "--published",
        type=date,
        metavar="DATE",
        help="publication date of the input (2024-03-02, or with time), where the page does not say or is wrong",
    )
    parser.add_argument("--outlet", type=words, metavar="NAME", help="who published it; wins over what the page says")
    parser.add_argument("--model", metavar="NAME", help="spaCy model (default: en_core_web_sm)")
    parser.add_argument("--gazetteer", type=existing, metavar="PATH", help="gazetteer made by `sayso gazetteer import`")


def date(text: str) -> str:
    """A publication date that the article stage understands, checked."""
    from sayso.article import given_date

    if given_date(text) is None:
        raise argparse.ArgumentTypeError(f"not a clear date: {text!r} (write it as 2024-03-02)")
    return text


def words(text: str) -> str:
    """Words from the command line, not empty; bytes that are no text become U+FFFD."""
    clean = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if not clean.strip():
        raise argparse.ArgumentTypeError("empty")
    return clean


def existing(text: str) -> Path:
    """The path of an existing file."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"no such file: {text}")
    return path
