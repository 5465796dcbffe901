"""The chain scores on worked cases and against brute force."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluation.chains import Chain, b_cubed, best_matching, ceaf_e, conll, muc


def chains(*words: str) -> tuple[Chain, ...]:
    return tuple(frozenset(word) for word in words)


def test_the_same_chains_score_one() -> None:
    assert conll(chains("ab", "cde"), chains("cde", "ab")) == pytest.approx(1.0)


def test_the_worked_example_of_the_shared_task() -> None:
    """Key {a b c} {d e f g}, response {a b} {c d} {f g h i}: the example of the CoNLL scorers' papers."""
    key, response = chains("abc", "defg"), chains("ab", "cd", "fghi")
    assert (muc(key, response).recall, muc(key, response).precision) == pytest.approx((2 / 5, 2 / 5))
    assert (b_cubed(key, response).precision, b_cubed(key, response).recall) == pytest.approx(
        (0.5, 2.917 / 7), abs=1e-3
    )
    assert (ceaf_e(key, response).precision, ceaf_e(key, response).recall) == pytest.approx((1.3 / 3, 1.3 / 2))


def test_nothing_found_scores_nought() -> None:
    assert conll(chains("ab"), ()) == 0.0
    assert conll((), chains("ab")) == 0.0


@given(st.integers(1, 4), st.integers(1, 5), st.data())
def test_the_matching_is_the_best_of_all(rows: int, columns: int, data: st.DataObject) -> None:
    cell = st.integers(0, 9)
    table = data.draw(st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    wide = table if rows <= columns else [list(c) for c in zip(*table, strict=True)]
    best = max(
        sum(row[column] for row, column in zip(wide, order, strict=True))
        for order in permutations(range(len(wide[0])), len(wide))
    )
    assert best_matching(table) == pytest.approx(best)
