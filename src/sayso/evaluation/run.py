"""Runs the evaluators over the sets that lie in a folder."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.errors import BadInput
from sayso.evaluation.report import Score
from sayso.evaluation.sets import SETS, GoldSet, find_set, present
from sayso.evaluation.table import digest_of
from sayso.pipeline import Engine


def chosen(name: str, data: Path) -> tuple[GoldSet, ...]:
    """A set's name or ``all`` and the data folder -> the sets to run.

    Raises BadInput if the name is unknown or the file is not there; ``all`` takes what is there.
    """
    if name == "all":
        sets = present(data)
        if not sets:
            raise BadInput(str(data), "none of the gold sets lies here")
        return sets
    gold = find_set(name)
    if gold is None:
        raise BadInput(name, f"no such set; known: {', '.join(known.name for known in SETS)}")
    if not (data / gold.file).is_file():
        raise BadInput(str(data / gold.file), "no such file")
    return (gold,)


def run(
    sets: tuple[GoldSet, ...],
    data: Path,
    engine: Engine,
    *,
    limit: int | None = None,
    full: bool = False,
    before: Callable[[GoldSet], None] = lambda _: None,
) -> Iterator[Score]:
    """Evaluate the sets one by one; `before` is told of each, `limit` cuts each set to its first items.

    Of a set with `every` above 1 only every so many-th item is read, unless `full` or a limit asks otherwise; the
    digest is that of the whole file all the same.
    """
    for gold in sets:
        before(gold)
        path = data / gold.file
        if gold.every == 1 or full or limit is not None:
            yield replace(gold.evaluate(path, engine, limit=limit), name=gold.name)
            continue
        with TemporaryDirectory() as folder:
            thinned = Path(folder) / path.name
            thinned.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:: gold.every]))
            score = gold.evaluate(thinned, engine, limit=None)
        yield replace(score, name=gold.name, digest=digest_of(path), every=gold.every)
