"""A rule recited: what it says, where it comes from, its cases."""

from sayso.explain.casebook import cases_of
from sayso.explain.registry import rules_by_stage, stage_of
from sayso.explain.section import Section
from sayso.records.base import Rule


def explain_rule(rule: Rule) -> tuple[Section, ...]:
    """Rule -> its doc, source, and every case of the shipped case book."""
    sections = [Section(title=str(rule.id), lines=(rule.doc, f"source: {rule.source}"))]
    for case in cases_of(stage_of(rule.id) or "", rule.id):
        head = f"case: {case.title}" + (f"  [{case.options}]" if case.options else "")
        lines = [case.prose] if case.prose else []
        lines += ["", *(f"| {line}" for line in case.text.split("\n")), ""]
        lines += [f"→ {record}" for record in case.records] or ["→ nothing"]
        sections.append(Section(title=head, lines=tuple(lines)))
    return tuple(sections)


def list_rules() -> tuple[Section, ...]:
    """All rules, one line each, by stage."""
    return tuple(
        Section(title=f"{stage} ({len(table)})", lines=tuple(f"{rule.id}: {rule.doc}" for rule in table))
        for stage, table in rules_by_stage()
    )
