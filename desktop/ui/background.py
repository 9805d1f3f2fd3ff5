"""Staying beside the clock when the window is closed, for who asked the program to start with the system."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.i18n import _
from desktop.settings import Preferences
from desktop.ui.tray import Tray

LEAVING = "leaving"
"""Property of a window that is closed for good: the rep quits, or the session ends."""


class Background(QObject):
    """Watches a window: closed, it is hidden as long as the option is on, and once that is said."""

    def __init__(self, window: QWidget, tray: Tray, preferences: Preferences, flush: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._tray, self._preferences, self._flush = window, tray, preferences, flush
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            QApplication.setQuitOnLastWindowClosed(True)
        if event.type() != QEvent.Type.Close or not self._stays():
            return False
        event.ignore()
        self._flush()
        # Hidden, it is no window any more: closing another one would end the program.
        QApplication.setQuitOnLastWindowClosed(False)
        self._window.hide()
        if not self._preferences.current.told_of_tray:
            self._preferences.change(told_of_tray=True)
            self._tray.say(_("Boussole stays here and reminds you. To end it: Quit, in this menu."))
        return True

    def _stays(self) -> bool:
        return self._preferences.current.starts_with_system and not self._window.property(LEAVING)
