"""Places as lines for the case book."""

from sayso.places import find_places, open_gazetteer, resolve_places
from sayso.records.places import Place
from tests.engine import document_of


def render(text: str, options: dict[str, str]) -> list[str]:
    """Text -> one line a place: name, point, country, division, kind, precision, mentions, rules, what is disputed."""
    document = document_of(text)
    gazetteer = open_gazetteer()
    places = resolve_places(
        find_places(document, gazetteer),
        document,
        dateline=options.get("dateline"),
        outlet=options.get("outlet"),
        gazetteer=gazetteer,
    )
    return [line(place) for place in places]


def line(place: Place) -> str:
    at = place.resolved
    if at is None:
        where = f"unresolved ({place.unresolved})"
    else:
        point = "no point" if at.latitude is None else f"{at.latitude:.2f},{at.longitude:.2f}"
        area = "/".join(part for part in (at.country, at.admin1, at.admin2) if part) or "-"
        where = f"{point} {area} {at.feature} {at.precision}"
    mentions = " ".join(f'"{mention.quote}"' for mention in place.mentions)
    form = " demonym-only" if place.form == "demonym" else ""
    note = " disputed" if at is not None and at.note else ""
    return f"{place.name}: {where}{form}{note} {mentions} {' '.join(place.why)}"
