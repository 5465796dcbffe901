"""sayso.toml of a project folder: which lexicon folders and options the command line takes where none is given."""

from dataclasses import dataclass
from pathlib import Path

from sayso.errors import BadLexicon
from sayso.lexicon.own_rows import SETTINGS, File, plain, read_file, toml_table

NAME = "sayso.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What sayso.toml says. `lexicons` are folders, and the file itself where it holds entries of its own."""

    lexicons: tuple[Path, ...] = ()
    model: str | None = None
    gazetteer: Path | None = None


def load_settings(folder: Path) -> Settings:
    """The folder that may hold a sayso.toml -> its settings, empty where there is none; paths are seen from the folder.

    Raises BadLexicon with the first thing that is wrong.
    """
    path = folder / NAME
    if not path.is_file():
        return Settings()
    problems: list[str] = []
    file = read_file(path, problems.append)
    table = toml_table(file, problems.append) if file is not None else None
    if file is None or table is None:
        raise BadLexicon(problems[0])
    texts = {name: _text(file, table, name) for name in ("model", "gazetteer")}
    listed = tuple(_folder(file, folder, name) for name in _lexicons(file, table))
    gazetteer = folder / texts["gazetteer"] if texts["gazetteer"] else None
    if gazetteer is not None and not gazetteer.is_file():
        raise BadLexicon(f"{file.shown}: gazetteer: no such file: {plain(str(gazetteer))}")
    own = (path,) if any(name not in SETTINGS for name in table) else ()
    return Settings(lexicons=(*listed, *own), model=texts["model"], gazetteer=gazetteer)


def _text(file: File, table: dict[str, object], name: str) -> str | None:
    value = table.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise BadLexicon(f"{file.shown}: {name}: must be text")
    return value


def _lexicons(file: File, table: dict[str, object]) -> list[str]:
    value = table.get("lexicons", [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item and "\0" not in item for item in value):
        raise BadLexicon(f'{file.shown}: lexicons: must be a list of folders (lexicons = ["lexicon"])')
    return [str(item) for item in value]


def _folder(file: File, folder: Path, name: str) -> Path:
    found = folder / name
    if not found.is_dir():
        raise BadLexicon(f"{file.shown}: lexicons: no such folder: {plain(name)}")
    return found
