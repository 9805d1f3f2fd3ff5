"""Prospects by criteria on the screen: arrows go from a score to the next, a digit gives one."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.i18n import _
from desktop.models.grids import TOP_LEVEL
from desktop.ui import theme
from desktop.ui.digits import digit_of
from desktop.ui.matrix.score_model import LEFT, ScoreModel
from desktop.ui.widgets.painting import fill_round, focus_ring, paint_chosen, paint_dot
from desktop.ui.widgets.scores import score_token

ROW_HEIGHT = 40
_HEADER = 46
"""Two lines: the name of a criterion is longer than its column is wide."""
Index = QModelIndex | QPersistentModelIndex
_UNKNOWN_KEYS = (Qt.Key.Key_Question, Qt.Key.Key_I, Qt.Key.Key_U)
_CLEAR_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Period)
_SIDE = 26.0
_TOTAL, _BAND, _HEAT = 92, 128, 76
_NAMES, _SCORE = 170, 66
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ScoreTable(QTableView):
    """Shows a ``ScoreModel``. ``given`` asks for a level at a place: 0 to 3, "?" or ""."""

    given = Signal(object, object)
    opened = Signal(object)
    call_wanted = Signal(object)

    def __init__(self, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(ScoreDelegate(self))
        self.setAccessibleName(_("Prospects by criteria"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalHeader(CriteriaHeader(self))
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(theme.metrics().line(ROW_HEIGHT))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        model.modelReset.connect(self._fit)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.at(index.row()).id))

    def take(self, row: int, column: int) -> None:
        """Take a cell in hand; the nearest one there is."""
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), max(0, column)))

    def rows_in_sight(self) -> range:
        """The places of the rows that the window shows, whole or in part."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(0, first), last + 1 if last >= 0 else self._model.rowCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._model.see(self.rows_in_sight())
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held or not index.isValid() or not self._take_key(event, index):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent, index: QModelIndex) -> bool:
        key, digit = Qt.Key(event.key()), digit_of(event)
        row = self._model.at(index.row())
        # A question mark is typed with Shift on many keyboards, where the same key may be a digit without it.
        if event.text() == "?" or key in _UNKNOWN_KEYS:
            self.given.emit(index, "?")
        elif digit is not None and event.text():
            if digit <= TOP_LEVEL:
                self.given.emit(index, digit)
        elif key in _CLEAR_KEYS:
            self.given.emit(index, "")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.id)
        elif key == Qt.Key.Key_A:
            self.call_wanted.emit(row.id)
        elif event.text().strip():
            event.ignore()  # a letter is a key of the page, not the beginning of a name
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(theme.metrics().line(ROW_HEIGHT))

    def _fit(self) -> None:
        """Names take what the scores leave; a narrow window scrolls sideways rather than hide a score."""
        count, header = len(self._model.criteria), self.horizontalHeader()
        if not count:
            return
        after = (_TOTAL, _BAND, _HEAT)
        room = self.viewport().width() - sum(after)
        score = max(_SCORE, min(120, (room - 240) // count))
        widths = (max(_NAMES, room - score * count), *(score for _each in range(count)), *after)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)


class CriteriaHeader(QHeaderView):
    """Names on two lines, which Qt would cut after one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(_("Criteria"))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        look = theme.current()
        painter.fillRect(rect, look.colour("surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        model = self.model()
        text = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        how = model.headerData(logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        painter.setFont(theme.font("label"))
        painter.setPen(look.colour("muted"))
        inner = QRectF(rect).adjusted(14 if logicalIndex == 0 else 8 if how == LEFT else 3, 0, -3, -2)
        lines = two_lines(text, QFontMetricsF(painter.font()), inner.width())
        painter.drawText(inner, int(how), "\n".join(lines))


def two_lines(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """``text`` as it stands in that much room: on one line, else on two, each of them cut where it must be."""
    words = text.split(" ")
    count = len(words)
    while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > room:
        count -= 1
    lines = [" ".join(words[:count]), " ".join(words[count:])]
    return [metrics.elidedText(each, Qt.TextElideMode.ElideRight, room) for each in lines if each]


class ScoreDelegate(QStyledItemDelegate):
    """A score as the square of the live grid, hollow when it has to be proven; words for the rest."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.metrics().line(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, table = index.model(), option.widget
        assert isinstance(model, ScoreModel)
        look, rect = theme.current(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = table.currentIndex() if isinstance(table, QTableView) else QModelIndex()
        if index.row() == current.row():
            if index.column() == 0:
                paint_chosen(painter, rect)
            else:
                painter.fillRect(rect, look.colour("accent_soft"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        mark = model.mark(index)
        if mark is not None:
            _paint_mark(painter, rect, *mark)
        else:
            self._paint_words(painter, rect, model, index)
        if option.state & QStyle.StateFlag.State_Selected and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(2, 2, -2, -3), 5.0)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, model: ScoreModel, index: Index) -> None:
        row, inner = model.at(index.row()), rect.adjusted(14 if index.column() == 0 else 8, 0, -8, 0)
        text = str(index.data() or "")
        if index.column() == 0:
            _paint_names(painter, inner, row.name, row.contact)
            return
        last = index.column() == model.columnCount() - 1
        if last and row.heat:
            paint_dot(painter, QPointF(inner.left() + 5, inner.center().y()), theme.current().colour(row.heat))
            inner.setLeft(inner.left() + 16)
        _write(painter, inner, text, "body", "faint" if row.low is None else "text")


def _paint_names(painter: QPainter, inner: QRectF, name: str, contact: str) -> None:
    if not contact:
        _write(painter, inner, name, "strong", "text")
        return
    middle = inner.center().y()
    _write(painter, QRectF(inner.left(), middle - 17, inner.width(), 18), name, "strong", "text")
    _write(painter, QRectF(inner.left(), middle + 1, inner.width(), 15), contact, "small", "muted")


def _paint_mark(painter: QPainter, rect: QRectF, mark: str, hollow: bool) -> None:
    look = theme.current()
    square = QRectF(rect.center().x() - _SIDE / 2, rect.center().y() - _SIDE / 2, _SIDE, _SIDE)
    colour = look.colour(score_token(mark))
    empty = mark == "" or hollow
    fill_round(painter, square, None if empty else colour, colour if empty else None, 5.0, 1.5 if mark else 1.0)
    font = QFont(theme.font("strong", tabular=True))
    painter.setFont(font)
    painter.setPen(look.colour("muted" if mark == "" else score_token(mark) if empty else "on_score"))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, mark or "·")


def _write(painter: QPainter, rect: QRectF, text: str, kind: str, token: str) -> None:
    font = theme.font(kind, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    flat = " ".join(text.split())
    painter.drawText(rect, _LEFT, QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width()))
