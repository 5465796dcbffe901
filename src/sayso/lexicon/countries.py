"""Countries: codes, names, demonyms, seats of government, shared by the stages that read places and actors."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import load


@dataclass(frozen=True, slots=True)
class _Row:
    alpha3: str
    name: str
    point: tuple[float, float]
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    also_demonyms: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country or territory. `point` is latitude and longitude; `names` and `demonyms` are its own on any map, `also`
    and `also_demonyms` those that stand for it only where it acts ("England", "Soviet").
    """

    alpha2: str
    alpha3: str
    name: str
    names: tuple[str, ...]
    also: tuple[str, ...]
    seats: tuple[str, ...]
    demonyms: tuple[str, ...]
    also_demonyms: tuple[str, ...]
    point: tuple[float, float]
    note: str | None


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories, by alpha-2 code."""
    rows = load("sayso.lexicon", "countries.toml", dict[str, _Row])
    return tuple(
        Country(
            alpha2=code,
            alpha3=row.alpha3,
            name=row.name,
            names=row.names,
            also=row.also,
            seats=row.seats,
            demonyms=row.demonyms,
            also_demonyms=row.also_demonyms,
            point=row.point,
            note=row.note,
        )
        for code, row in sorted(rows.items())
    )
