"""The reminder at hand, whole: what for, their last words, how to reach them, and one key for each act."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.services.reminders import Reminder
from desktop.ui import theme
from desktop.ui.reminders import words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for

KEYS = {"call": "A", "draft": "M", "proposal": "P", "open": "Return", "done": "Space", "seen": "V"}
"""Those of the list of Today, where it has the act."""
SNOOZES = {"minutes": "1", "hour": "2", "tomorrow": "3"}


class Details(QWidget):
    """``chosen`` carries the act: a key of ``KEYS`` or of ``SNOOZES``."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._aim = PlainLabel("", "label", elide=True)
        self._subject = PlainLabel("", "medium", wrap=True)
        self._brings = PlainLabel("", "small", wrap=True)
        self._quote = _Quote()
        self._reach = PlainLabel("", "muted", wrap=True, selectable=True)
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 2, 14, 12)
        column.setSpacing(8)
        for label in (self._aim, self._subject, self._brings, self._quote, self._reach):
            column.addWidget(label)
        column.addLayout(self._acts())
        column.addLayout(self._snoozes())

    def _acts(self) -> FlowLayout:
        row = FlowLayout(spacing=theme.metrics().gap + 3)
        for act, text, icon in (
            ("call", _("Call"), "phone"),
            ("draft", pgettext("reminder", "Message"), "mail"),
            ("proposal", pgettext("reminder", "Proposal"), "file-text"),
            ("done", pgettext("follow-up", "Done"), "check"),
            ("open", pgettext("reminder", "File"), "user"),
            ("seen", pgettext("reminder", "Seen"), "eye"),
        ):
            row.addWidget(self._button(act, text, KEYS[act], icon))
        return row

    def _snoozes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.metrics().gap + 3)
        row.addWidget(PlainLabel(_("Remind me later:"), "label"))
        for act, text in (("minutes", _("10 min")), ("hour", _("1 h")), ("tomorrow", _("tomorrow"))):
            row.addWidget(self._button(act, text, SNOOZES[act]))
        row.addStretch(1)
        return row

    def _button(self, act: str, text: str, keys: str, icon: str = "") -> Button:
        button = Button(text, "secondary", keycap=keys, icon_name=icon)
        button.clicked.connect(lambda: self.chosen.emit(act))
        self.buttons[act] = button
        return button

    def show_reminder(self, reminder: Reminder, tomorrow: str) -> None:
        """Say what this one is about; ``tomorrow`` names the next morning that is worked."""
        for label, text in (
            (self._aim, words.aim(reminder)),
            (self._subject, reminder.subject.strip()),
            (self._brings, reminder.brings.strip()),
            (self._reach, " · ".join(part for part in (reminder.phone, reminder.email) if part)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._quote.show_words(words.quoted(reminder))
        for act, button in self.buttons.items():
            button.set_kind("primary" if act == reminder.act.value else "secondary")
        self.buttons["proposal"].setVisible(reminder.proposal_id is not None)
        self.buttons["tomorrow"].set_text(tomorrow)
        self.updateGeometry()

    def can(self, act: str) -> bool:
        """Whether this act makes sense for what is shown."""
        return act in self.buttons and not self.buttons[act].isHidden()


class _Quote(QWidget):
    """Their words on a soft ground."""

    def __init__(self) -> None:
        super().__init__()
        self._label = PlainLabel("", "body", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Sign("message-square-quote", "accent", 16))
        row.addWidget(self._label, 1)

    def show_words(self, text: str) -> None:
        self._label.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        fill_round(painter_for(self), QRectF(self.rect()), theme.current().colour("accent_soft"), radius=theme.RADIUS)
