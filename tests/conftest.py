"""Collects every cases.md of the package as tests, and offers the shared engine."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.casebook import CaseFile

# CI judges the change, not the day's luck: there the same examples are drawn every time, at a desk new ones.
settings.register_profile("same", derandomize=True)
if os.environ.get("SAYSO_SAME_EXAMPLES"):
    settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the stages now give into cases.md and goldens")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CaseFile | None:
    return CaseFile.from_parent(parent, path=file_path) if file_path.name == "cases.md" else None


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))
