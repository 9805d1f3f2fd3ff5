"""One day of the week view: a small card for each follow-up, at its hour."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.i18n import _, current, ngettext
from desktop.models.followup_kinds import Channel
from desktop.services.followup_rows import Task
from desktop.ui import theme
from desktop.ui.followups import words
from desktop.ui.followups.line_delegate import write
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.painting import fill_round, focus_ring, paint_dot
from desktop.ui.widgets.rows_model import Index, RowsItemModel

_HEIGHT, _GAP, _INSIDE = 58, 4, 8.0
_ICONS = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.MEETING: "users",
    Channel.VIDEO: "play",
    Channel.LINKEDIN: "message-square",
    Channel.OTHER: "flag",
}
_ICON, _DOT = 13.0, 3.5
Card = Task | int
"""A follow-up, or how many more there are than those that are shown."""


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, theme.metrics().line(_HEIGHT) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsItemModel)
        card: Card = model.rows[index.row()]
        look, rect = theme.current(), QRectF(option.rect).adjusted(1, 0, -1, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if isinstance(card, Task):
            fill_round(painter, rect, look.colour("accent_soft" if focused else "surface"), look.colour("line"))
            _paint_card(painter, rect.adjusted(_INSIDE, 5, -_INSIDE, -5), card)
        else:
            write(painter, rect.adjusted(_INSIDE, 0, -_INSIDE, 0), _more(card), "small", "accent")
        if focused:
            focus_ring(painter, rect)
        painter.restore()


def _paint_card(painter: QPainter, rect: QRectF, task: Task) -> None:
    high = rect.height() / 3
    hour = current().time(task.at)
    first, second, third = (QRectF(rect.left(), rect.top() + high * line, rect.width(), high) for line in range(3))
    write(painter, first, hour, "label", "danger" if task.late else "text")
    left = first.left() + QFontMetricsF(theme.font("label", tabular=True)).horizontalAdvance(hour) + 6
    box = QRectF(left, first.center().y() - _ICON / 2, _ICON, _ICON)
    paint_icon(painter, box, _ICONS[task.channel], "muted")
    if task.heat:
        paint_dot(painter, QPointF(rect.right() - _DOT, first.center().y()), theme.current().colour(task.heat), _DOT)
    write(painter, second, task.who, "medium", "text")
    write(painter, third, words.about(task) or task.company, "small", "muted")


def _more(count: int) -> str:
    return ngettext("and {count} other", "and {count} others", count).format(count=current().number(count))


class DayList(QListView):
    """``reached`` when one of its cards is at hand; ``more_wanted`` to see all of them."""

    reached = Signal()
    opened = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = RowsItemModel[Card](_key, _said, _told, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Follow-ups"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("clear", True)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self._anchor = QWidget(self.viewport())
        self._anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.selectionModel().currentChanged.connect(lambda *_rows: self.reached.emit())

    def show_cards(self, tasks: Sequence[Task], more: int) -> None:
        """Show these, and how many more there are."""
        row = self.currentIndex().row()
        self.rows.set_rows([*tasks, *([more] if more else [])])
        if row >= 0:
            self.go_to(row)

    def task(self) -> Task | None:
        """The one at hand."""
        row = self.currentIndex().row()
        card = self.rows.rows[row] if 0 <= row < len(self.rows.rows) else None
        return card if isinstance(card, Task) else None

    def go_to(self, row: int) -> None:
        """The card of that row, or the nearest one, at hand."""
        row = max(0, min(row, len(self.rows.rows) - 1))
        index = self.rows.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def anchor(self) -> QWidget:
        """Where a popover about the card at hand opens."""
        place: QRect = self.visualRect(self.currentIndex())
        bottom = min(place.bottom(), self.viewport().height())
        self._anchor.setGeometry(QRect(QPoint(place.left(), max(0, place.top())), QPoint(place.right(), bottom)))
        return self._anchor

    def keyboardSearch(self, search: str) -> None:
        """Letters are acts here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rows:
            self.go_to(0)
        self.reached.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.task() is not None:
            self.opened.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if 0 <= row < len(self.rows.rows) and isinstance(self.rows.rows[row], int):
            self.more_wanted.emit()


def _key(card: Card) -> object:
    return card.follow_up_id if isinstance(card, Task) else "more"


def _said(card: Card) -> str:
    return f"{current().time(card.at)} {words.who(card)}" if isinstance(card, Task) else _more(card)


def _told(card: Card) -> str:
    return words.told(card, card.at.date()) if isinstance(card, Task) else _more(card)
