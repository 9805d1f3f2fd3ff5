"""Boussole: discovery calls, scored live, that become proposals in the prospect's own words."""

__version__ = "0.1.0"
