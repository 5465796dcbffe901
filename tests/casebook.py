"""Readable case books: prose, a ```text block, a ```records block; `--accept` rewrites the records.

A heading ``## rule.id: why`` opens a case; several cases may share a rule id. The info string of the text block may
carry options: ```text published=2020-11-01 outlet=Example. The stage's renderer lives in tests/<stage>/render.py:
``render(text: str, options: dict[str, str]) -> list[str]``, one line a record, empty list for none.
"""

import difflib
import importlib
import re
from collections.abc import Iterator
from typing import Any

import pytest

CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n(?P<prose>(?:(?!^## ).)*?)"
    r"```text(?P<options>[^\n]*)\n(?P<text>.*?)\n```\n+```records\n(?P<want>.*?)```",
    re.M | re.S,
)


class CaseFile(pytest.File):
    """One cases.md."""

    def collect(self) -> Iterator[pytest.Item]:
        stage = self.path.parent.name
        seen: dict[str, int] = {}
        for m in CASE.finditer(self.path.read_text(encoding="utf-8")):
            seen[m["name"]] = seen.get(m["name"], 0) + 1
            name = m["name"] if seen[m["name"]] == 1 else f"{m['name']} ({seen[m['name']]})"
            yield Case.from_parent(self, name=name, stage=stage, block=m.groupdict())


class CaseFailedError(Exception):
    """The records differ from those in the case book."""


class Case(pytest.Item):
    """One case."""

    def __init__(self, *, stage: str, block: dict[str, str], **kw: Any) -> None:
        super().__init__(**kw)
        self.stage, self.block = stage, block

    def runtest(self) -> None:
        renderer = importlib.import_module(f"tests.{self.stage}.render")
        options = dict(pair.split("=", 1) for pair in self.block["options"].split())
        got = "".join(f"{line}\n" for line in renderer.render(self.block["text"], options))
        want = self.block["want"]
        if got == want:
            return
        if self.config.getoption("--accept"):
            book = self.path.read_text(encoding="utf-8")
            head = f"```text{self.block['options']}\n{self.block['text']}\n```\n\n```records\n"
            self.path.write_text(book.replace(f"{head}{want}```", f"{head}{got}```"), encoding="utf-8")
            return
        diff = difflib.unified_diff(want.splitlines(), got.splitlines(), "expected", "got", lineterm="")
        raise CaseFailedError("\n".join(diff))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        if isinstance(excinfo.value, CaseFailedError):
            return f"{self.name}\n  {self.block['text']}\n\n{excinfo.value}"
        return str(super().repr_failure(excinfo, style))
