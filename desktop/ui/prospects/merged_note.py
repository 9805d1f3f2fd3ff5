"""In the file of a prospect: which other files went into it, and the way to take them apart again."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.services.merging import MergedFile
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel


class MergedNote(QWidget):
    """ "Fusionné avec Durand le 24 novembre 2026 [Séparer]", a line each; hidden when there is none."""

    separated = Signal(object)
    """The ``MergedFile``."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.buttons: list[Button] = []
        self.hide()

    def show_merged(self, files: Sequence[MergedFile], zone: ZoneInfo) -> None:
        """Show them, the latest first."""
        empty(self._rows)
        self.buttons = []
        for file in files:
            day = current().date(file.at.astimezone(zone).date())
            words = _("Merged with {name} on {date}").format(name=file.name, date=day)
            separate = _("Separate")
            button = Button(separate, "quiet", name=f"{separate} · {file.name}")
            button.clicked.connect(lambda _checked=False, file=file: self.separated.emit(file))
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(PlainLabel(words, "small", elide=True), 1)
            row.addWidget(button)
            self._rows.addWidget(holder)
            self.buttons.append(button)
        self.setVisible(bool(files))
