"""How a prospect is drawn in the list: two lines of names, pips, a dot of heat, a date in red when it is late."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.grids import Band
from desktop.services.prospects import ProspectRow
from desktop.ui import theme
from desktop.ui.prospects.item_model import LATE, Column, ProspectItemModel
from desktop.ui.widgets.painting import paint_dot

ROW_HEIGHT = 50
"""Under a mouse; ``row_height()`` is the one to show."""
_PIPS = {Band.LOW: 1, Band.MEDIUM: 2, Band.GOOD: 3}
_TOKENS = {Band.LOW: "score_0", Band.MEDIUM: "score_1", Band.GOOD: "score_3"}
_PIP = 4.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


def row_height() -> int:
    """The height of a prospect, under a mouse or under a finger."""
    return theme.metrics().line(ROW_HEIGHT)


class ProspectDelegate(QStyledItemDelegate):
    """Draws a ``ProspectItemModel``: the names from its rows, the words of the other cells as it says them."""

    squares_clicked = Signal(object)
    """The key of the prospect whose squares were clicked."""

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the squares also asks for the words behind them; the row is selected as by any other."""
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
            and index.column() == Column.QUALIFICATION
            and isinstance(model, ProspectItemModel)
            and _squares(QRectF(option.rect)).contains(event.position())
            and _has_squares(model.at(index.row()))
        ):
            self.squares_clicked.emit(model.at(index.row()).id)
        return super().editorEvent(event, model, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, ProspectItemModel)
        row = model.at(index.row())  # asked directly: through Qt it is one more round trip a cell
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, look.colour("accent_soft"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        if selected and index.column() == Column.NAME:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), look.colour("accent"))
        inner = rect.adjusted(14 if index.column() == Column.NAME else 8, 0, -8, 0)
        self._paint_cell(painter, inner, index, row)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index, row: ProspectRow) -> None:
        look = theme.current()
        if index.column() == Column.NAME:
            self._paint_names(painter, rect, row)
            return
        text = str(index.data() or "")
        match Column(index.column()):
            case Column.QUALIFICATION:
                self._paint_standing(painter, rect, row, text)
            case Column.HEAT if row.heat:
                paint_dot(painter, QPointF(rect.left() + 5, rect.center().y()), look.colour(row.heat))
                _write(painter, rect.adjusted(16, 0, 0, 0), text, "medium", row.heat)
            case Column.NEXT:
                late = bool(index.data(LATE))
                missing = row.due_local is None
                token = "danger" if late else "faint" if missing else "text"
                _write(painter, rect, text, "strong" if late else "body", token)
            case Column.AMOUNT:
                _write(painter, rect, text, "body", "text", right=True)
            case _:
                pass

    def _paint_names(self, painter: QPainter, rect: QRectF, row: ProspectRow) -> None:
        if not row.contact:
            _write(painter, rect, row.name, "strong", "text")
            return
        middle = rect.center().y()
        _write(painter, QRectF(rect.left(), middle - 18, rect.width(), 18), row.name, "strong", "text")
        _write(painter, QRectF(rect.left(), middle + 1, rect.width(), 16), row.contact, "small", "muted")

    def _paint_standing(self, painter: QPainter, rect: QRectF, row: ProspectRow, text: str) -> None:
        look = theme.current()
        if not text or row.band is None or not _has_squares(row):
            _write(painter, rect, text, "body", "muted")
            return
        colour = look.colour(_TOKENS[row.band])
        painter.setPen(colour)
        for place in range(3):
            painter.setBrush(colour if place < _PIPS[row.band] else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(rect.left() + 5 + place * 12, rect.center().y()), _PIP, _PIP)
        _write(painter, rect.adjusted(42, 0, 0, 0), text, "strong", "text")


def _has_squares(row: ProspectRow) -> bool:
    return row.band is not None and not row.to_complete


def _squares(cell: QRectF) -> QRectF:
    """Where the squares stand in their cell, with a little room for a hurried pointer."""
    return QRectF(cell.left() + 2, cell.top(), 46, cell.height())


def _write(painter: QPainter, rect: QRectF, text: str, kind: str, token: str, right: bool = False) -> None:
    font = theme.font(kind, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    flat = " ".join(text.split())
    words = QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _RIGHT if right else _LEFT, words)
