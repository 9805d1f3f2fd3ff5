"""Changing a cell of the list where it stands: Enter keeps, Esc restores, Tab goes to the next one."""

import uuid
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.errors import UserError
from desktop.i18n import _, current
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.matrix import Heat
from desktop.models.statuses import Status, status_label
from desktop.services import absences, followups, prospects
from desktop.services.natural_dates import understand
from desktop.services.prospect_rows import ProspectRow
from desktop.ui import theme
from desktop.ui.prospects import columns, words
from desktop.ui.prospects.bulk_popovers import ChoicePopover
from desktop.ui.prospects.columns import Column
from desktop.ui.prospects.file_acts import FileActs
from desktop.ui.prospects.item_model import ProspectItemModel
from desktop.ui.prospects.table import ProspectTable
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for
from desktop.ui.workspace import Workspace

EDITABLE = (Column.AMOUNT, Column.HEAT, Column.STATUS, Column.SECTOR, Column.SOURCE, Column.NEXT)
_LEAST_WIDTH, _LEAST_REFUSAL = 150, 260


class Refusal(QWidget):
    """Why what was typed in a cell cannot be kept, on a sheet of its own beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.words = PlainLabel("", "danger", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(self.words)
        self.hide()

    def say(self, sentence: str, cell: QRect) -> None:
        """Under ``cell``, or above it where there is no room below."""
        room = self._room.rect()
        self.words.setText(sentence)
        self.setFixedWidth(max(cell.width(), _LEAST_REFUSAL))
        height = self.words.heightForWidth(self.width() - 20) + 12
        self.setFixedHeight(height)
        below = cell.bottom() + 3
        top = below if below + height <= room.height() else cell.top() - height - 3
        self.move(max(0, min(cell.left(), room.width() - self.width())), top)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        fill_round(painter_for(self), QRectF(self.rect()), look.colour("surface"), look.colour("danger"), theme.RADIUS)


class CellEditor(QObject):
    """One cell at a time of ``table``. Each change is a named act of ``acts``; what is refused is said beside it."""

    def __init__(self, workspace: Workspace, table: ProspectTable, model: ProspectItemModel, acts: FileActs) -> None:
        super().__init__(table)
        self._workspace, self._table, self._model, self._acts = workspace, table, model, acts
        self._key: uuid.UUID | None = None
        self._column = Column.AMOUNT
        self._before = ""
        self.popover: ChoicePopover | None = None
        self.line = QLineEdit(table.viewport())
        self.line.setAccessibleName(_("Cell"))
        self.line.installEventFilter(self)
        self.line.hide()
        self.error = Refusal(table.viewport())
        table.verticalScrollBar().valueChanged.connect(lambda _value: self.close())

    @property
    def is_open(self) -> bool:
        """A line is being typed."""
        return not self.line.isHidden()

    def start(self, column: Column | None = None) -> bool:
        """Edit a cell of the row at hand, the first that can be when none is given. False when none can."""
        able = [each for each in self._table.shown_columns() if each in EDITABLE]
        index = self._table.currentIndex()
        if not able or not index.isValid() or (column is not None and column not in able):
            return False
        self._open(index.row(), column or able[0])
        return True

    def close(self) -> None:
        """Leave the cell as it was before what was not kept."""
        if self.line.isHidden():
            return
        had_focus = self.line.hasFocus()
        self._key = None
        self.line.hide()
        self.error.hide()
        if had_focus:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Escape:
                    self.close()
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if self._keep():
                        self.close()
                    return True
                case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                    self._next(1 if event.key() == Qt.Key.Key_Tab else -1)
                    return True
                case _:
                    pass
        if event.type() == QEvent.Type.FocusOut and self.is_open and self._keep():
            self.close()
        return super().eventFilter(watched, event)

    # The cell

    def _open(self, place: int, column: Column) -> None:
        row = self._model.at(place)
        self._table.scrollTo(self._model.index(place, column))
        self._key, self._column = row.id, column
        cell = self._table.visualRect(self._model.index(place, column))
        if column in (Column.HEAT, Column.STATUS):
            self._choose(row, cell)
            return
        width = max(_LEAST_WIDTH, cell.width())
        left = min(cell.left(), max(0, self._table.viewport().width() - width))
        height = self.line.sizeHint().height()
        self.line.setGeometry(left, cell.center().y() - height // 2, width, height)
        self.line.setAccessibleName(f"{columns.title(column)} · {row.name}")
        self.line.setPlaceholderText(_("tue 10am, in 2 weeks…") if column is Column.NEXT else "")
        self._before = _typed(row, column)
        self.line.setText(self._before)
        self.error.hide()
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _choose(self, row: ProspectRow, cell: QRect) -> None:
        anchor = QWidget(self._table.viewport())
        anchor.setGeometry(cell)
        self.line.hide()
        if self._column is Column.HEAT:
            options = [(heat.value, heat_word(heat)) for heat in Heat]
            popover = ChoicePopover(_("Heat"), options, anchor)
            popover.open_for(anchor, row.heat or "", lambda heat: self._set_heat(row, Heat(heat)))
        else:
            options = [(status.value, status_label(status)) for status in Status]
            popover = ChoicePopover(_("Status"), options, anchor)
            popover.open_for(anchor, row.status, lambda status: self._set_status(row, Status(status), anchor))
        self.popover = popover

    def _next(self, step: int) -> None:
        """Keep this one, then the next of the row; after the last, the first of the next row."""
        key = self._key
        if key is None or not self._keep():
            return
        able = [each for each in self._table.shown_columns() if each in EDITABLE]
        place, at = self._model.row_of(key), able.index(self._column) + step
        self.close()
        if place is None:
            return
        if not 0 <= at < len(able):
            place, at = place + step, at % len(able)
        if 0 <= place < self._model.rowCount():
            self._table.setCurrentIndex(self._model.index(place, 0))
            self._open(place, able[at])

    # What is kept

    def _keep(self) -> bool:
        """Save what was typed; False when it is refused, and says why."""
        key, text = self._key, self.line.text().strip()
        if key is None or text == self._before:
            return True
        try:
            self._save(key, text)
        except UserError as error:
            self._say(str(error))
            return False
        self._before = text
        return True

    def _save(self, key: uuid.UUID, text: str) -> None:
        place = self._model.row_of(key)
        if place is None:
            return
        row = self._model.at(place)
        match self._column:
            case Column.AMOUNT:
                self._change(row, "amount", words.amount(text))
            case Column.SECTOR:
                self._change(row, "sector", text)
            case Column.SOURCE:
                self._change(row, "source", text)
            case _:
                self._plan(row, text)

    def _change(self, row: ProspectRow, field: str, value: object) -> None:
        name = _("{column}: {who}").format(column=columns.title(self._column), who=row.name)
        self._acts.keep(name, prospects.update_prospect, row.id, now=self._now(), **{field: value})

    def _plan(self, row: ProspectRow, text: str) -> None:
        """Postpone the step that is open, or plan one."""
        worked = self._workspace.ask(absences.calendar)
        found = understand(text, self._workspace.clock.now(), current().code, worked)
        if found is None or found.rest:
            raise UserError(_("Write a date such as “tue 10am”, “in 2 weeks” or “15/03”."))
        if row.follow_up_id is not None:
            due = found.due_local
            if not found.timed and row.due_local is not None:
                due = datetime.combine(due.date(), row.due_local.time())
            name = _("Postponed: {who}").format(who=row.name)
            self._acts.keep(name, followups.move, row.follow_up_id, due, now=self._now())
            return
        zone = str(self._workspace.clock.zone)
        step = followups.NextStep(found.due_local, zone, Channel.PHONE, Objective.VALIDATION)
        name = _("Next step planned: {who}").format(who=row.name)
        self._acts.keep(name, followups.plan, row.id, step, now=self._now())

    def _set_heat(self, row: ProspectRow, heat: Heat) -> None:
        name = _("Heat: {word}").format(word=heat_word(heat))
        self._acts.keep(name, prospects.set_heat, row.id, heat, now=self._now())

    def _set_status(self, row: ProspectRow, status: Status, anchor: QWidget) -> None:
        if status is not row.status:
            self._acts.ask_status(self._workspace.ask(prospects.prospect_file, row.id), status, anchor)

    def _say(self, sentence: str) -> None:
        self.error.say(sentence, self.line.geometry())
        self.line.setAccessibleDescription(sentence)

    def _now(self) -> datetime:
        return self._workspace.clock.now()


def _typed(row: ProspectRow, column: Column) -> str:
    """What a cell holds, as it can be typed again."""
    match column:
        case Column.AMOUNT:
            return words.shown_amount(row.amount)
        case Column.SECTOR:
            return row.sector
        case Column.SOURCE:
            return row.source
        case _:
            return ""
