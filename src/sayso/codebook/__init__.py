"""Closed vocabularies: every code a record may carry, with its source document."""
