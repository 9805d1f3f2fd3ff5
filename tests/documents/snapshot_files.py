"""The text of every page of every document of the shipped conversations, and of the extreme proposals, as last read.

After a change that is meant: ``python -m tests.documents.snapshot_files``, then read what git says has changed.
"""

import re
from dataclasses import replace
from pathlib import Path

from desktop.documents.variants import available, render_document
from desktop.models.proposals import DocumentKind
from tests.documents.conversations import SHIPPED, content
from tests.documents.extremes import EXTREMES
from tests.documents.reading import reader

FOLDER = Path(__file__).parent / "snapshots"
LANGUAGES = ("fr", "en")
CASES = [(name, language) for name in SHIPPED for language in LANGUAGES] + [(name, "fr") for name in EXTREMES]


def path_of(name: str, language: str) -> Path:
    return FOLDER / f"{re.sub('[^a-z0-9-]+', '-', name.lower())}.{language}.txt"


def text_of(name: str, language: str) -> str:
    """Every page, each under the name of its document and its number; of an extreme, the whole proposal alone."""
    shipped = name in SHIPPED
    made = content(name, language) if shipped else replace(EXTREMES[name], language=language)
    parts = []
    for kind in available(made) if shipped else (DocumentKind.PROPOSAL,):
        pages = reader(render_document(made, kind)).pages
        for number, page in enumerate(pages, 1):
            # No-break spaces are kept: they are what French typography is about.
            parts.append(f"=== {kind} {number}/{len(pages)}\n{page.extract_text().rstrip()}\n")
    return "\n".join(parts)


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, language in CASES:
        path_of(name, language).write_text(text_of(name, language), "utf-8")


if __name__ == "__main__":
    write()
