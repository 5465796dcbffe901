"""Readings as dyadic CAMEO records."""

from dataclasses import replace

import pytest

from sayso.codebook.plover import EventType
from sayso.codebook.terms import Act, ActorKind, PlacePrecision, Status
from sayso.export.cameo import CameoRow, cameo_rows, code_of, merged
from sayso.export.cameo_table import COLUMNS, cameo_lines
from sayso.lexicon.own import Origin, OwnCode, OwnWords
from sayso.records.actors import Actor
from sayso.records.events import Event, Trigger
from sayso.records.places import Place, Resolved
from sayso.records.reading import Reading
from tests.export.factory import reading

KEN, UGA = "ac_ken", "ac_uga"


def actor(number: str, *, country: str | None = None, sector: str | None = None, **rest: object) -> Actor:
    plain = Actor(
        id=number,
        name=number,
        kind=ActorKind.COUNTRY,
        country=country,
        sector=sector,
        title=None,
        member_of=None,
        mentions=(),
        why=(),
    )
    return replace(plain, **rest)  # type: ignore[arg-type]


def event(kind: EventType, cameo: str, by: tuple[str, ...], to: tuple[str, ...], **rest: object) -> Event:
    plain = Event(
        id=f"ev_{cameo}",
        type=kind,
        mode=None,
        contexts=(),
        cameo=cameo,
        actors=by,
        recipients=to,
        place=None,
        time=None,
        status=Status.REPORTED,
        historical=False,
        ongoing=False,
        said_in=None,
        weapon=None,
        trigger=Trigger(start=0, end=1, lemma="x"),
        evidence=(),
        why=(),
    )
    return replace(plain, **rest)  # type: ignore[arg-type]


def told(*events: Event, actors: tuple[Actor, ...], own: OwnWords | None = None, **rest: object) -> list[str]:
    whole: Reading = replace(reading(), actors=actors, events=events, **rest)  # type: ignore[arg-type]
    rows = cameo_rows(whole, own=own) if own is not None else cameo_rows(whole)
    return [f"{row.source} {row.target} {row.code}" for row in rows]


TWO = (actor(KEN, country="KEN"), actor(UGA, country="UGA"))


def test_every_pair_is_a_record() -> None:
    three = (*TWO, actor("ac_tza", country="TZA", sector="GOV"))
    assert told(event(EventType.ACCUSE, "111", (KEN, UGA), ("ac_tza",)), actors=three) == [
        "KEN TZAGOV 111",
        "UGA TZAGOV 111",
    ]


def test_a_visit_is_coded_from_both_sides() -> None:
    assert told(event(EventType.CONSULT, "042", (KEN,), (UGA,), mode="visit"), actors=TWO) == [
        "KEN UGA 042",
        "UGA KEN 043",
    ]


def test_who_does_it_together_does_it_to_each_other() -> None:
    assert told(event(EventType.AGREE, "030", (KEN, UGA), ()), actors=TWO) == ["KEN UGA 030", "UGA KEN 030"]


def test_a_protest_is_nobodys_to_each_other() -> None:
    assert told(event(EventType.PROTEST, "141", (KEN, UGA), ()), actors=TWO) == []


@pytest.mark.parametrize("status", [Status.NEGATED, Status.DENIED, Status.CONDITIONAL])
def test_what_did_not_happen_is_no_record(status: Status) -> None:
    assert told(event(EventType.AID, "070", (KEN,), (UGA,), status=status), actors=TWO) == []


def test_a_narrow_code_replaces_the_general_one() -> None:
    events = (event(EventType.AGREE, "030", (KEN,), (UGA,)), event(EventType.AID, "073", (KEN,), (UGA,)))
    assert told(events[0], replace(events[1], status=Status.PROMISED), actors=TWO) == ["KEN UGA 0333"]


def test_both_sides_need_a_code_and_one_a_country() -> None:
    unknown = (*TWO, actor("ac_x"), actor("ac_reb", sector="REB"), actor("ac_mil", sector="MIL"))
    assert told(event(EventType.ASSAULT, "190", ("ac_x",), (KEN,)), actors=unknown) == []
    assert told(event(EventType.ASSAULT, "190", ("ac_reb",), ("ac_mil",)), actors=unknown) == []
    assert told(event(EventType.ASSAULT, "190", ("ac_reb",), (KEN,)), actors=unknown) == ["---REB KEN 190"]


def test_a_deed_told_in_an_accusation_is_not_coded_beside_it() -> None:
    statement = replace(reading().statements[0], act=Act.CONDEMN)
    deed = event(EventType.ASSAULT, "190", (UGA,), (KEN,), said_in=statement.id)
    blame = event(EventType.ACCUSE, "111", (KEN,), (UGA,))
    assert told(blame, deed, actors=TWO, statements=(statement,)) == ["KEN UGA 111"]


def test_where_nobody_is_hit_the_country_is() -> None:
    here = Resolved(
        latitude=0.3,
        longitude=32.6,
        country="UGA",
        admin1=None,
        admin2=None,
        geonames_id=None,
        feature="PPLC",
        precision=PlacePrecision.EXACT,
    )
    place = Place(id="pl_1", name="Kampala", resolved=here, unresolved=None, candidates=(), mentions=(), why=())
    attack = event(EventType.ASSAULT, "194", (KEN,), (), place="pl_1")
    assert told(attack, actors=TWO, places=(place,)) == ["KEN UGA 194"]
    assert told(replace(attack, actors=(UGA,)), actors=TWO, places=(place,)) == []


def test_the_users_codes() -> None:
    at = Origin(file="codes.toml", line=1)
    own = OwnWords(digest="x", codes=(OwnCode(of="cameo", value="190", code="ZZ", at=at),))
    assert told(event(EventType.ASSAULT, "190", (KEN,), (UGA,)), actors=TWO, own=own) == ["KEN UGA ZZ"]


def test_codes_of_members() -> None:
    group = actor("ac_group", country="KEN", sector="REB", code="ZZAREB", kind=ActorKind.ARMED_GROUP)
    chief = actor("ac_chief", sector="REB", member_of="ac_group", kind=ActorKind.PERSON)
    people = actor("ac_people", country="KEN", sector="CVL", kind=ActorKind.PEOPLE)
    by_id = {one.id: one for one in (group, chief, people)}
    assert [code_of(one, by_id) for one in (group, chief, people)] == ["ZZAREB", "ZZAREB", "KEN"]


def test_repeats_are_told_once() -> None:
    row = CameoRow(source="KEN", target="UGA", code="190", event="ev_1")
    assert merged([row, replace(row, event="ev_2")]) == [row]


def test_a_table_has_a_cell_a_column() -> None:
    lines = [line.split("\t") for line in cameo_lines(reading())]
    assert all(len(cells) == len(COLUMNS) for cells in lines)
    three = event(EventType.ACCUSE, "111", (KEN,), (UGA,))
    [cells] = [
        line.split("\t")
        for line in cameo_lines(replace(reading(), actors=TWO, events=(three,), article=reading().article))
    ]
    assert dict(zip(COLUMNS, cells, strict=True)) | {"date": "", "article": "", "url": ""} == {
        "date": "",
        "source": "KEN",
        "target": "UGA",
        "code": "111",
        "root": "11",
        "quad": "3",
        "goldstein": "-2",
        "name": "Criticize or denounce",
        "place": "",
        "country": "",
        "lat": "",
        "lon": "",
        "status": "reported",
        "said": "-",
        "words": "x",
        "event": "ev_111",
        "article": "",
        "url": "",
    }


def test_a_demand_has_the_code_of_what_it_wants() -> None:
    text = "Kenya urged Uganda to withdraw."
    urge = event(EventType.REQUEST, "100", (KEN,), (UGA,), trigger=Trigger(start=6, end=11, lemma="urge"))
    leave = event(EventType.RETREAT, "0874", (UGA,), (), trigger=Trigger(start=22, end=30, lemma="withdraw"))
    article = replace(reading().article, text=text)
    leave = replace(leave, status=Status.DEMANDED)
    assert told(urge, leave, actors=TWO, article=article) == ["KEN UGA 1056"]
    assert told(urge, leave, actors=TWO, article=replace(article, text=text[:12] + ". " + text[14:])) == ["KEN UGA 100"]


def test_what_somebody_will_not_do_is_refused() -> None:
    article = replace(reading().article, text="Kenya will not send aid to Uganda.")
    aid = event(EventType.AID, "070", (KEN,), (UGA,), trigger=Trigger(start=15, end=19, lemma="send"))
    refused = replace(aid, status=Status.NEGATED)
    assert told(refused, actors=TWO, article=article) == ["KEN UGA 122"]
    assert told(refused, actors=TWO, article=replace(article, text="Kenya did not  send aid to Uganda.")) == []
