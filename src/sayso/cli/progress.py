"""A bar on standard error for commands that take a while; nothing where standard error is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def counted(total: int) -> Iterator[Callable[[str], None]]:
    """Gives a function that is told of each thing done, by name."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from sayso.export.visible import squeeze

    name = TextColumn("{task.description}", markup=False)
    shown = (BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn(), name)
    with Progress(*shown, console=Console(file=sys.stderr, soft_wrap=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, advance=1, description=squeeze(done, 40))
