"""Bad inputs from the shell: one line of reason each, exit code 1, the good ones beside them read, no traceback.

The texts are small; each is of a kind that once took minutes, gigabytes or a traceback when it was large.
"""

import codecs
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import sayso
from sayso.cli.main import main
from sayso.errors import BadInput
from sayso.ingest import sources

FIRST = "Shells hit the market of the town on Monday, officials said, and two traders were killed."
SECOND = "The army denied on Tuesday that its guns had fired on the town, and said rebels were to blame."
GOOD = f"{FIRST}\n\n{SECOND}\n"
RUSSIAN = "Войска обстреляли рынок в городе в понедельник, сообщили местные власти, два торговца погибли. " * 4

Ran = Callable[..., tuple[int, list[str], list[dict[str, object]]]]


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Ran:
    """Runs `sayso read` and gives exit code, complaints and readings."""

    def run(*arguments: str | Path) -> tuple[int, list[str], list[dict[str, object]]]:
        code = main(["read", "--format", "jsonl", *map(str, arguments)])
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        complaints = shown.err.splitlines()
        assert all(line.startswith("sayso: ") for line in complaints)
        return code, complaints, [json.loads(line) for line in shown.out.splitlines()]

    return run


def page(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


REJECTED = {
    "empty.txt": (b"", "empty"),
    "mark.txt": (codecs.BOM_UTF16_LE, "empty"),
    "report.html": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF, not a page"),
    "nul.txt": (b"\x00" * 300 + GOOD.encode(), "binary data, not text"),
    "ru.html": (
        page(f"<p>{RUSSIAN}</p>", '<meta charset="windows-1251">').encode("cp1251"),
        "not English: Russian (ru)",
    ),
    "ru.txt": (RUSSIAN.encode("cp1251"), "not English: Russian (ru)"),
    "ar.txt": (
        ("قال الجيش إن المتمردين قتلوا جنودا في المدينة يوم الاثنين. " * 9).encode(),
        "not English: Arabic (ar)",
    ),
    "appeal.html": (
        page(
            "<p>We need your help. Please support our independent journalism with a donation, no matter how small.</p>"
        ).encode(),
        "no article text left after dropping an appeal",
    ),
    "deep.json": (b'{"a":' * 50_000, "not valid JSON"),
    "less.html": (page("<" * 2_100_000).encode(), "too much text or markup for a page"),
    "lines.txt": (b"word\n" * 60_000, "the limits are"),
    "quotes.txt": (b'"' * 100_000, "no article text left"),
    "numbers.txt": (b"12 7 " * 3_000, "no words in it"),
}


@pytest.mark.parametrize("name", REJECTED)
def test_a_bad_file_costs_itself_only(ran: Ran, tmp_path: Path, name: str) -> None:
    data, reason = REJECTED[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD)
    code, complaints, readings = ran(tmp_path / name, tmp_path / "good.txt")
    assert code == 1
    assert len(complaints) == 1
    assert reason in complaints[0]
    assert len(readings) == 1


READ = {
    "broken.txt": GOOD.encode() + b"\xff\xfe\xe2\x80 caf\xe9 stood open on Monday, he said.\n",
    "wide.txt": codecs.BOM_UTF16_LE + GOOD.encode("utf-16-le"),
    "unmarked.txt": GOOD.encode("utf-16-be"),
    "wide.html": page(f"<p>{FIRST}</p><p>{SECOND}</p>").encode("utf-16-le"),
    "surrogate.txt": GOOD.encode() + "\ud800 was found on Monday, he said.\n".encode("utf-8", "surrogatepass"),
    "one_nul.txt": GOOD.replace("market", "mar\x00ket").encode(),
    "nested.html": page("<div>" * 10_000 + f"<p>{FIRST}</p>" + "</div>" * 10_000).encode(),
    "laden.html": page("<p " + " ".join(f"a{i}=1" for i in range(30_000)) + f">{FIRST}</p>").encode(),
    "marks.txt": (GOOD + '"a ' * 3_000).encode(),
    "curly.txt": (GOOD + "“" * 20_000).encode(),
    "word.txt": (GOOD + "a" * 100_000).encode(),
    "numbers.txt": (GOOD + "12 " * 3_000).encode(),
    "dates.txt": (GOOD + "on Monday, May 3, 2020, " * 500).encode(),
    "towns.txt": (GOOD + "The army said that " + "Kabul and " * 1_500 + "Kabul fell.").encode(),
    "brackets.txt": ("(" * 8_000 + GOOD).encode(),
    "stops.txt": ("." * 20_000 + GOOD).encode(),
    "said.txt": (GOOD + "said " * 2_000).encode(),
}


@pytest.mark.parametrize("name", READ)
def test_odd_but_readable(ran: Ran, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(READ[name])
    start = time.process_time()
    code, complaints, readings = ran(path)
    assert time.process_time() - start < 10
    assert (code, complaints, len(readings)) == (0, [], 1)


def test_json_lines_with_bad_lines(ran: Ran, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    lines = [json.dumps({"text": GOOD}), "{bad", "[1,2]", "", json.dumps({"x": 1}), '{"text": "' + FIRST + ' \\ud800"}']
    path.write_text("\n".join(lines))
    code, complaints, readings = ran(path)
    assert code == 1
    assert [line.split(".jsonl:")[1][0] for line in complaints] == ["2", "3", "5"]
    assert len(readings) == 2


def test_a_folder_of_all_sorts(ran: Ran, tmp_path: Path) -> None:
    for name in ("a.txt", "README.md", "readme", "LICENSE", ".hidden.txt", ".git/b.txt", "sub/c.txt", "sub/style.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    (tmp_path / "sub/up").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    code, complaints, readings = ran(tmp_path)
    assert (code, complaints, len(readings)) == (0, [], 2)
    assert len(ran(tmp_path / "README.md")[2]) == 1


def test_devices_links_and_missing_files(ran: Ran, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "PATIENCE", 0.05)
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    named = [tmp_path / name for name in ("missing.txt", "loop", "pipe", "good.txt")]
    code, complaints, readings = ran(*named, "/dev/null", "/dev/zero")
    assert code == 1
    assert len(readings) == 1
    reasons = [line.rsplit(": ", 1)[1] for line in complaints]
    assert reasons == [
        "no such file",
        "a link that leads nowhere",
        "a pipe into which nothing came for 0.05 seconds",
        "empty",
        "more than 20 MB, the limit",
    ]


@pytest.mark.parametrize(
    "date", ["soon", "01/02/2020", "2024-02-30", "2024-13", "0001-01-01", "on 2024-03-02", "\udcff"]
)
def test_a_date_that_is_none_is_bad_usage(capsys: pytest.CaptureFixture[str], date: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["read", "x.txt", "--published", date])
    assert stopped.value.code == 2
    assert f"not a clear date: {date!r}" in capsys.readouterr().err
    with pytest.raises(BadInput, match="not a clear publication date"):
        sayso.read(GOOD, published=date)


@pytest.mark.parametrize("date", ["2024-03-02", "2024-03", "2024", "2 March 2024", "2024-03-02T10:00Z"])
def test_a_date_is_understood(date: str) -> None:
    published = sayso.read(GOOD, published=date).article.published
    assert published is not None
    assert published.basis == "given"
    assert published.start.startswith("2024")


def test_surrogates_from_the_caller() -> None:
    reading = sayso.read(GOOD + "\ud800", outlet="A\ud800\udcff", url="https://example.org/\ud800")
    assert (reading.article.outlet, reading.article.url) == ("A��", "https://example.org/�")
