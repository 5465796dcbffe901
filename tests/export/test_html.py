"""HTML output: one page, well-formed, self-contained, all links resolved, all text escaped."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.html import page_html, reading_html
from sayso.records.article import Part
from sayso.records.reading import Reading
from tests.export.factory import TEXT, bare, reading

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """Tags in balance; ids, links and the text of the article collected."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.article: list[str] = []
        self.scripts = 0
        self.feed(page)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), attrs
        self.attributes += [(tag, key, value or "") for key, value in attrs]
        self.ids += [value for key, value in attrs if key == "id" and value]
        self.scripts += tag == "script"
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [(attrs.get("class") or "").split() for _, attrs in self.open]
        if any("part" in names for names in classes) and not any("drop" in names for names in classes):
            self.article.append(data)


def values(page: Page, key: str) -> list[str]:
    return [value for _, name, value in page.attributes if name == key]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(page_html([reading(), reading()]))


def test_ids_are_unique_and_links_lead_to_them(page: Page) -> None:
    assert len(page.ids) == len(set(page.ids))
    for link in values(page, "href"):
        assert link == "data:," or (link.startswith("#") and link[1:] in page.ids), link


def test_every_mark_has_its_record(page: Page) -> None:
    for names in values(page, "data-r"):
        assert all(f"r1-{name}" in page.ids and f"r2-{name}" in page.ids for name in names.split()), names


def test_nothing_is_loaded_and_nothing_runs_but_our_script(page: Page) -> None:
    whole = page_html([reading()])
    assert page.scripts == 1
    assert not [
        key for _, key, _ in page.attributes if key in ("src", "srcset", "action", "style") or key.startswith("on")
    ]
    assert not re.search(r"@import|url\(", whole)
    policy = next(v for _, k, v in page.attributes if k == "content" and "default-src" in v)
    assert "default-src 'none'" in policy
    for kind in ("style", "script"):
        source = re.search(rf"<{kind}>(.*?)</{kind}>", whole, re.S)
        assert source is not None
        digest = base64.b64encode(hashlib.sha256(source[1].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_the_article_is_all_there() -> None:
    once = "".join(Page(page_html([reading()])).article)
    assert "".join(once.split()) == "".join(TEXT.split())


def test_dropped_parts_stand_in_their_place() -> None:
    whole = page_html([reading()])
    order = [
        "Subscribe now!",
        "<h2",
        "Photo: R. Oduya",
        "TARSA, May 3 (Harbour Press) -</span>",
        "At least 23",
        "Read more:",
    ]
    places = [whole.index(words, whole.index("<article")) for words in order]
    assert places == sorted(places)


def test_overlapping_marks_are_cut_and_keep_all_their_records() -> None:
    assert re.search(r'<span class="m [^"]*event[^"]*" data-r="E1 S1">shelling</span>', page_html([reading()]))


def test_hostile_text_is_only_text() -> None:
    hostile = "</p><script>alert(1)</script> <img src=x onerror=alert(1)> \"&amp;' \u202eevil @@SCRIPT@@ </style>"
    whole = replace(bare(hostile), dropped=reading().dropped)
    whole = replace(
        whole, article=replace(whole.article, outlet=hostile, headline=hostile, url=f"javascript:{hostile}")
    )
    page = Page(page_html([whole]))
    assert page.scripts == 1
    assert not [key for _, key, _ in page.attributes if key.startswith("on")]
    assert "\u202e" not in page_html([whole])
    assert "U+202E" in "".join(page.article)


def test_a_frame_for_notebooks_holds_the_whole_page() -> None:
    frame = Page(reading_html(reading()))
    assert values(frame, "srcdoc") == [page_html([reading()])]
    assert values(frame, "sandbox") == ["allow-scripts"]


def test_no_reading_is_a_page_too() -> None:
    Page(page_html([]))


@given(st.lists(st.text(max_size=60), max_size=3), st.data())
def test_any_text_makes_a_sound_page(pieces: list[str], data: st.DataObject) -> None:
    whole = bare("\n\n".join(pieces))
    Page(page_html([_recut(whole, data)]))


def _recut(whole: Reading, data: st.DataObject) -> Reading:
    """The same text with parts cut anywhere."""
    size = len(whole.article.text)
    cuts = sorted(data.draw(st.sets(st.integers(0, size), max_size=4)) | {0, size})
    parts = tuple(Part(kind=whole.article.parts[0].kind, start=a, end=b) for a, b in pairwise(cuts) if a < b)
    return replace(whole, article=replace(whole.article, parts=parts))
