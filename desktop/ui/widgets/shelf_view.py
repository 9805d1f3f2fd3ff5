"""A list of items on two lines each, at the left of what is written: what it is called, and what is said of it."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui import theme
from desktop.ui.widgets.painting import focus_ring, paint_chosen
from desktop.ui.widgets.rows_model import Index, RowsItemModel

_HEIGHT = 50
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True)
class ShelfItem:
    """``about`` is the second line, ``aside`` what stands at its end in colour; ``faded`` for what is put away."""

    key: Hashable
    name: str
    about: str
    aside: str = ""
    faded: bool = False

    @property
    def told(self) -> str:
        """What a screen reader says."""
        return " · ".join(part for part in (self.name, self.about, self.aside) if part)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, theme.metrics().line(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsItemModel)
        row, look = model.rows[index.row()], theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            paint_chosen(painter, rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        inner, middle = rect.adjusted(14, 0, -10, 0), rect.center().y()
        first = QRectF(inner.left(), middle - 19, inner.width(), 19)
        second = QRectF(inner.left(), middle + 1, inner.width(), 17)
        _write(painter, first, row.name, "strong", "muted" if row.faded else "text")
        if row.aside:
            width = QFontMetricsF(theme.font("label")).horizontalAdvance(row.aside) + 1
            end = QRectF(second.right() - width, second.top(), width, second.height())
            _write(painter, end, row.aside, "label", "warn")
            second.setRight(second.right() - width - 8)
        _write(painter, second, row.about, "small", "muted")
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(1, 1, -1, -1))
        painter.restore()


class ShelfView(QListView):
    """``chosen`` carries the key of the item at hand; ``opened``: Enter, go into it."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = RowsItemModel[ShelfItem](lambda row: row.key, lambda row: row.name, lambda row: row.told, self)
        self._silent = False
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, items: Sequence[ShelfItem], key: Hashable | None) -> None:
        """Show these, the one of ``key`` at hand."""
        self._silent = True
        self.rows.set_rows(items)
        place = next((place for place, row in enumerate(items) if row.key == key), -1)
        if place >= 0 and self.currentIndex().row() != place:
            self.setCurrentIndex(self.rows.index(place))
        self._silent = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        if not self._silent and current.isValid():
            self.chosen.emit(self.rows.rows[current.row()].key)


def _write(painter: QPainter, rect: QRectF, text: str, kind: str, token: str) -> None:
    font = theme.font(kind)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    flat = " ".join(text.split())
    painter.drawText(rect, _ONE_LINE, QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width()))
