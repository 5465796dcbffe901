"""Pages of many manners: what stays of each (NAME.lines, `--accept`) and what must, and must not, be read in it (WANT).

The article is pinned whole; of the records only the key ones are, so that better reading elsewhere breaks nothing here.
"""

import re
from pathlib import Path

import pytest

from sayso.api import read
from sayso.article import clean
from sayso.ingest import page_from_bytes
from sayso.records.article import Cleaned
from tests.article.render import MAX_QUOTE, rendered
from tests.article.test_properties import check
from tests.goldens.lines import lines

HERE = Path(__file__).parent
PAGES = sorted(path for path in HERE.iterdir() if path.suffix in (".txt", ".html"))
WANT = re.compile(r"(?P<sign>[+-]) (?P<all>.+)")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_article(path: Path, accept: bool) -> None:
    page = page_from_bytes(path.read_bytes(), source=path.name)
    result = clean(page)
    assert isinstance(result, Cleaned)
    check(page, result)
    got = "\n".join(_whole(result)) + "\n"
    golden = path.with_name(path.name + ".lines")
    if accept:
        golden.write_text(got, encoding="utf-8")
    assert got.splitlines() == golden.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_records(path: Path) -> None:
    """Each line of NAME.want: + pieces of one record, joined by " & "; - the same, for what must not be read."""
    records = [re.sub(r"@\d+", "", line) for line in lines(read(path.read_bytes()))]
    for line in path.with_name(path.name + ".want").read_text(encoding="utf-8").splitlines():
        m = WANT.fullmatch(line)
        assert m is not None, line
        pieces = m["all"].split(" & ")
        found = [record for record in records if all(piece in record for piece in pieces)]
        assert bool(found) is (m["sign"] == "+"), "\n".join([line, *records])


def _whole(result: Cleaned) -> list[str]:
    """The lines of the article case book, with the parts in full."""
    text = result.article.text
    short = rendered(result)
    parts = [text[part.start : part.end] for part in result.article.parts]
    full = [f'{line.split(chr(34), 1)[0]}"{part}"' for line, part in zip(short, parts, strict=False)]
    assert MAX_QUOTE
    return full + short[len(parts) :]
