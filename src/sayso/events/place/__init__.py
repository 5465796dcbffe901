"""The own place of a verb: the place names of its sentence, ranked by a compact trained model."""

from sayso.events.place.choose import Ranked, best, chosen, rank

__all__ = ["Ranked", "best", "chosen", "rank"]
