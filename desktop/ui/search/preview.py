"""What stood around the thing at hand: the lines before and after it in its call, its own line marked."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextLayout
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.services.found_context import ContextLine
from desktop.services.found_things import Found, FoundKind
from desktop.ui import theme
from desktop.ui.widgets.found_words import second_line
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.marked_text import mark_formats
from desktop.ui.widgets.painting import fill_round, painter_for

_PAD = 10
_MOST_SIGNS = 1200
"""Signs of one text that are shown: a page of notes is read in its file."""


class Preview(QScrollArea):
    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.setAccessibleName(_("Around it"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("clear", True)
        self.title, self.details = PlainLabel("", "heading", wrap=True), PlainLabel("", "small", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        column = QVBoxLayout(inner)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.details)
        column.addSpacing(6)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.setWidget(inner)

    def show_found(self, found: Found, lines: Sequence[ContextLine], words: Sequence[str]) -> None:
        """Show what is around ``found``, its words marked."""
        self._empty()
        self.title.setText(found.prospect)
        told = "" if found.kind is FoundKind.PROSPECT else second_line(found, self._zone)
        self.details.setText(told.removeprefix(found.prospect).removeprefix(" · "))
        self.details.setVisible(bool(self.details.text()))
        for line in lines:
            self._lines.addWidget(MarkedParagraph(line, words))

    def show_nothing(self) -> None:
        self._empty()
        self.title.setText("")
        self.details.setText("")

    def _empty(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class MarkedParagraph(QWidget):
    """A text broken over lines, with the words looked for marked in it; never markup."""

    def __init__(self, line: ContextLine, words: Sequence[str]) -> None:
        super().__init__()
        text = line.text if len(line.text) <= _MOST_SIGNS else f"{line.text[:_MOST_SIGNS].rstrip()}…"
        if line.kind in ("verbatim", "objection"):
            text = _("“{words}”").format(words=text)
        self.text, self._found, self._words = text, line.found, words
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width)[1]) + 2 * _PAD

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = painter_for(self), theme.current()
        if self._found:
            fill_round(painter, self.rect().toRectF(), look.colour("accent_soft"))
        painter.setPen(look.colour("text" if self._found else "muted"))
        self._laid_out(self.width())[0].draw(painter, QPointF(_PAD, _PAD))

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        # A line separator is what a layout breaks a paragraph at; a new line it draws as a sign.
        layout = QTextLayout(self.text.replace("\n", "\u2028"), theme.font("body"))
        layout.setFormats(mark_formats(self.text, self._words))
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - 2 * _PAD))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height
