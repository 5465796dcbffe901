"""The frozen records every stage speaks; one module a concern. Field names are the JSON names of DESIGN section 3."""
