"""The index of spans agrees with asking every span."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.overlap import Overlaps

spans = st.tuples(st.integers(0, 3000), st.integers(0, 3000)).map(sorted).map(tuple)


@given(st.lists(spans, max_size=30), spans)
def test_as_asking_every_span(held: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    index = Overlaps((a, b, number) for number, (a, b) in enumerate(held))
    wanted = [number for number, (a, b) in enumerate(held) if a < b and a < end and start < b]
    assert [found.item for found in index.of(start, end)] == wanted
