"""What the documents say is what the program does."""

import doctest
import importlib
import json
import re
import shlex
import subprocess
import sys
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
    built = {"toll": msgspec.to_builtins(toll), "said_in": msgspec.to_builtins(statement)}
    built["said_in"].pop("evidence")
    built["speaker"] = {"id": speaker.id, "name": speaker.name, "kind": speaker.kind, "country": speaker.country}
    real = compact(built)
    if accept:
        page.write_text(text[: shown.start("body")] + real + text[shown.end("body") :], encoding="utf-8")
    assert accept or shown["body"] == real


def compact(built: dict[str, object]) -> str:
    """JSON, one record a block, short lists on one line."""
    lines = json.dumps(built, ensure_ascii=False, indent=1)
    lines = re.sub(r"([\[{])\s+([^\[\]{}]{0,160}?)\s+([\]}])", lambda m: m[1] + re.sub(r"\s+", " ", m[2]) + m[3], lines)
    return lines + "\n"


@pytest.mark.parametrize("module", ["sayso.api", "sayso.ids", "sayso.text"])
def test_examples_in_docstrings_run(module: str) -> None:
    result = doctest.testmod(importlib.import_module(module))
    assert not result.failed
