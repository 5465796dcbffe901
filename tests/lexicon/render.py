"""What is read in a text with the lexicon of examples/lexicon: actors with their codes, events and statements.

The option ``published`` gives the date; rules of other stages are left out.
"""

from pathlib import Path

from sayso.api import read
from sayso.export.view import View

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "lexicon"


def render(text: str, options: dict[str, str]) -> list[str]:
    reading = read(text, published=options.get("published", "2024-02-01"), lexicons=[FOLDER])
    look = View(reading)
    lines = []
    for actor in reading.actors:
        facts = [actor.kind.value, actor.country or "-", actor.sector or "-", f"[{actor.code or '-'}]"]
        lines.append(_line(f"actor {actor.name} | {' '.join(facts)}", actor.why))
    for event in reading.events:
        who = f"{look.names(event.actors) or '-'} → {look.names(event.recipients) or '-'}"
        what = f"{event.type.value}/{event.mode or '-'} {look.trigger(event)} [{event.code or '-'}]"
        lines.append(_line(f"event {what} | {who}", event.why))
    for statement in reading.statements:
        said = f"{look.speaker(statement)} {look.cue(statement)}: {look.content(statement)}"
        lines.append(_line(f"statement {statement.act.value} | {said}", statement.why))
    lines += [f"place {place.name} | {place.resolved.country if place.resolved else '-'}" for place in reading.places]
    return lines


def _line(shown: str, why: tuple[str, ...]) -> str:
    own = [rule for rule in why if rule.startswith("own.")]
    return " | ".join([shown, *own])
