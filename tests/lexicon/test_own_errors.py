"""Every mistake in a lexicon is one clear line: file, line, entry, field, what is wrong, what is allowed."""

from pathlib import Path

import pytest

from sayso.errors import BadLexicon
from sayso.lexicon.own_load import check_own, load_own
from sayso.lexicon.own_settings import load_settings
from sayso.pipeline import built

ACTOR = '[[actor]]\nname = "Orlen Guard"\nkind = "military"\n'
VERB = '[[verb]]\nwords = ["gibbet"]\ntype = "ASSAULT"\n'
CUE = '[[cue]]\nwords = ["skirl"]\nact = "warn"\n'


def problems(tmp_path: Path, **files: str | bytes) -> list[str]:
    """The complaints about a folder with these files (``actors_toml="..."``), the folder's path cut off."""
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (tmp_path / name.replace("_", ".")).write_bytes(data)
    return [line.replace(f"{tmp_path}/", "") for line in check_own([tmp_path]).problems]


CASES: dict[str, tuple[dict[str, str | bytes], str]] = {
    "unknown field": (
        {"actors_toml": ACTOR + 'alias = ["OG"]\n'},
        "actors.toml:1: Orlen Guard: alias: unknown field (do you mean aliases? allowed: name, kind, aliases, ",
    ),
    "missing field": (
        {"actors_toml": "# a guard\n\n" + ACTOR + '[[actor]]\nname = "Velmark"\n'},
        "actors.toml:6: Velmark: kind: is missing (an entry needs it)",
    ),
    "missing name": ({"actors_toml": '[[actor]]\nkind = "police"\n'}, "actors.toml:1: [[actor]]: name: is missing"),
    "wrong kind": (
        {"actors_toml": ACTOR.replace("military", "militia")},
        "actors.toml:1: Orlen Guard: kind: militia (allowed: person, country, government, military, ",
    ),
    "wrong type": ({"actors_toml": ACTOR + "aliases = 3\n"}, "Orlen Guard: aliases: must be a list, is a number"),
    "text for a list": (
        {"actors_toml": ACTOR + 'aliases = "OG"\n'},
        "actors.toml:1: Orlen Guard: aliases: must be a list, is text",
    ),
    "empty text": (
        {"actors_toml": ACTOR + 'code = " "\n'},
        "actors.toml:1: Orlen Guard: code: is empty (leave the field out)",
    ),
    "control characters": (
        {"actors_toml": ACTOR + 'code = "A\\u0007"\n'},
        "actors.toml:1: Orlen Guard: code: control characters: 'A\\\\x07'",
    ),
    "unknown country": (
        {"actors_toml": ACTOR + 'country = "SYI"\n'},
        "actors.toml:1: Orlen Guard: country: SYI (allowed: an ISO 3166 alpha-3 code, or that of an actor of kind",
    ),
    "country of two letters": (
        {"actors_toml": ACTOR + 'country = "SY"\n'},
        "actors.toml:1: Orlen Guard: country: SY (allowed: three capital letters",
    ),
    "country without code": (
        {"actors_toml": '[[actor]]\nname = "Velmark"\nkind = "country"\n'},
        "actors.toml:1: Velmark: country: is missing (a country needs its code, three capital letters",
    ),
    "demonyms of a group": (
        {"actors_toml": ACTOR + 'demonyms = ["Orlenite"]\n'},
        "actors.toml:1: Orlen Guard: demonyms: only an actor of kind country has them",
    ),
    "unknown sector": (
        {"actors_toml": ACTOR + 'sector = "ARM"\n'},
        "actors.toml:1: Orlen Guard: sector: ARM (allowed: COP, GOV, JUD, ",
    ),
    "unknown group": (
        {"actors_toml": ACTOR + 'member_of = "Orlen Gard"\n'},
        "actors.toml:1: Orlen Guard: member_of: Orlen Gard is neither an actor of the lexicon nor a country code; do",
    ),
    "member of itself": (
        {"actors_toml": ACTOR + 'member_of = "Orlen Guard"\n'},
        "actors.toml:1: Orlen Guard: member_of: names the actor itself",
    ),
    "no date": (
        {"actors_toml": ACTOR + 'valid_from = "2019-02-30"\n'},
        "actors.toml:1: Orlen Guard: valid_from: 2019-02-30 is no date (write it as 2024-03-02",
    ),
    "dates turned round": (
        {"actors_toml": ACTOR + "valid_from = 2020-01-01\nvalid_until = 2019-01-01\n"},
        "actors.toml:1: Orlen Guard: valid_until: 2019-01-01 is before valid_from 2020-01-01",
    ),
    "dates that overlap": (
        {"actors_toml": ACTOR + "valid_until = 2019-01-01\n" + ACTOR + "valid_from = 2019-01-01\n"},
        "actors.toml:5: Orlen Guard: valid_from: overlaps the entry at actors.toml:1",
    ),
    "a name twice": (
        {"actors_toml": ACTOR + ACTOR},
        "actors.toml:4: Orlen Guard: name: stands twice (also at actors.toml:1); give valid_from or valid_until",
    ),
    "two kinds of one name": (
        {"actors_toml": ACTOR + "valid_until = 2019-01-01\n" + ACTOR.replace("military", "police")},
        "actors.toml:5: Orlen Guard: kind and country must be those of the entry at actors.toml:1",
    ),
    "an alias of two": (
        {"actors_toml": ACTOR + 'aliases = ["OG"]\n' + ACTOR.replace("Guard", "Watch") + 'aliases = ["OG"]\n'},
        "actors.toml:5: Orlen Watch: 'OG' also names Orlen Guard (actors.toml:1)",
    ),
    "name of signs": ({"actors_toml": ACTOR + 'aliases = ["..."]\n'}, "aliases: '...' has neither letter nor digit"),
    "unknown table": (
        {"actors_toml": '[[actors]]\nname = "x"\n'},
        "actors.toml: actors: unknown table (allowed: [[actor]])",
    ),
    "no list of tables": ({"actors_toml": "actor = 3\n"}, "actors.toml: actor: write each entry under a heading"),
    "no TOML": ({"actors_toml": "[[actor]]\nname = \n"}, "actors.toml:2: not valid TOML: Invalid value"),
    "no UTF-8": ({"actors_toml": b'[[actor]]\nname = "\xff"\n'}, "actors.toml:2: not UTF-8 text"),
    "unknown file": ({"actor_toml": ACTOR}, "actor.toml: no file of a lexicon (allowed: actors.toml or .csv, "),
    "no lexicon": ({"notes_txt": "hello"}, "no lexicon here (looked for actors, verbs, codes, outlets"),
    "unknown event type": (
        {"verbs_toml": VERB.replace("ASSAULT", "ATTACK")},
        "verbs.toml:1: gibbet: type: ATTACK (allowed: AGREE, CONSULT, ",
    ),
    "no type": (
        {"verbs_toml": VERB.replace('type = "ASSAULT"', 'cameo = "010"')},
        "verbs.toml:1: gibbet: type: is missing (an entry needs a type, or a CAMEO code of category 02 to 20)",
    ),
    "unknown mode": (
        {"verbs_toml": VERB + 'mode = "rope"\n'},
        "verbs.toml:1: gibbet: mode: rope (allowed: ",
    ),
    "mode of a type without": (
        {"verbs_toml": VERB.replace("ASSAULT", "AID") + 'mode = "rope"\n'},
        "verbs.toml:1: gibbet: mode: AID has no modes (leave it out)",
    ),
    "unknown CAMEO code": ({"verbs_toml": VERB + 'cameo = "1999"\n'}, "verbs.toml:1: gibbet: cameo: 1999 is no CAMEO"),
    "unknown context": ({"verbs_toml": VERB + 'contexts = ["war"]\n'}, "verbs.toml:1: gibbet: contexts: war (allowed:"),
    "unknown slot": ({"verbs_toml": VERB + 'needs = ["Object!"]\n'}, "verbs.toml:1: gibbet: needs: Object! (allowed: "),
    "no words": ({"verbs_toml": VERB.replace('"gibbet"', "")}, "verbs.toml:1: [[verb]]: words: is empty"),
    "word without letters": ({"verbs_toml": VERB.replace("gibbet", "--")}, "words: '--' has no letter"),
    "unknown act": (
        {"verbs_toml": CUE.replace("warn", "scream")},
        "verbs.toml:1: skirl: act: scream (allowed: assert, confirm, deny, ",
    ),
    "unknown frame": (
        {"verbs_toml": CUE + 'frames = ["sentence"]\n'},
        "verbs.toml:1: skirl: frames: sentence (allowed: clause, quote, ",
    ),
    "noun with other frames": ({"verbs_toml": CUE + 'frames = ["noun", "quote"]\n'}, "frames: noun stands alone"),
    "unknown part": (
        {"verbs_csv": "part,words,type\nadverb,gibbet,ASSAULT\n"},
        "verbs.csv:2: part: adverb (allowed: verb, noun, cue)",
    ),
    "no truth": (
        {"verbs_csv": "words,type,harm\ngibbet,ASSAULT,perhaps\n"},
        "verbs.csv:2: gibbet: harm: must be true or false, is text",
    ),
    "unknown column": (
        {"actors_csv": "name,kind,colour\nOrlen Guard,military,red\n"},
        "actors.csv:2: Orlen Guard: colour: unknown field (",
    ),
    "a column twice": ({"actors_csv": "name,kind,name\nA,police,B\n"}, "actors.csv:1: column name stands twice"),
    "too many cells": (
        {"actors_csv": "name,kind\nOrlen Guard,military,x\n"},
        "actors.csv:2: 3 cells under 2 columns (put a cell with a comma in quotes)",
    ),
    "no CSV": ({"actors_csv": 'name,kind\n"Orlen,military\n'}, "actors.csv:2: not valid CSV: "),
    "no header": ({"actors_csv": "\n\n"}, "actors.csv: no header line"),
    "code of nothing": ({"codes_csv": "of,value,code\nevent,ASSAULT,1\n"}, "codes.csv:2: ASSAULT: of: event (allowed:"),
    "code of no type": ({"codes_toml": '[type]\nATTACK = "1"\n'}, "codes.toml:2: ATTACK: value: ATTACK (allowed: AG"),
    "code of no mode": (
        {"codes_csv": "of,value,code\nmode,aerial,1\n"},
        "codes.csv:2: aerial: value: aerial (allowed:",
    ),
    "code that is a number": (
        {"codes_toml": "[country]\nSYR = 652\n"},
        "codes.toml:2: SYR: code: must be text, is a number",
    ),
    "table of no codes": (
        {"codes_toml": '[event]\nx = "1"\n'},
        "codes.toml: event: no table of codes (allowed: [type]",
    ),
    "no domain": (
        {"outlets_csv": "name,domains\nWire,https://wire.example/\n"},
        "outlets.csv:2: Wire: domains: https://wire.example/ is no domain (as in news.example.org",
    ),
    "case without text": (
        {"actors_toml": ACTOR + '[[actor.cases]]\nexpect = ["actor"]\n'},
        "actors.toml:1: Orlen Guard: cases[0]: text is missing",
    ),
    "case that expects nothing": (
        {"actors_toml": ACTOR + '[[actor.cases]]\ntext = "x"\nexpect = []\n'},
        "actors.toml:1: Orlen Guard: cases.expect: is empty (say what must be read in the sentence)",
    ),
    "case with an unknown field": (
        {"actors_toml": ACTOR + '[[actor.cases]]\ntext = "x"\nexpect = ["event kind=ASSAULT"]\n'},
        "cases.expect: 'event kind=ASSAULT': 'kind=ASSAULT' (allowed: FIELD=VALUE with type, mode, ",
    ),
    "case of no record": (
        {"actors_toml": ACTOR + '[[actor.cases]]\ntext = "x"\nexpect = ["verb"]\n'},
        "cases.expect: 'verb': must begin with actor, event, statement, place or 'no' and one of them",
    ),
    "case with an open quotation": (
        {"actors_toml": ACTOR + '[[actor.cases]]\ntext = "x"\nexpect = [\'actor name="A\']\n'},
        "No closing quotation",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_one_clear_line(name: str, tmp_path: Path) -> None:
    files, wanted = CASES[name]
    found = problems(tmp_path, **files)
    assert wanted in found[0]
    assert all("\n" not in line for line in found)
    with pytest.raises(BadLexicon, match=r"\A.+\Z"):
        load_own([tmp_path])


def test_all_mistakes_are_listed_and_the_first_is_raised(tmp_path: Path) -> None:
    found = problems(tmp_path, actors_toml=ACTOR + "aliases = 3\n", verbs_toml=VERB + 'mode = "rope"\n')
    assert len(found) == 2
    with pytest.raises(BadLexicon, match=r"and 1 more; sayso lexicon check lists them"):
        load_own([tmp_path])


def test_an_unknown_class_of_nouns_is_named(tmp_path: Path) -> None:
    assert not problems(tmp_path, verbs_toml=VERB + 'object = ["persn"]\n')
    (line,) = built(load_own([tmp_path]))
    assert line.startswith(f"{tmp_path}/verbs.toml:1: gibbet: object: persn is no class of words (do you mean person?")


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (line,) = check_own([tmp_path / "none"]).problems
    assert "no such folder" in line


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('lexicons = "lexicon"', "lexicons: must be a list of folders"),
        ('lexicons = ["nowhere"]', "lexicons: no such folder: nowhere"),
        ("model = 3", "model: must be text"),
        ('gazetteer = "none.sqlite"', "gazetteer: no such file"),
        ("model = ", "not valid TOML"),
    ],
)
def test_mistakes_in_the_settings(text: str, wanted: str, tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadLexicon, match=wanted):
        load_settings(tmp_path)


def test_settings_may_hold_entries(tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text(f'model = "m"\n{ACTOR}[codes.sector]\nMIL = "M"\n', encoding="utf-8")
    settings = load_settings(tmp_path)
    own = load_own(settings.lexicons)
    assert (settings.model, [a.name for a in own.actors], own.coded) == ("m", ["Orlen Guard"], {("sector", "MIL"): "M"})


def test_an_unknown_setting_is_named(tmp_path: Path) -> None:
    (tmp_path / "sayso.toml").write_text("colour = 3\n", encoding="utf-8")
    with pytest.raises(BadLexicon, match="colour: unknown table"):
        load_own(load_settings(tmp_path).lexicons)
