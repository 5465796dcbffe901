"""Incidents of a reading, one a line."""

from sayso.api import read
from sayso.reconcile import find_incidents
from sayso.records.incidents import Harmed, Incident
from sayso.records.reading import Reading


def render(text: str, options: dict[str, str]) -> list[str]:
    """Text -> a line an incident: kind, stage, day, place, who did it and on what standing, whom it befell, what."""
    reading = read(text, published=options.get("published"))
    return [_line(incident, reading) for incident in find_incidents(reading)]


def _line(incident: Incident, reading: Reading) -> str:
    names = {actor.id: actor.name for actor in reading.actors}
    days = {time.id: time.start or "?" for time in reading.times}
    places = {place.id: place.name for place in reading.places}
    doers = [
        f"{names[one.actor]} ({one.blame}{', of ' + names[one.organisation or ''] if one.inferred else ''})"
        for one in incident.perpetrators
    ]
    fields = [
        f"{incident.kind} {incident.stage}",
        f"on {days[incident.time][:10]} ({incident.time_basis})" if incident.time else "",
        f"at {places[incident.place]} ({incident.place_basis})" if incident.place else "",
        f"by {', '.join(doers)}" if doers else "",
        f"victims {', '.join(_victim(one) for one in incident.victims)}" if incident.victims else "",
        f"targets {', '.join(names[one] for one in incident.targets)}" if incident.targets else "",
        "nobody hurt" if incident.unharmed else "",
        " ".join(incident.why),
    ]
    return " | ".join(field for field in fields if field)


def _victim(one: Harmed) -> str:
    number = f"{one.low}" if one.low == one.high else f"{one.low or ''}..{one.high or ''}"
    return f"{one.text or '-'} {number} {'+'.join(one.effects) or '-'}"
