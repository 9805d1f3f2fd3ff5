"""The prospects of a place on the screen: two lines each, one of them at hand."""

import uuid

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import _
from desktop.services.matrix_board import StandingRow
from desktop.services.strips import Strip
from desktop.ui import theme
from desktop.ui.matrix import words
from desktop.ui.matrix.standing_model import StandingModel
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.painting import paint_chosen, paint_dot
from desktop.ui.widgets.score_strip import paint_score_strip, strip_size

ROW_HEIGHT = 52
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_MOVES = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class StandingList(QListView):
    """Shows a ``StandingModel``. Enter opens the one at hand, Space applies the action to it, A calls it."""

    opened = Signal(object)
    applied = Signal(object)
    call_wanted = Signal(object)
    left = Signal()
    """Esc, or the left arrow: back to the cells."""

    def __init__(self, model: StandingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(StandingDelegate(self))
        self.setAccessibleName(_("Prospects of this cell"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.key_at(index.row())))

    def key_at_hand(self) -> uuid.UUID | None:
        """The prospect at hand; ``None`` when there is none."""
        index = self.currentIndex()
        return self._model.key_at(index.row()) if index.isValid() else None

    def take(self, place: int) -> None:
        """Take the prospect at that place, or the last one, in hand."""
        count = self._model.rowCount()
        if count:
            self.setCurrentIndex(self._model.index(max(0, min(place, count - 1))))

    def rows_in_sight(self) -> range:
        """The places of the rows that the window shows, whole or in part."""
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        high = max(1, self.sizeHintForRow(0))
        start = max(0, first)
        return range(start, min(self._model.rowCount(), start + self.viewport().height() // high + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        # Here, and not as keys are read: only what is looked at costs anything.
        self._model.see(self.rows_in_sight())
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at_hand = Qt.Key(event.key()), self.key_at_hand()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        elif key in _MOVES and at_hand is not None:
            self.take(self.currentIndex().row() + _MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at_hand is not None:
            self.opened.emit(at_hand)
        elif key == Qt.Key.Key_Space and at_hand is not None:
            self.applied.emit(at_hand)
        elif key == Qt.Key.Key_A and at_hand is not None:
            self.call_wanted.emit(at_hand)
        elif event.text().strip():
            event.ignore()  # a letter is a key of the page, not the beginning of a name
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.take(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


class StandingDelegate(QStyledItemDelegate):
    """Name and contact at the left, scores and total in the middle, amount and next step at the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.metrics().line(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, StandingModel)
        row = model.row(index.row())
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_chosen(painter, rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.current().colour("line"))
        if row is not None:
            _paint_row(
                painter,
                rect.adjusted(14, 0, -12, 0),
                row,
                model.strip(index.row()),
                words.due(row.due_local, model.today),
                _is_late(row, model),
            )
        painter.restore()


def _is_late(row: StandingRow, model: StandingModel) -> bool:
    return row.due_local is not None and row.due_local.date() < model.today


def _paint_row(painter: QPainter, inner: QRectF, row: StandingRow, strip: Strip | None, step: str, late: bool) -> None:
    middle = inner.center().y()
    high = QRectF(inner.left(), middle - 19, inner.width(), 19)
    low = QRectF(inner.left(), middle + 1, inner.width(), 17)
    right = 104.0
    squares = strip_size(len(strip.marks)) if strip else QSize(0, 0)
    centre = max(96.0, squares.width() + 4.0)
    names = max(60.0, inner.width() - right - centre - 20)
    _write(painter, QRectF(high.left(), high.top(), names, high.height()), row.name, "strong", "text")
    left = low.left()
    if row.heat:
        paint_dot(painter, QPointF(left + 4, low.center().y()), theme.current().colour(row.heat), 4.0)
        left += 13
    contact = QRectF(left, low.top(), names - (left - low.left()), low.height())
    _write(painter, contact, row.contact or (heat_word(row.heat) if row.heat else ""), "small", "muted")
    x = inner.left() + names + 10
    _write(painter, QRectF(x, high.top(), centre, high.height()), words.total(row), "body", "text")
    if strip is not None:
        paint_score_strip(painter, QPointF(x, low.top() + 1), strip.marks, strip.to_prove)
    ends = inner.right() - right
    _write(painter, QRectF(ends, high.top(), right, high.height()), words.money(row.amount), "body", "text", _RIGHT)
    token = "danger" if late else "faint" if row.due_local is None else "muted"
    _write(painter, QRectF(ends, low.top(), right, low.height()), step, "small", token, _RIGHT)


def _write(
    painter: QPainter, rect: QRectF, text: str, kind: str, token: str, how: Qt.AlignmentFlag | Qt.TextFlag = _LEFT
) -> None:
    font = theme.font(kind, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    flat = " ".join(text.split())
    painter.drawText(rect, how, QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width()))
