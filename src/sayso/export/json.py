"""Readings as JSON: exactly the records, field by field, byte-identical for equal readings."""

from collections.abc import Iterator
from typing import Any

import msgspec

from sayso.errors import BadInput
from sayso.records.reading import Reading
from sayso.version import SCHEMA

SCHEMA_ID = f"urn:sayso:reading:{SCHEMA}"
_encoder = msgspec.json.Encoder()


def encode_line(reading: Reading) -> bytes:
    """Reading -> one JSON object on one line, UTF-8, no newline at the end. Numbers are finite: NaN becomes null."""
    return _encoder.encode(reading)


def encode(reading: Reading) -> bytes:
    """Reading -> the same object over several lines, indented by two."""
    return msgspec.json.format(encode_line(reading), indent=2)


def decode(data: bytes | str, *, source: str = "-") -> Reading:
    """One JSON object, as `encode` or `encode_line` wrote it -> Reading. Raises BadInput if it is none."""
    return next(decode_all(data, source=source))


def decode_all(data: bytes | str, *, source: str = "-") -> Iterator[Reading]:
    """JSON readings one after the other, on one line or several -> Readings. Raises BadInput at the first fault."""
    from json import JSONDecodeError, JSONDecoder

    try:
        text = data.decode("utf-8") if isinstance(data, bytes) else data
        decoder, position = JSONDecoder(), 0
        text = text.removeprefix("\ufeff").strip()
        if not text:
            raise BadInput(source, "no reading in it (empty)")
        while position < len(text):
            value, position = decoder.raw_decode(text, position)
            yield msgspec.convert(value, Reading)
            while position < len(text) and text[position].isspace():
                position += 1
    except (JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadInput(source, f"not JSON ({error})") from error
    except (msgspec.ValidationError, ValueError) as error:
        raise BadInput(source, f"not a reading of sayso ({error})") from error


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one reading. Closed: a field it does not name is an error."""
    (_,), definitions = msgspec.json.schema_components((Reading,), ref_template="#/$defs/{name}")
    for definition in definitions.values():
        if definition.get("type") == "object":
            definition["additionalProperties"] = False
            definition["required"] = list(definition["properties"])
            for field in definition["properties"].values():
                field.pop("default", None)
        if "description" in definition:
            definition["description"] = " ".join(definition["description"].split())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A reading of one article by sayso",
        "$ref": "#/$defs/Reading",
        "$defs": dict(sorted(definitions.items())),
    }
