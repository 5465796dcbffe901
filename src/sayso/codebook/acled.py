"""ACLED's sub-event types and how PLOVER type, mode and sides lead to them.

Source: ACLED codebook (25 sub-event types); the sides are those of ACLED's `inter` codes, folded.
"""

from enum import StrEnum

from sayso.codebook.plover import EventType


class Side(StrEnum):
    """What sort of actor or target an event has, as far as ACLED tells them apart."""

    STATE = "state"
    ARMED = "armed"
    MOB = "mob"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    OTHER = "other"


EVENT_OF: dict[str, str] = {
    "Armed clash": "Battles",
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    "Excessive force against protesters": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}
"""The event type of each sub-event type."""

_WEAPONS = {
    "unconventional": "Chemical weapon",
    "aerial": "Air/drone strike",
    "drone": "Air/drone strike",
    "suicide-attack": "Suicide bomb",
    "heavy-weapons": "Shelling/artillery/missile attack",
    "sexual": "Sexual violence",
    "abduct": "Abduction/forced disappearance",
    "destroy": "Looting/property destruction",
}
_RANKS = (
    frozenset({"Chemical weapon", "Suicide bomb", "Sexual violence"}),
    frozenset({"Violent demonstration"}),
    frozenset({"Government regains territory", "Non-state actor overtakes territory"}),
    frozenset({"Excessive force against protesters", "Abduction/forced disappearance"}),
    frozenset({"Air/drone strike", "Remote explosive/landmine/IED", "Grenade", "Shelling/artillery/missile attack"}),
    frozenset({"Armed clash", "Attack", "Mob violence", "Protest with intervention"}),
    frozenset({"Looting/property destruction"}),
    frozenset({"Peaceful protest"}),
    frozenset({"Headquarters or base established"}),
    frozenset({"Arrests", "Disrupted weapons use", "Other"}),
    frozenset({"Non-violent transfer of territory", "Agreement"}),
)


def rank(name: str) -> int:
    """How much a sub-event type tells among several of one report, 0 the most: ACLED codes what a fight led to and the
    arms that made it before the bare fight, and violence before what is not.
    """
    return next((number for number, names in enumerate(_RANKS) if name in names), len(_RANKS))


_FORCES = frozenset({Side.STATE, Side.ARMED})
_FIGHTS = frozenset(
    {"clash", "fighting", "battle", "fight", "combat", "firefight", "gunfight", "skirmish", "offensive", "war", "repel"}
)
_KILLINGS = frozenset({"massacre", "murder", "shooting", "killing", "kill", "open", "shoot", "execution", "behead"})


def sub_event(
    kind: EventType,
    mode: str | None,
    actors: frozenset[Side],
    targets: frozenset[Side],
    *,
    words: frozenset[str],
) -> str | None:
    """PLOVER type and mode, who acts on whom, and the words of the event -> ACLED sub-event type, None if none fits.

    `words` are the lemmas of the event's trigger, weapon and objects: they tell a grenade from another bomb and a
    seized weapon from a seized town.
    """
    if kind is EventType.ASSAULT:
        return _assault(mode, actors, targets, words)
    if kind is EventType.PROTEST:
        return "Violent demonstration" if mode in ("riot", "vandalize") else "Peaceful protest"
    if kind is EventType.COERCE:
        return _coerce(mode, actors, targets, words)
    if kind is EventType.RETREAT:
        return _retreat(mode, actors, words)
    if kind is EventType.MOBILIZE:
        return "Headquarters or base established" if words & _POSTS else "Change to group/activity"
    parley = kind in (EventType.CONSULT, EventType.COOPERATE) and (
        (actors | targets) >= _FORCES or bool(words & _PEACE)
    )
    return "Agreement" if parley or (kind is EventType.AGREE and words & _DEALS) else None


def settled(name: str, words: frozenset[str]) -> str:
    """A report's sub-event type and all its lemmas -> the type that what else it tells makes of it.

    Force that kills or hurts protesters is excessive, a protest with clashes violent; a place that its holders leave
    is taken without violence, and forces that leave one to nobody change their activity.
    """
    if name == "Protest with intervention" and words & _SEVERE:
        return "Excessive force against protesters"
    if name == "Peaceful protest" and words & _UNRULY and "peaceful" not in words:
        return "Violent demonstration"
    if name in ("Government regains territory", "Non-state actor overtakes territory") and words & _LEFT:
        return name if words & _FIGHTS else "Non-violent transfer of territory"
    if name in ("Attack", "Armed clash", "Shelling/artillery/missile attack"):
        return _by_words(name, words)
    if name == "Non-violent transfer of territory" and not words & _HANDED:
        return "Change to group/activity"
    return name


def _by_words(name: str, words: frozenset[str]) -> str:
    """What the words of the report make of an attack or fight whose arms and sides are not told with it."""
    if "tear" not in words and words & _POISONS:
        return "Chemical weapon"
    if name == "Shelling/artillery/missile attack":
        return name
    told = next((told for told, telling in _TELLING if words & telling), name)
    return "Armed clash" if told == "Attack" and words & _GARRISONS else told


_POISONS = frozenset({"chlorine", "sarin", "poisonous", "mustard", "novichok"})
_GARRISONS = frozenset({"base", "barracks", "garrison", "outpost", "militia", "camp", "battalion"})
_TELLING = (
    ("Suicide bomb", frozenset({"suicide"})),
    ("Sexual violence", frozenset({"rape", "molestation", "rapist"})),
    ("Mob violence", frozenset({"mob", "vigilante"})),
    ("Shelling/artillery/missile attack", frozenset({"mortar", "shelling", "howitzer"})),
    ("Remote explosive/landmine/IED", frozenset({"landmine", "explosive", "explosion"})),
    ("Looting/property destruction", frozenset({"loot", "looting", "looter"})),
)
_SEVERE = frozenset({"injure", "wound", "kill", "brutally", "violently", "excessive", "fatal", "bullet", "ammunition"})
_UNRULY = frozenset(
    {"clash", "riot", "rioter", "smash", "stone", "firebomb", "scuffle", "torch", "loot", "aggressive", "violence"}
)
_LEFT = frozenset(
    {"withdrawal", "withdraw", "pull", "evacuate", "handover", "vacate", "abandon", "pullout", "deserted"}
)
_HANDED = frozenset({"hand", "handover", "control", "authority", "deal", "agreement", "bastion", "evacuation", "leave"})


_POSTS = frozenset({"base", "checkpoint", "outpost", "post", "point", "headquarters", "garrison", "camp", "position"})
_PEACE = frozenset({"peace", "ceasefire", "cease-fire", "truce", "armistice"})
_DEALS = frozenset({"agreement", "deal", "accord", "pact", "treaty", "reach", "sign"})
_CHEMICAL = frozenset({"chlorine", "sarin", "poisonous", "toxic", "phosphorus", "chemical", "mustard"})
_ARMS = frozenset(
    {
        "weapon",
        "arm",
        "ammunition",
        "bomb",
        "explosive",
        "grenade",
        "cache",
        "device",
        "missile",
        "rocket",
        "drone",
        "rifle",
        "mine",
        "munition",
        "shell",
        "stash",
        "defuse",
        "dismantle",
        "intercept",
        "firearm",
        "cartridge",
        "pistol",
        "projectile",
        "weaponry",
        "ammo",
        "ied",
        "landmine",
    }
)


_FINDING = frozenset({"find", "discover", "unearth", "uncover", "confiscate", "identify", "locate"})
"""What is found is arms; nobody finds territory."""


def _assault(mode: str | None, actors: frozenset[Side], targets: frozenset[Side], words: frozenset[str]) -> str:
    if Side.PROTESTERS in targets:
        deadly = mode in ("firearms", "heavy-weapons", "explosives") or bool(words & {"kill", "wound", "injure"})
        return "Excessive force against protesters" if deadly else "Protest with intervention"
    if mode == "crowd-control":
        return "Protest with intervention"
    if Side.PROTESTERS in actors and Side.STATE in actors | targets:
        return "Violent demonstration"
    armed = _by_arms(mode, words)
    if armed is not None:
        return armed
    if actors & {Side.MOB, Side.PROTESTERS}:
        return "Violent demonstration" if Side.PROTESTERS in actors else "Mob violence"
    return "Armed clash" if _is_clash(actors, targets, words) else "Attack"


def _is_clash(actors: frozenset[Side], targets: frozenset[Side], words: frozenset[str]) -> bool:
    """True for a fight of two armed sides; without a target, the words of fighting tell it from an attack."""
    if targets & _FORCES or actors >= _FORCES:
        return True
    return not targets and (bool(words & _FIGHTS) or not words & _KILLINGS)


def _by_arms(mode: str | None, words: frozenset[str]) -> str | None:
    """The sub-event type that the arms used, or destroyed, tell by themselves."""
    if "tear" not in words and words & _CHEMICAL:
        return "Chemical weapon"
    if mode == "destroy" and words & _ARMS:
        return "Disrupted weapons use"
    if "suicide" in words and mode in (None, "explosives", "destroy"):
        return "Suicide bomb"
    explosive = "Grenade" if words & {"grenade"} else "Remote explosive/landmine/IED" if mode == "explosives" else None
    return _WEAPONS.get(mode or "", explosive)


def _coerce(mode: str | None, actors: frozenset[Side], targets: frozenset[Side], words: frozenset[str]) -> str:
    if mode == "arrest":
        return "Protest with intervention" if Side.PROTESTERS in targets else "Arrests"
    if mode == "seize":
        if words & (_ARMS | _FINDING):
            return "Disrupted weapons use"
        return "Non-state actor overtakes territory" if Side.ARMED in actors else "Government regains territory"
    return "Other"


def _retreat(mode: str | None, actors: frozenset[Side], words: frozenset[str]) -> str | None:
    if mode == "withdraw":
        handed = actors & _FORCES or words & {"control", "authority"}
        return "Non-violent transfer of territory" if handed else None
    return {"disarm": "Change to group/activity", "ceasefire": "Agreement", "release": "Agreement"}.get(mode or "")
