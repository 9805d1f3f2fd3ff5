"""What a list says when it has nothing: an icon, one sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for


class EmptyState(QWidget):
    """Centred in the room it is given. ``detail`` is a second, quieter sentence."""

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        button_text: str = "",
        run: Callable[[], None] | None = None,
        *,
        detail: str = "",
        keycap: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(_Disc(icon_name), 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence = PlainLabel(sentence, "heading", wrap=True)
        self.detail = PlainLabel(detail, "muted", wrap=True)
        for label in (self.sentence, self.detail):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        # Once it has a parent: shown before, it would be a window for an instant and take the focus away.
        self.detail.setVisible(bool(detail))
        self.button: Button | None = None
        if button_text and run is not None:
            self.button = Button(button_text, "primary", keycap=keycap)
            self.button.clicked.connect(lambda: run())
            column.addSpacing(4)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class _Disc(QWidget):
    def __init__(self, icon_name: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self.setFixedSize(QSize(56, 56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, theme.current().colour("accent_soft"), radius=28)
        paint_icon(painter, rect.adjusted(16, 16, -16, -16), self._icon_name, "accent")
