"""Words that began a line, put inside a sentence."""

from desktop.ui.undo import short

__all__ = ["inside", "short", "spoken"]


def inside(words: str) -> str:
    """With a small first letter; an acronym keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def spoken(words: str) -> str:
    """Without the full stop that would break the sentence they are quoted in."""
    return words.strip().rstrip(".").rstrip()
