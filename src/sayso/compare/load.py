"""Files of readings -> readings."""

from pathlib import Path

import msgspec

from sayso.errors import BadInput
from sayso.export.json import decode_all
from sayso.records.reading import Reading


def load_readings(path: str, data: bytes | None = None) -> tuple[Reading, ...]:
    """What `sayso read --format json` or `jsonl` wrote -> its readings, every field checked against the records.

    `data` is the content where it does not come from the file `path`. An empty file has no readings. Raises BadInput.
    """
    if data is None:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise BadInput(path, error.strerror or str(error)) from error
    if not data.strip():
        return ()
    decoder = msgspec.json.Decoder(Reading)
    try:
        return tuple(decoder.decode(line) for line in data.splitlines() if line.strip())
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return tuple(decode_all(data, source=path))
