"""CAMEO as its coders write it: the code of an event with its standing, the code of an actor.

CAMEO has no status. What is promised, offered or threatened has codes of its own (03 and 13, manual chapter 3); what is
denied, demanded, conditional or merely possible is no event (the denial or the demand is one).
"""

from sayso.codebook.cameo import codes
from sayso.codebook.terms import Status

_TOLD = frozenset({Status.REPORTED, Status.CLAIMED, Status.ALLEGED})
_INTENDED = frozenset({Status.PLANNED, Status.PROMISED, Status.THREATENED})
_SPOKEN = frozenset({"01", "02", "03", "09", "10", "11", "12", "13"})
_INTENTS = {
    "040": "036",
    "041": "036",
    "042": "036",
    "043": "036",
    "044": "036",
    "045": "039",
    "046": "036",
    "05": "032",
    "060": "031",
    "061": "0311",
    "062": "0312",
    "063": "0313",
    "064": "0314",
    "070": "033",
    "071": "0331",
    "072": "0332",
    "073": "0333",
    "074": "0334",
    "075": "033",
    "080": "035",
    "081": "0351",
    "082": "0352",
    "083": "034",
    "0831": "0341",
    "0832": "0342",
    "0833": "0343",
    "0834": "0344",
    "084": "0353",
    "085": "0354",
    "086": "0355",
    "087": "0356",
}
"""Cooperation by code or its first digits -> the intent to it."""

_THREATS = {
    "14": "133",
    "15": "138",
    "160": "131",
    "161": "1313",
    "162": "1311",
    "163": "1312",
    "164": "134",
    "165": "135",
    "166": "136",
    "170": "137",
    "171": "137",
    "172": "132",
    "1721": "1321",
    "1722": "1322",
    "1723": "1323",
    "1724": "1324",
    "173": "137",
    "174": "137",
    "175": "137",
    "18": "1383",
    "19": "138",
    "191": "1381",
    "192": "1382",
    "193": "1384",
    "194": "1384",
    "195": "1384",
    "20": "1383",
    "204": "1385",
}
"""Conflict by code or its first digits -> the threat of it."""

_WANTED = {
    "04": "6",
    "045": "8",
    "05": "2",
    "06": "1",
    "061": "11",
    "062": "12",
    "063": "13",
    "064": "14",
    "07": "3",
    "071": "31",
    "072": "32",
    "073": "33",
    "074": "34",
    "08": "5",
    "081": "51",
    "082": "52",
    "083": "4",
    "0831": "41",
    "0832": "42",
    "0833": "43",
    "0834": "44",
    "084": "53",
    "085": "54",
    "086": "55",
    "087": "56",
}
"""What is demanded (10), asked for (02) or refused (12), by code or first digits -> the digits behind those."""

_REFUSED = {
    "04": "5",
    "045": "6",
    "06": "1",
    "061": "11",
    "062": "12",
    "063": "13",
    "07": "2",
    "071": "21",
    "072": "22",
    "073": "23",
    "074": "24",
    "08": "4",
    "081": "41",
    "082": "42",
    "083": "3",
    "0831": "31",
    "0832": "32",
    "0833": "33",
    "0834": "34",
    "084": "43",
    "085": "44",
    "086": "45",
    "087": "46",
}

MIRRORED = {"040": "040", "041": "041", "042": "043", "043": "042", "044": "044", "046": "046"}
"""Codes that CAMEO writes twice, once from each side: a visit is another's hosting, who meets is met."""

_BEFORE_COUNTRY = frozenset({"IGO", "NGO", "IMG", "MNC", "UNO", "EUR"})
LEAGUES = frozenset({"IGO", "UNO", "EUR"})
"""Sectors of bodies of states, which have a code without a country."""
_ROLES = {"PRM": "UAF", "JRN": "MED", "SOC": "CVL", "PRE": "REB", "UNO": "IGOUNO", "EUR": "IGOEUR"}
"""PLOVER sectors that CAMEO's actor codes name otherwise."""

_ROLE = 3


def event_code(code: str, status: Status, *, future: bool = False) -> str | None:
    """CAMEO code of a deed and its standing -> the code CAMEO gives the event, None if it is no event.

    What is planned ("will", "is about to") has the code of the deed, as machine-coded data has it; with `future` the
    code of the intent or threat, as the manual asks of human coders.
    """
    if status in _TOLD or (status is Status.PLANNED and not future):
        return code
    if status not in _INTENDED:
        return None
    if code[:2] in _SPOKEN:
        return code
    table = _INTENTS if int(code[:2]) < _FIRST_CONFLICT else _THREATS
    known = next((table[code[:n]] for n in range(len(code), 1, -1) if code[:n] in table), None)
    return "130" if known is not None and status is Status.THREATENED and table is _INTENTS else known


_FIRST_CONFLICT = 9


def of_deed(code: str, deed: str) -> str:
    """A general demand, appeal or refusal and the code of what is wanted or refused -> the code that says so.

    "Urged them to withdraw" is no mere demand (100) but one for de-escalation (1056). Other codes stay as they are.
    """
    if code not in ("100", "020", "120", "124"):
        return code
    table = _REFUSED if code[0] == "1" and code[1] == "2" else _WANTED
    digits = next((table[deed[:n]] for n in range(len(deed), 1, -1) if deed[:n] in table), None)
    return code if digits is None else code[:2] + digits


def is_general(code: str, other: str) -> bool:
    """True if `other` says the same as `code` and more: 030 and 033, 19 and 195."""
    return code != other and code[:2] == other[:2] and code.rstrip("0") == code[:2].rstrip("0")


def actor_code(country: str | None, sector: str | None, code: str | None = None) -> str | None:
    """Country (alpha-3), PLOVER sector and own code of an actor, or of what it belongs to -> CAMEO actor code.

    The own code wins over the country. Roles follow the country (GOV, MIL, OPP), kinds of organisation stand before it
    (NGO). An actor known by its role only has "---" for the country; None if nothing is known.
    """
    role = _ROLES.get(sector, sector) if sector else ""
    base = code or country or ""
    if not base and not role:
        return None
    roles = {base[i : i + _ROLE] for i in range(0, len(base), _ROLE)}
    if role and role[:_ROLE] in roles:
        return base
    if sector in _BEFORE_COUNTRY:
        return role + (base if code or sector in ("NGO", "MNC") else "")
    return (base or "---") + role


def name_of(code: str) -> str | None:
    """Event code -> its name in the manual, None if CAMEO has no such code."""
    known = codes().get(code)
    return known.name if known is not None else None
