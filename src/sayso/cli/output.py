"""What leaves the program: results to standard output or a file, complaints to standard error, nothing raw."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from sayso.errors import SaysoError
from sayso.export.visible import one_line

READ, SOME_REJECTED, BAD_USAGE, INTERRUPTED = 0, 1, 2, 130


class CannotWrite(SaysoError):
    """The output file or standard output cannot be written."""


def complain(source: str, reason: str = "") -> None:
    """One line on standard error, ``sayso: SOURCE: reason``, control characters spelled out."""
    line = f"sayso: {one_line(source)}" + (f": {one_line(reason)}" if reason else "")
    with suppress(OSError, ValueError):
        sys.stderr.write(
            line.encode(sys.stderr.encoding or "utf-8", "backslashreplace").decode(sys.stderr.encoding or "utf-8")
            + "\n"
        )
        sys.stderr.flush()


def colourful() -> bool:
    """True if standard output should get colours: a terminal that shows them, or FORCE_COLOR; NO_COLOR wins."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb", "unknown")


def columns() -> int:
    """Width of the terminal, COLUMNS, or 80."""
    return shutil.get_terminal_size((80, 24)).columns


@contextmanager
def output(path: str | None) -> Iterator[BinaryIO]:
    """Standard output, or the file `path`, which appears whole when all is written and not at all if that fails."""
    if path is None or path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        stream = temporary.open("wb")
    except OSError as error:
        raise CannotWrite(f"{path}: cannot write ({error.strerror})") from error
    try:
        with stream:
            yield stream
        temporary.replace(target)
    except OSError as error:
        raise CannotWrite(f"{path}: cannot write ({error.strerror})") from error
    finally:
        temporary.unlink(missing_ok=True)


def encoded(text: str) -> bytes:
    """Text for the terminal in its own encoding (what it cannot show becomes '?'), UTF-8 everywhere else."""
    encoding = (sys.stdout.encoding if sys.stdout.isatty() else None) or "utf-8"
    return text.encode(encoding, "replace")
