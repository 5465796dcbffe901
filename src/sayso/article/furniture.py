"""The line stage: which lines are the article, which are furniture. Decides by context first, by wording second."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.article.lines import Line
from sayso.article.looks import Look, look_at
from sayso.article.marks import Mark, mark_line
from sayso.article.words import Words, words
from sayso.codebook.terms import DropReason, PartKind

ALNUM = re.compile(r"[\W_]+")
# Thresholds of `Look.appeal`; calibrated on authored cases and 782 public pages (no body line above SEED there).
SEED, SEED_AT_EDGE = 6.5, 4.5
BLOCK_REACH = 6
HEADLINE_MIN, HEADLINE_MAX, STANDFIRST_MIN = 3, 28, 6
TAIL_SHARE = 0.5
MAX_BUTTON, PROSE_REPEAT = 8, 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a line is: a part of the article (`kind`) or dropped (`reason`), and the rules that say so."""

    kind: PartKind | None
    reason: DropReason | None
    why: tuple[str, ...]


class _Page:
    """The lines of one page while they are judged."""

    def __init__(self, lines: Sequence[Line], headline: str | None) -> None:
        self.words: Words = words()
        self.lines = lines
        self.looks: list[Look] = [look_at(line, self.words) for line in lines]
        self.marks: list[Mark | None] = [None] * len(lines)
        self.kinds: dict[int, PartKind] = {}
        self.wanted = squeezed(headline) if headline else ""
        self.headline: int | None = None

    def open(self, i: int) -> bool:
        """True if line i has no verdict yet."""
        return self.marks[i] is None

    def prose(self) -> list[int]:
        """Lines of running text without a verdict."""
        return [i for i, look in enumerate(self.looks) if look.prose and self.marks[i] is None]

    def mark(self, i: int, reason: DropReason, rule: str) -> None:
        """Drops line i, unless it has a verdict."""
        if self.marks[i] is None:
            self.marks[i] = Mark(reason, rule)


def judge(lines: Sequence[Line], *, headline: str | None = None) -> tuple[Verdict, ...]:
    """Lines of a page in order, and the headline its metadata declares -> a Verdict a line."""
    page = _Page(lines, headline)
    for i, line in enumerate(lines):
        page.marks[i] = mark_line(line, page.looks[i], page.words)
        if not line.body and page.marks[i] is None:
            page.marks[i] = Mark(DropReason.NAVIGATION, "article.outside_body")
    _restore_headline(page)
    _appeals(page)
    _lead_appeals(page)
    _links(page)
    _sections(page)
    _before(page)
    _after(page)
    _grow_appeals(page)
    _runs(page)
    _repeats(page)
    return tuple(_verdict(page, i) for i in range(len(lines)))


def squeezed(text: str) -> str:
    """Letters and digits of a text, lower case: for comparing lines."""
    return ALNUM.sub("", text).lower()


def _verdict(page: _Page, i: int) -> Verdict:
    mark = page.marks[i]
    if mark is not None:
        return Verdict(None, mark.reason, (mark.rule,))
    kind = page.kinds.get(i, PartKind.PARAGRAPH)
    rule = {PartKind.HEADLINE: ("article.headline",), PartKind.STANDFIRST: ("article.standfirst",)}.get(kind, ())
    return Verdict(kind, None, rule)


def _restore_headline(page: _Page) -> None:
    """A line that the metadata calls the headline is no furniture, whatever its words."""
    if len(page.wanted) < 8:
        return
    heads = [i for i, line in enumerate(page.lines) if line.tag == "h1" and _same(page, i)]
    heads += [i for i, line in enumerate(page.lines) if line.tag != "title" and _same(page, i)]
    if heads:
        page.headline = heads[0]
        page.marks[heads[0]] = None
        page.kinds[heads[0]] = PartKind.HEADLINE


def _same(page: _Page, i: int) -> bool:
    key = squeezed(page.lines[i].text[:400])
    return key == page.wanted or (len(key) >= 20 and (page.wanted.startswith(key) or key.startswith(page.wanted)))


def _appeals(page: _Page) -> None:
    prose = page.prose()
    if not prose:
        return
    edge = prose[len(prose) * 2 // 3] if len(prose) > 3 else prose[-1]
    for i, look in enumerate(page.looks):
        if not page.open(i) or not look.ask or not (look.first or look.second):
            continue
        bound = SEED_AT_EDGE if i >= edge or i < prose[0] else SEED
        if look.prose and not look.cause:
            continue
        if look.appeal >= bound:
            page.mark(i, DropReason.APPEAL, "article.appeal_voice")


def _lead_appeals(page: _Page) -> None:
    """ "Support The Daily Planet!" above the headline: an imperative, no verb of reporting, and a better headline below,
    where the page asks elsewhere too, or shouts.
    """
    prose = page.prose()
    first = prose[0] if prose else 0
    asked = any(mark is not None and mark.reason is DropReason.APPEAL for mark in page.marks)
    for i in range(first):
        look = page.looks[i]
        if not page.open(i) or i == page.headline or look.words > MAX_BUTTON or look.reporting:
            continue
        others = any(page.open(k) and page.looks[k].words >= HEADLINE_MIN for k in range(first) if k != i)
        imperative = look.key.split(" ", 1)[0] in page.words.imperatives
        if imperative and others and (asked or page.lines[i].text.endswith("!")):
            page.mark(i, DropReason.APPEAL, "article.appeal_button")


def _links(page: _Page) -> None:
    for i, line in enumerate(page.lines):
        look = page.looks[i]
        if line.linked >= 0.6 and page.open(i) and i != page.headline and (not look.final or look.words < 25):
            page.mark(i, DropReason.RELATED, "article.links")


def _sections(page: _Page) -> None:
    """Drops what follows a heading of a tail section, if most of the text stands before it."""
    total = sum(page.looks[i].words for i in page.prose())
    before = 0
    for i, look in enumerate(page.looks):
        if page.open(i) and look.prose:
            before += look.words
            continue
        if look.words > 20 or before < TAIL_SHARE * total or not before:
            continue
        reason = _section_reason(page, i)
        if reason is None or not _little_follows(page, i, before, total):
            continue
        for k in range(i, len(page.lines)):
            page.mark(k, reason, "article.section")
        return


def _section_reason(page: _Page, i: int) -> DropReason | None:
    key = page.looks[i].key
    for reason, pattern in page.words.section:
        if pattern.fullmatch(key):
            return reason
    return None


def _little_follows(page: _Page, i: int, before: int, total: int) -> bool:
    rest = total - before
    return rest <= 0.35 * total


def _before(page: _Page) -> None:
    """Headline and standfirst before the first running text; other short lines there go."""
    prose = page.prose()
    if not prose:
        return
    first = prose[0]
    lead = [i for i in range(first) if page.open(i)]
    if page.headline is None:
        titles = [i for i in lead if HEADLINE_MIN <= page.looks[i].words <= HEADLINE_MAX and _titled(page, i)]
        if titles:
            page.headline = titles[0]
            page.kinds[titles[0]] = PartKind.HEADLINE
    if page.headline is None and lead and len(lead) == 1 and page.looks[lead[0]].words >= 2 and _titled(page, lead[0]):
        page.headline = lead[0]
        page.kinds[lead[0]] = PartKind.HEADLINE
    standfirst = False
    for i in lead:
        if i == page.headline:
            continue
        look = page.looks[i]
        after = page.headline is not None and i > page.headline
        if after and look.final and look.words >= 3:
            continue
        if after and not standfirst and look.words >= STANDFIRST_MIN and not look.teaser:
            page.kinds[i] = PartKind.STANDFIRST
            standfirst = True
        elif after and _bare_name(page, i):
            page.mark(i, DropReason.BYLINE, "article.byline")
        else:
            page.mark(i, DropReason.NAVIGATION, "article.before_text")


def _titled(page: _Page, i: int) -> bool:
    text = page.lines[i].text
    return (
        (not text.endswith((".", ":", ",", ";"))
        and page.lines[i].tag not in ("li", "td", "figcaption")
        and text[:1].isalnum())
        or text[:1] in "\"“'‘«"
    )


def _bare_name(page: _Page, i: int) -> bool:
    tokens = page.lines[i].text.split()
    return 2 <= len(tokens) <= 4 and all(token[:1].isupper() and token[1:].islower() for token in tokens)


def _after(page: _Page) -> None:
    """Short lines without final punctuation after the last running text go."""
    prose = page.prose()
    if not prose:
        return
    for i in range(prose[-1] + 1, len(page.lines)):
        look = page.looks[i]
        if look.teaser:
            page.mark(i, DropReason.RELATED, "article.teaser")
        elif not look.final or page.lines[i].text.endswith(("?", "!")):
            page.mark(i, DropReason.NAVIGATION, "article.after_text")


def _grow_appeals(page: _Page) -> None:
    """The lines between two appeals near each other go with them, and so do neighbours that speak to the reader."""
    seeds = [i for i, mark in enumerate(page.marks) if mark is not None and mark.reason is DropReason.APPEAL]
    for a, b in zip(seeds, seeds[1:], strict=False):
        between = [i for i in range(a + 1, b) if page.open(i)]
        if len(between) <= BLOCK_REACH and not any(_reports(page, i) for i in between):
            _join(page, range(a + 1, b))
    for seed in seeds:
        i = seed - 1
        while i >= 0 and page.marks[i] is None and _addresses(page, i):
            _join(page, range(i, i + 1))
            i -= 1
        i = seed + 1
        while i < len(page.lines) and _follows_appeal(page, i):
            _join(page, range(i, i + 1))
            i += 1


def _join(page: _Page, members: range) -> None:
    for i in members:
        mark = page.marks[i]
        weak = mark is not None and mark.reason in (
            DropReason.NAVIGATION,
            DropReason.RELATED,
            DropReason.PAYWALL,
            DropReason.NEWSLETTER,
        )
        if mark is None or (
            weak
            and mark.rule
            in (
                "article.after_text",
                "article.before_text",
                "article.whole_line",
                "article.paywall_voice",
                "article.newsletter_voice",
            )
        ):
            page.marks[i] = Mark(DropReason.APPEAL, "article.appeal_block")
            page.kinds.pop(i, None)


def _reports(page: _Page, i: int) -> bool:
    """True if a line carries reporting: quotations, verbs of saying or many names, and does not address the reader."""
    look, line = page.looks[i], page.lines[i]
    if look.cause >= 1 and (look.first or look.second):
        return False
    return look.prose and (look.reporting >= 1 or len(look.own) < 0.7 * len(line.text) or look.names >= 5)


def _addresses(page: _Page, i: int) -> bool:
    look = page.looks[i]
    if i == page.headline:
        return False
    own = page.lines[i].text.startswith(("…", "...")) or look.second or look.first
    return own and bool(look.cause or look.ask or (look.second and not look.reporting)) and look.reporting <= 1


def _follows_appeal(page: _Page, i: int) -> bool:
    """True for what trails an appeal: buttons, further sentences to the reader, short remarks."""
    mark, look = page.marks[i], page.looks[i]
    if mark is not None:
        return mark.rule in ("article.after_text", "article.whole_line") and mark.reason in (
            DropReason.NAVIGATION,
            DropReason.RELATED,
            DropReason.PAYWALL,
            DropReason.NEWSLETTER,
        )
    if i == page.headline or page.kinds.get(i):
        return False
    later = any(
        page.marks[k] is None and page.looks[k].prose and _reports(page, k)
        for k in range(i + 1, min(len(page.lines), i + 12))
    )
    if look.first or look.second:
        return bool(look.cause or look.ask) or (not look.reporting and not later)
    return not later and not look.prose


def _runs(page: _Page) -> None:
    """Three or more very short lines in a row between paragraphs are a menu, unless a colon announces a list."""
    run: list[int] = []
    for i in range(len(page.lines) + 1):
        short = i < len(page.lines) and page.looks[i].words <= 4 and not page.looks[i].final and i != page.headline
        if short and page.open(i):
            run.append(i)
            continue
        if short:
            continue
        announced = bool(run) and run[0] > 0 and page.lines[run[0] - 1].text.endswith(":")
        if len(run) >= 3 and not announced and page.prose():
            for k in run:
                page.mark(k, DropReason.NAVIGATION, "article.short_run")
        run = []


def _repeats(page: _Page) -> None:
    seen: dict[str, int] = {}
    if page.headline is not None:
        seen[squeezed(page.lines[page.headline].text)] = page.headline
    for i, line in enumerate(page.lines):
        if not page.open(i) or i == page.headline or page.looks[i].words < HEADLINE_MIN:
            continue
        key = squeezed(line.text)
        if key in seen and (seen[key] == page.headline or page.looks[i].words >= PROSE_REPEAT):
            page.mark(i, DropReason.RELATED, "article.repeat")
            page.kinds.pop(i, None)
        seen.setdefault(key, i)
