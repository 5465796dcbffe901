"""Builds the embedded gazetteer into the wheel: the build requirements of pyproject.toml in, one SQLite file out.

Runs for `pip install .`, `pip install -e .` and `python -m build`. A file that was made from the same packages, tables
and code is kept as it is.
"""

import sqlite3
import sys
import types
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """The custom hook that hatchling loads from this file."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compiles src/sayso/places/gazetteer.sqlite before the files of a wheel are collected."""
        if self.target_name != "wheel":
            return
        package = Path(self.root, "src", "sayso")
        out = package / "places" / "gazetteer.sqlite"
        _lay_bare(package)
        from sayso.places.compile import compile_gazetteer, inputs_digest

        if _made_from(out) == inputs_digest():
            _tell("gazetteer: up to date")
            return
        compile_gazetteer(out, _tell)


def _lay_bare(package: Path) -> None:
    """Lets `sayso.places.compile` be imported without the package's own start-up, which needs more than is here."""
    for name, path in (("sayso", package), ("sayso.places", package / "places")):
        bare = types.ModuleType(name)
        bare.__path__ = [str(path)]
        sys.modules[name] = bare


def _made_from(out: Path) -> str:
    if not out.is_file():
        return ""
    try:
        connection = sqlite3.connect(f"{out.as_uri()}?mode=ro", uri=True)
        try:
            row = connection.execute("SELECT value FROM meta WHERE name = 'inputs'").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return ""
    return str(row[0]) if row else ""


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
