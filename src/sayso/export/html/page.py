"""Readings -> one HTML file: template, style and script of the package, hashes of both in the content policy."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from importlib.resources import files
from textwrap import shorten

from sayso.export.html.article import article_html
from sayso.export.html.markup import Html, join, tag
from sayso.export.html.records import index, sections
from sayso.export.view import View
from sayso.export.visible import one_line
from sayso.records.reading import Manifest, Reading


def page_html(readings: Iterable[Reading]) -> str:
    """Readings -> one page that needs no network; several articles get a list to choose from."""
    views = [View(reading) for reading in readings]
    shown = [_reading(view, number) for number, view in enumerate(views, start=1)]
    title = _headline(views[0]) if len(views) == 1 else f"{len(views)} articles"
    style, script = _resource("style.css"), _resource("script.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    filled = {
        "POLICY": escape(policy, quote=True),
        "TITLE": tag("title", f"{title} — sayso"),
        "LIST": _list(views) if len(views) > 1 else "",
        "READINGS": join([*shown], "\n") if shown else tag("p", "No readings.", class_="none"),
        "MANIFEST": _manifest(views[0].reading.sayso) if views else "",
        "STYLE": style,
        "SCRIPT": script,
    }
    pieces = _resource("page.html").split("@@")
    return "".join(filled[piece] if i % 2 else piece for i, piece in enumerate(pieces))


def reading_html(reading: Reading) -> str:
    """Reading -> a fragment for a notebook cell: the whole page in a frame, so that nothing leaks out of it."""
    page = escape(page_html([reading]), quote=True)
    style = "width:100%;height:640px;border:1px solid #8884;border-radius:6px"
    return f'<iframe sandbox="allow-scripts" title="sayso reading" style="{style}" srcdoc="{page}"></iframe>'


def _resource(name: str) -> str:
    return (files("sayso.export.html") / name).read_text(encoding="utf-8")


def _digest(source: str) -> str:
    return b64encode(sha256(source.encode()).digest()).decode()


def _headline(view: View) -> str:
    article = view.reading.article
    return shorten(one_line(article.headline or article.text[:400] or article.id), 100, placeholder=" …")


def _reading(view: View, number: int) -> Html:
    prefix = f"r{number}-"
    article = tag(
        "article", _masthead(view), article_html(view, prefix), aria_label="Article", tabindex="0", class_="text"
    )
    aside = tag(
        "aside", index(view, prefix), sections(view, prefix), aria_label="Records", class_="records", tabindex="0"
    )
    return tag("div", article, "\n", aside, class_="reading", id=f"r{number}", lang=view.reading.article.language)


def _masthead(view: View) -> Html:
    article = view.reading.article
    published = article.published
    fields: list[str | Html] = [
        tag("b", article.outlet) if article.outlet else "",
        tag("span", published.start, title=f"date from: {published.basis}") if published else "no date",
        article.dateline.place or "" if article.dateline else "",
        f"by {', '.join(article.bylines)}" if article.bylines else "",
        f"photo {'; '.join(article.credits)}" if article.credits else "",
    ]
    lines = [tag("p", join(fields, " · "), class_="meta")]
    if article.url:
        lines.append(tag("p", article.url, class_="meta url"))
    return tag("header", *lines)


def _list(views: list[View]) -> Html:
    rows = []
    for number, view in enumerate(views, start=1):
        reading, published = view.reading, view.reading.article.published
        counts = f"{len(reading.statements)} statements, {len(reading.events)} events, {len(reading.tolls)} tolls"
        about = " · ".join(
            filter(None, [reading.article.outlet, published.start if published else None, counts]),
        )
        rows.append(tag("li", tag("a", _headline(view), " ", tag("small", about), href=f"#r{number}")))
    summary = tag("summary", tag("span", "1", class_="now"), f" of {len(views)} articles")
    return tag("details", summary, tag("ol", *rows), class_="articles")


def _manifest(manifest: Manifest) -> Html:
    return tag(
        "footer",
        f"sayso {manifest.version} · schema {manifest.schema} · {manifest.model} · lexicon {manifest.lexicon[:12]} · "
        f"gazetteer {manifest.gazetteer[:12]}",
        f" · own words {manifest.own[:12]}" if manifest.own else "",
    )
