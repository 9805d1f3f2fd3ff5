"""The published versions of an item, and the way to take one up again."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.services import library
from desktop.services.library import Version
from desktop.ui.library.desk import Desk
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Divider, PlainLabel

_SHOWN = 8


class HistoryCard(QWidget):
    """One line a version, the one in use first; each can become the draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._versions: list[Version] = []
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)

    def show_history(self) -> None:
        """Show the versions of the item at hand."""
        versions = self._desk.workspace.ask(library.history, self._desk.mark)[:_SHOWN]
        if versions == self._versions:
            return
        self._versions = versions
        self.buttons = []
        while item := self._column.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if versions:
            self._column.addWidget(Divider())
            self._column.addWidget(PlainLabel(_("Versions"), "label"))
        for version in versions:
            self._column.addWidget(self._line(version))

    def _line(self, version: Version) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(f"v{version.number}", "strong", tabular=True))
        row.addWidget(PlainLabel(self._when(version), "muted", elide=True), 1)
        button = Button(_("Take up again"), "quiet", name=_("Take up v{version} again").format(version=version.number))
        button.clicked.connect(partial(self._take_up, version))
        row.addWidget(button)
        self.buttons.append(button)
        return line

    def _when(self, version: Version) -> str:
        if version.at is None:
            return _("shipped with Boussole")
        day = version.at.astimezone(self._desk.workspace.clock.zone).date()
        return _("published on {date}").format(date=current().date(day))

    def _take_up(self, version: Version, _checked: bool = False) -> None:
        self._desk.open_draft(version.content)
