"""Widgets that at least two features share, drawn from the tokens of the current theme."""
