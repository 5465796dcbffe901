"""Document -> casualty figures as claims, with bounds, harm, victims and claimant."""

from sayso.tolls.find import find_tolls
from sayso.tolls.rules import RULES

__all__ = ["RULES", "find_tolls"]
