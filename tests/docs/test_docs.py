"""What the documents say is what the program does."""

import doctest
import importlib
import json
import re
import shlex
import subprocess
import sys
import textwrap
from pathlib import Path

import msgspec
import pytest

from sayso.api import read

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>\w+)[^\n]*\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[tuple[str, str]]:
    return [
        (f"{page.relative_to(ROOT)}:{page.read_text(encoding='utf-8')[: m.start()].count(chr(10)) + 1}", m["body"])
        for page in PAGES
        for m in BLOCK.finditer(page.read_text(encoding="utf-8"))
        if m["kind"] == kind
    ]


@pytest.mark.parametrize(("where", "body"), blocks("python"), ids=[where for where, _ in blocks("python")])
def test_python_snippets_run(where: str, body: str) -> None:
    exec(compile(body, where, "exec"), {})  # noqa: S102


def commands() -> list[str]:
    return [
        line.split("#")[0].strip()
        for _, body in blocks("sh")
        for line in body.splitlines()
        if line.startswith("sayso ")
    ]


@pytest.mark.parametrize("command", commands())
def test_commands_run(command: str, tmp_path: Path) -> None:
    words = shlex.split(command.split(">", maxsplit=1)[0])
    files = [str(p) for word in words for p in (sorted(ROOT.glob(word)) if "*" in word else [])]
    words = [w for word in words for w in (files if "*" in word else [word])]
    if "-o" in words:
        words[words.index("-o") + 1] = str(tmp_path / "out")
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or "-o" in words


def test_the_record_in_the_readme_is_real(accept: bool) -> None:
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    shown = next(m for m in BLOCK.finditer(text) if m["kind"] == "json")
    reading = read((ROOT / "examples" / "reports" / "01_market_shelling.txt").read_bytes())
    toll = next(toll for toll in reading.tolls if toll.low == 51)
    statement = next(s for s in reading.statements if s.id == toll.said_in)
    speaker = next(actor for actor in reading.actors if actor.id == statement.speaker)
    built = {"toll": told(toll), "statement": told(statement, "evidence"), "actor": told(speaker, "mentions", "why")}
    real = compact(built)
    if accept:
        page.write_text(text[: shown.start("body")] + real + text[shown.end("body") :], encoding="utf-8")
    assert accept or shown["body"] == real


def told(record: object, *left_out: str) -> dict[str, object]:
    """A record without the fields named, nulls and empty lists."""
    fields = msgspec.to_builtins(record).items()
    return {n: v for n, v in fields if n not in left_out and v is not False and v not in (None, [], ())}


def compact(built: dict[str, dict[str, object]]) -> str:
    """JSON, a record in few lines."""
    records = []
    for name, record in built.items():
        pairs = [f'"{field}": {json.dumps(value, ensure_ascii=False)}' for field, value in record.items()]
        body = textwrap.wrap(", ".join(pairs), 112, break_long_words=False, break_on_hyphens=False)
        records.append(f'"{name}": {{' + "\n          ".join(body) + "}")
    return "{" + ",\n ".join(records) + "}\n"


@pytest.mark.parametrize("module", ["sayso.api", "sayso.ids", "sayso.text"])
def test_examples_in_docstrings_run(module: str) -> None:
    result = doctest.testmod(importlib.import_module(module))
    assert not result.failed
