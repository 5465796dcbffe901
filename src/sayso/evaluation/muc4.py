"""MUC-4: how many victims, and what became of them, over whole reports in capitals."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sayso.codebook.terms import Harm
from sayso.evaluation.report import Metric, Miss, Row, Score
from sayso.evaluation.text import document_of
from sayso.pipeline import Engine
from sayso.places import find_places
from sayso.records.tolls import FoundToll
from sayso.tolls import find_tolls

_EFFECTS = {"DEATH": Harm.KILLED, "INJURY": Harm.WOUNDED}
_OUTCOMES = {
    Harm.KILLED: frozenset({"DEATH"}),
    Harm.WOUNDED: frozenset({"INJURY"}),
    Harm.KILLED_OR_WOUNDED: frozenset({"DEATH", "INJURY"}),
    Harm.ABDUCTED: frozenset[str](),
}
_WORD = re.compile(r"[A-Z0-9']+")
_BODY = re.compile(r"\[TEXT\]")


class _Victim(NamedTuple):
    """One human target of a gold template: the last words of its names, its numbers and effects as printed."""

    heads: frozenset[str]
    numbers: tuple[str, ...]
    effects: frozenset[str]
    optional: bool
    kidnapped: bool


class _Figure(NamedTuple):
    """One toll as a template would hold it."""

    harm: Harm
    low: int | None
    high: int | None
    approximate: bool
    words: frozenset[str]


class _Tally:
    """Right, gold and found figures of one slot."""

    def __init__(self) -> None:
        self.right = self.gold = self.found = 0

    def metrics(self, name: str, peer: str | None = None) -> tuple[Metric, ...]:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return (
            Metric(name=f"{name} F1", value=f1, peer=peer),
            Metric(name=f"{name} precision", value=precision),
            Metric(name=f"{name} recall", value=recall),
        )


def evaluate(path: Path, engine: Engine, *, limit: int | None = None) -> Score:
    """Gold templates -> precision, recall and F1 of the slots victim number and victim effect.

    A report's victims (human targets killed, hurt or kidnapped, with their names) are matched one to one with its
    tolls by the last word of a name, the figures that agree first. `relevant` counts reports with a template only:
    in the others every toll is an error, as MUC-4 wants no harm to soldiers in combat, nor any old or vague one.
    """
    raw = path.read_bytes()
    items = [json.loads(line) for line in raw.decode("utf-8").splitlines() if line.strip()][:limit]
    number, effect, plain = _Tally(), _Tally(), _Tally()
    everywhere = [_Tally(), _Tally()]
    classes: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    misses: list[Miss] = []
    for item in items:
        victims, figures = list(_victims(item["templates"])), _figures(item["text"], engine)
        pairs = _matched(victims, figures)
        for tallies in (everywhere, [number, effect]) if victims else (everywhere,):
            _count(tallies[0], tallies[1], victims, figures, pairs)
        for i, victim in enumerate(victims):
            right = i in pairs and _number_right(victim, figures[pairs[i]])
            if victim.optional or not victim.numbers:
                continue
            kind = victim.numbers[0] if victim.numbers[0] in ("1", "PLURAL") else "more than one"
            classes[kind] += 1
            hit[kind] += right
            plain.gold += kind != "PLURAL"
            plain.right += kind != "PLURAL" and right
            if not right:
                misses.append(_miss(item["id"], victim, figures[pairs[i]] if i in pairs else None))
    return Score(
        name="muc4_dev",
        items=len(items),
        digest=hashlib.sha256(raw).hexdigest(),
        metrics=(
            *number.metrics("victim number, relevant", "best of MUC-4, its own scoring .61 / .53"),
            *effect.metrics("victim effect, relevant", "best of MUC-4, its own scoring .57 / .51"),
            Metric(name="number recall without PLURAL", value=plain.right / max(1, plain.gold)),
            *everywhere[0].metrics("victim number, all reports"),
            *everywhere[1].metrics("victim effect, all reports"),
        ),
        rows=tuple(
            Row(name=kind, gold=classes[kind], predicted=0, figures=(("right", hit[kind] / classes[kind]),))
            for kind in classes
        ),
        misses=tuple(misses),
        measures_not="Not the alignment of whole templates, so not the official score: victims are pooled by report.",
    )


def _victims(templates: Sequence[Mapping[str, Any]]) -> Iterator[_Victim]:
    """The human targets of a report that were harmed, each once."""
    seen: set[tuple[frozenset[str], tuple[str, ...], frozenset[str]]] = set()
    for template in templates:
        kidnapped = "KIDNAPPING" in (template["incident_type"] or {}).get("alts", ())
        for target in (*template["hum_tgt_name"], *template["hum_tgt_description"]):
            if target in template["hum_tgt_description"] and target.get("xref"):
                continue
            alts = [alt for alt in target["alts"] if alt]
            numbers = _slot(template["hum_tgt_number"], alts)
            effects = frozenset(_EFFECTS).intersection(_slot(template["hum_tgt_effect"], alts))
            described = [d for d in template["hum_tgt_description"] if set(d.get("xref", ())) & set(alts)]
            heads = frozenset(_head(alt) for alt in (*alts, *(a for d in described for a in d["alts"])))
            key = (heads, numbers, effects)
            if (effects or kidnapped) and key not in seen:
                seen.add(key)
                yield _Victim(heads, numbers, effects, template["optional"] or target.get("optional", False), kidnapped)


def _slot(fills: Sequence[Mapping[str, Any]], alts: Sequence[str]) -> tuple[str, ...]:
    """The values of a slot that are cross-referenced to one of the names."""
    return tuple(value for fill in fills if set(fill.get("xref", ())) & set(alts) for value in fill["alts"])


def _head(name: str) -> str:
    words = _WORD.findall(re.split(r" OF | FROM | IN |,", name)[0])
    return words[-1] if words else ""


def _figures(text: str, engine: Engine) -> list[_Figure]:
    """The tolls of a report, each once; nought and harms that MUC-4 does not know are left out."""
    opening = _BODY.search(text)
    document = document_of(text[opening.end() if opening else 0 :], engine, hard_wrapped=True)
    found: list[_Figure] = []
    for toll in find_tolls(document, (), (), (), find_places(document, engine.gazetteer)):
        if toll.high != 0 and toll.harm in _OUTCOMES:
            figure = _figure(document.text, toll)
            if figure not in found:
                found.append(figure)
    return found


def _figure(text: str, toll: FoundToll) -> _Figure:
    words = frozenset(_WORD.findall(toll.victims.of(text).upper())) if toll.victims is not None else frozenset[str]()
    return _Figure(toll.harm, toll.low, toll.high, toll.approximate, words)


def _matched(victims: Sequence[_Victim], figures: Sequence[_Figure]) -> dict[int, int]:
    """Victim -> figure, one to one, best agreement first."""
    ranked = sorted(
        (-_agreement(victim, figure), i, j)
        for i, victim in enumerate(victims)
        for j, figure in enumerate(figures)
        if _agreement(victim, figure)
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _agreement(victim: _Victim, figure: _Figure) -> int:
    """0 for no match; a bare number matches only where number and effect agree."""
    named = bool(victim.heads & figure.words)
    number, effect = _number_right(victim, figure), _effect_right(victim, figure)
    if not named and (figure.words or not (number and effect) or figure.high == 1):
        return 0
    return 1 + 4 * named + 2 * effect + number


def _effect_right(victim: _Victim, figure: _Figure) -> bool:
    if not victim.effects:
        return figure.harm is Harm.ABDUCTED and victim.kidnapped
    return bool(_OUTCOMES[figure.harm] & victim.effects)


def _number_right(victim: _Victim, figure: _Figure) -> bool:
    return any(_is(value.replace(" ", ""), figure) for value in victim.numbers)


def _is(value: str, figure: _Figure) -> bool:
    """MUC-4 writes 12, ~12, 12- (and more), -12 (at most), 10-15 and PLURAL."""
    if value == "PLURAL":
        return figure.high is None or figure.approximate
    low, dash, high = value.removeprefix("~").partition("-")
    if not dash:
        return low.isdigit() and int(low) in (figure.low, figure.high)
    bounds = (int(low) if low.isdigit() else None, int(high) if high.isdigit() else None)
    return bounds == (figure.low, figure.high) or (bounds[1] is None and bounds[0] == (figure.low or 0) - 1)


def _count(
    number: _Tally,
    effect: _Tally,
    victims: Sequence[_Victim],
    figures: Sequence[_Figure],
    pairs: Mapping[int, int],
) -> None:
    spared = {j for i, j in pairs.items() if victims[i].optional}
    number.found += len(figures) - len(spared)
    effect.found += sum(bool(_OUTCOMES[f.harm]) for j, f in enumerate(figures) if j not in spared)
    for i, victim in enumerate(victims):
        if victim.optional:
            continue
        number.gold += bool(victim.numbers)
        effect.gold += bool(victim.effects)
        if i in pairs:
            number.right += _number_right(victim, figures[pairs[i]])
            effect.right += bool(victim.effects) and _effect_right(victim, figures[pairs[i]])


def _miss(where: str, victim: _Victim, figure: _Figure | None) -> Miss:
    return Miss(
        where=where,
        kind="missed" if figure is None else "wrong value",
        text=" / ".join(sorted(victim.heads)),
        gold=f"{' or '.join(victim.numbers)} {' '.join(sorted(victim.effects)) or 'KIDNAPPED'}",
        predicted="" if figure is None else f"{figure.harm} {figure.low}..{figure.high}",
    )
