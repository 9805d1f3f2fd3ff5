"""The line that writes in the timeline: plain words are a note, one letter first says a visit or a message."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.clock import Clock
from desktop.i18n import _, current
from desktop.models.exchanges import Exchange, ExchangeKind, exchange_label
from desktop.services.exchanges import Line, understand
from desktop.services.people import Person
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.calm_fields import CalmComboBox
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.growing_edit import GrowingEdit
from desktop.ui.widgets.labels import PlainLabel


@dataclass(frozen=True)
class Written:
    """What the rep wrote; ``key`` is that of the exchange being changed, ``None`` for a new one."""

    key: uuid.UUID | None
    kind: ExchangeKind
    text: str
    at: datetime | None
    contact_id: uuid.UUID | None


class ExchangeEdit(GrowingEdit):
    """Enter says ``entered``, Shift+Enter a new line, Esc ``escaped``, the arrow down ``left``."""

    entered = Signal()
    escaped = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.toPlainText():
            self.escaped.emit()
        elif key == Qt.Key.Key_Down and not self.toPlainText():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ExchangeLine(QWidget):
    """``written`` carries a ``Written``: the owner saves it, then calls ``start_afresh``. ``left``: go to the rows."""

    written = Signal(object)
    removal_asked = Signal(object)
    """The exchange being changed."""
    left = Signal()
    unfolded = Signal()
    """It takes more room: what is under the line is to be seen as well."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._editing: Exchange | None = None
        self._chosen: ExchangeKind | None = None
        self.edit = ExchangeEdit(_("Write down… r received, s sent, v visit; “yesterday 2pm” is understood"), _("Note"))
        kinds = [(kind.value, exchange_label(kind)) for kind in ExchangeKind]
        self.kinds = ChoiceChips(_("Kind of exchange"), kinds)
        self.who = CalmComboBox()
        self.who.setAccessibleName(_("With whom"))
        self.who.view().setAccessibleName(_("With whom"))
        self.when = PlainLabel("", "small")
        self.save = Button(_("Write down"), "primary", keycap="Return")
        self.remove = Button(_("Remove"), "danger")
        self.cancel = Button(_("Cancel"), "quiet")
        self.error = PlainLabel("", "danger", wrap=True)
        self._lay_out()
        self.edit.textChanged.connect(self._typed)
        self.edit.entered.connect(self._submit)
        self.edit.escaped.connect(self.start_afresh)
        self.edit.left.connect(self.left)
        self.kinds.chosen.connect(self._kind_chosen)
        self.save.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.start_afresh)
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self._editing))
        self.start_afresh()

    def _lay_out(self) -> None:
        self.tools = QWidget()
        said, acts = QHBoxLayout(), QHBoxLayout()
        for row in (said, acts):
            row.setSpacing(8)
        said.addWidget(self.kinds, 1)
        said.addWidget(self.who)
        acts.addWidget(self.when, 1)
        for button in (self.remove, self.cancel, self.save):
            acts.addWidget(button)
        tools = QVBoxLayout(self.tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(6)
        tools.addLayout(said)
        tools.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.edit)
        column.addWidget(self.tools)
        column.addWidget(self.error)

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer to say with whom, where there are several."""
        self.who.setVisible(len(people) > 1)
        names = [(person.name, person.id.hex) for person in people]
        if names != [(self.who.itemText(place), self.who.itemData(place)) for place in range(1, self.who.count())]:
            kept = self.who.currentData()
            self.who.clear()
            self.who.addItem(_("With…"), None)
            for name, key in names:
                self.who.addItem(name, key)
            self.who.setCurrentIndex(max(0, self.who.findData(kept)))

    def start_afresh(self) -> None:
        """Empty, for another one."""
        self._editing = self._chosen = None
        self.edit.clear()
        self.who.setCurrentIndex(0)
        self.set_error("")
        self._typed()

    def edit_one(self, exchange: Exchange) -> None:
        """Bring one back on the line, to be changed or removed."""
        self._editing, self._chosen = exchange, exchange.kind
        self.edit.setPlainText(exchange.text)
        contact = exchange.contact_id.hex if exchange.contact_id is not None else None
        self.who.setCurrentIndex(max(0, self.who.findData(contact)))
        self.set_error("")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self._typed()

    def set_error(self, sentence: str) -> None:
        """Say why it was refused, or "" to take it back."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    @property
    def editing(self) -> bool:
        """Whether an exchange that is already there is on the line."""
        return self._editing is not None

    def _line(self) -> Line:
        text = self.edit.toPlainText()
        if self._editing is not None:
            # Words that are there already are not read again: what begins like a day stays as it is.
            return Line(None, text.strip(), None)
        return understand(text, self._clock.now(), self._clock.zone)

    def _kind(self, line: Line) -> ExchangeKind:
        return line.kind or self._chosen or ExchangeKind.NOTE

    def _typed(self) -> None:
        line = self._line()
        folded, typed = self.tools.isHidden(), bool(self.edit.toPlainText())
        self.tools.setVisible(typed)
        if typed and folded:
            self.unfolded.emit()
        self.kinds.set_value(self._kind(line))
        at = self._editing.at.astimezone(self._clock.zone) if self._editing is not None else line.at
        moment = _("now") if at is None else f"{current().date(at.date(), 'weekday')}, {current().time(at)}"
        self.when.setText(moment)
        self.remove.setVisible(self.editing)
        self.save.set_text(_("Change") if self.editing else _("Write down"))
        if self.error.text():
            self.set_error("")

    def _kind_chosen(self, key: str) -> None:
        self._chosen = ExchangeKind(key)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit(self) -> None:
        if not self.edit.toPlainText().strip():
            return
        line, key = self._line(), self._editing.id if self._editing is not None else None
        kind = self._chosen or ExchangeKind.NOTE if self.editing else self._kind(line)
        who = self.who.currentData()
        self.written.emit(Written(key, kind, line.text, line.at, uuid.UUID(who) if who else None))
