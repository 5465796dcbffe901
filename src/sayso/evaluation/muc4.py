"""MUC-4: incidents of whole reports in capitals as templates, slot by slot over aligned templates.

The figures are those of MUC-4's row ALL TEMPLATES, the official one: what stands in a key template that no response was
mapped to is missing, what stands in a response that no key was mapped to is spurious. `matched only` is MUC-4's row of
that name: the slots of the mapped pairs alone. F has recall and precision of equal weight, a partial fill counts half.
The peers' figures are of that row on other reports of the same kind (TST3 and TST4), where people graded the mismatches
that a program could not; here a program grades all, on the stricter side (`muc4_fills`).
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.evaluation.muc4_response import response_templates
from sayso.evaluation.muc4_scoring import Judged, Tally, judge_report
from sayso.evaluation.muc4_templates import SLOTS, Fill, Template, key_templates
from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.pipeline import Engine, read_page
from sayso.records.article import Page, Raw
from sayso.records.reading import Reading

MAIN = ("date", "location", "perp org", "perp org confidence", "victim number", "victim effect")
_PEERS = {
    "date": ".59 / .59",
    "location": ".61 / .59",
    "perp org": ".48 / .62",
    "perp org confidence": ".34 / .48",
    "victim number": ".61 / .53",
    "victim effect": ".57 / .51",
}
_MOST_MISSES = 2000


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """Reports with key templates -> F of the slots over all templates and over the matched ones.

    The report is read as a page with its date, as a user would give it; `muc4_response` turns its incidents into
    templates and leaves out what MUC-4 held to be irrelevant.
    """
    raw = path.read_bytes()
    items = [json.loads(line) for line in raw.decode("utf-8").splitlines() if line.strip()][:limit]
    every = {slot: Tally() for slot in SLOTS}
    matched = {slot: Tally() for slot in SLOTS}
    templates, relevant = Tally(), Tally()
    misses: list[Miss] = []
    for item in items:
        keys, responses = key_templates(item["templates"]), respond(item, engine)
        within, alone, pairs = judge_report(keys, responses)
        _count(matched, within)
        _count(every, [*within, *alone])
        _count_templates(templates, relevant, keys, responses, pairs)
        misses.extend(_misses(item["id"], within, alone))
    return Score(
        name="muc4_dev",
        items=len(items),
        digest=hashlib.sha256(raw).hexdigest(),
        metrics=tuple(_metrics(every, matched, templates, relevant)),
        rows=tuple(_row(slot, every[slot]) for slot in SLOTS),
        misses=tuple(misses[:_MOST_MISSES]),
        measures_not="Not instruments, damage to property, nationalities; no person graded what differs in wording.",
    )


def respond(item: Mapping[str, Any], engine: Engine) -> tuple[Template, ...]:
    """An item of the file -> response templates."""
    text = item["text"]
    raw = Raw(sha256=hashlib.sha256(text.encode()).hexdigest(), bytes=len(text.encode()), media_type="text/plain")
    page = Page(source=item["id"], raw=raw, text=text, published=item.get("doc_date"))
    reading = read_page(page, engine)
    return response_templates(reading) if isinstance(reading, Reading) else ()


def _count(tallies: Mapping[str, Tally], judged: Sequence[Judged]) -> None:
    for one in judged:
        tallies[one.slot].counts[one.kind] += 1


def _count_templates(
    templates: Tally,
    relevant: Tally,
    keys: Sequence[Template],
    responses: Sequence[Template],
    pairs: Sequence[tuple[int, int]],
) -> None:
    """Templates found and not found; reports with a template, told from those without."""
    paired = {i for i, _ in pairs}
    templates.counts["COR"] += len(pairs)
    templates.counts["SPU"] += len(responses) - len(pairs)
    templates.counts["MIS"] += sum(i not in paired and not key.optional for i, key in enumerate(keys))
    wanted = any(not key.optional for key in keys)
    if wanted or not keys:
        kind = {(True, True): "COR", (True, False): "MIS", (False, True): "SPU"}.get((wanted, bool(responses)), "")
        relevant.counts[kind] += 1


def _metrics(
    every: Mapping[str, Tally], matched: Mapping[str, Tally], templates: Tally, relevant: Tally
) -> Iterator[Metric]:
    for slot in MAIN:
        peer = f"best of MUC-4 {_PEERS[slot]}"
        yield Metric(name=f"{slot} F1", value=every[slot].f1, peer=peer)
    total = Tally()
    for slot in SLOTS:
        total.counts.update(every[slot].counts)
    yield Metric(name="all slots F1", value=total.f1)
    yield Metric(name="template F1", value=templates.f1)
    yield Metric(name="template recall", value=templates.recall)
    yield Metric(name="template precision", value=templates.precision)
    yield Metric(name="relevant report F1", value=relevant.f1)
    for slot in MAIN:
        yield Metric(name=f"{slot} F1, matched only", value=matched[slot].f1)


def _row(slot: str, tally: Tally) -> Row:
    figures = [("F1", tally.f1), ("precision", tally.precision), ("recall", tally.recall)]
    counts = [(kind, tally.counts[kind]) for kind in ("COR", "PAR", "INC", "MIS", "SPU")]
    return Row(name=slot, gold=tally.possible, predicted=tally.actual, figures=(*figures, *counts))


_WORDS = {"PAR": "half right", "INC": "wrong value", "MIS": "missed", "SPU": "spurious"}


def _misses(where: str, within: Sequence[Judged], alone: Sequence[Judged]) -> Iterator[Miss]:
    for judged, note in ((within, ""), (alone, ", whole template")):
        for one in judged:
            if one.kind != "COR" and one.slot in MAIN:
                key, response = _shown(one.key), _shown(one.response)
                yield Miss(where=where, kind=_WORDS[one.kind] + note, text=one.slot, gold=key, predicted=response)


def _shown(fill: Fill | None) -> str:
    if fill is None:
        return ""
    about = f": {fill.xref[0]}" if fill.xref else ""
    return f"{' / '.join(fill.alts[:4])}{about}"
