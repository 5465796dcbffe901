"""No text makes the article stage raise; every offset leads back to the raw characters."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.article import clean
from sayso.article.edit import INVISIBLE
from sayso.article.repair import REPAIR, mend, repaired
from sayso.errors import BadInput
from sayso.ingest import page_from_bytes
from sayso.records.article import Article, Cleaned, Page, Raw, Rejected
from sayso.text import Span

LINES = st.sampled_from(
    [
        "Shells hit the market of the town on Monday, officials said, and two traders were killed.",
        "“We will not leave,” said a woman of 60 who had slept in the cellar with her neighbours.",
        "LORNA, May 3 (Reuters) - The army said on Tuesday that it had retaken the bridge over the river.",
        "Photo: Jo Doe/AFP",
        "By Jo Doe",
        "Share",
        "Read more: Army retakes bridge",
        "We need your help: please support our journalism with a donation, no matter how small.",
        "Your contribution keeps our newsroom independent.",
        "© 2021 Example News. All rights reserved.",
        "Army retakes bridge",
        "2 hours ago",
        "",
        "  ",
        "e\u0301te\u0301 so\u00adft hy\u200bphen, a\u00a0no-break space in the town of Saint-Re\u0301my, he said.",
        "\ud800 lone surrogate and NUL \x00 in one sentence that goes on for a while, the ministry said.",
        "- - -",
        "…",
        "Shells hit the re\u00e2\u20ac\u2122gion&rsquo;s market[3] in a sur-\nprise attack on Monday.\u00b9",
        "- Lorna: a bomb killed two farmers in the market",
        "1. Gunmen shot dead a judge in Marsk",
        "14:32 GMT - The army said that it had retaken the bridge over the river.",
        "MARSK: They denied it again.",
        "Lorna\t12\t40",
        "UPDATE 2-Army retakes bridge",
        "(ADDS quotes)",
        "Correction: an earlier version of this story said that two farmers had died.",
    ],
)
TEXTS = st.one_of(
    st.lists(LINES, max_size=14).map("\n".join),
    st.lists(LINES, max_size=10).map("\n\n".join),
    st.text(max_size=400),
    st.text(alphabet="aA .,!?\n\r\t\"'“”-–—:()[]/|©#*_\u0301\u00ad\u200b\u1100\u1161\u11a8", max_size=300),
)
TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<br>", "<a href='x'>", "</a>", "<article>", "</article>"),
        *("<![bad[x]]>", "<!--", "-->", "<script>", "</script>", '<p class="', "<", ">", "&amp;", "&#1234567890123;"),
        *("&#xd800;", "<time datetime=2020-01-01>", "<meta property=og:title content='Army retakes bridge'>"),
        '<script type="application/ld+json">{"@type":["NewsArticle"],"headline":{}}</script>',
        *("<nav>", "</nav>", "<figcaption>", "</body>", "<pre>", "\n", "</", "<title>", "</title>", "<p", "'", '"'),
    ],
)
MARKUP = st.lists(st.one_of(TAGS, LINES), max_size=30).map("".join)


def page_of(text: str, *, markdown: bool = False) -> Page:
    media_type = "text/markdown" if markdown else "text/plain"
    return Page(source="test", raw=Raw(sha256="0" * 64, bytes=len(text), media_type=media_type), text=text)


def check(page: Page, result: Cleaned | Rejected) -> None:
    if isinstance(result, Rejected):
        assert "\n" not in result.reason
        return
    article = result.article
    assert unicodedata.is_normalized("NFC", article.text)
    assert not INVISIBLE.search(article.text)
    ends = 0
    for part in article.parts:
        assert ends <= part.start < part.end <= len(article.text)
        ends = part.end
        piece = article.text[part.start : part.end]
        assert piece == piece.strip()
        assert "\n" not in piece
    for drop in result.dropped:
        assert page.text[drop.raw_start : drop.raw_end] == drop.quote
    if article.dateline:
        line = article.dateline
        assert page.text[line.raw_start : line.raw_end] == line.quote
    maps_back(page, article)
    whole(page, result)


def maps_back(page: Page, article: Article) -> None:
    """Each character of a part is, after NFC and folding of spaces, the raw stretch it maps to."""
    for part in article.parts:
        for i in range(part.start, part.end):
            span = article.offset_map.to_raw(Span(i, i + 1))
            raw = page.text[span.start : span.end]
            char = article.text[i]
            if char == " ":
                assert raw.isspace()
            elif char == "�":
                assert raw in ("�", "\x00") or "\ud800" <= raw <= "\udfff"
            else:
                plain = unicodedata.normalize("NFC", INVISIBLE.sub("", raw))
                assert char in plain or char in unicodedata.normalize("NFC", repaired(raw))


def whole(page: Page, result: Cleaned) -> None:
    """Nothing gets lost: what is not in the article was dropped."""
    covered = bytearray(len(page.text))
    for drop in result.dropped:
        covered[drop.raw_start : drop.raw_end] = b"\x01" * (drop.raw_end - drop.raw_start)
    for part in result.article.parts:
        span = result.article.offset_map.to_raw(Span(part.start, part.end))
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    if page.raw.media_type == "text/markdown":
        return
    for m in REPAIR.finditer(page.text):  # letters that stood for a space or an invisible mark
        if not mend(page.text, m).strip():
            covered[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
    left = "".join(char for char, seen in zip(page.text, covered, strict=True) if not seen)
    assert not any(char.isalnum() for char in left), left


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("A\n" * 50)
@example("A\u00cc\u0080")
@example("\u00db\u009dA")
@example("\u00c2\u00a0A \u00e2\u20ac\u2039b \u00e2\u20ac\u2039")
@example("&nbsp;A said so on Monday in the town of Lorna, where it had rained.&nbsp;")
@example("“" * 2000)
@example("a" + "\u0301" * 5000)
@example("\u0301\u00ad\u0301\u1100\u200b\u1161")
@example("Soldiers in e\u00ad\u0301 and \u1100\u200b\u1161 towns said on Monday that all was well in the region.")
def test_any_text(text: str) -> None:
    page = page_of(text)
    check(page, clean(page))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_markdown(text: str) -> None:
    page = page_of(f"# Heading\n\n{text} **bold** [label](https://example.org) end.", markdown=True)
    check(page, clean(page))


@settings(max_examples=150, deadline=None)
@given(MARKUP)
def test_any_markup(markup: str) -> None:
    try:
        page = page_from_bytes(f"<html><body>{markup}".encode("utf-8", "replace"), source="test")
    except BadInput as error:
        assert "\n" not in error.reason
        return
    assert all(page.text[block.start : block.end].strip() for block in page.blocks)
    check(page, clean(page))


@settings(max_examples=50, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=10).map("\n\n".join))
def test_the_same_text_gives_the_same_article(text: str) -> None:
    assert clean(page_of(text)) == clean(page_of(text))
