"""A frozen selection of development texts, read to see what a change of the program changes (`sayso diff`).

Which texts of a set are taken depends on the hash of their ids alone, so the selection is the same on every machine and
stays what it is when a set grows elsewhere. The texts are other people's: readings of them hold the texts and stay
where the data is.
"""

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec

from sayso.api import open_engine
from sayso.errors import BadInput, SaysoError
from sayso.export.json import encode_line
from sayso.ingest import page_from_bytes
from sayso.pipeline import read_page
from sayso.records.article import Page, Rejected

_AHEAD = 64


@dataclass(frozen=True, slots=True)
class Part:
    """How many texts of a set are taken."""

    file: str
    texts: int


PARTS = (
    Part("polnear_dev.jsonl", 60),
    Part("re3d_dev.jsonl", 40),
    Part("trnews.jsonl", 80),
    Part("aquaint.jsonl", 60),
    Part("ecbplus_dev.jsonl", 50),
)


@dataclass(frozen=True, slots=True)
class Model:
    """Which engine a worker opens."""

    name: str
    gazetteer: Path | None
    lexicons: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A text that could not be read, with the reason."""

    source: str
    reason: str


class _Item(msgspec.Struct, frozen=True):
    id: str
    text: str
    date: str | None = None
    dct: str | None = None
    publisher: str | None = None
    url: str | None = None


def select(data: Path) -> tuple[Page, ...]:
    """The data folder -> the selected texts as pages, set by set, in order of their ids. Sets that are absent are left
    out; raises BadInput if none is there.
    """
    present = [part for part in PARTS if (data / part.file).is_file()]
    if not present:
        raise BadInput(str(data), f"none of {', '.join(part.file for part in PARTS)} lies here")
    return tuple(page for part in present for page in _pages(data / part.file, part.texts))


def _pages(path: Path, texts: int) -> Iterator[Page]:
    decoder = msgspec.json.Decoder(_Item)
    with path.open("rb") as stream:
        items = [decoder.decode(line) for line in stream if line.strip()]
    items.sort(key=lambda item: hashlib.sha256(item.id.encode()).digest())
    for item in sorted(items[:texts], key=lambda item: item.id):
        yield page_from_bytes(
            item.text.encode("utf-8", "replace"),
            source=f"{path.stem}/{item.id}",
            media_type="text/plain; charset=utf-8",
            url=item.url,
            outlet=item.publisher,
            published=item.date or item.dct,
        )


def read_corpus(pages: Iterable[Page], model: Model, *, jobs: int) -> Iterator[bytes | Fault]:
    """Pages -> a JSON line each, in their order, or why there is none; `jobs` processes read (1: this one)."""
    if jobs <= 1:
        yield from (read_line(page, model) for page in pages)
        return
    remaining = iter(pages)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as workers:
        waiting: list[Future[bytes | Fault]] = [workers.submit(read_line, p, model) for p in islice(remaining, _AHEAD)]
        try:
            while waiting:
                yield waiting.pop(0).result()
                waiting += [workers.submit(read_line, page, model) for page in islice(remaining, 1)]
        finally:
            workers.shutdown(cancel_futures=True)


def read_line(page: Page, model: Model) -> bytes | Fault:
    """One page -> its reading as a JSON line without newline; a fault of ours is named as such and costs one page."""
    engine = open_engine(model.name, model.gazetteer, model.lexicons)
    try:
        reading = read_page(page, engine)
    except SaysoError as error:
        return Fault(page.source, str(error))
    except Exception as error:  # noqa: BLE001
        return Fault(page.source, f"a fault of sayso ({type(error).__name__}: {error})")
    return Fault(page.source, reading.reason) if isinstance(reading, Rejected) else encode_line(reading)
