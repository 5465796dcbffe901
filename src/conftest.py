"""Lets pytest collect the case books that lie beside the stages."""

from tests.conftest import pytest_collect_file

__all__ = ["pytest_collect_file"]
