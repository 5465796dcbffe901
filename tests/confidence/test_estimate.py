"""Confidence is bounded, monotone in what was counted, and the same for the same counts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.confidence.estimate import HIGHEST, LOWEST, estimate, key
from sayso.confidence.table import Kind, measured

RULES = ("a.one", "a.two", "a.three")
SIGNALS = ("long sentence", "nobody named")


def pairs() -> st.SearchStrategy[tuple[int, int]]:
    return st.integers(0, 400).flatmap(lambda judged: st.tuples(st.integers(0, judged), st.just(judged)))


@st.composite
def kinds(draw: st.DrawFn) -> Kind:
    right, judged = draw(pairs())
    signals = {}
    for name in SIGNALS:
        hits, n = draw(pairs())
        if n:
            signals[name] = (hits, n, draw(st.floats(0, n)))
    return Kind(
        on="a set",
        right=right,
        judged=judged,
        rules={rule: draw(pairs()) for rule in RULES},
        together={key(RULES[:2]): draw(pairs())},
        signals=signals,
    )


@given(kinds(), st.lists(st.sampled_from([*RULES, "a.unknown"])), st.lists(st.sampled_from([*SIGNALS, "new"])))
def test_it_is_a_share_in_two_digits_and_the_last_step_tells_it(kind: Kind, rules: list[str], seen: list[str]) -> None:
    found = estimate(kind, rules, seen)
    assert LOWEST <= found.value <= HIGHEST
    assert found.value == round(found.value, 2) == found.steps[-1].after
    assert found == estimate(kind, rules, seen)


@given(kinds(), st.sampled_from(RULES), st.lists(st.sampled_from(SIGNALS), unique=True), st.data())
def test_a_rule_with_better_measured_precision_never_scores_lower(
    kind: Kind, rule: str, seen: list[str], data: st.DataObject
) -> None:
    right, judged = kind.rules[rule]
    better = data.draw(st.integers(right, judged))
    improved = replace(kind, rules={**kind.rules, rule: (better, judged)})
    for rules in ([rule], list(RULES), [*RULES[:2]]):
        assert estimate(improved, rules, seen).value >= estimate(kind, rules, seen).value


@given(kinds(), st.lists(st.sampled_from(SIGNALS), unique=True), st.data())
def test_a_combination_with_better_measured_precision_never_scores_lower(
    kind: Kind, seen: list[str], data: st.DataObject
) -> None:
    name = key(RULES[:2])
    right, judged = kind.together[name]
    improved = replace(kind, together={name: (data.draw(st.integers(right, judged)), judged)})
    assert estimate(improved, RULES[:2], seen).value >= estimate(kind, RULES[:2], seen).value


@given(kinds(), st.lists(st.sampled_from(RULES), unique=True))
def test_the_order_of_rules_does_not_matter(kind: Kind, rules: list[str]) -> None:
    assert estimate(kind, rules, ()).value == estimate(kind, rules[::-1], ()).value


def test_what_was_seldom_judged_leans_on_the_mean() -> None:
    kind = Kind(on="a set", right=700, judged=1000, rules={"a.rare": (0, 1), "a.usual": (0, 1000)})
    rare, usual = estimate(kind, ["a.rare"], ()).value, estimate(kind, ["a.usual"], ()).value
    assert 0.6 < rare < 0.7
    assert usual < 0.05


def test_the_shipped_counts_are_counts() -> None:
    table = measured()
    assert table.sets
    assert all(len(digest) == 64 for digest in table.sets.values())
    for kind in table.kinds.values():
        assert 0 <= kind.right <= kind.judged
        assert all(0 <= right <= n <= kind.judged for right, n in [*kind.rules.values(), *kind.together.values()])
        assert all(0 <= right <= n and 0 <= expected <= n for right, n, expected in kind.signals.values())
