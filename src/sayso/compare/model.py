"""What a comparison returns."""

from dataclasses import dataclass
from typing import Literal

from sayso.records.reading import Manifest

Outcome = Literal["gone", "new", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of a record that is on both sides: its values there, empty where nothing is said."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One record that vanished, appeared or changed. `number` counts them in order of article and text; `article` is
    its id after (before, where it vanished), `before` and `after` are the record in one line, None where it is not;
    `rules_before` and `rules_after` its rule ids.
    """

    number: int
    kind: str
    outcome: Outcome
    article: str
    headline: str
    sentence: str
    before: str | None
    after: str | None
    changes: tuple[Change, ...]
    rules_before: tuple[str, ...]
    rules_after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One line of the tables: a kind of record or a rule, how many records it has on either side (in the articles that
    both sides have), how many vanished, appeared, changed. A record that is on both sides but has a rule on one only
    is `gone` or `new` for that rule.
    """

    name: str
    before: int
    after: int
    gone: int
    new: int
    changed: int

    @property
    def any(self) -> int:
        """How many differ at all."""
        return self.gone + self.new + self.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sets of readings compared. `both` counts the articles that were paired, `differing` those of them that
    differ; `only_before` and `only_after` name the others (id and headline).
    """

    made_before: Manifest | None
    made_after: Manifest | None
    both: int
    differing: int
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    kinds: tuple[Count, ...]
    rules: tuple[Count, ...]
    differences: tuple[Difference, ...]

    @property
    def same(self) -> bool:
        """True if the same articles are read to the same records; who read them does not matter."""
        return not (self.differences or self.only_before or self.only_after)
