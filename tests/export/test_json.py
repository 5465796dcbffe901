"""JSON output: the records and nothing else, a schema that fits, and refusals of what is no reading."""

import json as standard
from pathlib import Path

import jsonschema
import pytest

from sayso.errors import BadInput
from sayso.export import json
from tests.export.factory import reading

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "reading.schema.json"
FIELDS = ["sayso", "article", "dropped", "actors", "places", "times", "statements", "events", "tolls"]


def test_one_object_with_the_fields_of_the_design() -> None:
    assert list(standard.loads(json.encode(reading()))) == FIELDS


def test_a_line_is_one_line_and_the_same_object() -> None:
    line = json.encode_line(reading())
    assert b"\n" not in line
    assert standard.loads(line) == standard.loads(json.encode(reading()))


def test_what_is_written_is_read_back() -> None:
    assert json.decode(json.encode(reading())) == reading()
    assert list(json.decode_all(json.encode_line(reading()) + b"\n" + json.encode(reading()))) == [reading()] * 2


def test_spans_are_pairs_and_absent_is_null() -> None:
    statement = standard.loads(json.encode(reading()))["statements"][0]
    assert statement["content"] == [[12, 33]]
    assert statement["parent"] is None


def test_schema_in_the_docs_is_current(*, accept: bool) -> None:
    current = standard.dumps(json.schema(), indent=2, ensure_ascii=False) + "\n"
    if accept:
        SCHEMA.write_text(current, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == current, "run `make accept` and read the difference"


def test_output_fits_the_schema() -> None:
    checker = jsonschema.Draft202012Validator(json.schema())
    checker.check_schema(json.schema())
    checker.validate(standard.loads(json.encode(reading())))


@pytest.mark.parametrize("field", FIELDS)
def test_schema_misses_nothing_and_allows_nothing_else(field: str) -> None:
    checker = jsonschema.Draft202012Validator(json.schema())
    short = standard.loads(json.encode(reading()))
    del short[field]
    assert not checker.is_valid(short)
    assert not checker.is_valid({**standard.loads(json.encode(reading())), "extra": 1})


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"{", b"[]", b"{}", b'{"sayso": 1}', b"\xff\xfe", b"null", b"[" * 100_000, b"NaN"]
)
def test_what_is_no_reading_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        json.decode(data, source="x.json")
    assert caught.value.source == "x.json"
    assert "\n" not in caught.value.reason
