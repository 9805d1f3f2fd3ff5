"""A list of follow-ups on the Today page, brought in step row by row: what did not change is not built again."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from desktop.i18n import _, ngettext
from desktop.services.followup_rows import Task
from desktop.ui.today.task_row import TaskRow
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel


class TaskCard(Card):
    """Follow-ups under a title. ``chosen`` carries what is asked, and the ``TaskRow`` it is asked of."""

    chosen = Signal(str, object)
    reached = Signal()
    """Another of its rows has the focus."""
    words_wanted = Signal(object, int)
    """The key of a prospect, and the place of the score whose square was clicked."""

    def __init__(self, title: str) -> None:
        super().__init__(title, " ", margins=(0, 14, 0, 4), spacing=0)
        self.title_label.setContentsMargins(18, 0, 0, 4)
        self.note_label.setContentsMargins(0, 0, 18, 4)
        self.rows: list[TaskRow] = []
        """From the top."""
        self.none = PlainLabel(_("Nothing is due today."), "muted")
        self.rest = PlainLabel("", "muted")
        for label in (self.none, self.rest):
            label.setContentsMargins(18, 8, 18, 8)
            self.body.addWidget(label)
            label.hide()

    def show_tasks(self, tasks: Sequence[Task], count: int, today: date, narrow: bool) -> None:
        """Show ``tasks``, the first of ``count``; a row that says the same already stays, with its focus."""
        kept = {row.task.follow_up_id: row for row in self.rows}
        rows = [self._row(kept.get(task.follow_up_id), task, today, narrow) for task in tasks]
        for row in self.rows:
            if row not in rows:
                self.body.removeWidget(row)
                row.hide()
                row.deleteLater()
        for place, row in enumerate(rows):
            row.set_first(place == 0)
            # The header comes before the rows.
            if self.body.indexOf(row) != place + 1:
                self.body.removeWidget(row)
                self.body.insertWidget(place + 1, row)
                # The layout would show it at the next turn of the loop: too late to be given the focus.
                row.show()
        self.rows = rows
        self.none.setVisible(not tasks)
        rest = count - len(tasks)
        text = ngettext("and {count} other, in Follow-ups", "and {count} others, in Follow-ups", rest)
        self.rest.setText(text.format(count=rest))
        self.rest.setVisible(rest > 0)

    def _row(self, former: TaskRow | None, task: Task, today: date, narrow: bool) -> TaskRow:
        if former is not None and former.shows(task, today):
            return former
        row = TaskRow(task, today, narrow)
        row.chosen.connect(lambda asked: self.chosen.emit(asked, row))
        row.reached.connect(self.reached)
        row.words_wanted.connect(lambda place: self.words_wanted.emit(task.prospect_id, place))
        return row
