"""Vocabularies of incidents: what a group of records that tell of one act of violence is said to be."""

from enum import StrEnum


class IncidentKind(StrEnum):
    """What sort of violence it is. `attack` is the general kind; `combat` is fighting of two armed sides."""

    ATTACK = "attack"
    BOMBING = "bombing"
    KIDNAPPING = "kidnapping"
    ARSON = "arson"
    ROBBERY = "robbery"
    STOPPAGE = "stoppage"
    COMBAT = "combat"


class Stage(StrEnum):
    """How far it went."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"


class Blame(StrEnum):
    """On what standing somebody is said to have done it, from the surest to the least sure; an admission counts before
    all.
    """

    FACT = "fact"
    CLAIMED = "claimed"
    AUTHORITIES = "accused_by_authorities"
    ACCUSED = "accused"
    POSSIBLE = "possible"
    DENIED = "denied"


class Effect(StrEnum):
    """What became of a victim."""

    DEATH = "death"
    INJURY = "injury"
    ABDUCTION = "abduction"
    RELEASE = "release"
    UNHARMED = "unharmed"
