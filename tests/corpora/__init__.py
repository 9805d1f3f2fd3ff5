"""Real-sounding sentences, kept apart from the rules that read them."""

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent


def ordinary(language: str) -> list[str]:
    """What a prospect says that contradicts nothing and objects to nothing, whatever the scores."""
    return (FOLDER / f"ordinary_{language}.txt").read_text("utf-8").splitlines()


def sentences(name: str, language: str) -> list[tuple[str, str]]:
    """``(key, sentence)``: what must be recognised, from ``contradictions`` or ``objections``."""
    by_key = tomllib.loads((FOLDER / f"{name}_{language}.toml").read_text("utf-8"))["sentences"]
    return [(key, sentence) for key, said in by_key.items() for sentence in said]
