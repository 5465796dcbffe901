"""Vocabularies of sayso's own records (DESIGN section 3). Values are the strings of the JSON output."""

from enum import StrEnum


class DropReason(StrEnum):
    """Why a piece of a page is not part of the article."""

    APPEAL = "appeal"
    CREDIT = "credit"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    NAVIGATION = "navigation"
    LEGAL = "legal"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    COOKIE = "cookie"
    PAYWALL = "paywall"
    COMMENT = "comment"
    DATELINE = "dateline"
    CORRECTION = "correction"
    TABLE = "table"
    EMPTY = "empty"


class PartKind(StrEnum):
    """What a stretch of the article text is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    COUNTRY = "country"
    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE = "police"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    ORGANISATION = "organisation"
    INTERGOVERNMENTAL = "intergovernmental"
    MEDIA = "media"
    BUSINESS = "business"
    PEOPLE = "people"
    CIVILIANS = "civilians"
    FACILITY = "facility"
    UNNAMED = "unnamed"


class Form(StrEnum):
    """How the content of a statement is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """The speech act of a statement."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    CONDEMN = "condemn"
    DEMAND = "demand"
    REQUEST = "request"
    PROPOSE = "propose"
    OFFER = "offer"
    PROMISE = "promise"
    THREATEN = "threaten"
    WARN = "warn"
    PREDICT = "predict"
    SUPPORT = "support"
    CLAIM_RESPONSIBILITY = "claim_responsibility"
    DECLINE = "decline"


class Status(StrEnum):
    """What standing an event has in the report (DESIGN section 1.2)."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    ALLEGED = "alleged"
    DENIED = "denied"
    NEGATED = "negated"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    THREATENED = "threatened"
    PROMISED = "promised"
    DEMANDED = "demanded"
    HYPOTHETICAL = "hypothetical"


class Harm(StrEnum):
    """What happened to the people a casualty figure counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_WOUNDED = "killed|wounded"
    MISSING = "missing"
    ABDUCTED = "abducted"
    CAPTURED = "captured"
    DETAINED = "detained"
    DISPLACED = "displaced"


class VictimKind(StrEnum):
    """Who the victims of a casualty figure are."""

    PEOPLE = "people"
    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    SOLDIERS = "soldiers"
    POLICE = "police"
    FIGHTERS = "fighters"
    JOURNALISTS = "journalists"
    AID_WORKERS = "aid_workers"
    OFFICIALS = "officials"
    PROTESTERS = "protesters"
    OTHER = "other"


class TimePrecision(StrEnum):
    """The unit a time is given in."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class PlacePrecision(StrEnum):
    """How exactly a resolved place stands for what the text names."""

    EXACT = "exact"
    NEAR = "near"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    REGION = "region"
