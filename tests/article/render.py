"""Renders the article stage for the case book: one line a part, dateline, date, credit and drop."""

from sayso.article import clean
from sayso.ingest import page_from_bytes
from sayso.records.article import Article, Cleaned, Part, Rejected

MAX_QUOTE = 72


def render(text: str, options: dict[str, str]) -> list[str]:
    media_type = f"text/{options.get('as', 'plain')}"
    page = page_from_bytes(
        text.encode(),
        source="case",
        media_type=media_type,
        published=options.get("published"),
        outlet=options.get("outlet"),
    )
    return rendered(clean(page))


def rendered(result: Cleaned | Rejected) -> list[str]:
    """A result of the article stage -> readable lines."""
    if isinstance(result, Rejected):
        return [f"rejected: {result.reason}"]
    article = result.article
    lines = [f"{_entry(part)}{part.kind.value} {_short(article.text[part.start : part.end])}" for part in article.parts]
    lines += _facts(article)
    for drop in result.dropped:
        lines.append(f"- {drop.reason.value} {_short(drop.quote)} {' '.join(drop.why)}".rstrip())
    return lines


def _entry(part: Part) -> str:
    """Number and time of the entry of a live page that a part belongs to."""
    return f"[{part.section}{f' {part.published.start}' if part.published else ''}] " if part.section else ""


def _facts(article: Article) -> list[str]:
    lines = []
    if article.dateline:
        line = article.dateline
        lines.append(f"dateline place={line.place or '-'} date={line.date or '-'} agency={line.agency or '-'}")
    if article.outlet:
        lines.append(f"outlet {article.outlet}")
    if article.published:
        lines.append(f"published {article.published.start} {article.published.precision} {article.published.basis}")
    if article.bylines:
        lines.append("by " + "; ".join(article.bylines))
    if article.credits:
        lines.append("credit " + "; ".join(article.credits))
    return lines


def _short(text: str) -> str:
    folded = " ".join(text.split())
    cut = folded if len(folded) <= MAX_QUOTE else f"{folded[: MAX_QUOTE - 24]} [...] {folded[-18:]}"
    return f'"{cut}"'
