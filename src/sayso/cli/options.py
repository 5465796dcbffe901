"""Arguments that several commands share, and their checks."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.lexicon.own import OwnWords
    from sayso.lexicon.own_settings import Settings
    from sayso.pipeline import Engine


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
    lexicon_option(parser)


def lexicon_option(parser: argparse.ArgumentParser) -> None:
    """Adds --lexicon."""
    parser.add_argument(
        "--lexicon",
        type=folder,
        action="append",
        default=[],
        metavar="DIR",
        help="folder of your own actors, verbs, codes and outlets; may be given again",
    )


def engine_of(arguments: argparse.Namespace, settings: "Settings | None" = None) -> "Engine":
    """The engine that the options ask for; what they leave open is as in `settings`."""
    from sayso.api import open_engine
    from sayso.lexicon.own_settings import Settings
    from sayso.nlp.spacy_adapter import DEFAULT_MODEL

    settings = settings or Settings()
    model = arguments.model or settings.model or DEFAULT_MODEL
    return open_engine(model, arguments.gazetteer or settings.gazetteer, (*settings.lexicons, *arguments.lexicon))


def own_of(arguments: argparse.Namespace) -> "OwnWords":
    """The user's own words that the options and the sayso.toml of the current folder name."""
    from sayso.lexicon.own_load import load_own

    return load_own([*settings_here().lexicons, *arguments.lexicon])


def settings_here() -> "Settings":
    """What the sayso.toml of the current folder says, if there is one."""
    from sayso.lexicon.own_settings import load_settings

    return load_settings(Path())


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


def floors(text: str) -> dict[str, float]:
    """``0.8`` for all kinds of record, or ``event=0.6,toll=0.8`` -> a number from 0 to 1 for each kind."""
    kinds = ("statement", "event", "toll", "actor", "place", "time")
    if "=" not in text:
        return dict.fromkeys(kinds, share(text))
    found: dict[str, float] = {}
    for part in text.split(","):
        kind, _, value = part.strip().partition("=")
        if kind not in kinds:
            raise argparse.ArgumentTypeError(f"not a kind of record: {kind!r} ({', '.join(kinds)})")
        found[kind] = share(value)
    return found


def share(text: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"not a number from 0 to 1: {text!r}")
    return value


def folder(text: str) -> Path:
    """The path of an existing folder."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"no such folder: {text}")
    return path


def existing(text: str) -> Path:
    """The path of an existing file."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"no such file: {text}")
    return path
