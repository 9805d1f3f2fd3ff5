"""Tests of the catalogue page."""
