"""Imports every saved thing, so that the metadata is whole: for migrations and for the tests of the schema."""

from desktop.models import (
    absences,
    cadence_runs,
    calls,
    catalogue,
    exchanges,
    followups,
    library,
    matrix_cells,
    merges,
    needs,
    proposals,
    prospects,
    saved_filters,
    settings,
)

__all__ = [
    "absences",
    "cadence_runs",
    "calls",
    "catalogue",
    "exchanges",
    "followups",
    "library",
    "matrix_cells",
    "merges",
    "needs",
    "proposals",
    "prospects",
    "saved_filters",
    "settings",
]
