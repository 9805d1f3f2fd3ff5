"""A page turned towards a customer: a window of its own, over the whole screen and above the program.

What it shows is given to it in plain values; it knows no file and no other page.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QWidget

from desktop.i18n import LANGUAGES, Language
from desktop.ui.icons import window_icon
from desktop.ui.widgets.hold_button import Compass
from desktop.ui.widgets.thanks import Thanks
from desktop.ui.widgets.touch_parts import TouchButton, Weight, words

_NAMES = {"fr": "Français", "en": "English"}


def spoken(code: str) -> Language:
    """The language ``code``, English when it is none of ours."""
    return Language(code if code in LANGUAGES else "en")


class TurnedBar(QWidget):
    """Who sells, and a language each. ``handed_back`` once its mark was held, ``spoken`` with a language's code."""

    handed_back = Signal()
    spoken = Signal(str)

    def __init__(self, seller: str, language: Language) -> None:
        super().__init__()
        self.logo = Compass(language.gettext("Hand the screen back"))
        self.languages = {code: TouchButton(name) for code, name in _NAMES.items()}
        bar = QHBoxLayout(self)
        bar.setContentsMargins(24, 12, 24, 12)
        bar.setSpacing(12)
        bar.addWidget(self.logo)
        bar.addWidget(words(seller, 20, Weight.DemiBold), 1)
        for code, button in self.languages.items():
            button.setCheckable(True)
            button.setChecked(code == language.code)
            button.clicked.connect(lambda _checked, chosen=code: self.spoken.emit(chosen))
            bar.addWidget(button)
        self.logo.held.connect(self.handed_back)


class TurnedWindow(QWidget):
    """One page at a time; Esc gives the screen back. ``closed`` carries what ``leaving`` says, once."""

    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._told = False
        self._shown: QWidget | None = None
        self.thanks: Thanks | None = None
        # The program is behind: neither its windows nor its keys answer while this one is open.
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowIcon(window_icon())
        self.setMinimumSize(640, 400)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self._stack = QStackedLayout(self)

    def open_over(self, window: QWidget | None = None) -> None:
        """Cover the screen that ``window`` is on."""
        screen = window.screen() if window is not None else QApplication.primaryScreen()
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.begin()

    def begin(self) -> None:
        """Give the focus to the first thing to do."""

    def leaving(self) -> object:
        """What ``closed`` carries."""
        return None

    def put(self, page: QWidget) -> None:
        """Show ``page`` in place of the one before, which goes."""
        former, self._shown = self._shown, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if former is not None:
            self._stack.removeWidget(former)
            former.hide()
            former.deleteLater()

    def say_thanks(self, name: str, sentence: str, language: Language) -> None:
        """Thanks by ``name``, above ``sentence``, until the rep takes the screen back."""
        self.thanks = Thanks(name, sentence, language)
        self.thanks.held.connect(self.close)
        self._stack.addWidget(self.thanks)
        self._stack.setCurrentWidget(self.thanks)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._told:
            self._told = True
            self.closed.emit(self.leaving())
