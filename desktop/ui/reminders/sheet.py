"""What rings, in a corner of the window: it comes without taking the keyboard, and stays until it is answered."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n import _, ngettext
from desktop.services.reminders import Reminder
from desktop.ui import status_bar, theme
from desktop.ui.finger import scroll_by_finger
from desktop.ui.reminders.details import KEYS, SNOOZES, Details
from desktop.ui.reminders.row import ReminderRow
from desktop.ui.toasts import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for

_WIDTH, _GAP = 480, 16
_HEIGHT = 0.8
"""At most this part of the window: what was being done stays in sight."""
_PLAIN_KEYS = {
    **{Qt.Key[f"Key_{keys}"]: act for act, keys in {**KEYS, **SNOOZES}.items()},
    Qt.Key.Key_Enter: "open",
}


class ReminderSheet(QWidget):
    """``chosen`` carries the act and the reminder, ``all_seen`` answers all of it; ``folded`` when put away so."""

    chosen = Signal(str, object)
    all_seen = Signal()
    folded = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._before: QWidget | None = None
        self._rows: list[ReminderRow] = []
        self._tomorrow, self._now = "", datetime.min.replace(tzinfo=UTC)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Reminders"))
        self.title = PlainLabel("", "heading")
        self._more = PlainLabel("", "small", wrap=True)
        self.details = Details()
        self.details.chosen.connect(self._choose)
        self.seen_button = Button(_("All seen"), "quiet", keycap="Shift+V", icon_name="eye")
        self.seen_button.clicked.connect(self.all_seen)
        self.close_button = Button("", "quiet", icon_name="x", name=_("Fold up: they stay in the banner"), small=True)
        self.close_button.clicked.connect(self.fold)
        self._lay_out()
        window.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 8)
        head.setSpacing(10)
        head.addWidget(Sign("bell", "accent", 18))
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        inner = QWidget()
        inner.setProperty("clear", True)
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(1, 0, 1, 0)
        self._list.setSpacing(0)
        self._area = _Area()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        inner.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 8, 0)
        foot.addWidget(self._more, 1)
        foot.addStretch()
        foot.addWidget(self.seen_button)
        column.addLayout(foot)
        self._inner = inner

    # What is shown

    @property
    def rows(self) -> list[ReminderRow]:
        """The reminders in the list, the earliest due first."""
        return self._rows

    @property
    def at_hand(self) -> Reminder | None:
        """The one that the keys act on."""
        return next((row.reminder for row in self._rows if row.isAncestorOf(self.details)), None)

    def show_reminders(
        self, reminders: tuple[Reminder, ...], title: str, *, total: int, now: datetime, tomorrow: str
    ) -> None:
        """List these, the one at hand staying at hand; ``tomorrow`` names the next morning that is worked."""
        kept, place = self.at_hand, self._place_at_hand()
        self._tomorrow, self._now = tomorrow, now
        self.title.setText(title)
        beyond = total - len(reminders)
        self._more.setText(ngettext("And {count} other.", "And {count} others.", beyond).format(count=beyond))
        self._more.setVisible(beyond > 0)
        self.seen_button.setVisible(total > 1)
        within = self._has_focus()
        self._fill(reminders)
        places = [at for at, each in enumerate(reminders) if kept and each.follow_up_id == kept.follow_up_id]
        if self._rows:
            self._bring(places[0] if places else min(place, len(self._rows) - 1))
        if within and not places:
            self.take_focus()
        self._place()

    def _fill(self, reminders: tuple[Reminder, ...]) -> None:
        known = {row.reminder.follow_up_id: row for row in self._rows}
        self._rows = [self._row(known.pop(each.follow_up_id, None), each) for each in reminders]
        for gone in known.values():
            if gone.isAncestorOf(self.details):
                self.details.setParent(self)
                self.details.hide()
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for row in self._rows:
            self._list.addWidget(row)
            # Now, not with the next event: a key may come to it before.
            row.show()

    def _row(self, known: ReminderRow | None, reminder: Reminder) -> ReminderRow:
        if known is not None:
            known.show_reminder(reminder, self._now)
            return known
        row = ReminderRow(reminder, self._now)
        row.chosen.connect(lambda: self._at(row))
        return row

    def _at(self, row: ReminderRow) -> None:
        if not row.isAncestorOf(self.details):
            self._bring(self._rows.index(row))

    def _bring(self, place: int) -> None:
        row = self._rows[place]
        self.details.show_reminder(row.reminder, self._tomorrow)
        for other in self._rows:
            other.set_at_hand(self.details if other is row else None, self._now)
        self._place()
        self._area.ensureWidgetVisible(row, 0, 0)

    def _place_at_hand(self) -> int:
        return next((at for at, row in enumerate(self._rows) if row.isAncestorOf(self.details)), 0)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # Coming and going

    def come(self) -> None:
        """Show it, and leave the focus where it is."""
        scroll_by_finger(self)
        self._place()
        self.show()
        self.raise_()
        announce(self, self.title.text())

    def take_focus(self) -> None:
        """The rep asked for it: the keys act on the reminder at hand."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._before = focused
        if self._rows:
            self._rows[self._place_at_hand()].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fold(self) -> None:
        """Put it away, answering nothing: the banner stays."""
        self.leave()
        self.folded.emit()

    def leave(self) -> None:
        """Hide it, and give the focus back."""
        inside = self._has_focus()
        self.hide()
        if inside and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        act = _PLAIN_KEYS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.fold()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._go(1 if event.key() == Qt.Key.Key_Down else -1)
        elif act == "seen" and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.all_seen.emit()
        elif act is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._choose(act)
        else:
            event.ignore()

    def _go(self, step: int) -> None:
        place = self._place_at_hand() + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, act: str) -> None:
        reminder = self.at_hand
        if reminder is not None and self.details.can(act):
            self.chosen.emit(act, reminder)

    # Its place

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and (
            (watched is self._window and event.type() == QEvent.Type.Resize)
            or (watched is self._inner and event.type() == QEvent.Type.LayoutRequest)
        ):
            self._place()
        return False

    def _place(self) -> None:
        """At the bottom right, above the status bar, as high as what it lists."""
        window = self._window
        width = min(_WIDTH, window.width() - 2 * _GAP)
        layout = self.layout()
        assert layout is not None
        around = layout.sizeHint().height() - self._area.sizeHint().height()
        listed = self._list.totalHeightForWidth(width)
        room = int((window.height() - status_bar.HEIGHT) * _HEIGHT)
        height = min(around + listed, room)
        bottom = window.height() - status_bar.HEIGHT - _GAP
        self.setGeometry(window.width() - width - _GAP, bottom - height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, look.colour("surface"), look.colour("control"), theme.RADIUS)


class _Area(QScrollArea):
    """Scrolls, and leaves the arrows to the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
