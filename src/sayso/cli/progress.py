"""A bar on standard error for commands that take a while; nothing where standard error is no terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """Told of each thing as it is begun. Without a progress display it does nothing."""

    def __init__(self, progress: "Progress | None", total: int) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=total) if progress else None
        self._begun = 0

    def begin(self, name: str) -> None:
        """The next thing begins; those before are done."""
        if self._progress is not None and self._task is not None:
            from sayso.export.visible import squeeze

            self._progress.update(self._task, completed=self._begun, description=squeeze(name, 40))
        self._begun += 1

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Takes the bar away while something else is written to the terminal."""
        if self._progress is not None:
            self._progress.stop()
        try:
            yield
        finally:
            if self._progress is not None:
                self._progress.start()


@contextmanager
def bar(total: int) -> Iterator[Bar]:
    """A bar for that many things."""
    if not sys.stderr.isatty():
        yield Bar(None, total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    name = TextColumn("{task.description}", markup=False)
    shown = (BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn(), name)
    with Progress(*shown, console=Console(file=sys.stderr, soft_wrap=True), transient=True) as progress:
        yield Bar(progress, total)
