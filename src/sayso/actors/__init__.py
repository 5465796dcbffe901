"""Actors: Document, places and phrases -> who acts, speaks or suffers, under all their names."""

from sayso.actors.find import find_actors
from sayso.actors.rules import RULES

__all__ = ["RULES", "find_actors"]
