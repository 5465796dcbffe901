"""Records of one reading -> incidents: what its events and tolls tell of the same act of violence."""

from sayso.reconcile.within import find_incidents

__all__ = ["find_incidents"]
