"""Word lists: TOML files beside the stages, loaded once, validated strictly, never changed."""

from sayso.lexicon.load import digest, load

__all__ = ["digest", "load"]
