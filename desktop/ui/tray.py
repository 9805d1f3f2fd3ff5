"""The sign beside the clock of the system: what is said there may be read by anybody, so it never names anyone."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.i18n import _, ngettext
from desktop.ui.icons import window_icon
from desktop.ui.reminders import words

_SHOWN_MS = 10_000


class Tray(QObject):
    """``opened`` brings the window, ``quit_requested`` ends the program. Only where ``available()``."""

    opened = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.said = ""
        """The last message, for who missed it."""
        self.menu = QMenu()
        self.open_action = QAction(_("Open Boussole"), self)
        self.due_action = QAction("", self)
        self.due_action.setEnabled(False)
        self.quit_action = QAction(_("Quit"), self)
        self.open_action.triggered.connect(self.opened)
        self.quit_action.triggered.connect(self.quit_requested)
        self.menu.addActions([self.open_action, self.due_action])
        self.menu.addSeparator()
        self.menu.addAction(self.quit_action)
        self._icon = QSystemTrayIcon(window_icon(), self)
        self._icon.setToolTip("Boussole")
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.opened)
        self.set_due(None)
        self._icon.show()

    @staticmethod
    def available() -> bool:
        """Whether this desktop has a place for it."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_due(self, count: int | None) -> None:
        """How many follow-ups are due today; ``None`` while the data are locked: not even a number is said then."""
        self.due_action.setVisible(count is not None)
        if count is not None:
            text = ngettext("{count} follow-up for today", "{count} follow-ups for today", count)
            self.due_action.setText(text.format(count=count))

    def tell(self, count: int) -> None:
        """So many reminders have begun to ring; nothing of what they say."""
        self.say(words.counted(count))

    def say(self, text: str) -> None:
        """A message of the system, that names nobody."""
        self.said = text
        self._icon.showMessage("Boussole", text, window_icon(), _SHOWN_MS)

    def close(self) -> None:
        """Take the sign away: some systems leave it behind a program that ends."""
        self._icon.hide()
        self.menu.deleteLater()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.opened.emit()
