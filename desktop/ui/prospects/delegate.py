"""How a prospect is drawn in the list: two lines of names, the grid in dots and squares, heat, a late date in red."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop.models.grids import Band
from desktop.services.prospect_rows import ProspectRow
from desktop.services.strips import Strip
from desktop.ui import theme
from desktop.ui.prospects.item_model import LATE, Column, ProspectItemModel
from desktop.ui.widgets.labels import plain_tip
from desktop.ui.widgets.painting import paint_dot
from desktop.ui.widgets.score_strip import paint_score_strip, said_marks, square_at, strip_size

ROW_HEIGHT = 50
"""Under a mouse; ``row_height()`` is the one to show."""
_PIPS = {Band.LOW: 1, Band.MEDIUM: 2, Band.GOOD: 3}
_TOKENS = {Band.LOW: "score_0", Band.MEDIUM: "score_1", Band.GOOD: "score_3"}
_PIP = 3.5
_DOTS = 34
"""What the dots take before the total, in pixels."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
Index = QModelIndex | QPersistentModelIndex


def row_height() -> int:
    """The height of a prospect, under a mouse or under a finger."""
    return theme.metrics().line(ROW_HEIGHT)


class ProspectDelegate(QStyledItemDelegate):
    """Draws a ``ProspectItemModel``: the names from its rows, the words of the other cells as it says them."""

    squares_clicked = Signal(object, str)
    """The key of the prospect whose squares were clicked, and which criterion; "" for the one that needs it most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Many prospects stand alike, and each row in sight is painted again at every key of a search: drawn once, their
        # squares cost the list next to nothing.
        self._drawn = lru_cache(maxsize=256)(_squares)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a square also asks for the words behind it; the row is selected as by any other."""
        if (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() is Qt.MouseButton.LeftButton
            and isinstance(model, ProspectItemModel)
        ):
            criterion = self.asked_at(event.position(), option.rect, index)
            if criterion is not None:
                self.squares_clicked.emit(model.at(index.row()).id, criterion)
        return super().editorEvent(event, model, option, index)

    def asked_at(self, point: QPointF, cell: QRect, index: Index) -> str | None:
        """The criterion whose square is there, "" on the dots of the whole grid, ``None`` where there is neither."""
        model = index.model()
        if not isinstance(model, ProspectItemModel) or index.column() != Column.QUALIFICATION:
            return None
        row, strip, inner = model.at(index.row()), model.strip(index.row()), _inner(QRectF(cell), index)
        x = point.x() - inner.left()
        if strip is not None and _over_squares(point, inner, strip):
            return strip.keys[square_at(x, len(strip.keys), inner.width())]
        # A little room around them for a hurried pointer.
        return "" if _has_dots(row) and -6 <= x <= _DOTS else None

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Under the pointer, which criterion a square is about."""
        criterion = self.asked_at(QPointF(event.pos()), option.rect, index)
        model = index.model()
        strip = model.strip(index.row()) if criterion and isinstance(model, ProspectItemModel) else None
        if strip is None:
            return super().helpEvent(event, view, option, index)
        said = said_marks(strip.marks, strip.names, strip.to_prove)
        QToolTip.showText(event.globalPos(), plain_tip(said[strip.keys.index(criterion)]), view)
        return True

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
        self._paint_cell(painter, _inner(rect, index), index, row)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, index: Index, row: ProspectRow) -> None:
        look = theme.current()
        if index.column() == Column.NAME:
            model = index.model()
            self._paint_names(painter, rect, row, isinstance(model, ProspectItemModel) and model.alone)
            return
        text = str(index.data() or "")
        match Column(index.column()):
            case Column.QUALIFICATION:
                model = index.model()
                strip = model.strip(index.row()) if isinstance(model, ProspectItemModel) else None
                self._paint_standing(painter, rect, row, text, strip)
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
            case Column.STATUS:
                _write(painter, rect, text, "medium", "text")
            case _:
                _write(painter, rect, text, "body", "muted")

    def _paint_names(self, painter: QPainter, rect: QRectF, row: ProspectRow, alone: bool) -> None:
        if not row.contact or alone:
            _write(painter, rect, row.name, "strong", "text")
            return
        middle = rect.center().y()
        _write(painter, QRectF(rect.left(), middle - 18, rect.width(), 18), row.name, "strong", "text")
        _write(painter, QRectF(rect.left(), middle + 1, rect.width(), 16), row.contact, "small", "muted")

    def _paint_standing(
        self, painter: QPainter, rect: QRectF, row: ProspectRow, text: str, strip: Strip | None
    ) -> None:
        """The whole grid on the line of the name, its criteria on the line of the contact."""
        middle = rect.center().y()
        line = QRectF(rect.left(), middle - 18, rect.width(), 18) if strip else rect
        if strip:
            ratio = painter.device().devicePixelRatio()
            picture = self._drawn(strip.marks, strip.to_prove, rect.width(), ratio, theme.current())
            painter.drawPixmap(QPointF(rect.left(), middle + 2), picture)
        if row.band is None or not _has_dots(row):
            _write(painter, line, text, "body", "muted")
            return
        colour = theme.current().colour(_TOKENS[row.band])
        painter.setPen(colour)
        for place in range(3):
            painter.setBrush(colour if place < _PIPS[row.band] else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(rect.left() + 4 + place * 10, line.center().y()), _PIP, _PIP)
        _write(painter, line.adjusted(_DOTS, 0, 0, 0), text, "strong", "text")


def _squares(marks: tuple[str, ...], to_prove: frozenset[int], room: float, ratio: float, look: theme.Theme) -> QPixmap:
    size = strip_size(len(marks), room)
    picture = QPixmap(ceil(size.width() * ratio), ceil(size.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_score_strip(painter, QPointF(), marks, to_prove, room)
    painter.end()
    return picture


def _inner(cell: QRectF, index: Index) -> QRectF:
    return cell.adjusted(14 if index.column() == Column.NAME else 8, 0, -8, 0)


def _has_dots(row: ProspectRow) -> bool:
    return row.band is not None and not row.to_complete


def _over_squares(point: QPointF, inner: QRectF, strip: Strip) -> bool:
    """Under the middle of the row; a finger, which is larger, has the whole height."""
    right = inner.left() + strip_size(len(strip.keys), inner.width()).width()
    high_enough = theme.metrics().touch or point.y() >= inner.center().y()
    return high_enough and inner.left() - 6 <= point.x() <= right + 4


def _write(painter: QPainter, rect: QRectF, text: str, kind: str, token: str, right: bool = False) -> None:
    font = theme.font(kind, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    flat = " ".join(text.split())
    words = QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _RIGHT if right else _LEFT, words)
