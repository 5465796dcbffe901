"""One actor in the making: its mentions and what they tell about it."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from sayso.actors.mention import Mention
from sayso.actors.rules import FROM_MODIFIER
from sayso.codebook.terms import ActorKind
from sayso.lexicon.own import OwnActor
from sayso.records.actors import MentionForm
from sayso.records.base import RuleId
from sayso.text import Span

HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mister", "sir", "dr", "dr."})
_BODIES = frozenset(
    {
        ActorKind.COUNTRY,
        ActorKind.GOVERNMENT,
        ActorKind.MILITARY,
        ActorKind.POLICE,
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.ORGANISATION,
        ActorKind.INTERGOVERNMENTAL,
        ActorKind.MEDIA,
        ActorKind.BUSINESS,
    }
)

_DEFAULT_SECTOR = {
    ActorKind.GOVERNMENT: "GOV",
    ActorKind.MILITARY: "MIL",
    ActorKind.POLICE: "COP",
    ActorKind.ARMED_GROUP: "REB",
    ActorKind.PARTY: "PTY",
    ActorKind.INTERGOVERNMENTAL: "IGO",
    ActorKind.MEDIA: "MED",
    ActorKind.BUSINESS: "BUS",
    ActorKind.CIVILIANS: "CVL",
    ActorKind.PEOPLE: "CVL",
}


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """Mentions taken for one actor. `number` orders clusters by creation, `places` holds the (sentence, token) of the
    mentions, `told` those of a country's name even where it is only a location; `bare` counts the mentions by surname
    alone, `kin` is True for a person who came in as somebody's relative; `lines` are
    the book's rows of mentions in text order that hold this one's; `own` is its entry in the user's own actors.
    """

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
    owner: "Cluster | None" = None
    modifiers: tuple[str, ...] = ()
    titles: set[str] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)
    spans: dict[Span, MentionForm] = field(default_factory=dict)
    rules: dict[RuleId, None] = field(default_factory=dict)
    places: list[tuple[int, int]] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)
    kin: bool = False
    bare: int = 0
    lines: tuple[list[tuple[int, int, int]], ...] = ()
    kept: bool = True
    own: OwnActor | None = None

    @property
    def body(self) -> bool:
        """True for countries, governments, groups: what "it" can stand for."""
        return self.kind in _BODIES

    @property
    def coded(self) -> str | None:
        """The sector that the text tells, else the one of the kind."""
        return self.sector or _DEFAULT_SECTOR.get(self.kind)

    def add(self, mention: Mention, rule: RuleId) -> None:
        """Takes a mention in, with what it tells."""
        self.note(mention.span, mention.form, (mention.sentence, mention.head), rule)
        if self.country is None and mention.country and self.kind is not ActorKind.COUNTRY and not mention.known:
            self.rules[FROM_MODIFIER] = None
        self.country = self.country or mention.country
        self.own = self.own or mention.own
        self.sector = self.sector or mention.sector
        self.gender = self.gender or mention.gender
        self.plural = mention.plural if self.plural is None else self.plural
        self.kept = self.kept or mention.acting
        if mention.title:
            office = set(mention.title.lower().split()) - HONORIFICS
            if office and (self.title is None or len(mention.title) > len(self.title)):
                self.title = mention.title
            self.titles.update(mention.title.lower().split())

    def note(self, span: Span, form: MentionForm, at: tuple[int, int], rule: RuleId) -> None:
        """Records one more mention."""
        self.spans[span] = form
        self.rules[rule] = None
        insort(self.places, at)
        for line in self.lines:
            insort(line, (*at, self.number))

    def last_before(self, here: tuple[int, int]) -> tuple[int, int] | None:
        """(sentence, token) of the last mention before `here`, or None."""
        i = bisect_left(self.places, here)
        return self.places[i - 1] if i else None
