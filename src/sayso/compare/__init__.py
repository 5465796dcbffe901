"""What differs between two sets of readings: `compare` pairs articles and records, `render` says it in words."""

from sayso.compare.compare import compare
from sayso.compare.load import load_readings
from sayso.compare.model import Change, Comparison, Difference
from sayso.compare.render import render

__all__ = ["Change", "Comparison", "Difference", "compare", "load_readings", "render"]
