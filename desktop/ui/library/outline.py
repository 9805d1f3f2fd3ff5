"""What an item is made of, line by line: its own page first, then its themes and questions, criteria, cards…"""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.models.content_edits import Place
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.painting import focus_ring, paint_chosen
from desktop.ui.widgets.rows_model import Index, RowsItemModel

_HEIGHT = 32
_SIGN = 14
_INDENT = 14
_FONTS = {0: "strong", 1: "label", 2: "body"}


@dataclass(frozen=True)
class OutlineRow:
    """A line: ``level`` 0 for the item itself, 1 for a theme, 2 for what is in it.

    ``sign`` is "note" for a remark, "wrong" for something to mend, or nothing; ``told`` says it in words.
    """

    place: Place
    text: str
    level: int = 2
    sign: str = ""
    told: str = ""


def _told(line: OutlineRow) -> str:
    return f"{line.text} · {line.told}" if line.told else line.text


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, theme.metrics().line(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsItemModel)
        line, look = model.rows[index.row()], theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            paint_chosen(painter, rect)
        inner = rect.adjusted(12 + (_INDENT if line.level == 2 else 0), 0, -10, 0)
        if line.sign:
            box = QRectF(inner.right() - _SIGN, rect.center().y() - _SIGN / 2, _SIGN, _SIGN)
            wrong = line.sign == "wrong"
            paint_icon(painter, box, "circle-alert" if wrong else "info", "danger" if wrong else "warn")
            inner.setRight(box.left() - 6)
        font = theme.font("strong" if selected and line.level == 2 else _FONTS[line.level])
        painter.setFont(font)
        empty = not line.text.strip()
        painter.setPen(look.colour("faint" if empty else "muted" if line.level == 1 else "text"))
        words = " ".join(line.text.split()) or _("untitled")
        words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect.adjusted(1, 1, -1, -1))
        painter.restore()


class Outline(QWidget):
    """``chosen`` carries the place of the line at hand. ``opened``: Enter, go and write there.

    ``moved`` (-1 or 1), ``duplicated``, ``removed`` and ``added`` (a name given by ``adders``) ask for a change.
    """

    chosen = Signal(object)
    opened = Signal()
    moved = Signal(int)
    duplicated = Signal()
    removed = Signal()
    added = Signal(str)

    def __init__(self, name: str, adders: dict[str, str]) -> None:
        super().__init__()
        self.rows = RowsItemModel[OutlineRow](lambda line: line.place, lambda line: line.text, _told, self)
        self.view = _View(self)
        self.view.setModel(self.rows)
        self.view.setAccessibleName(name)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.rows.modelReset.connect(lambda: self.view.clearSelection())
        self._silent = False
        self.add_buttons = {key: Button(words, "quiet", icon_name="plus") for key, words in adders.items()}
        self.up = Button("", "quiet", icon_name="arrow-up", name=_("Move up"))
        self.down = Button("", "quiet", icon_name="arrow-down", name=_("Move down"))
        self.copy = Button("", "quiet", icon_name="copy", name=_("Duplicate this line"))
        self.remove = Button("", "quiet", icon_name="trash-2", name=_("Delete this line"))
        self._lay_out()
        for key, button in self.add_buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self.added.emit(key))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.copy.clicked.connect(self.duplicated)
        self.remove.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(2)
        for button in self.add_buttons.values():
            adding.addWidget(button)
        adding.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(2)
        for button in (self.up, self.down, self.copy, self.remove):
            acts.addWidget(button)
        acts.addStretch(1)
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(6, 0, 6, 0)
        tools.setSpacing(0)
        tools.addLayout(adding)
        tools.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self._tools)

    @property
    def place(self) -> Place:
        """The place of the line at hand."""
        line = self.view.currentIndex().row()
        return self.rows.rows[line].place if line >= 0 else ()

    @property
    def line(self) -> OutlineRow | None:
        """The line at hand."""
        row = self.view.currentIndex().row()
        return self.rows.rows[row] if row >= 0 else None

    def show_lines(self, lines: list[OutlineRow], place: Place, editable: bool) -> None:
        """Show the lines of an item, that of ``place`` (or of what holds it) at hand."""
        self._silent = True
        self.rows.set_rows(lines)
        row = _nearest(lines, place)
        if self.view.currentIndex().row() != row:
            self.view.setCurrentIndex(self.rows.index(row))
        self._silent = False
        self._tools.setVisible(editable)
        self._allow()

    def focus_list(self) -> None:
        """Give the keyboard to the lines."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._allow()
        if not self._silent:
            self.chosen.emit(self.place)

    def _allow(self) -> None:
        movable = bool(self.place) and isinstance(self.place[-1], int)
        for button in (self.up, self.down, self.copy, self.remove):
            button.setEnabled(movable)


class _View(QListView):
    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a smaller window, or with higher lines, the one at hand stays in sight.
        self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._outline.opened.emit()
        elif key == Qt.Key.Key_Delete and self._outline.remove.isEnabled():
            self._outline.removed.emit()
        else:
            super().keyPressEvent(event)


def _nearest(lines: list[OutlineRow], place: Place) -> int:
    """The line of a place, or of the closest thing that holds it."""
    places = [line.place for line in lines]
    for length in range(len(place), -1, -1):
        if place[:length] in places:
            return places.index(place[:length])
    return 0
