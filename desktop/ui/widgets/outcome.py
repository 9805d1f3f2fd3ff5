"""What became of an export: the file with what to do with it, or why there is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.toasts import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for


@dataclass(frozen=True)
class FurtherAct:
    """Something else to do with the file: a button beside the two that are always there."""

    words: str
    icon_name: str
    run: Callable[[], object]


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
        self.further: list[Button] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addWidget(self.open_button)
        self._buttons.addWidget(self.folder_button)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(10)
        self._words.addWidget(self._label, 1)
        self._words.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 20, 8, 16)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addLayout(self._words, 1)
        row.addWidget(self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; "" when it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def show_file(
        self,
        sentence: str,
        open_file: Callable[[], object],
        open_folder: Callable[[], object],
        further: Sequence[FurtherAct] = (),
        *,
        tone: str = "ok",
    ) -> None:
        """Say where the file is, and offer to open it; ``tone`` is ``warn`` where opening it did not succeed."""
        self._acts = [open_file, open_folder]
        self._show(tone, "circle-check" if tone == "ok" else "triangle-alert", sentence, further)

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

    def _show(self, tone: str, sign: str, sentence: str, further: Sequence[FurtherAct] = ()) -> None:
        self._tone = tone
        self._show_further(further)
        self._sign.set_icon(sign, tone)
        self._label.setText(sentence)
        for button in (self.open_button, self.folder_button):
            button.setVisible(bool(self._acts))
        self.show()
        self.update()
        announce(self, sentence)

    def _show_further(self, acts: Sequence[FurtherAct]) -> None:
        for button in self.further:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.further = []
        for act in acts:
            button = Button(act.words, "secondary", icon_name=act.icon_name)
            button.clicked.connect(act.run)
            self._buttons.addWidget(button)
            self.further.append(button)
        # Beside more than two buttons, the sentence would have no room.
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(under if acts else beside)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft if acts else Qt.AlignmentFlag.AlignRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        rect = QRectF(self.rect()).adjusted(0, 12, 0, -8)
        fill_round(painter_for(self), rect, look.colour(f"{self._tone}_soft"), look.colour(self._tone), theme.RADIUS)
