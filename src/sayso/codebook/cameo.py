"""CAMEO 1.1b3: event codes with their names, Goldstein values and quad classes.

Source: cameo-codes.csv of the icews package and the PETRARCH CAMEO code file; quad classes as phoenix_pipeline counts
them (postprocess.py).
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_QUADS = {
    "01": 0,
    "02": 0,
    "03": 1,
    "04": 1,
    "05": 1,
    "06": 2,
    "07": 2,
    "08": 2,
    "09": 3,
    "10": 3,
    "11": 3,
    "12": 3,
    "13": 3,
    "16": 3,
    "14": 4,
    "15": 4,
    "17": 4,
    "18": 4,
    "19": 4,
    "20": 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One CAMEO code. `goldstein` runs from -10 (conflict) to 10 (cooperation)."""

    code: str
    name: str
    goldstein: float

    @property
    def root(self) -> str:
        """The two-digit category."""
        return self.code[:2]

    @property
    def quad(self) -> int:
        """0 statement, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
        return _QUADS[self.root]


@cache
def codes() -> dict[str, Code]:
    """All codes by their digits."""
    lines = (files("sayso.codebook") / "cameo.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {code: Code(code=code, name=name, goldstein=float(value)) for code, name, value in rows}
