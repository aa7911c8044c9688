"""What a study argues beyond its figures, as sections of a report: one module a section."""
