"""A comparison in words: lines fit, nothing steers the terminal, examples carry both records."""

from dataclasses import replace

from sayso.codebook.terms import Status
from sayso.compare import compare, render
from tests.export.factory import reading


def _changed() -> str:
    whole = reading()
    event = replace(whole.events[1], status=Status.REPORTED)
    other = replace(whole, events=(whole.events[0], event, *whole.events[3:]))
    return render(compare([whole], [other]))


def test_as_text() -> None:
    text = _changed()
    assert text.startswith("1 article on both sides, 1 read differently\n")
    assert "status  claimed → reported" in text
    assert "    - event claimed ASSAULT/heavy-weapons “hit” ? → ?" in text
    assert "    + event reported ASSAULT/heavy-weapons “hit” ? → ?" in text
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text


def test_every_difference_is_shown_once_and_named_elsewhere() -> None:
    text = _changed()
    assert text.count("  #1  ") == 1
    assert "see also #1" in text


def test_without_examples_only_the_tables() -> None:
    whole = reading()
    text = render(compare([whole], [replace(whole, events=whole.events[1:])]), examples=0)
    assert "#1" not in text
    assert "events.denied" in text


def test_what_steers_a_terminal_is_spelled_out() -> None:
    whole = reading()
    victims = replace(whole.tolls[0].victims, text="peo\x1b[31mple")
    text = render(
        compare([whole], [replace(whole, tolls=(replace(whole.tolls[0], victims=victims), *whole.tolls[1:]))])
    )
    assert "\x1b" not in text
    assert "<U+001B>" in text


def test_colour_marks_the_sides() -> None:
    whole = reading()
    text = render(compare([whole], [replace(whole, events=whole.events[1:])]), colour=True)
    assert "\x1b[31m    - event" in text


def test_no_difference_is_said() -> None:
    assert "No difference." in render(compare([reading()], [reading()]))
    assert "No difference." in render(compare([], []))
