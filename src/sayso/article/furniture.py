"""The line stage: which lines are the article, which are furniture. Decides by context first, by wording second."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.article.appeals import grow_appeals, mark_appeals, mark_buttons
from sayso.article.bylines import names_of_bylines
from sayso.article.captions import drop_stray_captions, mark_captions
from sayso.article.draft import HEADINGS, HEADLINE_MAX, HEADLINE_MIN, OUTSIDE, Draft, squeezed
from sayso.article.entries import keep_leads, mark_comments, mark_entries
from sayso.article.headings import mark_headings, mark_standfirst
from sayso.article.lines import Line
from sayso.article.lists import keep_lists, mark_tables
from sayso.article.marks import Mark, mark_line
from sayso.article.menus import mark_menus
from sayso.article.wire import mark_ends, mark_mail, mark_slugs
from sayso.codebook.terms import DropReason, PartKind

NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}")
ABOUT = re.compile(r",? (?:is|was|has been|covers|covered|writes|reports|works|joined|contributed|edits|leads) ")
FIGURES = re.compile(r"[^:\d]{2,40}: ?(?:[~<>+]|about |over )?\d[\d,.]*\b")
PART_RULES = {
    PartKind.HEADLINE: ("article.headline",),
    PartKind.STANDFIRST: ("article.standfirst",),
    PartKind.CAPTION: ("article.caption",),
}
CREDIT = (DropReason.CREDIT, "article.credit")
STANDFIRST_MIN, CUT_OFF = 6, 9
TAIL_SHARE, MAX_TAIL_SHARE = 0.5, 0.35
PROSE_REPEAT, MAX_HEADING, MAX_STOPPED = 12, 20, 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is: a part of the article (`kind`) or dropped (`reason`), and the rules that say so. From `cut` on,
    if given, the folded line is a photo credit or an end mark (`cut_rule`); its first `skip[0]` characters are
    a bullet, a time or a slug. `section` numbers entries and stories; `stamp` is the time
    that an entry prints.
    """

    kind: PartKind | None
    reason: DropReason | None
    why: tuple[str, ...]
    cut: int | None = None
    cut_rule: tuple[DropReason, str] = CREDIT
    skip: tuple[int, DropReason, str] | None = None
    section: int = 0
    stamp: str | None = None


def judge(lines: Sequence[Line], *, headline: str | None = None) -> tuple[Verdict, ...]:
    """Lines of a page in order, and the headline its metadata declares -> a Verdict a line."""
    page = Draft(lines, headline)
    for i, line in enumerate(lines):
        page.marks[i] = mark_line(line, page.looks[i], page.words)
    mark_mail(page)
    mark_captions(page)
    for i, line in enumerate(lines):
        if not line.body and page.open(i) and page.kinds.get(i) is not PartKind.CAPTION:
            page.marks[i] = Mark(DropReason.NAVIGATION, OUTSIDE)
    _restore_headline(page)
    drop_stray_captions(page)
    mark_headings(page)
    mark_appeals(page)
    mark_buttons(page)
    mark_comments(page)
    _author_notes(page)
    mark_slugs(page)
    mark_tables(page)
    keep_lists(page)
    keep_leads(page)
    _links(page)
    _outside_sections(page)
    _sections(page)
    _before(page)
    _after(page)
    grow_appeals(page)
    _runs(page)
    mark_menus(page)
    _repeats(page)
    mark_standfirst(page)
    mark_ends(page)
    mark_entries(page)
    return tuple(_verdict(page, i) for i in range(len(lines)))


def _verdict(page: Draft, i: int) -> Verdict:
    mark, section = page.marks[i], page.sections[i]
    if mark is not None:
        return Verdict(None, mark.reason, (mark.rule,), section=section, stamp=page.stamps.get(i))
    kind = page.kinds.get(i, PartKind.PARAGRAPH)
    cut = page.cuts.get(i) if kind is PartKind.CAPTION or i in page.cut_rules else None
    return Verdict(
        kind,
        None,
        PART_RULES.get(kind, ()),
        cut,
        page.cut_rules.get(i, CREDIT),
        page.skips.get(i),
        section,
        page.stamps.get(i),
    )


def _restore_headline(page: Draft) -> None:
    """A line that the metadata calls the headline is no furniture, whatever its words; nor is the only h1 of a page."""
    heads: list[int] = []
    if len(page.wanted) >= 8:
        heads = [i for i, line in enumerate(page.lines) if line.tag == "h1" and _same(page, i)]
        heads += [i for i, line in enumerate(page.lines) if line.tag != "title" and _same(page, i)]
    if not heads:
        only = [i for i, line in enumerate(page.lines) if line.tag == "h1"]
        heads = [i for i in only if len(only) == 1 and page.outside(i) and page.looks[i].words >= HEADLINE_MIN]
    if heads:
        page.headline = heads[0]
        page.marks[heads[0]] = None
        page.kinds[heads[0]] = PartKind.HEADLINE


def _same(page: Draft, i: int) -> bool:
    key = squeezed(page.lines[i].text[:400])
    return key == page.wanted or (len(key) >= 20 and (page.wanted.startswith(key) or key.startswith(page.wanted)))


def _links(page: Draft) -> None:
    for i, line in enumerate(page.lines):
        look = page.looks[i]
        if line.linked >= 0.6 and page.open(i) and i != page.headline and (not look.final or look.words < 25):
            page.mark(i, DropReason.RELATED, "article.links")


def _sections(page: Draft) -> None:
    """Drops what follows a heading of a tail section, if most of the text stands before it."""
    total = sum(page.looks[i].words for i in page.prose())
    before = 0
    for i, look in enumerate(page.looks):
        if page.open(i) and look.prose:
            before += look.words
            continue
        if look.words > MAX_HEADING or before < TAIL_SHARE * total or not before:
            continue
        reason = _section_reason(page, i)
        if reason is None or total - before > MAX_TAIL_SHARE * total:
            continue
        if reason is DropReason.NEWSLETTER:
            page.mark(i, reason, "article.section")
            continue
        for k in range(i, len(page.lines)):
            page.mark(k, reason, "article.section")
        return


def _author_notes(page: Draft) -> None:
    """Drops "Jo Doe is our correspondent in ...": among the last lines, about somebody whom a byline names."""
    marked = zip(page.lines, page.marks, strict=True)
    bylines = [line.text for line, mark in marked if mark is not None and mark.reason is DropReason.BYLINE]
    authors = frozenset(names_of_bylines((), bylines))
    prose = page.prose()
    for i in prose[-3:] if len(prose) > 2 and authors else ():
        name = NAME.match(page.lines[i].text[:100])
        if name and name[0] in authors and ABOUT.match(page.lines[i].text[name.end() : name.end() + 40]):
            page.mark(i, DropReason.BYLINE, "article.author_note")


def _outside_sections(page: Draft) -> None:
    """Names what stands under "Most read", "Comments" ... among the blocks that the extractor left out."""
    reason: DropReason | None = None
    for i, line in enumerate(page.lines):
        if page.open(i):
            reason = None
            continue
        found = _section_reason(page, i) if page.looks[i].words <= MAX_HEADING else None
        reason = found or (None if line.tag in HEADINGS else reason)
        if reason is not None and page.outside(i):
            page.mark(i, reason, "article.section")


def _section_reason(page: Draft, i: int) -> DropReason | None:
    key = page.looks[i].key
    for reason, pattern in page.words.section:
        if pattern.fullmatch(key):
            return reason
    return None


def _before(page: Draft) -> None:
    """Headline and standfirst before the first running text; other short lines there go."""
    prose = page.prose()
    if not prose:
        return
    first = prose[0]
    lead = [i for i in range(first) if page.open(i) and (i not in page.kinds or i == page.headline)]
    if page.headline is None:
        titles = [i for i in lead if HEADLINE_MIN <= page.looks[i].words <= HEADLINE_MAX and _titled(page, i)]
        if titles:
            page.headline = titles[0]
            page.kinds[titles[0]] = PartKind.HEADLINE
    if page.headline is None and lead and len(lead) == 1 and page.looks[lead[0]].words >= 2 and _titled(page, lead[0]):
        page.headline = lead[0]
        page.kinds[lead[0]] = PartKind.HEADLINE
    if page.headline is None and lead and HEADLINE_MIN <= page.looks[lead[0]].words <= MAX_STOPPED:
        page.headline = lead[0]
        page.kinds[lead[0]] = PartKind.HEADLINE
    _rest_of_lead(page, [i for i in lead if i != page.headline and i not in page.kept])


def _rest_of_lead(page: Draft, lead: Sequence[int]) -> None:
    """Lines before the first running text besides the headline: standfirst, full sentences, names, furniture."""
    standfirst = False
    for i in lead:
        look = page.looks[i]
        if page.headline is not None and squeezed(page.lines[i].text) == squeezed(page.lines[page.headline].text):
            page.mark(i, DropReason.NAVIGATION, "article.repeat")
            continue
        after = page.headline is not None and i > page.headline
        if look.final and look.words >= 2 and (after or not page.lines[i].text.endswith("!")):
            continue
        if after and not standfirst and look.words >= STANDFIRST_MIN and not look.teaser:
            page.kinds[i] = PartKind.STANDFIRST
            standfirst = True
        elif after and _bare_name(page, i):
            page.mark(i, DropReason.BYLINE, "article.byline")
        else:
            page.mark(i, DropReason.NAVIGATION, "article.before_text")


def _titled(page: Draft, i: int) -> bool:
    text = page.lines[i].text
    return (
        not text.endswith((".", ":", ","))
        and page.lines[i].tag not in ("li", "td", "figcaption")
        and text[:1].isalnum()
    ) or text[:1] in "\"“'‘«"


def _bare_name(page: Draft, i: int) -> bool:
    tokens = page.lines[i].text.split()
    return (
        2 <= len(tokens) <= 4
        and tokens[-1][-1].isalpha()
        and all(token[:1].isupper() and token[1:].islower() for token in tokens)
    )


def _after(page: Draft) -> None:
    """Short lines without final punctuation after the last running text go."""
    prose = page.prose()
    if not prose:
        return
    for i in range(prose[-1] + 1, len(page.lines)):
        look = page.looks[i]
        if not page.open(i) or i in page.kinds or i in page.kept:
            continue
        if look.teaser:
            page.mark(i, DropReason.RELATED, "article.teaser")
        elif not _goes_on(page, i) and (not look.final or page.lines[i].text.endswith(("?", "!"))):
            page.mark(i, DropReason.NAVIGATION, "article.after_text")


def _goes_on(page: Draft, i: int) -> bool:
    """True for a line after the text that belongs to it: a row of figures ("Total dead: 192"), the line that announces
    such rows, or a sentence cut off in the middle.
    """
    text = page.lines[i].text
    if FIGURES.match(text):
        return True
    if text.endswith(":") and i + 1 < len(page.lines) and FIGURES.match(page.lines[i + 1].text):
        return True
    return page.looks[i].words >= CUT_OFF and text.rsplit(" ", 1)[-1] in page.words.english


def _runs(page: Draft) -> None:
    """Very short lines in a row are a menu where furniture stands among them, unless a colon announces a list."""
    run: list[int] = []
    marked = 0
    for i in range(len(page.lines) + 1):
        if (
            i < len(page.lines)
            and page.looks[i].words <= 4
            and not page.looks[i].final
            and i not in page.kinds
            and i not in page.kept
        ):
            if page.open(i):
                run.append(i)
            else:
                marked += 1
            continue
        announced = bool(run) and run[0] > 0 and page.lines[run[0] - 1].text.endswith(":")
        if run and not announced and (marked >= 2 or (marked and len(run) >= 3)) and 2 * marked >= len(run):
            for k in run:
                page.mark(k, DropReason.NAVIGATION, "article.short_run")
        run, marked = [], 0


def _repeats(page: Draft) -> None:
    seen: dict[str, int] = {}
    if page.headline is not None:
        seen[squeezed(page.lines[page.headline].text)] = page.headline
    for i, line in enumerate(page.lines):
        if not page.open(i) or i == page.headline or page.looks[i].words < HEADLINE_MIN:
            continue
        key = squeezed(line.text)
        if key in seen and (seen[key] == page.headline or page.looks[i].words >= PROSE_REPEAT):
            page.mark(i, DropReason.NAVIGATION, "article.repeat")
            page.kinds.pop(i, None)
        seen.setdefault(key, i)
