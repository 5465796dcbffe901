"""Every bad input is one line of reason, never a traceback, and the good ones beside it are read."""

import gzip
import io
import os
import sys
import time
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.article import clean
from sayso.errors import BadInput
from sayso.ingest import MAX_BYTES, load_pages, page_from_bytes
from sayso.records.article import Page, Rejected

GOOD = "Shells hit the market of the town on Monday, officials said, and two traders were killed."


def only(path: Path | str) -> Page | Rejected:
    pages = list(load_pages([str(path)]))
    assert len(pages) == 1
    return pages[0]


def reason(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    result = only(path)
    assert isinstance(result, Rejected)
    assert "\n" not in result.reason
    return result.reason


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t \n", "empty"),
        ("report.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF, not a page"),
        ("report.txt", gzip.compress(GOOD.encode()), "a gzip archive, not a page"),
        ("report.html", b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image, not a page"),
        ("report.txt", b"PK\x03\x04\x14\x00word/document.xml", "a Word document, not a page"),
        ("report.txt", b"PK\x03\x04\x14\x00stuff", "a zip archive, not a page"),
        ("feed.xml", b'<?xml version="1.0"?><rss version="2.0"></rss>', "a news feed, not a page"),
        ("blob.txt", bytes(range(256)) * 20, "binary data, not text"),
        ("page.html", b"<html><body><script>x</script></body></html>", "a page without text"),
        ("x.json", b'{"text": ', "not valid JSON (Expecting value: line 1 column 10 (char 9))"),
    ],
)
def test_reasons(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert reason(tmp_path / name, data) == expected


def test_a_line_of_50_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
        stream.write(b"a")
    start = time.process_time()
    result = only(path)
    assert isinstance(result, Rejected)
    assert result.reason == "50 MB; the limit is 20 MB"
    assert time.process_time() - start < 0.5


def test_endless_standard_input_is_cut_off() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            return b"a" * size

    (result,) = load_pages(["-"], stdin=cast("BinaryIO", Endless()))
    assert isinstance(result, Rejected)
    assert "limit" in result.reason


def test_a_long_json_line_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "one"}\n{"text": "' + b"a" * MAX_BYTES + b'"}\n{"text": "three"}\n')
    first, second, third = load_pages([str(path)])
    assert isinstance(first, Page)
    assert isinstance(second, Rejected)
    assert isinstance(third, Page)
    assert third.source.endswith("news.jsonl:3")


def test_broken_utf8_is_read_with_replacements(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(("“Talks failed,” he said in Ağdam – again. " * 20).encode() + b"\xff\xe2\x80 " + GOOD.encode())
    page = only(path)
    assert isinstance(page, Page)
    assert page.text.endswith(GOOD)
    assert "“Talks failed,”" in page.text


def test_nested_markup_is_read_without_a_parser(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div>" * 10_000 + f"<p>{GOOD}</p>" + "</div>" * 10_000)
    page = only(path)
    assert isinstance(page, Page)
    assert page.html is None
    result = clean(page)
    assert not isinstance(result, Rejected)
    assert result.article.text == GOOD


@pytest.mark.parametrize(
    "markup",
    [
        "<p " + " ".join(f"a{i}=1" for i in range(300_000)) + f">{GOOD}</p>",
        "<p " + "x " * 300_000 + f">{GOOD}</p>",
        f"<p>{GOOD}</p>" + "<!--" * 200_000,
        f"<p>{GOOD}</p>" + '<a href="' * 200_000,
        f"<p>{GOOD}</p>" + "<a b='" * 100_000 + '">' * 100_000,
        f"<p>{GOOD}</p>" + "<" * 500_000,
        f"<p>{GOOD}</p>" + "<![bad[x]]>" * 50_000,
        f"<p>{GOOD}</p>&#" + "1" * 100_000 + ";",
        f"<p>{GOOD}</p>" + "<script type=application/ld+json>{" * 20_000,
        f"<p>{GOOD}</p>" + "<b>" * 200_000,
    ],
    ids=range(10),
)
def test_hostile_markup_takes_linear_time(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "hostile.html"
    path.write_text("<html><body>" + markup)
    start = time.process_time()
    page = only(path)
    assert isinstance(page, Page)
    assert GOOD in page.text
    clean(page)
    assert time.process_time() - start < 15


@pytest.mark.parametrize(
    "text",
    [
        "a" * 400_000,
        "A " * 200_000,
        "“" * 200_000,
        '"' * 200_001,
        " " * 300_000 + "x",
        "x" + "\n" * 300_000 + "y",
        "e" + "\u0301\u0316" * 100_000,
        "[" * 200_000,
        "By " * 100_000,
        "1/" * 150_000,
        "Photo: " + "A/" * 150_000,
        "A. " * 100_000,
        "Jan 1, " * 60_000,
        "- " * 150_000,
        "(" * 100_000 + "AFP)",
        "!" * 200_000,
        "12:30 " * 60_000,
    ],
    ids=range(17),
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_hostile_text_takes_linear_time(tmp_path: Path, text: str, suffix: str) -> None:
    path = tmp_path / f"hostile{suffix}"
    path.write_text(f"{GOOD}\n\n{text}\n\n{GOOD}", encoding="utf-8")
    start = time.process_time()
    for page in load_pages([str(path)]):
        if isinstance(page, Page):
            clean(page)
    assert time.process_time() - start < 10


def test_a_long_article_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"{number}: {GOOD}" for number in range(10_000)))
    page = only(path)
    assert isinstance(page, Page)
    result = clean(page)
    assert isinstance(result, Rejected)
    assert "the limit is 200,000" in result.reason


def test_pages_and_texts_of_endless_lines_are_refused(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.html", b"<html><body>" + b"<p>a" * 300_000).startswith("too much text or markup")
    path = tmp_path / "a.txt"
    path.write_text("a\n" * 300_000)
    page = only(path)
    assert isinstance(page, Page)
    result = clean(page)
    assert isinstance(result, Rejected)
    assert "the limits are" in result.reason


def test_bad_ones_among_good_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "c.txt").write_text(GOOD)
    sources = [str(tmp_path / name) for name in ("a.txt", "missing.txt", "c.txt")]
    first, second, third = load_pages([*sources[:2], sources[2]])
    assert isinstance(first, Page)
    assert second == Rejected(source=sources[1], reason="no such file")
    assert isinstance(third, Page)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(GOOD)
    path.chmod(0)
    result = only(path)
    assert result == Rejected(source=str(path), reason="no permission to read it")


def test_a_folder_without_files(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p {}")
    assert only(tmp_path) == Rejected(source=str(tmp_path), reason="no readable file in this folder")


def test_urls_and_empty_globs() -> None:
    result = only("https://example.org/a")
    assert isinstance(result, Rejected)
    assert result.reason.startswith("fetching URLs is not in this version")
    assert only("/nowhere/*.html") == Rejected(source="/nowhere/*.html", reason="no file matches")
    assert only("nul\x00byte.txt") == Rejected(source="nul�byte.txt", reason="no such file")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(["a.txt", "a.html", "a.md", "a.json"]))
def test_any_bytes(data: bytes, name: str) -> None:
    try:
        page = page_from_bytes(data, source=name)
    except BadInput as error:
        assert "\n" not in error.reason
        return
    assert not any("\ud800" <= char <= "\udfff" or char == "\x00" for char in page.text)
    clean(page)
