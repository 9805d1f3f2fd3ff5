"""Words that began a line, put inside a sentence."""


def inside(words: str) -> str:
    """With a small first letter; an acronym keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def spoken(words: str) -> str:
    """Without the full stop that would break the sentence they are quoted in."""
    return words.strip().rstrip(".").rstrip()


def short(text: str) -> str:
    """The first words, for the name of an act."""
    return text if len(text) <= 32 else f"{text[:31].rstrip()}…"
