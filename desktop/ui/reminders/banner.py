"""The strip over every page while something rings: seen in a call, read in a glance, never in the way of a key."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.toasts import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import painter_for


class ReminderBanner(QWidget):
    """``show_requested`` and ``snooze_requested`` are its two buttons, ``trusted`` the one of a doubted clock."""

    show_requested = Signal()
    snooze_requested = Signal()
    trusted = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__()
        self.hide()
        self.setAccessibleName(_("Reminders"))
        self._sign = Sign("bell", "warn", 16)
        self._words = PlainLabel("", "medium", elide=True)
        self.show_button = Button(_("Show"), keycap=keys)
        self.later_button = Button(_("In 10 min"), "quiet")
        self.trust_button = Button(_("The date is right"))
        self.show_button.clicked.connect(self.show_requested)
        self.later_button.clicked.connect(self.snooze_requested)
        self.trust_button.clicked.connect(self.trusted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 5)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        for button in (self.later_button, self.show_button, self.trust_button):
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What it says; "" when it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_words(self, text: str) -> None:
        """Say what rings; "" takes it away."""
        self._say(text, doubted=False)

    def doubt(self) -> None:
        """Say that the clock cannot be right."""
        self._say(
            _("The date of this computer has jumped ahead: no reminder rings until it is right again."), doubted=True
        )

    def _say(self, text: str, *, doubted: bool) -> None:
        said = self.text
        self._words.setText(text)
        self.show_button.setVisible(not doubted)
        self.later_button.setVisible(not doubted)
        self.trust_button.setVisible(doubted)
        self.setVisible(bool(text))
        if text and text != said:
            announce(self, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, rect = theme.current(), QRectF(self.rect())
        painter = painter_for(self)
        painter.fillRect(rect, look.colour("warn_soft"))
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), look.colour("warn"))
