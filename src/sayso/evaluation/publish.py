"""Where a calibration is written: the table of the package, the plot and the measured part of its document."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

from sayso.confidence.table import FILE, Kind, Table
from sayso.errors import BadInput
from sayso.evaluation.plot import reliability_svg
from sayso.evaluation.reliability import Reliability
from sayso.evaluation.table import digest_of

MEASURED = Path(str(files("sayso.confidence"))) / FILE
PLOT, DOCUMENT = "reliability.svg", "confidence.md"
_BEGIN, _END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"

_HEAD = """\
# How often each rule was right: what the confidence of a record rests on (docs/confidence.md).
# Written by `sayso calibrate --data DIR`; do not edit. Only counts: no text of any set is here.
# rules: [right, judged] of the records that the rule had a part in; together: of all rules of a record;
# signals: [right, judged, expected to be right by the rules and the signals above].
"""


def digests(data: Path, names: Iterable[str]) -> dict[str, str]:
    """Set names -> SHA-256 of their files."""
    return {name: digest_of(data / f"{name}.jsonl") for name in names}


def as_toml(table: Table) -> str:
    """The table as measured.toml."""
    lines = [_HEAD, "[sets]"]
    lines += [f'{name} = "{digest}"' for name, digest in sorted(table.sets.items())]
    for name, kind in table.kinds.items():
        lines += ["", f"[kinds.{name}]", f'on = "{kind.on}"', f"right = {kind.right}", f"judged = {kind.judged}"]
        lines += [*_counts(name, "rules", kind), *_counts(name, "together", kind), *_counts(name, "signals", kind)]
    return "\n".join(lines) + "\n"


def _counts(name: str, what: str, kind: Kind) -> Iterable[str]:
    yield ""
    yield f"[kinds.{name}.{what}]"
    for key, counts in getattr(kind, what).items():
        quoted = key.replace("\\", "\\\\").replace('"', '\\"')
        yield f'"{quoted}" = [{", ".join(map(str, counts))}]'


def documents(folder: Path, measured: Sequence[Reliability], shown: str) -> dict[Path, str]:
    """The folder of the documents -> what is to be written there. Raises BadInput if the document has no place for the
    tables.
    """
    path = folder / DOCUMENT
    try:
        before, rest = path.read_text(encoding="utf-8").split(_BEGIN)
        _, after = rest.split(_END)
    except (OSError, ValueError) as error:
        raise BadInput(str(path), f"no document with the lines {_BEGIN.strip()} and {_END.strip()}") from error
    return {folder / PLOT: reliability_svg(measured), path: f"{before}{_BEGIN}{shown}{_END}{after}"}
