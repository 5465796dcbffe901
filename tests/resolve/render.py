"""Renders events and tolls of a whole reading, with the intervals of their times."""

from sayso.api import read


def render(text: str, options: dict[str, str]) -> list[str]:
    reading = read(text, published=options.get("published"))
    times = {time.id: f"{time.start or '?'}/{time.end or '-'}" for time in reading.times}
    lines = []
    for event in reading.events:
        why = [rule for rule in event.why if rule.startswith("resolve.")]
        past = "historical" if event.historical else "present"
        lines.append(" ".join([event.type, event.trigger.lemma, past, times.get(event.time or "", "-"), *why]))
    for toll in reading.tolls:
        bounds = f"{toll.low if toll.low is not None else ''}..{toll.high if toll.high is not None else ''}"
        period = next((time for time in reading.times if time.id == toll.period), None)
        why = [rule for rule in (period.why if period else ()) if rule.startswith("resolve.")]
        lines.append(" ".join([toll.harm, bounds, times.get(toll.period or "", "-"), *why]))
    return lines
