"""docs/cli.md names every command and option, and no other."""

import argparse
import re
from pathlib import Path

from sayso.cli.main import parser

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")


def options(of: argparse.ArgumentParser, *, whole: bool = True) -> set[str]:
    found: set[str] = set()
    for action in of._actions:
        found.update(option for option in action.option_strings if option.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                assert not whole or f"## sayso {name}" in PAGE
                found |= options(command, whole=False)
    return found


def test_every_option_is_in_the_docs_and_no_other() -> None:
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) == options(parser())
