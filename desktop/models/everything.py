"""Imports every saved thing, so that the metadata is whole: for migrations and for the tests of the schema."""

from desktop.models import calls, catalogue, followups, library, needs, proposals, prospects, settings

__all__ = ["calls", "catalogue", "followups", "library", "needs", "proposals", "prospects", "settings"]
