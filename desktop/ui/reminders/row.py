"""One reminder in the list: who, when it was due, and under it the whole of it when it is the one at hand."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.followup_kinds import Channel
from desktop.services.reminders import Reminder
from desktop.ui import theme
from desktop.ui.reminders import words
from desktop.ui.reminders.details import Details
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import focus_ring, painter_for

_ICONS = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.MEETING: "map-pin",
    Channel.VIDEO: "users",
    Channel.LINKEDIN: "link",
    Channel.OTHER: "bell",
}


class ReminderRow(QWidget):
    """``chosen`` when it becomes the one at hand, by the focus or a click."""

    chosen = Signal()

    def __init__(self, reminder: Reminder, now: datetime) -> None:
        super().__init__()
        self._at_hand = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sign = Sign("bell", "muted", 16)
        self._who = PlainLabel("", "strong", elide=True)
        self._of = PlainLabel("", "muted", elide=True)
        self._when = PlainLabel("", "medium", tabular=True)
        self._late = PlainLabel("", "small")
        names, times = QVBoxLayout(), QVBoxLayout()
        for column, labels in ((names, (self._who, self._of)), (times, (self._when, self._late))):
            column.setSpacing(1)
            for label in labels:
                column.addWidget(label)
        times.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 14, 8)
        head.setSpacing(10)
        head.addWidget(self._sign)
        head.addLayout(names, 1)
        head.addLayout(times)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self.show_reminder(reminder, now)

    def show_reminder(self, reminder: Reminder, now: datetime) -> None:
        """Say who, and how late by ``now``."""
        self.reminder = reminder
        self._sign.set_icon(_ICONS[reminder.channel], "accent" if self._at_hand else "muted")
        self._who.setText(reminder.who)
        company = reminder.company if reminder.person else ""
        about = " ".join(reminder.subject.split())
        self._of.setText(" · ".join(part for part in (company, "" if self._at_hand else about) if part))
        self._of.setVisible(bool(self._of.text()))
        self._when.setText(words.when(reminder, now))
        self._late.setText(words.late(reminder))
        self._late.set_kind("warn" if reminder.late.days else "small")
        self._late.setVisible(bool(self._late.text()))
        for label in (self._when, self._late):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(words.one_line(reminder, now))
        self.setAccessibleDescription(words.quoted(reminder))

    def set_at_hand(self, details: Details | None, now: datetime) -> None:
        """Open under the head, or close."""
        self._at_hand = details is not None
        if details is not None:
            self._column.addWidget(details)
            details.show()
        self.show_reminder(self.reminder, now)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        rect = QRectF(self.rect())
        if self._at_hand:
            painter.fillRect(rect, theme.current().colour("surface"))
            painter.fillRect(QRectF(0, 0, 3, rect.height()), theme.current().colour("accent"))
        elif self.underMouse():
            painter.fillRect(rect, theme.current().colour("hover"))
        painter.fillRect(QRectF(0, rect.bottom(), rect.width(), 1), theme.current().colour("line"))
        if self.hasFocus():
            focus_ring(painter, rect.adjusted(1, 1, -1, -1))
