"""What holds for the times of any text."""

import time
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.records.times import Time
from sayso.times import find_times, resolve_times
from sayso.times.lexer import scan
from sayso.times.rulesets import code_times
from tests.engine import document_of
from tests.times.render import published

WORDS = """
Monday Sunday Sat. May March Sept. Feb. 29 30 31 5th fifth 1999 1990s 99 2100 0000 2400 GMT a.m. p.m. 10:61
25:00 12 : - / , . ( ) the last next this that same past early late mid end of half quarter first second
fourth century millennium decade years year months weeks week days day hours night overnight today tomorrow
morning noon midnight ago later earlier before after every each a an couple dozen hundred thousand several few
for since until by from to between and in on at old now recently future 's ’s nineteen ninety 1/2 31/02/2021
4/5/21 9999-12-31 0001-01-01 Easter Christmas 400 999999999 winter fiscal
""".split()
DAYS = [None, "2023-03-15", "0001-01-01", "9999-12-31", "2024-02-29", "2023-03", "2023", "nonsense"]
texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.text(max_size=60))
quick = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def times_of(text: str, day: str | None) -> tuple[Time, ...]:
    document = document_of(text)
    return resolve_times(find_times(document), document, published(day))


@quick
@given(texts, st.sampled_from(DAYS))
def test_times_are_well_formed(text: str, day: str | None) -> None:
    times = times_of(text, day)
    assert len({entry.id for entry in times}) == len(times)
    for entry in times:
        assert entry.mentions
        assert entry.start is None or entry.end is None or entry.start[:10] <= entry.end[:10]
        assert entry.unresolved or (entry.start and entry.end)
        for mention in entry.mentions:
            assert mention.quote == text[mention.start : mention.end] != ""
    spans = sorted((m.start, m.end) for entry in times for m in entry.mentions)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@quick
@given(texts)
def test_nothing_is_counted_from_an_unknown_publication(text: str) -> None:
    assert all(entry.anchor != "publication" for entry in times_of(text, None))


@quick
@given(texts, st.sampled_from(["2023-03-15", "2024-02-29"]))
def test_ucdp_never_codes_beyond_the_report_what_has_begun(text: str, day: str) -> None:
    document = document_of(text)
    when = published(day)
    assert when is not None
    for coded in code_times("ucdp", find_times(document), document, when):
        assert coded.start <= coded.end
        assert 1 <= coded.precision <= 5
        assert not coded.start.isoformat() <= day < coded.end.isoformat()


def test_hostile_repetition_is_linear() -> None:
    for piece in ("twenty ", "the ", "early ", "1 ", "a.m. ", "May ", "- ", "12:30 ", "of the "):
        text = piece * 40_000
        start = time.perf_counter()
        scan(text, 0, len(text))
        assert time.perf_counter() - start < 5
