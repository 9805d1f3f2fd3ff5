"""The calls planned today, by hour, one click from starting each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.services.followup_rows import Task
from desktop.ui.today import words
from desktop.ui.widgets.chips import ChipButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel, Sign, plain_tip

_LONGEST = 32
"""Characters of a chip: several stand side by side."""


class CallsStrip(QWidget):
    """``asked`` carries the ``Task`` whose call is to be prepared."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Task, ...] | None = None
        self.chips: list[ChipButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sign("phone"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(PlainLabel(_("Planned calls"), "label"), 0, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        holder.setProperty("clear", True)
        self._flow = FlowLayout(holder)
        row.addWidget(holder, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_calls(self, calls: Sequence[Task]) -> None:
        """Show these; nothing at all when there is none."""
        if tuple(calls) == self._shown:
            return
        self._shown = tuple(calls)
        self._flow.clear()
        self.chips = []
        for task in calls:
            text = words.call_at(task)
            chip = ChipButton(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…")
            chip.setCheckable(False)
            chip.setAccessibleName(_("Call: {who}").format(who=f"{text} · {task.company}"))
            chip.setToolTip(plain_tip(f"{text} · {task.company}"))
            chip.clicked.connect(lambda _checked=False, task=task: self.asked.emit(task))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self.setVisible(bool(calls))
