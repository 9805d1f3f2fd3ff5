"""The whole file looked through for prospects written down twice: the pairs, the surest first."""

import threading
import uuid
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.i18n import _, current, ngettext
from desktop.services.duplicates import Pair, Pairs, all_pairs
from desktop.ui import theme
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.prospects.merge_acts import MergeActs
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.marked_text import paint_marked
from desktop.ui.widgets.overlay import Overlay
from desktop.ui.widgets.painting import fill_round
from desktop.ui.workspace import Workspace

_WIDTH, _ROW = 820, 54
_DATA = Qt.ItemDataRole.UserRole


class _Course(QObject):
    """How far the search is, told from its thread; and whether it is to go on."""

    moved = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()

    def stop(self) -> None:
        self._stopped.set()

    def __call__(self, share: float) -> bool:
        self.moved.emit(round(100 * share))
        return not self._stopped.is_set()


class DuplicatesOverlay(Overlay):
    """``compared`` asks for two files side by side; the list stays underneath and is shown again by ``come_back``."""

    compared = Signal(object, object)

    def __init__(self, parent: QWidget, workspace: Workspace, acts: MergeActs) -> None:
        super().__init__(parent, _("Possible duplicates"), _WIDTH, top=0.07)
        self.setObjectName("duplicates")
        self._workspace, self._acts = workspace, acts
        self._job: Job | None = None
        self._course: _Course | None = None
        self.told = PlainLabel("", "muted", elide=True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Looking through the file"))
        self.bar.setTextVisible(False)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Possible duplicates"))
        self.list.setItemDelegate(_PairDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(lambda _item: self._compare())
        self.list.currentRowChanged.connect(lambda _row: self._show_acts())
        self.stop_button = Button(_("Stop"), "quiet")
        self.stop_button.clicked.connect(self.stop)
        self.apart_button = Button(_("They are not the same"), "secondary", keycap="Delete")
        self.apart_button.clicked.connect(self._tell_apart)
        self.compare_button = Button(_("Compare"), "primary", keycap="Return")
        self.compare_button.clicked.connect(self._compare)
        self._lay_out()

    def _lay_out(self) -> None:
        head, course, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(18, 14, 12, 6)
        head.addWidget(PlainLabel(_("Possible duplicates"), "title"))
        head.addSpacing(12)
        head.addWidget(self.told, 1)
        head.addWidget(self.cross())
        course.setContentsMargins(18, 2, 18, 8)
        course.addWidget(self.bar, 1)
        course.addWidget(self.stop_button)
        foot.setContentsMargins(18, 10, 18, 12)
        foot.setSpacing(8)
        foot.addWidget(PlainLabel(_("The surest first. Merging can be undone."), "small", elide=True), 1)
        foot.addWidget(self.apart_button)
        foot.addWidget(self.compare_button)
        self.content.addLayout(head)
        self.content.addLayout(course)
        self.content.addWidget(Divider())
        self.content.addWidget(self.list, 1)
        self.content.addWidget(Divider())
        self.content.addLayout(foot)

    def open(self) -> None:
        super().open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def look(self) -> None:
        """Look through the file, in another thread."""
        self.stop()
        self.list.clear()
        self._set_looking(True)
        self.told.setText(_("Looking through the file…"))
        self._course = _Course(self)
        self._course.moved.connect(self.bar.setValue)
        self._job = Job(partial(self._workspace.ask, all_pairs, self._course), self)
        self._job.done.connect(self._show)
        self._job.failed.connect(lambda error: self.told.setText(raise_unless_user_error(error)))
        self._job.over.connect(self._job.deleteLater)
        self._job.start()

    def stop(self) -> None:
        """Give up what is being looked for."""
        if self._course is not None:
            self._course.stop()
            self._course = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.told.setText(_("Stopped."))
        self._set_looking(False)

    def come_back(self) -> None:
        """The list again, after a comparison, as it was left."""
        super().open()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, *keys: uuid.UUID) -> None:
        """Take out of the list what concerns prospects that were merged, or the very pair told apart."""
        for row in reversed(range(self.list.count())):
            pair = self._pair(row)
            both = {pair.first_id, pair.second_id} if pair else set()
            if set(keys) == both or (len(keys) == 1 and keys[0] in both):
                self.list.takeItem(row)
        self._show_acts()

    def close_overlay(self) -> None:
        self.stop()
        super().close_overlay()

    def wanted_height(self) -> int:
        return max(400, round(self.height() * 0.8))

    def _set_looking(self, looking: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(looking)
        self.stop_button.setVisible(looking)
        self._show_acts()

    def _show(self, found: Pairs | None) -> None:
        self._job = self._course = None
        self._set_looking(False)
        if found is None:
            return
        for pair in found.pairs:
            item = QListWidgetItem(f"{pair.first}, {pair.second}, {_why(pair)}")
            item.setData(_DATA, pair)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.told.setText(_count(found))
        self._show_acts()

    def _show_acts(self) -> None:
        for button in (self.apart_button, self.compare_button):
            button.setEnabled(self._pair(self.list.currentRow()) is not None)

    def _pair(self, row: int) -> Pair | None:
        item = self.list.item(row) if row >= 0 else None
        return item.data(_DATA) if item is not None else None

    def _compare(self) -> None:
        if (pair := self._pair(self.list.currentRow())) is not None:
            self.hide()
            self.compared.emit(pair.first_id, pair.second_id)

    def _tell_apart(self) -> None:
        pair = self._pair(self.list.currentRow())
        if pair and self._acts.say_distinct(pair.first_id, pair.second_id, f"{pair.first} · {pair.second}"):
            self.forget(pair.first_id, pair.second_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._compare()
        elif event.key() == Qt.Key.Key_Delete:
            self._tell_apart()
        else:
            super().keyPressEvent(event)


def _count(found: Pairs) -> str:
    if not found.count:
        return _("No two prospects look like one.")
    said = ngettext("{count} pair", "{count} pairs", found.count).format(count=current().number(found.count))
    if len(found.pairs) < found.count:
        first = _("the first {count} are shown").format(count=len(found.pairs))
        return f"{said}, {first}"
    return said


def _why(pair: Pair) -> str:
    return f"{_percent(pair.score)} · {', '.join(pair.reasons)}"


def _percent(score: int) -> str:
    return current().percent(Decimal(score))


class _PairDelegate(QStyledItemDelegate):
    """Both names on a line, the reasons under them, how sure at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.metrics().line(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        pair: Pair = index.data(_DATA)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(8, 1, -8, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            fill_round(painter, rect, theme.current().colour("accent_soft"))
        sure, font = _percent(pair.score), theme.font("strong", tabular=True)
        wide = QFontMetricsF(font).horizontalAdvance(sure) + 4
        paint_marked(
            painter, QRectF(rect.right() - wide - 10, rect.top(), wide, rect.height()), sure, (), font, "accent"
        )
        half = (rect.width() - wide - 46) / 2
        top = rect.center().y() - 22
        for place, name in enumerate((pair.first, pair.second)):
            room = QRectF(rect.left() + 12 + place * (half + 12), top, half, 22)
            paint_marked(painter, room, name, (), theme.font("medium"), "text")
        below = QRectF(rect.left() + 12, top + 22, rect.width() - wide - 34, 20)
        paint_marked(painter, below, ", ".join(pair.reasons), (), theme.font("small"), "muted")
        painter.restore()
