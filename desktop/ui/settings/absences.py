"""When the rep is away: declared in their own words, taken back exactly, and the appointments left to them."""

import uuid
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current, ngettext, pgettext
from desktop.models.absences import Absence
from desktop.models.followup_kinds import channel_label
from desktop.services import absences
from desktop.services.absence_words import read_period, written
from desktop.services.absences import Appointment
from desktop.ui.undo import tell_moves
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.followup_acts import FollowUpActs
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.workspace import Workspace


class AbsencesSection(Card):
    """The line that declares one, those declared, what they touch. ``toasted`` says what was done, with its undo."""

    toasted = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("My absences"), margins=(22, 18, 22, 20), spacing=10)
        self._workspace = workspace
        self.stack = QUndoStack(self)
        tell_moves(self.stack, self._taken_back)
        self.acts = FollowUpActs(workspace, self.stack, self.toasted.emit)
        words = _(
            "Nothing is proposed on those days. What falls due then waits for your return, with the working days it "
            "had left; meetings and video calls are left to you."
        )
        self.body.addWidget(PlainLabel(words, "muted", wrap=True))
        self._make_line()
        self.rows, self.appointments = QVBoxLayout(), QVBoxLayout()
        for column in (self.rows, self.appointments):
            column.setSpacing(6)
            self.body.addLayout(column)

    def _make_line(self) -> None:
        self.line, self.name = QLineEdit(), QLineEdit()
        self.line.setPlaceholderText(_("from 22 to 31 December, 3-7 August…"))
        self.name.setPlaceholderText(_("Holidays, training…"))
        self.field = Field(_("I am away"), self.line)
        self.declare = Button(pgettext("absence", "Declare"), "secondary")
        self.declare.clicked.connect(self.declare_typed)
        self.line.textEdited.connect(self._read)
        for editor in (self.line, self.name):
            editor.returnPressed.connect(self.declare_typed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 3, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(Field(_("What for"), self.name), 2, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.declare, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.understood = PlainLabel("", "accent", wrap=True)
        self.body.addWidget(self.understood)
        self.understood.hide()

    def show_absences(self) -> None:
        """Say what is on the disk; what is being typed stays."""
        workspace, today = self._workspace, self._workspace.clock.today()
        _empty(self.rows)
        _empty(self.appointments)
        found = [each for each in workspace.ask(absences.current) if each.last >= today]
        for absence in found:
            self.rows.addWidget(self._row(absence))
        if not found:
            self.rows.addWidget(PlainLabel(_("No absence is declared."), "faint"))
        touched = workspace.ask(absences.appointments, now=workspace.clock.now())
        if touched:
            self.appointments.addWidget(Divider())
            self.appointments.addWidget(
                PlainLabel(_("Appointments that fall then, to see to yourself"), "label", wrap=True)
            )
        for appointment in touched:
            self.appointments.addWidget(self._appointment(appointment))

    def declare_typed(self) -> None:
        """Declare what the line says; said under it when it cannot be."""
        text = self.line.text()
        try:
            first, last = self._period(text)
            waiting = self._declare(first, last, self.name.text().strip())
        except UserError as error:
            self.understood.hide()
            self.field.set_error(str(error))
            self.line.setFocus()
            return
        self.line.clear()
        self.name.clear()
        self.field.set_error("")
        # Left in the line, Ctrl+Z would give back what was typed and leave the absence.
        self.declare.setFocus(Qt.FocusReason.OtherFocusReason)
        if waiting:
            words = ngettext(
                "{count} follow-up waits for your return", "{count} follow-ups wait for your return", waiting
            )
            self.understood.setText(words.format(count=waiting))
        self.understood.setVisible(bool(waiting))

    def remove(self, absence_id: uuid.UUID, dates: str) -> None:
        """The rep is there after all; what waited keeps its new date, unless the declaration itself is undone."""
        self.acts.keep(_("Absence removed: {dates}").format(dates=dates), absences.withdraw, absence_id)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken_back(self, sentence: str) -> None:
        self.understood.hide()
        self.toasted.emit(sentence, None)

    def _declare(self, first: date, last: date, name: str) -> int:
        found = self._workspace.ask(absences.waiting, first, last, now=self._workspace.clock.now())
        text = _("Absence declared: {dates}").format(dates=written(first, last))
        self.acts.keep(text, absences.declare, first, last, name)
        return found

    def _period(self, text: str) -> tuple[date, date]:
        return read_period(text, self._workspace.clock.now().replace(tzinfo=None), current().code)

    def _read(self, text: str) -> None:
        self.field.set_error("")
        try:
            words = _("Away {dates}").format(dates=written(*self._period(text))) if text.strip() else ""
        except UserError:
            words = ""
        self.understood.setText(words)
        self.understood.setVisible(bool(words))

    def _row(self, absence: Absence) -> QWidget:
        dates = written(absence.first, absence.last)
        remove = Button("", "quiet", icon_name="trash-2", name=_("Remove this absence"), small=True)
        remove.setAccessibleDescription(dates)
        remove.clicked.connect(lambda: self.remove(absence.id, dates))
        return _line(PlainLabel(dates, "medium"), PlainLabel(absence.name, "muted", elide=True), remove)

    def _appointment(self, found: Appointment) -> QWidget:
        language = current()
        when = _("{date} at {time}").format(
            date=language.date(found.due_local.date(), "day"), time=language.time(found.due_local)
        )
        move = Button(_("Postpone"), "secondary", small=True)
        move.setAccessibleName(_("Postpone: {who}").format(who=found.who))
        move.clicked.connect(lambda: self.acts.ask_move(move, found.follow_up_id, found.who))
        words = PlainLabel(f"{when} · {channel_label(found.channel)}", "muted", elide=True)
        return _line(PlainLabel(found.who, "medium", elide=True), words, move)


def _line(name: QWidget, words: QWidget, button: QWidget) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    for column, widget in enumerate((name, words, button)):
        grid.addWidget(widget, 0, column)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 4)
    return holder


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
