"""Appeals for money: found by the outlet's own voice, then taken as whole blocks."""

from itertools import pairwise

from sayso.article.draft import HEADINGS, HEADLINE_MIN, OUTSIDE, Draft
from sayso.article.marks import Mark
from sayso.codebook.terms import DropReason

# Thresholds of `Look.appeal`; calibrated on authored cases and 782 public pages (no body line above SEED there).
SEED, SEED_AT_EDGE = 6.5, 4.5
BLOCK_REACH, MAX_BUTTON, MAX_NAMES = 6, 8, 4
# Without a word of the press, a paragraph is an appeal only near the end, if it is short and asks again and again.
MIN_PLEAS, MAX_PLEA, PRESS_REACH = 3, 60, 4
WEAK_REASONS = frozenset((DropReason.NAVIGATION, DropReason.RELATED, DropReason.PAYWALL, DropReason.NEWSLETTER))
WEAK_RULES = frozenset(
    (
        OUTSIDE,
        "article.after_text",
        "article.before_text",
        "article.whole_line",
        "article.paywall_voice",
        "article.newsletter_voice",
    )
)


def mark_appeals(page: Draft) -> None:
    """Marks lines in which the outlet, in its own voice, asks the reader for money: the seeds of blocks."""
    prose = page.prose() or [len(page.lines)]
    edge = prose[len(prose) * 2 // 3] if len(prose) > 3 else prose[-1]
    for i, look in enumerate(page.looks):
        if not (page.open(i) or page.outside(i)) or not look.ask or not (look.first or look.second):
            continue
        bound = SEED_AT_EDGE if i >= edge or i < prose[0] or page.outside(i) else SEED
        pleading = look.ask >= MIN_PLEAS and look.second and i >= edge and look.words <= MAX_PLEA
        near = page.looks[max(0, i - PRESS_REACH) : i + PRESS_REACH]
        press = any(other.press and not other.reporting for other in near)
        if look.prose and not (pleading or press or _among_furniture(page, i)):
            continue
        if look.appeal >= bound:
            page.mark(i, DropReason.APPEAL, "article.appeal_voice")


def _among_furniture(page: Draft, i: int) -> bool:
    """True if furniture stands right above line i and no running text below it."""
    return i > 0 and not page.open(i - 1) and not any(k > i for k in page.prose())


def mark_buttons(page: Draft) -> None:
    """Marks "Support The Daily Planet!" above the headline: an imperative, no verb of reporting, and a better headline
    below, where the page asks elsewhere too, or shouts.
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


def grow_appeals(page: Draft) -> None:
    """The lines between two appeals near each other go with them, and so do neighbours that speak to the reader."""
    seeds = [i for i, mark in enumerate(page.marks) if mark is not None and mark.reason is DropReason.APPEAL]
    for a, b in pairwise(seeds):
        between = [i for i in range(a + 1, b) if page.open(i)]
        if len(between) <= BLOCK_REACH and not any(_reports(page, i) for i in between):
            _join(page, range(a + 1, b))
    for seed in seeds:
        i = seed - 1
        while i >= 0 and (page.open(i) or page.outside(i)) and _addresses(page, i):
            _join(page, range(i, i + 1))
            i -= 1
        if _heads_appeal(page, i):
            _join(page, range(i, i + 1))
        i = seed + 1
        while i < len(page.lines) and _follows_appeal(page, i):
            _join(page, range(i, i + 1))
            i += 1


def _heads_appeal(page: Draft, i: int) -> bool:
    """True for a short title above an appeal, where no running text follows and some stands before."""
    prose = page.prose()
    if i < 1 or not page.open(i) or i == page.headline or not prose or prose[0] > i or prose[-1] > i:
        return False
    return page.looks[i].words <= MAX_BUTTON and not page.looks[i].final


def _join(page: Draft, members: range) -> None:
    for i in members:
        mark = page.marks[i]
        if mark is None or (mark.rule in WEAK_RULES and mark.reason in WEAK_REASONS):
            page.marks[i] = Mark(DropReason.APPEAL, "article.appeal_block")
            page.kinds.pop(i, None)


def _reports(page: Draft, i: int) -> bool:
    """True if a line carries reporting: quotations, verbs of saying or many names, and does not address the reader."""
    look, line = page.looks[i], page.lines[i]
    if look.cause >= 1 and (look.first or look.second):
        return False
    return look.prose and (look.reporting >= 1 or len(look.own) < 0.7 * len(line.text) or look.names >= 5)


def _addresses(page: Draft, i: int) -> bool:
    look = page.looks[i]
    if i == page.headline:
        return False
    if page.outside(i) and page.lines[i].tag in HEADINGS:
        return True
    if look.press and not look.reporting and look.names <= MAX_NAMES:
        return True
    own = page.lines[i].text.startswith(("…", "...")) or look.second or look.first
    return own and bool(look.cause or look.ask or (look.second and not look.reporting)) and look.reporting <= 1


def _follows_appeal(page: Draft, i: int) -> bool:
    """True for what trails an appeal: buttons, further sentences to the reader, short remarks."""
    mark, look = page.marks[i], page.looks[i]
    if mark is not None:
        if mark.rule == OUTSIDE:
            return page.lines[i].tag not in HEADINGS and (look.first or look.second or not look.prose)
        return mark.rule in ("article.after_text", "article.whole_line") and mark.reason in WEAK_REASONS
    if i == page.headline or page.kinds.get(i):
        return False
    later = any(
        page.marks[k] is None and page.looks[k].prose and _reports(page, k)
        for k in range(i + 1, min(len(page.lines), i + 12))
    )
    if look.first or look.second:
        return bool(look.cause or look.ask) or (not look.reporting and not later)
    return not later and (not look.prose or (bool(look.ask) and not look.reporting))
