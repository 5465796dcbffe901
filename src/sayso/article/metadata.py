"""What an HTML page declares of itself: headline, outlet, authors, date, address; JSON-LD first, then meta elements."""

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.article.dates import date_of_url, read_date
from sayso.records.article import Clue, Page, Published

TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher", "twitter:site")
AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "article:author_name")
DATES = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "originalpublicationdate",
    "publication_date",
    "citation_publication_date",
    "ptime",
    "pdate",
    "displaydate",
    "og:published_time",
    "dcsext.articlefirstpublished",
)
CUT = re.compile(r"\s+(?:[-–—|·»:]+|::)\s+")
MAX_NODES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of the article beside its text; None where nobody says."""

    headline: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: Published | None
    url: str | None


def read_metadata(page: Page) -> Metadata:
    """Page -> Metadata: what the user gave wins, then JSON-LD, then meta elements, time elements, the address."""
    posts = [node for clue in page.clues if clue.kind == "json-ld" for node in _articles(clue.value)]
    meta: dict[str, str] = {}
    for clue in page.clues:
        if clue.kind == "meta":
            meta.setdefault(clue.name, clue.value)
    url = page.url or next((c.value for c in page.clues if c.kind == "canonical"), None) or meta.get("og:url")
    headline = (
        page.headline
        or _first(_text(post.get("headline")) for post in posts)
        or _first(_clean(meta.get(name)) for name in TITLES)
    )
    title = next((clue.value for clue in page.clues if clue.kind == "title"), None)
    outlet = page.outlet or _first(_name(post.get("publisher")) for post in posts)
    outlet = outlet or _first(
        _clean(meta.get(name)) for name in OUTLETS if not (meta.get(name) or "").startswith(("http", "@"))
    )
    headline = without_outlet(headline or title, outlet)
    return Metadata(
        headline=headline,
        outlet=outlet or _suffix(title, headline),
        authors=_authors(page, posts, meta),
        published=_published(page, posts, meta, url),
        url=url,
    )


def _published(page: Page, posts: list[dict[str, object]], meta: dict[str, str], url: str | None) -> Published | None:
    if page.published:
        given = read_date(page.published, "given")
        if given is not None:
            return given
    for post in posts:
        value = post.get("datePublished") or post.get("dateCreated")
        found = read_date(value, "json-ld") if isinstance(value, str) else None
        if found is not None:
            return found
    for name in DATES:
        found = read_date(meta[name], "meta") if name in meta else None
        if found is not None:
            return found
    return _time_element(page.clues) or (date_of_url(url) if url else None)


def _time_element(clues: tuple[Clue, ...]) -> Published | None:
    """The first time element of the article; elsewhere in the page only if the page has no more than one."""
    times = [clue for clue in clues if clue.kind == "time"]
    inside = [clue for clue in times if clue.name in ("article", "main", "header")]
    for clue in inside[:1] or (times if len(times) == 1 else []):
        found = read_date(clue.value, "time-element")
        if found is not None and found.precision in ("day", "minute"):
            return found
    return None


def _articles(script: str) -> Iterator[dict[str, object]]:
    """The nodes of a JSON-LD script that describe an article or posting."""
    try:
        root = json.loads(script.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
    except (ValueError, RecursionError):
        return
    queue: list[object] = [root]
    for _ in range(MAX_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, list):
            queue.extend(node[:200])
        elif isinstance(node, dict):
            kinds = node.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and name.endswith(("Article", "Posting", "Report")) for name in names):
                yield node
            queue.extend(
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(node.get(key), list | dict)
            )


def _authors(page: Page, posts: list[dict[str, object]], meta: dict[str, str]) -> tuple[str, ...]:
    names: list[str] = [page.author] if page.author else []
    for post in posts[:1]:
        author = post.get("author") or post.get("creator")
        names += [name for name in map(_name, author if isinstance(author, list) else [author]) if name]
    if not names:
        found = _first(_clean(meta.get(name)) for name in AUTHORS if not (meta.get(name) or "").startswith("http"))
        names = [found] if found else []
    return tuple(dict.fromkeys(name for name in names if 2 < len(name) < 120))


def without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Title "Headline - The Times" -> "Headline" where the outlet is known, or the last piece is short."""
    if not title:
        return None
    pieces = CUT.split(title)
    if len(pieces) < 2:
        return title
    last = list(CUT.finditer(title))[-1]
    tail = title[last.end() :]
    known = outlet is not None and _key(tail) and (_key(tail) in _key(outlet) or _key(outlet) in _key(tail))
    short = (
        len(tail.split()) <= 3 and len(title[: last.start()].split()) >= 4 and last.group().strip() not in (":", "—")
    )
    return title[: last.start()] if known or short else title


def _suffix(title: str | None, headline: str | None) -> str | None:
    """The outlet as the title element names it: "Headline | Outlet", where the headline is known."""
    if not title or not headline or not title.startswith(headline) or title == headline:
        return None
    rest = CUT.split(title[len(headline) :].strip())[-1].strip(" -–—|·»:")
    return rest if 0 < len(rest.split()) <= 5 else None


def _key(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _clean(value: str | None) -> str | None:
    return " ".join(entities.unescape(value).split())[:500] or None if value else None


def _text(value: object) -> str | None:
    return _clean(value) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    text = _text(value)
    return text if text and not text.startswith("http") else None
