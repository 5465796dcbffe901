"""The version of sayso and of its output schema."""

__version__ = "0.1.0"
SCHEMA = "1"
