"""The fields of two files side by side, in one list: the arrows choose whose value stays."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.i18n import _
from desktop.services.merge_fields import Choices, FieldPair, Side, field_label, value_words
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.marked_text import paint_marked
from desktop.ui.widgets.painting import fill_round, focus_ring

_ROW, _LABEL = 44, 150
_DATA = Qt.ItemDataRole.UserRole
_SIDES: tuple[Side, Side] = ("kept", "merged")
_KEYS: dict[Qt.Key, Side] = {
    Qt.Key.Key_1: "kept",
    Qt.Key.Key_Left: "kept",
    Qt.Key.Key_2: "merged",
    Qt.Key.Key_Right: "merged",
}


class FieldList(QListWidget):
    """A row a field. ← or 1 keeps the value at the left, → or 2 the one at the right; Enter asks for the end."""

    chosen = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Fields to choose"))
        self.setItemDelegate(_FieldDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sides: dict[str, Side] = {}

    def show_pairs(self, pairs: tuple[FieldPair, ...]) -> None:
        """Show these fields, the better value of each chosen; those to choose come first."""
        self.clear()
        self.sides = {pair.name: pair.better for pair in pairs}
        for pair in sorted(pairs, key=lambda each: not each.differs):
            item = QListWidgetItem()
            item.setData(_DATA, pair)
            self.addItem(item)
        self._tell()
        self.setCurrentRow(0)

    @property
    def choices(self) -> Choices:
        """Whose value of each field stays."""
        return dict(self.sides)

    def pair_at(self, row: int) -> FieldPair | None:
        item = self.item(row)
        pair: FieldPair | None = item.data(_DATA) if item is not None else None
        return pair

    def choose(self, row: int, side: Side) -> None:
        """Keep that side's value of a field, where both say something."""
        pair = self.pair_at(row)
        if pair is None or not pair.differs or self.sides[pair.name] == side:
            return
        self.sides[pair.name] = side
        self._tell()
        self.viewport().update()
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose(self.currentRow(), _KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position()
        item = self.itemAt(place.toPoint())
        if item is not None and place.x() > _LABEL:
            self.choose(self.row(item), _SIDES[place.x() > _LABEL + (self.viewport().width() - _LABEL) / 2])

    def _tell(self) -> None:
        for row in range(self.count()):
            pair = self.item(row).data(_DATA)
            kept, left = value_words(pair.value(self.sides[pair.name])), ""
            if pair.differs:
                left = value_words(pair.value("merged" if self.sides[pair.name] == "kept" else "kept"))
            told = _("{field}: {value} stays").format(field=field_label(pair.name), value=kept)
            if left:
                told = ", ".join((told, _("rather than {value}").format(value=left)))
            self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, told)


class _FieldDelegate(QStyledItemDelegate):
    def __init__(self, fields: FieldList) -> None:
        super().__init__(fields)
        self._fields = fields

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.metrics().line(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        pair: FieldPair = index.data(_DATA)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        at_hand = bool(option.state & QStyle.StateFlag.State_Selected) and self._fields.hasFocus()
        label = QRectF(rect.left() + 18, rect.top(), _LABEL - 26, rect.height())
        paint_marked(painter, label, field_label(pair.name), (), theme.font("label"), "muted")
        width = (rect.width() - _LABEL - 12) / 2
        for place, side in enumerate(_SIDES):
            box = QRectF(rect.left() + _LABEL + place * width, rect.top() + 3, width - 8, rect.height() - 6)
            self._paint_side(painter, box, pair, side)
        if at_hand:
            focus_ring(painter, rect.adjusted(6, 1, -6, -1))
        painter.restore()

    def _paint_side(self, painter: QPainter, box: QRectF, pair: FieldPair, side: Side) -> None:
        look, stays = theme.current(), self._fields.sides[pair.name] == side
        words = value_words(pair.value(side))
        if stays and pair.differs:
            fill_round(painter, box, look.colour("accent_soft"), look.colour("accent"))
            paint_icon(painter, QRectF(box.left() + 10, box.center().y() - 7, 14, 14), "check", "accent")
        elif pair.differs:
            fill_round(painter, box, None, look.colour("line"))
        inner = box.adjusted(32, 0, -8, 0)
        ink = "text" if stays and words else "muted"
        paint_marked(painter, inner, words or "—", (), theme.font("medium" if stays else "body"), ink)
