"""One follow-up of the Today page, with what it takes to do it."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.models.followup_kinds import channel_label, objective_label
from desktop.models.matrix import action
from desktop.services.today import Task
from desktop.ui import theme
from desktop.ui.today import words
from desktop.ui.today.two_lines import Advice
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.heat import heat_word
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import focus_ring, painter_for
from desktop.ui.widgets.score_strip import ScoreStrip
from desktop.ui.widgets.two_lines import TwoLines

_WHEN, _STANDING, _ADVICE = 64, 138, 152
_BUTTON, _NARROW_BUTTON = 150, 110
_SQUARES_FROM = 740
"""The width under which a narrow row has no room for the squares beside its words."""


class TaskRow(QWidget):
    """When, who, about what, how they stand, what to do, and the button that does it.

    The row takes the focus; the page listens to its keys. ``chosen`` carries what the button or the menu asks:
    ``call``, ``proposal``, ``open``, ``done``, ``move`` or ``drop``. ``first`` leaves out the line above it.
    """

    chosen = Signal(str)
    words_wanted = Signal(int)
    """The place of the score whose square was clicked."""

    def __init__(self, task: Task, today: date, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = task
        self.first = True
        self._narrow = narrow
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 10, 10)
        row.setSpacing(10)
        self.when = PlainLabel(words.when(task, today), "strong", tabular=True)
        if task.late:
            self.when.set_kind("danger")
        self.when.setFixedWidth(_WHEN)
        row.addWidget(self.when)
        row.addLayout(self._about(), 1)
        self._standing = self._strip()
        row.addWidget(self._standing)
        row.addLayout(self._advice_column())
        self.button = self._main_button()
        row.addWidget(self.button)
        self.more = Button("", "quiet", icon_name="ellipsis", name=_("More for {who}").format(who=task.who))
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more)
        self.setAccessibleName(self._sentence())
        self.set_narrow(narrow)

    def shows(self, task: Task, today: date) -> bool:
        """Whether the row already says what it would say of ``task`` on that day."""
        return self.task == task and self.when.text() == words.when(task, today)

    def set_first(self, first: bool) -> None:
        """Draw the line that parts it from the row above, unless there is none."""
        self.first = first
        self.update()

    def anchor(self) -> QWidget:
        """Where a popover of this row opens."""
        return self.more

    def _about(self) -> QVBoxLayout:
        task = self.task
        column = QVBoxLayout()
        column.setSpacing(2)
        names = QHBoxLayout()
        names.setSpacing(0)
        who = PlainLabel(task.who, "strong")
        names.addWidget(who)
        if task.person and task.company:
            company = PlainLabel(f" · {task.company}", "body", elide=True)
            names.addWidget(company, 1)
        else:
            names.addStretch(1)
        who.setMinimumWidth(24)
        about = TwoLines(words.subject(task))
        column.addStretch(1)
        column.addLayout(names)
        column.addWidget(about)
        column.addStretch(1)
        return column

    def _strip(self) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(_STANDING)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        strip = self.task.strip
        if strip.keys:
            self.squares = ScoreStrip()
            self.squares.set_room(_STANDING)
            self.squares.set_marks(strip.marks, strip.names, strip.to_prove)
            # Not a stop of the keyboard in each row: the page has a key for it.
            self.squares.set_clickable(by_keyboard=False)
            self.squares.chosen.connect(self.words_wanted)
            total = PlainLabel(words.total(self.task.low, self.task.high), "strong", tabular=True)
            row.addWidget(self.squares)
            row.addWidget(total)
            if self.squares.width() + row.spacing() + total.sizeHint().width() > _STANDING:
                # A long grid, or a long total: one above the other.
                row.setDirection(QBoxLayout.Direction.TopToBottom)
                row.setSpacing(0)
                row.insertStretch(0, 1)
        else:
            row.addWidget(PlainLabel(_("Not scored yet"), "faint"))
        row.addStretch(1)
        return holder

    def _advice_column(self) -> QVBoxLayout:
        task = self.task
        column = QVBoxLayout()
        column.setSpacing(2)
        self.advice = Advice(task.heat, words.recommended(task), action(task.cell) if task.cell else "")
        self.aim = PlainLabel(self._how(), "small", elide=True)
        self.aim.setFixedWidth(_ADVICE)
        column.addStretch(1)
        column.addWidget(self.advice)
        column.addWidget(self.aim)
        column.addStretch(1)
        return column

    def _how(self) -> str:
        return f"{channel_label(self.task.channel)} · {objective_label(self.task.objective).lower()}"

    def _main_button(self) -> Button:
        if words.proposes(self.task):
            texts, asked = (_("Open the proposal"), _("Proposal")), "proposal"
        elif self.task.channel in words.SPOKEN:
            texts, asked = (_("Call"), _("Call")), "call"
        else:
            texts, asked = (_("Open the file"), _("File")), "open"
        self._button_texts = texts
        button = Button(texts[0])
        button.clicked.connect(lambda: self.chosen.emit(asked))
        return button

    def menu(self) -> QMenu:
        """What can be done to the follow-up, each with its key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, asked in (
            (_("Done") + "\t" + pgettext("key", "Space"), "done"),
            (_("Move to another date") + "\tR", "move"),
            (_("Open the file") + "\t⏎", "open"),
            (_("Call") + "\tA", "call"),
            (_("Drop this follow-up"), "drop"),
        ):
            menu.addAction(text).triggered.connect(lambda _checked=False, asked=asked: self.chosen.emit(asked))
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _sentence(self) -> str:
        """What a screen reader says of the row: everything that is drawn on it."""
        task = self.task
        late = _("late") if task.late else ""
        company = task.company if task.person else ""
        heat = heat_word(task.heat) if task.heat else ""
        total = words.total(task.low, task.high) if task.strip.keys else _("Not scored yet")
        unproven, advice = words.to_prove(task), words.recommended(task)
        about = words.subject(task)
        parts = (self.when.text(), late, task.who, company, about, total, unproven, heat, advice, self._how())
        return " · ".join(part for part in parts if part)

    def set_narrow(self, narrow: bool) -> None:
        """Make room for the words on a small screen: the squares go first, where they do not fit."""
        self._narrow = narrow
        self._fit_squares()
        self.advice.set_width(_ADVICE)
        self.button.set_text(self._button_texts[narrow])
        self.button.setAccessibleName(f"{self._button_texts[0]} · {self.task.who}")
        self.button.setFixedWidth(_NARROW_BUTTON if narrow else _BUTTON)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_squares()

    def _fit_squares(self) -> None:
        self._standing.setVisible(not self._narrow or self.width() >= _SQUARES_FROM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_for(self)
        if not self.first:
            painter.fillRect(0, 0, self.width(), 1, theme.current().colour("line"))
        if not self.hasFocus():
            return
        rect = QRectF(self.rect()).adjusted(4, 2, -4, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("hover"))
        painter.drawRoundedRect(rect, 6, 6)
        focus_ring(painter, rect)
