"""The items of one kind, on two lines each: what it is called, and where it stands."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.i18n import _
from desktop.services.library import Shelfmark, ShelfRow
from desktop.ui import theme
from desktop.ui.library.rows_model import Index, RowsItemModel
from desktop.ui.widgets.painting import focus_ring

_HEIGHT = 50
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def about(row: ShelfRow) -> str:
    """``FR · v2 · à vous``."""
    parts = [row.mark.language.upper()]
    if row.version:
        parts.append(f"v{row.version}")
        parts.append(_("yours") if row.own else _("shipped"))
    if row.archived:
        parts.append(_("archived"))
    return " · ".join(parts)


def draft_words(row: ShelfRow) -> str:
    """``Brouillon v3``, or nothing."""
    return _("Draft v{version}").format(version=row.draft) if row.draft else ""


def _name(row: ShelfRow) -> str:
    return row.name.strip() or _("untitled")


def _told(row: ShelfRow) -> str:
    return " · ".join(part for part in (_name(row), about(row), draft_words(row)) if part)


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
            painter.fillRect(rect, look.colour("accent_soft"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), look.colour("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        inner, middle = rect.adjusted(14, 0, -10, 0), rect.center().y()
        first = QRectF(inner.left(), middle - 19, inner.width(), 19)
        second = QRectF(inner.left(), middle + 1, inner.width(), 17)
        _write(painter, first, _name(row), "strong", "muted" if row.archived else "text")
        draft = draft_words(row)
        if draft:
            width = QFontMetricsF(theme.font("label")).horizontalAdvance(draft) + 1
            _write(
                painter, QRectF(second.right() - width, second.top(), width, second.height()), draft, "label", "warn"
            )
            second.setRight(second.right() - width - 8)
        _write(painter, second, about(row), "small", "muted")
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(1, 1, -1, -1))
        painter.restore()


class ShelfList(QListView):
    """``chosen`` carries the ``Shelfmark`` of the item at hand; ``opened``: Enter, go into it."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsItemModel[ShelfRow](lambda row: row.mark, _name, _told, self)
        self._silent = False
        self.setModel(self.rows)
        self.setAccessibleName(_("Library"))
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._tell)

    def show_items(self, items: list[ShelfRow], mark: Shelfmark | None) -> None:
        """Show the items of a kind, ``mark`` at hand."""
        self._silent = True
        self.rows.set_rows(items)
        place = next((place for place, row in enumerate(items) if row.mark == mark), -1)
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
            self.chosen.emit(self.rows.rows[current.row()].mark)


def _write(painter: QPainter, rect: QRectF, text: str, kind: str, token: str) -> None:
    font = theme.font(kind)
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    flat = " ".join(text.split())
    painter.drawText(rect, _ONE_LINE, QFontMetricsF(font).elidedText(flat, Qt.TextElideMode.ElideRight, rect.width()))
