"""A text field as high as what is written in it: the page scrolls, the field does not."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.ui import theme

_SHEET = 14
"""Pixels that padding and border take, above and below the lines."""


class GrowingEdit(QPlainTextEdit):
    """Never scrolls: the page does. Tab goes to the next field."""

    def __init__(self, placeholder: str = "", name: str = "", lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setFont(theme.font())
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        # Asked for while the layout is at work, room would be forgotten.
        QTimer.singleShot(0, self, self.updateGeometry)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def _fit(self) -> None:
        lines = max(round(self.document().size().height()), self._least_lines)
        wanted = max(lines * self.fontMetrics().lineSpacing() + 4 + _SHEET, theme.metrics().control)
        # The style sheet has a least height of its own, set back each time the field is dressed again.
        if {self.minimumHeight(), self.maximumHeight()} != {wanted}:
            self.setFixedHeight(wanted)
