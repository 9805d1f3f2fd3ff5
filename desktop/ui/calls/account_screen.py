"""A call that is over, to be read: what happened, how long each theme took, what moved, and the page to send."""

import uuid

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.models.followup_kinds import channel_label
from desktop.models.grids import maximum_label, qualification_label, total_label
from desktop.services.call_account import Account, Moment, Move, Theme
from desktop.ui import theme
from desktop.ui.calls.timeline import Timeline, mark_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.call_time import clock_time
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.outcome import Outcome
from desktop.ui.widgets.painting import fill_round, painter_for

_TWO_COLUMNS_FROM = 860
_SETTLE_MS = 30
_AROUND = 120
"""Pixels left in sight above and below what was looked for."""


class AccountScreen(QScrollArea):
    """Shows an ``Account``. It changes nothing: its buttons only ask."""

    export_requested = Signal(str)
    """The language of the page to send, ``fr`` or ``en``."""
    closed = Signal()
    """Back to the prospect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.account")
        self.setAccessibleName(_("Account of the call"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.outcome = Outcome()
        self.summary = PlainLabel("", "muted", wrap=True)
        self.timeline = Timeline()
        self.themes = QVBoxLayout()
        self.themes.setSpacing(8)
        self.moves = QVBoxLayout()
        self.moves.setSpacing(10)
        self.standing = PlainLabel("", "strong", wrap=True)
        self.next_step = PlainLabel("", "body", wrap=True)
        self.language = SegmentedControl(
            _("Language of the page to send"), [("fr", "Français"), ("en", "English")], current().code
        )
        self.export_button = Button(_("Export the account of the call"), "primary", keycap="Ctrl+E")
        self.export_button.setObjectName("call.account.export")
        self.export_button.clicked.connect(self.export)
        self.back = Button(_("To the prospect"), "quiet", keycap="Esc", icon_name="arrow-left")
        self.back.clicked.connect(lambda: self.closed.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        told = Card(_("What happened"), " ", margins=(22, 16, 22, 18), spacing=12)
        self._told = told
        told.body.addWidget(self.timeline)
        sending = Card(_("The page to send today"), margins=(20, 16, 20, 18), spacing=10)
        note = _(
            "One page: the words they let us quote, what was confirmed, the next step. No score, no note, no heat."
        )
        sending.body.addWidget(PlainLabel(note, "muted", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.language)
        row.addStretch(1)
        sending.body.addLayout(row)
        self.export_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        sending.body.addWidget(self.export_button)
        times = Card(_("Time by theme"), margins=(20, 16, 20, 18), spacing=10)
        times.body.addLayout(self.themes)
        moved = Card(_("What moved"), margins=(20, 16, 20, 18), spacing=10)
        moved.body.addWidget(self.standing)
        moved.body.addLayout(self.moves)
        ended = Card(_("How it ended"), margins=(20, 16, 20, 18), spacing=8)
        ended.body.addWidget(self.next_step)
        right = QVBoxLayout()
        right.setSpacing(14)
        for card in (sending, ended, times, moved):
            right.addWidget(card)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(14)
        self._columns.addWidget(told, 3)
        self._columns.addLayout(right, 2)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addSpacing(8)
        head.addWidget(self.summary, 1)
        sheet = QWidget()
        sheet.setProperty("clear", True)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 10, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.outcome)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.setWidget(sheet)

    def show_account(self, account: Account) -> None:
        """Show a call."""
        self.outcome.clear()
        self.summary.setText(_summary(account))
        self._told.set_note(
            ngettext("{count} moment", "{count} moments", len(account.timeline)).format(count=len(account.timeline))
        )
        self.timeline.show_moments(account.timeline)
        _fill(self.themes, [ThemeRow(each, max(1, account.call.elapsed_seconds)) for each in account.themes])
        total = f"{total_label(account.standing)} {maximum_label(account.standing)}"
        self.standing.setText(f"{total} · {qualification_label(account.standing)}")
        _fill(self.moves, [MoveRow(moment) for moment in account.moves])
        self.next_step.setText(_ending(account))

    def show_entry(self, entry_id: uuid.UUID) -> None:
        """Bring what was said then into sight, and mark it."""
        row = self.timeline.row_of(entry_id)
        if row is not None:
            row.mark()
            # Once the rows that were just made have their places.
            QTimer.singleShot(_SETTLE_MS, row, lambda: self.ensureWidgetVisible(row, 0, _AROUND))

    def export(self) -> None:
        """Ask for the page, in the language chosen."""
        self.export_requested.emit(self.language.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_FROM
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.BottomToTop)


class ThemeRow(QWidget):
    """A theme, how long it was on the screen as a bar and as a time, and how much of it was asked."""

    def __init__(self, shown: Theme, whole: int) -> None:
        super().__init__()
        self._share = shown.seconds / whole
        row = QHBoxLayout()
        row.addWidget(PlainLabel(shown.name, "medium", elide=True), 1)
        asked = _("{asked}/{count} asked").format(asked=shown.asked, count=shown.count)
        row.addWidget(PlainLabel(asked, "small", tabular=True))
        self.time = PlainLabel(clock_time(shown.seconds), "strong", tabular=True)
        row.addSpacing(8)
        row.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        bar = QRectF(0, self.height() - 5, self.width(), 4)
        fill_round(painter, bar, look.colour("chip"), radius=2)
        if self._share > 0:
            bar.setWidth(max(4.0, bar.width() * min(1.0, self._share)))
            fill_round(painter, bar, look.colour("accent"), radius=2)


class MoveRow(QWidget):
    """A score that moved, and the words that moved it."""

    def __init__(self, moment: Moment) -> None:
        super().__init__()
        assert isinstance(moment.what, Move)
        move = moment.what
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(PlainLabel(move.criterion, "medium", elide=True), 1)
        self.move_label = PlainLabel(f"{mark_words(move.before)} → {mark_words(move.after)}", "strong", tabular=True)
        row.addWidget(self.move_label)
        column.addLayout(row)
        for words in move.words:
            column.addWidget(PlainLabel(_("“{words}”").format(words=words), "muted", wrap=True, selectable=True))
        if not move.words:
            column.addWidget(PlainLabel(_("no words on it since the last move"), "faint", wrap=True))


def _fill(layout: QVBoxLayout, widgets: list[QWidget] | list[ThemeRow] | list[MoveRow]) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for each in widgets:
        layout.addWidget(each)


def _summary(account: Account) -> str:
    language = current()
    parts = [
        language.date(account.call.started_at.date(), "full"),
        clock_time(account.call.elapsed_seconds),
        ", ".join(account.people),
        _("{asked}/{count} questions").format(asked=account.asked, count=sum(each.count for each in account.themes)),
    ]
    return " · ".join(part for part in parts if part)


def _ending(account: Account) -> str:
    step = account.next_step
    if step is not None:
        day = current().date(step.due_local.date(), "full")
        words = _("Next step: {day} at {time}, {channel}.").format(
            day=day, time=current().time(step.due_local), channel=channel_label(step.channel).lower()
        )
        return f"{words}\n{step.subject[:1].upper()}{step.subject[1:]}".strip()
    if account.call.no_follow_up_reason:
        return _("No follow-up: {reason}").format(reason=account.call.no_follow_up_reason)
    return _("Not concluded: it can be taken up again from the prospect.")
