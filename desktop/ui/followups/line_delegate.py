"""How a follow-up is drawn in the list: when, who, how and to what end, its place in a cadence, what it brings."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.services.board import Line
from desktop.services.followup_rows import Task
from desktop.ui import theme
from desktop.ui.followups import words
from desktop.ui.followups.line_model import Index, LineModel
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.painting import focus_ring, paint_chosen, paint_dot

_HEIGHT = 50
_SIDE, _GAP = 16.0, 12.0
_WHEN, _HOW = 122.0, 240.0
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_DOT = 4.0


def line_height() -> int:
    """The height of a line, under a mouse or under a finger."""
    return theme.metrics().line(_HEIGHT)


class LineDelegate(QStyledItemDelegate):
    """Draws a ``LineModel``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, LineModel)
        rect, look = QRectF(option.rect), theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if model.is_heading(index.row()):
            heading = rect.adjusted(_SIDE, rect.height() / 3, -_SIDE, -2)
            write(painter, heading, model.heading(index.row()), "heading", "text")
        elif (line := model.line(index.row())) is not None:
            if option.state & QStyle.StateFlag.State_Selected:
                paint_chosen(painter, rect)
            _paint_line(painter, rect, line, model)
            if option.state & QStyle.StateFlag.State_HasFocus:
                focus_ring(painter, rect.adjusted(2, 1, -2, -2))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        painter.restore()


def _paint_line(painter: QPainter, rect: QRectF, line: Line, model: LineModel) -> None:
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    late = isinstance(line, Task) and line.late
    when = QRectF(inner.left(), inner.top(), _WHEN, inner.height())
    write(painter, when, words.when(line, model.today), "strong", "danger" if late else "text")
    how = QRectF(inner.right() - _HOW, inner.center().y() - 19, _HOW, 19)
    write(painter, how, words.how(line), "body", "text")
    more = " · ".join(part for part in (words.cadence(line), words.brings(line)) if part)
    write(painter, QRectF(how.left(), inner.center().y() + 1, _HOW, 17), more, "small", "muted")
    right = how.left() - _GAP
    names = QRectF(when.right() + _GAP, how.top(), right - when.right() - _GAP, 19)
    if line.heat:
        paint_dot(painter, QPointF(names.left() + _DOT, names.center().y()), theme.current().colour(line.heat), _DOT)
        word = heat_word(line.heat)
        write(painter, names.adjusted(14, 0, 0, 0), word, "small", line.heat)
        names.setLeft(names.left() + 22 + QFontMetricsF(theme.font("small")).horizontalAdvance(word))
    write(painter, names, words.who(line), "strong", "text")
    under = QRectF(when.right() + _GAP, inner.center().y() + 1, right - when.right() - _GAP, 17)
    write(painter, under, words.about(line), "small", "muted")


def write(painter: QPainter, rect: QRectF, text: str, kind: str, token: str) -> None:
    """One line of text, ended by an ellipsis where it does not hold."""
    font = theme.font(kind, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    painter.drawText(rect, _ONE_LINE, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
