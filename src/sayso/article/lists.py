"""Lists, tables and dialogues: short lines that belong to the text because of the company they keep."""

import re
from itertools import groupby

from sayso.article.draft import Draft
from sayso.codebook.terms import DropReason, PartKind

LABEL = re.compile(
    r"(?P<who>[QA]|[A-Z][\w.'’-]{0,30}(?: (?:(?:de|al|el|van|von|der|bin) )?[A-Z][\w.'’-]{0,30}){0,5})"
    r"(?: ?\([^()]{1,60}\))?:(?= ?\S)(?!//)",
)
CELLS = frozenset(("td", "th"))
MAX_ROW = 14
MIN_LIST, MIN_ITEM, MAX_CELL, MIN_CELLS, MIN_LABELS, MIN_ROWS = 2, 4, 8, 4, 3, 3


def mark_tables(page: Draft) -> None:
    """Drops the cells of tables of figures and names, with their caption; cells of running text stay."""
    for cell, members in groupby(range(len(page.lines)), key=lambda i: _cell(page, i)):
        run = list(members)
        if not cell or len(run) < (MIN_ROWS if cell == "row" else MIN_CELLS):
            continue
        figures = sum(any(char.isdigit() for char in page.lines[i].text) for i in run)
        if cell == "row" and 2 * figures < len(run):
            continue
        above = run[0] - 1
        if above >= 0 and page.lines[above].tag == "caption" and above != page.headline:
            run.insert(0, above)
        for i in run:
            page.marks[i] = None
            page.kinds.pop(i, None)
            page.mark(i, DropReason.TABLE, "article.table")


def _cell(page: Draft, i: int) -> str:
    """What sort of table line i belongs to: "cell" of HTML, "row" of text set in columns, or ""."""
    line, look = page.lines[i], page.looks[i]
    if i == page.headline or line.linked >= 0.6 or (page.outside(i) and line.area in ("nav", "footer", "aside")):
        return ""
    if line.tag in CELLS and look.words <= MAX_CELL and not look.prose:
        return "cell"
    short = look.words <= MAX_ROW and not look.final
    return "row" if short and line.cells > 1 and (line.cells > 2 or any(c.isdigit() for c in line.text)) else ""


def keep_lists(page: Draft) -> None:
    """Keeps the items of a list in the article, and the turns of a dialogue, from the rules on short lines."""
    first = next(iter(page.prose()), None)
    if first is None:
        return
    for listed, members in groupby(range(len(page.lines)), key=lambda i: _item(page, i)):
        run = [i for i in members if page.open(i)]
        if listed and len(run) >= MIN_LIST and run[0] > first and _carries(page, run):
            page.kept.update(run)
            for i in run:
                if page.lines[i].bullet:
                    page.skips[i] = (page.lines[i].bullet, DropReason.NAVIGATION, "article.bullet")
    turns = [i for i in range(len(page.lines)) if page.open(i) and LABEL.match(page.lines[i].text)]
    names = {page.lines[i].text.split(":", 1)[0] for i in turns}
    if len(turns) >= MIN_LABELS and len(names) < len(turns):
        page.kept.update(turns)


def _item(page: Draft, i: int) -> bool:
    line = page.lines[i]
    return bool(line.bullet or line.tag == "li") and line.linked < 0.6 and page.kinds.get(i) is not PartKind.CAPTION


def _carries(page: Draft, run: list[int]) -> bool:
    """True for items that say something: a colon announces them, or each has several words."""
    announced = page.lines[run[0] - 1].text.endswith(":") and page.open(run[0] - 1)
    sizes = sorted(page.looks[i].words for i in run)
    return announced or sizes[len(sizes) // 2] >= MIN_ITEM
