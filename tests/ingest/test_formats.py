"""What the readers make of well-formed input: encodings, JSON lines, front matter, folders."""

import io
import json
from pathlib import Path

import pytest

from sayso.ingest import load_pages, page_from_bytes
from sayso.ingest.markup import read_markup
from sayso.records.article import Page, Rejected

SENTENCE = "The café’s owner – a “veteran” – said no."


def pages(*sources: object, published: str | None = None, outlet: str | None = None) -> list[Page]:
    found = []
    for page in load_pages([str(source) for source in sources], published=published, outlet=outlet):
        assert isinstance(page, Page)
        found.append(page)
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_of_text(encoding: str) -> None:
    page = page_from_bytes(SENTENCE.encode(encoding), source="a.txt")
    assert page.text == SENTENCE
    assert page.raw.media_type == "text/plain"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "utf-8"), ("shift_jis", "utf-8")],
)
def test_encodings_of_pages(declared: str, encoding: str) -> None:
    markup = f'<html><head><meta charset="{declared}"></head><body><p>{SENTENCE}</p></body></html>'
    assert page_from_bytes(markup.encode(encoding), source="a.html").text == SENTENCE


def test_cyrillic_is_told_from_latin() -> None:
    text = "Министерство обороны сообщило в понедельник, что обстрел города прекратился ночью. " * 5
    assert "Министерство" in page_from_bytes(text.encode("cp1251"), source="a.txt").text


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [
        {
            "title": "One",
            "text": "First.",
            "date": "2021-05-04",
            "publisher": "The Lantern",
            "url": "https://example.org/1",
            "language": "en",
        },
        {
            "headline": "Two",
            "body": "Second.",
            "published": "2021-05-05T10:00:00Z",
            "source": "Courier",
            "author": ["Jo Doe", "Ann Roe"],
        },
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    one, two = pages(path)
    assert (one.headline, one.text, one.published, one.outlet) == ("One", "First.", "2021-05-04", "The Lantern")
    assert (one.url, one.language, one.source) == ("https://example.org/1", "en", f"{path}:1")
    assert (two.headline, two.text, two.outlet, two.author) == ("Two", "Second.", "Courier", "Jo Doe, Ann Roe")


def test_json_lines_without_a_text_or_with_surrogates(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"title": "One"}\nno json\n\n{"text": "half \\ud800 pair \\u0000"}\n[1]\n')
    first, second, third, fourth = load_pages([str(path)])
    assert isinstance(first, Rejected)
    assert first.reason.startswith("no text in any of the fields")
    assert isinstance(second, Rejected)
    assert isinstance(third, Page)
    assert third.text == "half � pair �"
    assert third.source == f"{path}:4"
    assert fourth == Rejected(source=f"{path}:5", reason="not a JSON object")


def test_a_json_file(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"text": "First."}')
    (tmp_path / "two.json").write_text('[{"text": "First."}, {"content": "<p>Second</p><p>one</p><div>x</div>"}]')
    one, two, three = pages(tmp_path)
    assert [one.text, two.text, three.text] == ["First.", "First.", "Second\none\nx"]
    assert three.raw.media_type == "text/html"


def test_folders_globs_and_standard_input(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "style.css"):
        (tmp_path / name).write_text(name)
    assert [page.text for page in pages(tmp_path)] == ["a.txt", "b.txt", "sub/c.txt"]
    assert [page.text for page in pages(tmp_path / "*.txt")] == ["a.txt", "b.txt"]
    assert [page.text for page in pages(tmp_path / "**/*.txt")] == ["a.txt", "b.txt", "sub/c.txt"]
    (page,) = load_pages(["-"], stdin=io.BytesIO(b"From a pipe."), outlet="Lantern", published="2021-05-04")
    assert isinstance(page, Page)
    assert (page.source, page.text, page.outlet, page.published) == ("-", "From a pipe.", "Lantern", "2021-05-04")


def test_what_the_user_gives_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: One\ndate: 2021-05-04\nsource: Courier\n---\n\nText of it.")
    (page,) = pages(path)
    assert (page.headline, page.published, page.outlet) == ("One", "2021-05-04", "Courier")
    (page,) = pages(path, published="2020-01-01", outlet="Lantern")
    assert (page.published, page.outlet) == ("2020-01-01", "Lantern")


def test_blocks_areas_and_links() -> None:
    markup = read_markup(
        "<html lang=en><head><title>T</title><meta name=author content='Jo'></head><body><nav><a href=/>Home</a></nav>"
        "<article><p>One <b>bold</b> word<p>Two<br>three &amp; <a>four</a><script>if (a < b) {}</script></article>"
        "<pre>x\n\ny</pre>"
    )
    assert markup.text == "T\nHome\nOne bold word\nTwo\nthree & four\nx\ny"
    kinds = [(block.tag, block.area, block.linked) for block in markup.blocks]
    assert kinds[:3] == [("title", "", 0), ("nav", "nav", 4), ("p", "article", 0)]
    assert kinds[3:] == [("p", "article", 0), ("p", "article", 4), ("pre", "", 0), ("pre", "", 0)]
    assert [(clue.kind, clue.name, clue.value) for clue in markup.clues] == [
        ("language", "", "en"), ("title", "", "T"), ("meta", "author", "Jo"),
    ]  # fmt: skip
