"""Plays a conversation file through the real window with real key events; see ``runner``."""
