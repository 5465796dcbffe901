"""Saved pages of different manners against their readings: pages/NAME.html -> pages/NAME.lines (pytest --accept)."""

from pathlib import Path

import pytest

from sayso.article import clean
from sayso.ingest import page_from_bytes
from sayso.records.article import Rejected
from tests.article.render import rendered
from tests.article.test_properties import check

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path, accept: bool) -> None:
    page = page_from_bytes(path.read_bytes(), source=path.name)
    result = clean(page)
    check(page, result)
    got = "\n".join(rendered(result)) + "\n"
    golden = path.with_suffix(".lines")
    if accept:
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text(encoding="utf-8")


def test_outlet_and_address_come_from_the_page() -> None:
    page = page_from_bytes((PAGES[0].parent / "broadsheet.html").read_bytes(), source="x")
    result = clean(page)
    assert not isinstance(result, Rejected)
    assert result.article.outlet == "The Meridian Courier"
    assert result.article.url == "https://www.meridiancourier.example/world/2023/05/17/velimar-depot-strike"
