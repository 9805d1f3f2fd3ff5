"""What a play leaves behind: pictures of the screens, the documents, the proposal and its text, and the summary."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget

from desktop.ui.play.keys import PlayError

PROPOSAL = "proposition.pdf"
TEXT = "proposition.txt"
REPORT = "compte-rendu.pdf"
REPORT_TEXT = "compte-rendu.txt"
SUMMARY = "summary.json"
_FILES = (PROPOSAL, TEXT, REPORT, REPORT_TEXT, SUMMARY)
_HANDED_OVER = ("pdf", "eml", "ics")
_DATED = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]_*"
"""How the program names what it hands over."""


class Artefacts:
    """Writes into one folder, made if need be. ``written`` lists the files in the order they came."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        dated = (path for suffix in _HANDED_OVER for path in folder.glob(f"{_DATED}.{suffix}"))
        for former in (*folder.glob("[0-9][0-9]-*.png"), *dated, *(folder / name for name in _FILES)):
            # What an earlier play left must not pass for the work of this one.
            former.unlink(missing_ok=True)
        self.folder = folder
        self.written: list[Path] = []

    def picture(self, window: QWidget, name: str) -> None:
        """A picture of ``window`` as it is now: ``03-call.png`` for the third one, ``call``."""
        number = sum(path.suffix == ".png" for path in self.written) + 1
        path = self.folder / f"{number:02d}-{name}.png"
        if not window.grab().save(str(path)):
            raise PlayError(f"{path} cannot be written")
        self.written.append(path)

    def proposal(self, pdf: bytes) -> None:
        """The exported proposal, as it was handed over, and its text."""
        self._document(pdf, PROPOSAL, TEXT)

    def report(self, pdf: bytes) -> None:
        """The account of the call, as it was handed over, and its text."""
        self._document(pdf, REPORT, REPORT_TEXT)

    def handed_over(self, files: Sequence[Path]) -> None:
        """What the program wrote for the customer, under the names it gave."""
        for file in files:
            path = self.folder / file.name
            path.write_bytes(file.read_bytes())
            self.written.append(path)

    def _document(self, pdf: bytes, name: str, text_name: str) -> None:
        path, text = self.folder / name, self.folder / text_name
        path.write_bytes(pdf)
        text.write_text(text_of(path), "utf-8")
        self.written += [path, text]

    def summary(self, values: dict[str, Any]) -> None:
        """The summary, for people and for programs."""
        path = self.folder / SUMMARY
        path.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", "utf-8")
        self.written.append(path)


def text_of(pdf: Path) -> str:
    """The text of a PDF in reading order, a form feed between two pages."""
    document = QPdfDocument()
    problem = document.load(str(pdf))
    if problem is not QPdfDocument.Error.None_:
        raise PlayError(f"{pdf.name} cannot be read back: {problem.name}")
    pages = [document.getAllText(page).text().replace("\r\n", "\n").strip() for page in range(document.pageCount())]
    document.close()
    return "\n\f\n".join(pages) + "\n"
