"""What became of an export: the file with what to do with it, or why there is none."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.toasts import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for


class Outcome(QWidget):
    """A strip at the top of the page, hidden until there is something to say; it stays until closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "ok"
        self._acts: list[Callable[[], object]] = []
        self._sign = Sign("circle-check", "ok", 18)
        self._label = PlainLabel("", "medium", wrap=True)
        self.open_button = Button(_("Open"), "secondary", icon_name="external-link")
        self.folder_button = Button(_("Show in the folder"), "secondary", icon_name="folder-open")
        self.close_button = Button("", "quiet", icon_name="x", name=_("Close this message"))
        self.open_button.clicked.connect(lambda: self._acts[0]())
        self.folder_button.clicked.connect(lambda: self._acts[1]())
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 20, 8, 16)
        row.setSpacing(10)
        for widget in (self._sign, self._label, self.open_button, self.folder_button, self.close_button):
            row.addWidget(widget, 1 if widget is self._label else 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" when it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_file(self, sentence: str, open_file: Callable[[], object], open_folder: Callable[[], object]) -> None:
        """Say where the file is, and offer to open it."""
        self._acts = [open_file, open_folder]
        self._show("ok", "circle-check", sentence)

    def show_error(self, sentence: str) -> None:
        """Say what could not be done, or "" to take it back."""
        if sentence:
            self._acts = []
            self._show("danger", "circle-alert", sentence)
        elif self._tone == "danger":
            self.clear()

    def clear(self) -> None:
        """Take it away."""
        self._acts = []
        self.hide()

    def _show(self, tone: str, sign: str, sentence: str) -> None:
        self._tone = tone
        self._sign.set_icon(sign, tone)
        self._label.setText(sentence)
        for button in (self.open_button, self.folder_button):
            button.setVisible(bool(self._acts))
        self.show()
        self.update()
        announce(self, sentence)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        rect = QRectF(self.rect()).adjusted(0, 12, 0, -8)
        fill_round(painter_for(self), rect, look.colour(f"{self._tone}_soft"), look.colour(self._tone), theme.RADIUS)
