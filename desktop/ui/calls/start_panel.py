"""Before the call: which script, which grid, how long, with whom. Enter starts with what is proposed."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from desktop.i18n import LANGUAGES, _, current, ngettext
from desktop.models.calls import Call
from desktop.models.grids import Grid
from desktop.models.prospects import Prospect
from desktop.models.scripts import Script
from desktop.services import templates
from desktop.ui import theme
from desktop.ui.calls.minutes_picker import MINUTES, MOST_MINUTES
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.call_time import clock_time
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import SegmentedControl
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel

_USUAL_MINUTES = 30
_OTHER = "other"
_LOW_UNDER = 620
"""Pixels of height under which what a finger hits must lie closer, for the button that starts to be seen."""


@dataclass(frozen=True)
class Preparation:
    """What the rep chose before a call."""

    script: Script
    grid: Grid
    minutes: int
    contact_id: uuid.UUID | None


Shelf = Callable[[str], tuple[list[Script], list[Grid]]]
"""The scripts and grids that may be chosen in a language, the usual ones first."""


class StartPanel(QScrollArea):
    """``show_prospect`` proposes; ``started`` gives a ``Preparation``, ``resumed`` the key of a call left earlier."""

    started = Signal(object)
    resumed = Signal(object)

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._scripts: list[Script] = []
        self._grids: list[Grid] = []
        self.setObjectName("call.start")
        self.setAccessibleName(_("Prepare the call"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._left_id: uuid.UUID | None = None
        self.banner = Banner()
        self.contact, self.script, self.grid = QComboBox(), QComboBox(), QComboBox()
        self.language = SegmentedControl(_("Language of the script"), [(code, code.upper()) for code in LANGUAGES])
        named = [(str(count), ngettext("{count} min", "{count} min", count).format(count=count)) for count in MINUTES]
        self.minutes = SegmentedControl(_("Time there is"), [*named, (_OTHER, _("Other"))])
        self.typed_minutes = QSpinBox()
        self.typed_minutes.setRange(1, MOST_MINUTES)
        self.typed_minutes.setAccessibleName(_("Minutes"))
        self.start_button = Button(_("Start the call"), "primary", keycap="Return")
        self.start_button.setObjectName("call.start_button")
        self._summary = PlainLabel("", "muted", wrap=True)
        self._notice = PlainLabel("", "warn", wrap=True)
        self._title = PlainLabel("", "title", elide=True)
        self._about = PlainLabel("", "muted", wrap=True)
        self._build_left_card()
        self._lay_out()
        self._connect()

    def _build_left_card(self) -> None:
        self.left_card = Card(tone="accent_soft")
        self._left_words = PlainLabel("", "body", wrap=True)
        self.resume_button = Button(_("Take it up again"), "primary")
        self.resume_button.setObjectName("call.resume_button")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._left_words, 1)
        row.addWidget(self.resume_button)
        self.left_card.body.addLayout(row)

    def _lay_out(self) -> None:
        self.contact_field = Field(_("With"), self.contact)
        grid_field = Field(_("Grid"), self.grid)
        script_row = QHBoxLayout()
        script_row.setSpacing(8)
        script_row.addWidget(Field(_("Script"), self.script), 1)
        script_row.addWidget(self.language, 0, Qt.AlignmentFlag.AlignBottom)
        time_row = QHBoxLayout()
        time_row.setSpacing(8)
        time_row.addWidget(self.minutes)
        time_row.addWidget(self.typed_minutes)
        time_row.addStretch(1)
        for combo in (self.contact, self.script, self.grid):
            combo.view().setAccessibleName(combo.accessibleName())
        card = self._card = Card()
        card.body.addWidget(self._title)
        card.body.addWidget(self._about)
        card.body.addWidget(self.contact_field)
        card.body.addLayout(script_row)
        card.body.addWidget(self._summary)
        card.body.addWidget(grid_field)
        card.body.addWidget(PlainLabel(_("Time there is"), "label"))
        card.body.addLayout(time_row)
        card.body.addSpacing(6)
        card.body.addWidget(self._notice)
        card.body.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(1)
        for widget in (self.banner, self.left_card, card):
            column.addWidget(widget)
        column.addStretch(2)
        sheet = QWidget()
        sheet.setProperty("clear", True)
        row = self._margins = QHBoxLayout(sheet)
        row.addStretch(1)
        row.addLayout(column, 6)
        row.addStretch(1)
        card.setMaximumWidth(640)
        self.left_card.setMaximumWidth(640)
        self.banner.setMaximumWidth(640)
        self.setWidget(sheet)
        self._tighten()

    def _connect(self) -> None:
        self.script.currentIndexChanged.connect(lambda _place: self._script_chosen())
        self.language.chosen.connect(self._fill_templates)
        self.minutes.chosen.connect(lambda _key: self._show_minutes())
        self.start_button.clicked.connect(lambda: self.started.emit(self.preparation()))
        self.resume_button.clicked.connect(lambda: self.resumed.emit(self._left_id))

    def show_prospect(self, prospect: Prospect, left: Call | None, running_with: str = "") -> None:
        """Propose a call. ``running_with`` names the prospect of a call that this one would leave."""
        self.banner.clear()
        self._title.setText(_("Call {name}").format(name=prospect.name))
        self._about.setText(prospect.about)
        self._about.setVisible(bool(prospect.about))
        self.contact.clear()
        for contact in prospect.contacts:
            title = f" · {contact.job_title}" if contact.job_title else ""
            self.contact.addItem(f"{contact.name}{title}", contact.id)
        self.contact_field.setVisible(self.contact.count() > 0)
        self.language.set_value(current().code)
        self._fill_templates(current().code, prefer="b2c" if prospect.kind == "b2c" else templates.DEFAULT_SCRIPT)
        self.minutes.set_value(str(_USUAL_MINUTES))
        self._show_minutes()
        self._show_left(left)
        notice = _("The call in progress with {name} will be left as it is; you can take it up again.")
        self._notice.setText(notice.format(name=running_with))
        self._notice.setVisible(bool(running_with))

    def preparation(self) -> Preparation:
        """What is chosen now."""
        grid = self._grids[self.grid.currentIndex()]
        fit_test = next((script for script in self._scripts if script.key == templates.FIT_TEST), None)
        return Preparation(
            script=templates.with_fit_test(self._scripts[self.script.currentIndex()], grid, fit_test),
            grid=grid,
            minutes=self.typed_minutes.value(),
            contact_id=self.contact.currentData(),
        )

    def focus_first(self) -> None:
        """Enter must do what is most likely: take up the call that was left, otherwise start."""
        (self.start_button if self.left_card.isHidden() else self.resume_button).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts from any field; on a button it presses that button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.resume_button.hasFocus():
            self.resume_button.click()
        else:
            self.typed_minutes.interpretText()
            self.start_button.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tighten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tighten()

    def _tighten(self) -> None:
        low = theme.metrics().touch and self.height() < _LOW_UNDER
        self._card.body.setContentsMargins(*((24, 14, 24, 14) if low else (28, 24, 28, 24)))
        self._card.body.setSpacing(7 if low else 14)
        around = 8 if low else 16
        self._margins.setContentsMargins(around, around, around, around)

    def _show_left(self, left: Call | None) -> None:
        self._left_id = left.id if left else None
        self.left_card.setVisible(left is not None)
        if left is None:
            return
        words = _("A call of {date} was left after {time}, on the question “{question}”.")
        question = left.script.question(left.question)
        self._left_words.setText(
            words.format(
                date=current().date(left.started_at.date(), "day"),
                time=clock_time(left.elapsed_seconds),
                question=question.title,
            )
        )

    def _fill_templates(self, language: str, prefer: str = "") -> None:
        chosen_script, chosen_grid = prefer or self.script.currentData(), self.grid.currentData()
        self._scripts, self._grids = self._shelf(language)
        self.grid.clear()
        for grid in self._grids:
            self.grid.addItem(grid.name, grid.key)
        self.script.blockSignals(True)
        self.script.clear()
        for script in self._scripts:
            self.script.addItem(script.name, script.key)
        self.script.setCurrentIndex(max(0, self.script.findData(chosen_script)))
        self.script.blockSignals(False)
        self._script_chosen()
        if chosen_grid and not prefer:
            self.grid.setCurrentIndex(max(0, self.grid.findData(chosen_grid)))

    def _script_chosen(self) -> None:
        if self.script.currentIndex() < 0:
            return
        script = self._scripts[self.script.currentIndex()]
        self.grid.setCurrentIndex(max(0, self.grid.findData(script.grid)))
        count = len(script.questions)
        questions = ngettext("{count} question", "{count} questions", count).format(count=count)
        self._summary.setText(f"{questions} · {', '.join(section.name for section in script.sections)}")

    def _show_minutes(self) -> None:
        other = self.minutes.value == _OTHER
        self.typed_minutes.setVisible(other)
        if other:
            self.typed_minutes.setFocus()
            self.typed_minutes.selectAll()
        else:
            self.typed_minutes.setValue(int(self.minutes.value))
