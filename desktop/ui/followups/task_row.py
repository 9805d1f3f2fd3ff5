"""One line of the Follow-ups page: a promise with its date, or a prospect that was promised nothing."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current
from desktop.models.followup_kinds import channel_label, objective_label
from desktop.services.board import Unplanned
from desktop.services.today import Task
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.heat import HeatLabel
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, focus_ring, painter_for

_WHEN, _HEAT, _HOW = 134, 66, 190


class _Line(QWidget):
    """A line that takes the focus. ``chosen`` says what is asked of it."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(18, 8, 14, 8)
        self.row.setSpacing(10)

    def names(self, first: str, second: str, about: str) -> QVBoxLayout:
        """A person and a company on one line, what it is about under them."""
        column = QVBoxLayout()
        column.setSpacing(2)
        text = " · ".join(part for part in (first, second) if part)
        column.addWidget(PlainLabel(text, "strong", elide=True))
        if about:
            column.addWidget(PlainLabel(about, "small", elide=True))
        return column

    def heat(self, heat: str | None) -> QWidget:
        """The heat, or the room it would take."""
        holder = QWidget()
        holder.setFixedWidth(_HEAT)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        if heat:
            row.addWidget(HeatLabel(heat))
        row.addStretch(1)
        return holder

    def button(self, text: str, asked: str, who: str, icon_name: str = "") -> Button:
        """A button of the line, named with the prospect it acts on."""
        button = Button("" if icon_name else text, "quiet" if icon_name else "secondary", icon_name=icon_name)
        button.setAccessibleName(f"{text} · {who}")
        button.setToolTip(text)
        button.clicked.connect(lambda: self.chosen.emit(asked))
        self.row.addWidget(button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = painter_for(self)
            rect = QRectF(self.rect()).adjusted(4, 2, -4, -2)
            fill_round(painter, rect, theme.current().colour("hover"))
            focus_ring(painter, rect)


class TaskLine(_Line):
    """A follow-up, with what can be done to it: ``done``, ``move``, ``drop``, ``call`` or ``open``."""

    def __init__(self, task: Task, today: date) -> None:
        super().__init__()
        self.task = task
        day = task.due_local.date()
        hour = current().time(task.due_local)
        when = hour if day == today else f"{current().date(day, 'weekday')} {hour}"
        self.when = PlainLabel(when, "danger" if task.late else "strong", tabular=True)
        self.when.setFixedWidth(_WHEN)
        self.row.addWidget(self.when)
        self.row.addLayout(self.names(task.who, task.company if task.person else "", task.subject), 1)
        self.row.addWidget(self.heat(task.heat))
        how = f"{channel_label(task.channel)} · {objective_label(task.objective)}"
        aim = PlainLabel(how, "muted", elide=True)
        aim.setFixedWidth(_HOW)
        self.row.addWidget(aim)
        self.done = self.button(_("Done"), "done", task.who, "check")
        self.anchor = self.button(_("Move to another date"), "move", task.who, "calendar-clock")
        self.button(_("Drop this follow-up"), "drop", task.who, "x")
        self.call = self.button(_("Call"), "call", task.who)
        late = _("late") if task.late else ""
        parts = (when, late, task.who, task.company, task.subject, how)
        self.setAccessibleName(" · ".join(part for part in parts if part))


class UnplannedLine(_Line):
    """A prospect without a next step: ``plan``, ``call`` or ``open``."""

    def __init__(self, prospect: Unplanned) -> None:
        super().__init__()
        self.prospect = prospect
        self.row.addLayout(self.names(prospect.name, prospect.person, ""), 1)
        self.row.addWidget(self.heat(prospect.heat))
        self.plan = self.button(_("Fix the next step"), "plan", prospect.name)
        self.anchor = self.plan
        self.call = self.button(_("Call"), "call", prospect.name)
        self.setAccessibleName(" · ".join(part for part in (prospect.name, prospect.person) if part))
