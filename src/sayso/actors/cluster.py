"""One actor in the making: its mentions and what they tell about it."""

from dataclasses import dataclass, field

from sayso.actors.mention import Mention
from sayso.codebook.terms import ActorKind
from sayso.records.actors import MentionForm
from sayso.records.base import RuleId
from sayso.text import Span

_BODIES = frozenset({
    ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.POLICE, ActorKind.ARMED_GROUP, ActorKind.PARTY,
    ActorKind.ORGANISATION, ActorKind.INTERGOVERNMENTAL, ActorKind.MEDIA, ActorKind.BUSINESS,
})


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """Mentions taken for one actor. `number` orders clusters by creation; `latest` is the last (sentence, token)."""

    number: int
    name: str
    kind: ActorKind
    named: bool
    lemma: str
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    gender: str | None = None
    plural: bool | None = None
    member: "Cluster | None" = None
    modifiers: tuple[str, ...] = ()
    titles: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    spans: dict[Span, MentionForm] = field(default_factory=dict)
    rules: dict[RuleId, None] = field(default_factory=dict)
    latest: tuple[int, int] = (0, 0)
    first: tuple[int, int] = (0, 0)
    kept: bool = True

    @property
    def body(self) -> bool:
        """True for countries, governments, groups: what "it" can stand for."""
        return self.kind in _BODIES

    def add(self, mention: Mention, rule: RuleId) -> None:
        """Takes a mention in, with what it tells."""
        self.note(mention.span, mention.form, (mention.sentence, mention.head), rule)
        self.country = self.country or mention.country
        self.sector = self.sector or mention.sector
        self.gender = self.gender or mention.gender
        self.plural = mention.plural if self.plural is None else self.plural
        self.kept = self.kept or mention.acting
        if mention.title:
            self.title = mention.title if self.title is None or len(mention.title) > len(self.title) else self.title
            self.titles.update(mention.title.lower().split())

    def note(self, span: Span, form: MentionForm, at: tuple[int, int], rule: RuleId) -> None:
        """Records one more mention."""
        self.spans[span] = form
        self.rules[rule] = None
        self.latest = max(self.latest, at)
        self.first = min(self.first, at)
