"""CAMEO codes of events with their standing, and of actors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.codebook.cameo import codes
from sayso.codebook.cameo_coding import MIRRORED, actor_code, event_code, is_general, name_of, of_deed
from sayso.codebook.plover import SECTORS
from sayso.codebook.terms import Status


@pytest.mark.parametrize("status", [Status.REPORTED, Status.CLAIMED, Status.ALLEGED, Status.PLANNED])
def test_what_is_told_or_planned_has_the_code_of_the_deed(status: Status) -> None:
    assert event_code("073", status) == "073"


@pytest.mark.parametrize("status", [Status.DENIED, Status.NEGATED, Status.CONDITIONAL, Status.DEMANDED])
def test_what_did_not_happen_is_no_event(status: Status) -> None:
    assert event_code("190", status) is None


@pytest.mark.parametrize(
    ("code", "status", "told"),
    [
        ("072", Status.PROMISED, "0332"),
        ("042", Status.PROMISED, "036"),
        ("057", Status.PROMISED, "032"),
        ("0841", Status.PROMISED, "0353"),
        ("190", Status.PROMISED, "138"),
        ("1711", Status.THREATENED, "137"),
        ("163", Status.THREATENED, "1312"),
        ("1723", Status.THREATENED, "1323"),
        ("111", Status.PROMISED, "111"),
        ("070", Status.THREATENED, "130"),
    ],
)
def test_promises_and_threats(code: str, status: Status, told: str) -> None:
    assert event_code(code, status) == told


def test_plans_as_the_manual_has_them() -> None:
    assert event_code("194", Status.PLANNED, future=True) == "1384"


@given(st.sampled_from(sorted(code for code in codes() if len(code) > 2)), st.sampled_from(Status), st.booleans())
def test_every_code_becomes_a_code_or_nothing(code: str, status: Status, future: bool) -> None:
    told = event_code(code, status, future=future)
    assert told is None or name_of(told) is not None


def test_mirrored_codes_mirror_back() -> None:
    assert all(MIRRORED[back] == code for code, back in MIRRORED.items())


def test_a_general_code_says_less() -> None:
    assert is_general("030", "0332")
    assert is_general("190", "195")
    assert not is_general("195", "194")
    assert not is_general("030", "040")


@pytest.mark.parametrize(
    ("country", "sector", "own", "told"),
    [
        ("KEN", None, None, "KEN"),
        ("KEN", "GOV", None, "KENGOV"),
        (None, "REB", None, "---REB"),
        (None, None, None, None),
        (None, "UNO", None, "IGOUNO"),
        ("BEL", "EUR", None, "IGOEUR"),
        ("KEN", "NGO", None, "NGOKEN"),
        ("KEN", "MIL", "ZZA", "ZZAMIL"),
        ("KEN", "REB", "ZZAREB", "ZZAREB"),
        ("KEN", "JRN", None, "KENMED"),
    ],
)
def test_actor_codes(country: str | None, sector: str | None, own: str | None, told: str | None) -> None:
    assert actor_code(country, sector, own) == told


@given(st.sampled_from(SECTORS))
def test_every_sector_has_a_code_of_three_letter_parts(sector: str) -> None:
    code = actor_code("KEN", sector)
    assert code is not None
    assert len(code) % 3 == 0


@pytest.mark.parametrize(
    ("code", "deed", "told"),
    [
        ("100", "0874", "1056"),
        ("100", "0841", "1053"),
        ("020", "073", "0233"),
        ("100", "046", "106"),
        ("020", "045", "028"),
        ("124", "085", "1244"),
        ("120", "042", "125"),
        ("100", "190", "100"),
        ("111", "073", "111"),
    ],
)
def test_demands_and_refusals_by_what_they_are_about(code: str, deed: str, told: str) -> None:
    assert of_deed(code, deed) == told
    assert name_of(told) is not None


@given(st.sampled_from(["100", "020", "120", "124"]), st.sampled_from(sorted(codes())))
def test_every_refined_code_exists(code: str, deed: str) -> None:
    assert name_of(of_deed(code, deed)) is not None
