"""MUC-4 templates: the slots that are scored, and the key templates of the file.

A fill lists the acceptable strings (`alts`) and the strings of the target or organisation it belongs to (`xref`). An
optional fill or template costs nothing when it is not found.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

STEP = " : "
"""Between the parts of a location, country first: ``PERU : AYACUCHO``."""

_SLOTS = {
    "date": ("date",),
    "location": ("location",),
    "type": ("incident_type",),
    "stage": ("stage",),
    "perp individual": ("perp_individual",),
    "perp org": ("perp_org",),
    "perp org confidence": ("perp_org_confidence",),
    "target": ("phys_tgt_id",),
    "victim": ("hum_tgt_name", "hum_tgt_description"),
    "victim type": ("hum_tgt_type",),
    "victim number": ("hum_tgt_number",),
    "victim effect": ("hum_tgt_effect",),
}
"""Our slots and the fields of the file. The key gives a person's name and description as two fills that belong
together; they are one victim here, so that a victim found by either is found once."""

SLOTS = tuple(_SLOTS)
_KIND_OF_PLACE = re.compile(r"\([^()]{0,40}\)?")
_EDGES = " ()\\\"'?"


@dataclass(frozen=True, slots=True)
class Fill:
    """One value of a slot: any of `alts`; `xref` are names of the victim or organisation that it tells of."""

    alts: tuple[str, ...]
    xref: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: slot -> fills; a slot that is not there is empty."""

    slots: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False

    def of(self, slot: str) -> tuple[Fill, ...]:
        """The fills of a slot."""
        return self.slots.get(slot, ())


def key_templates(templates: Sequence[Mapping[str, Any]]) -> tuple[Template, ...]:
    """The templates of an item of the file -> key templates."""
    return tuple(
        Template({slot: tuple(_fills(template, slot)) for slot in SLOTS}, bool(template["optional"]))
        for template in templates
    )


def _fills(template: Mapping[str, Any], slot: str) -> Iterator[Fill]:
    names: list[Fill] = []
    for key in _SLOTS[slot]:
        held = template.get(key)
        for raw in held if isinstance(held, list) else [held] if held else []:
            fill = _fill(raw, slot)
            if slot != "victim":
                if fill.alts:
                    yield fill
                continue
            described = next((i for i, name in enumerate(names) if set(fill.xref) & set(name.alts)), None)
            if described is None:
                names.append(fill)
            else:
                old = names[described]
                names[described] = Fill((*old.alts, *fill.alts), (), old.optional and fill.optional)
    yield from (name for name in names if name.alts)


def _fill(raw: Mapping[str, Any], slot: str) -> Fill:
    alts = [alt for alt in raw["alts"] if alt]
    read = _chain if slot == "location" else _plain
    return Fill(
        tuple(dict.fromkeys(text for alt in alts if (text := read(alt)))),
        tuple(_plain(x) for x in raw.get("xref", ())),
        bool(raw.get("optional")) or len(alts) < len(raw["alts"]),
    )


def _plain(text: str) -> str:
    return " ".join(text.upper().strip(_EDGES).split())


def _chain(parts: Sequence[str]) -> str:
    """["PERU", "AYACUCHO (CITY)"] -> "PERU : AYACUCHO"."""
    return STEP.join(name for part in parts if (name := _plain(_KIND_OF_PLACE.sub("", part.lstrip("(")))))
