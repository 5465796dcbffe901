"""The gazetteer file: what it holds, how it fails, how it grows."""

import zipfile
from pathlib import Path

import pytest

import sayso.places.gazetteer as module
from sayso.errors import BadInput, MissingExtra
from sayso.places import Gazetteer, find_places, import_geonames, open_gazetteer, resolve_places
from sayso.places.keys import key
from tests.engine import document_of

# Invented villages in the form of a GeoNames dump.
FIELDS = "{id}\t{name}\t{name}\t{also}\t{at}\t{kind}\tSD\t\t55\t\t\t\t320\t\t0\tAfrica/Khartoum\t2020-01-01\n"
DUMP = "".join(
    FIELDS.format(id=990000000 + n, name=name, also=also, at=at, kind=kind)
    for n, (name, also, at, kind) in enumerate(
        [
            ("Talvarek", "Dalvarek,Талварек", "13.5\t25.1", "P\tPPL"),
            ("South Talva State", "", "13.0\t25.0", "A\tADM1"),
            ("Talva Well", "", "13.0\t25.0", "H\tWLL"),
        ]
    )
)


def top(gazetteer: Gazetteer, name: str) -> tuple[str, str | None, str]:
    hit = gazetteer.lookup(name)
    assert hit is not None, name
    place = hit.candidates[0]
    return place.name, place.country, place.feature


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("karabakh", ("Nagorno-Karabakh", "AZE", "RGN")),
        ("artsakh", ("Nagorno-Karabakh", "AZE", "RGN")),
        ("stepanakert", ("Khankendi", "AZE", "PPL")),
        ("kiev", ("Kyiv", "UKR", "PPLC")),
        ("gaza", ("Gaza Strip", "PSE", "ADM1")),
        ("crimea", ("Crimea", "UKR", "ADM1")),
        ("us^", ("United States", "USA", "PCLI")),
        ("armenian", ("Armenia", "ARM", "PCLI")),
        ("rangoon", ("Yangon", "MMR", "PPL")),
        ("black sea", ("Black Sea", None, "SEA")),
    ],
)
def test_names_of_recent_wars(name: str, expected: tuple[str, str, str]) -> None:
    assert top(open_gazetteer(), name) == expected


def test_contested_regions_have_a_note_and_no_pretended_point() -> None:
    gazetteer = open_gazetteer()
    for name in ("nagorno karabakh", "donbas", "azawad"):
        hit = gazetteer.lookup(name)
        assert hit is not None
        assert hit.candidates[0].latitude is None
        assert hit.candidates[0].note


def test_names_are_compared_without_accents_and_marks() -> None:
    assert key("Şuşa") == "susa"
    assert key("St. Petersburg") == "saint petersburg"
    assert key("Nagorno-Karabakh") == "nagorno karabakh"
    assert key("Sana'a") == key("Sana’a") == "sanaa"


def test_a_missing_or_wrong_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="no such gazetteer"):
        open_gazetteer(tmp_path / "none.sqlite")
    wrong = tmp_path / "wrong.sqlite"
    wrong.write_bytes(b"not a database at all, but long enough to be read as one" * 40)
    with pytest.raises(BadInput, match="not a gazetteer"):
        open_gazetteer(wrong)
    monkeypatch.setattr(module, "PACKAGED", tmp_path / "gone.sqlite")
    with pytest.raises(MissingExtra, match="reinstall"):
        open_gazetteer()


@pytest.mark.parametrize("zipped", [False, True])
def test_a_geonames_dump_adds_villages(tmp_path: Path, zipped: bool) -> None:
    dump = tmp_path / "SD.txt"
    dump.write_text(DUMP, encoding="utf-8")
    if zipped:
        with zipfile.ZipFile(tmp_path / "SD.zip", "w") as archive:
            archive.write(dump, "SD.txt")
        dump = tmp_path / "SD.zip"
    assert import_geonames(dump, tmp_path / "out.sqlite") == 2
    gazetteer = open_gazetteer(tmp_path / "out.sqlite")
    assert gazetteer.digest != open_gazetteer().digest
    assert top(gazetteer, "dalvarek") == ("Talvarek", "SDN", "PPL")
    assert top(gazetteer, "baku") == ("Baku", "AZE", "PPLC")
    document = document_of("The army shelled the village of Talvarek.")
    (place,) = resolve_places(find_places(document, gazetteer), document, dateline=None, outlet=None)
    assert place.resolved is not None
    assert (place.resolved.latitude, place.resolved.admin1) == (13.5, "South Talva State")


def test_a_file_that_is_no_dump_is_refused(tmp_path: Path) -> None:
    dump = tmp_path / "notes.txt"
    dump.write_text("hello\n", encoding="utf-8")
    with pytest.raises(BadInput, match="line 1"):
        import_geonames(dump, tmp_path / "out.sqlite")
    assert not list(tmp_path.glob("out*"))
