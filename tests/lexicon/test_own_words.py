"""Own words end to end: what each file of a lexicon changes in a reading."""

import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.api import open_engine, read
from sayso.errors import BadLexicon
from sayso.export.json import encode
from sayso.ingest import page_from_bytes
from sayso.lexicon.own_load import check_own, load_own
from sayso.lexicon.own_rows import KINDS
from sayso.pipeline import read_page
from sayso.records.actors import Actor
from sayso.records.reading import Reading

TEXT = """Velmark's army shelled villages in Tarnia on Monday, the Velmarkian government said.

Tarnia accused Velmark of killing ten civilians near Port Aurel. "We will answer," said President Hask Veldin.

Port Aurel said the sicklemen had ambushed two Tarnian soldiers. The Grey Sickles denied it.
"""
ACTORS = """name,kind,aliases,demonyms,seats,country,sector,code,valid_until,valid_from
Velmark,country,,Velmarkian,Port Aurel,VLM,,V1,,
Tarnia,country,,Tarnian,,TRN,,T1,,
Hask Veldin,person,Veldin,,,TRN,GOV,T1-GOV,2019-06-30,
Hask Veldin,person,,,,TRN,OPP,T1-OPP,,2019-07-01
Grey Sickles,armed_group,the Sickles|sicklemen,,,VLM,REB,V1-SIC,,
"""


def folder(tmp_path: Path, **files: str) -> Path:
    for name, content in files.items():
        (tmp_path / name.replace("_", ".")).write_text(content, encoding="utf-8")
    return tmp_path


def named(reading: Reading, name: str) -> Actor:
    (found,) = [actor for actor in reading.actors if actor.name == name]
    return found


@pytest.mark.parametrize("listed", ["satirise", "satirize"])
@pytest.mark.parametrize("printed", ["satirised", "satirized"])
def test_own_words_match_in_either_spelling(listed: str, printed: str, tmp_path: Path) -> None:
    folder(
        tmp_path,
        verbs_toml=f'[[verb]]\nwords = ["{listed}"]\ntype = "ACCUSE"\nobject = ["organization", "government"]\n'
        f'[[cue]]\nwords = ["{listed.replace("satir", "fantas")}"]\nact = "assert"\n',
    )
    text = f"The union {printed} the government. The mayor {printed.replace('satir', 'fantas')} that the war was over."
    reading = read(text, lexicons=[tmp_path])
    assert [event.type.value for event in reading.events] == ["ACCUSE"]
    assert len(reading.statements) == 1


@pytest.fixture
def invented(tmp_path: Path) -> Reading:
    return read(TEXT, published="2024-05-22", lexicons=[folder(tmp_path, actors_csv=ACTORS)])


def test_invented_countries_act_like_countries(invented: Reading) -> None:
    assert [(a.kind.value, a.country, a.code) for a in invented.actors if a.name in ("Velmark", "Tarnia")] == [
        ("country", "VLM", "V1"),
        ("country", "TRN", "T1"),
    ]
    velmark = named(invented, "Velmark")
    army = next(a for a in invented.actors if a.kind == "military" and a.country == "VLM")
    assert army.member_of == velmark.id
    assert named(invented, "Velmarkian government").country == "VLM"
    assert {"own.actors"} <= set(velmark.why)
    assert "Port Aurel" in {mention.quote for mention in velmark.mentions}
    assert {p.name: p.resolved and p.resolved.country for p in invented.places}["Tarnia"] == "TRN"


def test_a_list_of_own_countries_is_a_list(tmp_path: Path) -> None:
    codes = {"Velmark": "VLM", "Tarnia": "TRN", "Osland": "OSL", "Breem": "BRM"}
    rows = "".join(f"{name},country,{code}\n" for name, code in codes.items())
    text = "Velmark, the Tarnia, Osland and Breem attacked Norway on Monday."
    reading = read(text, lexicons=[folder(tmp_path, actors_csv=f"name,kind,country\n{rows}")])
    (attack,) = reading.events
    assert [a.name for a in reading.actors if a.id in attack.actors] == list(codes)


def test_a_group_goes_by_every_name(invented: Reading) -> None:
    sickles = named(invented, "Grey Sickles")
    assert {m.quote for m in sickles.mentions} == {"the sicklemen", "The Grey Sickles"}
    assert (sickles.kind, sickles.country, sickles.sector, sickles.code) == ("armed_group", "VLM", "REB", "V1-SIC")
    ambush = next(e for e in invented.events if e.trigger.lemma == "ambush")
    assert ambush.actors == (sickles.id,)


@pytest.mark.parametrize(("day", "code"), [("2019-06-30", "T1-GOV"), ("2019-07-01", "T1-OPP"), (None, "T1-OPP")])
def test_an_actor_is_what_it_is_on_the_day(day: str | None, code: str, tmp_path: Path) -> None:
    reading = read(TEXT, published=day, lexicons=[folder(tmp_path, actors_csv=ACTORS)])
    assert named(reading, "Hask Veldin").code == code


def test_own_entries_win_over_those_of_the_package(tmp_path: Path) -> None:
    actors = '[[actor]]\nname = "The Movement"\naliases = ["Hamas"]\nkind = "party"\ncountry = "PSE"\nsector = "PTY"\n'
    text = "Hamas said on Monday that its fighters had fired rockets at Israel."
    plain = read(text, published="2023-10-10")
    own = read(text, published="2023-10-10", lexicons=[folder(tmp_path, actors_toml=actors)])
    assert named(plain, "Hamas").kind == "armed_group"
    assert (named(own, "The Movement").kind, named(own, "The Movement").sector) == ("party", "PTY")


def test_own_verbs_nouns_and_cues(tmp_path: Path) -> None:
    verbs = """part,words,type,mode,cameo,act,frames
verb,gibbet|put to the rope,ASSAULT,primitive,180,,
noun,reiving,ASSAULT,,190,,
cue,skirl,,,,warn,clause|quote
cue,screed,,,,accuse,noun
"""
    text = """Rebels gibbeted two farmers on Monday. The army put three rebels to the rope.

The mayor skirled that the dam would break. The union issued a screed that the mayor had hidden money.
"""
    reading = read(text, published="2024-05-22", lexicons=[folder(tmp_path, verbs_csv=verbs)])
    events = [(e.type.value, e.mode or "", e.cameo or "", "own.verbs" in e.why) for e in reading.events]
    assert events.count(("ASSAULT", "primitive", "180", True)) == 2
    assert [(s.act, "own.cues" in s.why) for s in reading.statements if "own.cues" in s.why] == [
        ("warn", True),
        ("accuse", True),
    ]
    assert not any(e.type == "ASSAULT" for e in read(text, published="2024-05-22").events)


def test_a_predicate_may_have_its_cameo_code_alone(tmp_path: Path) -> None:
    words = "words,cameo\nskelp,190\nslacken the rope,0871\n"
    own = load_own([folder(tmp_path, verbs_csv=words)])
    assert {p.words[0]: p.type for p in own.predicates} == {"skelp": "ASSAULT", "slacken the rope": "RETREAT"}


def test_own_codes_of_actors_and_events(tmp_path: Path) -> None:
    codes = '[type]\nASSAULT = "18"\n[mode]\n"ASSAULT.heavy-weapons" = "194"\n[country]\nSYR = "652"\n'
    codes += 'none = "---"\n[sector]\nMIL = "MIL"\nREB = "REB"\n'
    text = "Syria's army shelled a town on Monday. Syria condemned the attack."
    reading = read(text, published="2020-05-20", lexicons=[folder(tmp_path, codes_toml=codes)])
    assert {a.name: a.code for a in reading.actors if a.code} == {
        "Syria": "652",
        "Syria's army": "652MIL",
    }
    assert [a.code for a in read("Rebels attacked a farm.", lexicons=[tmp_path]).actors] == ["---REB", None]
    assert {e.trigger.lemma: e.code for e in reading.events}["shell"] == "194"


def test_own_outlets_have_homes_and_speak(tmp_path: Path) -> None:
    outlets = 'name,domains,country,place\nParis Lantern,lantern.example,USA,"Paris, Texas"\n'
    text = "Police closed a bridge in Paris on Tuesday, the Paris Lantern reported."
    lexicon = folder(tmp_path, outlets_csv=outlets)
    for reading in (
        read(text, published="2024-05-22", outlet="paris lantern", lexicons=[lexicon]),
        read(text, published="2024-05-22", url="https://www.lantern.example/a", lexicons=[lexicon]),
    ):
        (place,) = reading.places
        assert reading.article.outlet == "Paris Lantern"
        assert place.resolved is not None
        assert (place.resolved.country, place.resolved.admin1) == ("USA", "Texas")
        assert (named(reading, "Paris Lantern").kind, named(reading, "Paris Lantern").country) == ("media", "USA")
    (elsewhere,) = read(text, published="2024-05-22", lexicons=[lexicon]).places
    assert elsewhere.resolved is not None
    assert elsewhere.resolved.country == "FRA"


def test_the_manifest_names_the_own_words_by_content(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for path in (one, two):
        path.mkdir()
        folder(path, actors_csv=ACTORS)
    assert read(TEXT).sayso.own is None
    digest = load_own([one]).digest
    assert open_engine(lexicons=(one,)).manifest.own == digest == load_own([two]).digest
    folder(two, codes_csv="of,value,code\ntype,ASSAULT,1\n")
    assert load_own([two]).digest != digest


def test_the_later_folder_wins(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for path, code in ((one, "A"), (two, "B")):
        path.mkdir()
        folder(
            path, codes_csv=f"of,value,code\nsector,MIL,{code}\n", actors_csv=ACTORS.replace("V1-SIC", f"{code}-SIC")
        )
    own = load_own([one, two])
    assert own.coded["sector", "MIL"] == "B"
    assert [a.code for a in own.actors if a.name == "Grey Sickles"] == ["B-SIC"]


def test_a_reading_is_the_same_whatever_the_seed_of_hashes(tmp_path: Path) -> None:
    folder(tmp_path, actors_csv=ACTORS, codes_csv="of,value,code\nsector,MIL,-M\ntype,ASSAULT,1\n")
    shown = read(TEXT, published="2024-05-22", lexicons=[tmp_path])
    here = encode(Reading(**{f.name: getattr(shown, f.name) for f in fields(Reading)}))
    code = (
        "import sys\nfrom sayso.api import read\nfrom sayso.export.json import encode\nfrom dataclasses import fields\n"
        "from sayso.records.reading import Reading\n"
        f"r = read({TEXT!r}, published='2024-05-22', lexicons=[{str(tmp_path)!r}])\n"
        "sys.stdout.buffer.write(encode(Reading(**{f.name: getattr(r, f.name) for f in fields(Reading)})))\n"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)  # noqa: S603
        assert done.stdout.partition(b'"article"')[2] == here.partition(b'"article"')[2]


WORDS = st.sampled_from(["name", "kind", "person", "country", "words", "type", "ASSAULT", "act", "warn", "code", "SYR"])
SIGNS = st.sampled_from(
    ["[[actor]]", "[[verb]]", "[[cue]]", "[type]", "=", '"', "'", "\n", ",", "|", ";", "[", "]", "#"]
)
GARBAGE = st.lists(st.one_of(WORDS, SIGNS, st.text(max_size=6)), max_size=40).map("".join)


@given(text=GARBAGE, stem=st.sampled_from([*KINDS, "sayso"]), ending=st.sampled_from(["toml", "csv"]))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_garbage_is_bad_lexicon_and_never_a_traceback(text: str, stem: str, ending: str, tmp_path: Path) -> None:
    place = tmp_path / "garbage"
    place.mkdir(exist_ok=True)
    for old in place.iterdir():
        old.unlink()
    path = place / f"{stem}.{ending}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    source = path if path.name == "sayso.toml" else place
    for line in check_own([source]).problems:
        assert "\n" not in line
        assert line.startswith(str(place))
    try:
        own = load_own([source])
    except BadLexicon:
        return
    assert own.digest


_SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=8), WORDS)
_VALUES = st.recursive(_SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3))
_NAMES = st.sampled_from(
    ["name", "kind", "aliases", "words", "type", "mode", "act", "frames", "cases", "country", "at"]
)


@given(
    entries=st.lists(st.dictionaries(_NAMES, _VALUES, max_size=6), max_size=3), kind=st.sampled_from(["actor", "verb"])
)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_entries_of_any_shape_are_read_or_refused(entries: list[dict[str, object]], kind: str, tmp_path: Path) -> None:
    stem = "actors" if kind == "actor" else "verbs"
    lines = [
        f"[[{kind}]]\n" + "".join(f"{name} = {_toml(value)}\n" for name, value in entry.items()) for entry in entries
    ]
    (tmp_path / f"{stem}.toml").write_text("".join(lines), encoding="utf-8")
    problems = check_own([tmp_path]).problems
    assert all("\n" not in line for line in problems)


def _toml(value: object) -> str:
    """A value as TOML; what TOML has not stands there as JSON."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return msgspec.json.encode(value).decode()


_ODD = st.sampled_from(
    [
        "the",
        "of",
        "said",
        "Monday",
        "Velmark",
        "army",
        "a b c",
        "-x-",
        "(X)",
        "O'Neil",
        "U.S.",
        "killed",
        "Tarnia's",
        "ü",
        "10",
    ]
)
_LISTS = st.lists(_ODD, min_size=1, max_size=3, unique=True)


@given(
    names=_LISTS,
    verbs=_LISTS,
    nouns=_LISTS,
    cues=_LISTS,
    kind=st.sampled_from(["country", "person", "people", "media"]),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_odd_words_never_break_a_reading(
    names: list[str], verbs: list[str], nouns: list[str], cues: list[str], kind: str, tmp_path: Path
) -> None:
    first, *more = names
    folder(
        tmp_path,
        actors_toml=f'[[actor]]\nname = {_toml(first)}\naliases = {_toml(more)}\nkind = "{kind}"\ncountry = "SYR"\n',
        verbs_toml=f'[[verb]]\nwords = {_toml(verbs)}\ntype = "ASSAULT"\n'
        f'[[noun]]\nwords = {_toml(nouns)}\ntype = "AID"\n'
        f'[[cue]]\nwords = {_toml(cues)}\nact = "warn"\n'
        f'[[cue]]\nwords = {_toml(cues)}\nact = "deny"\nframes = ["noun"]\n',
    )
    checked = check_own([tmp_path])
    engine = replace(open_engine(), own=checked.words)
    reading = read_page(page_from_bytes(TEXT.encode(), source="-"), engine)
    assert isinstance(reading, Reading)
    for actor in reading.actors:
        assert all(reading.article.text[m.start : m.end] == m.quote for m in actor.mentions)
