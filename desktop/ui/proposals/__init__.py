"""Composing a proposal beside the very pages that will be handed over."""
