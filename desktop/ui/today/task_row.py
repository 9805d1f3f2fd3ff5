"""One follow-up of the Today page, with what it takes to do it."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.i18n import _, current, pgettext
from desktop.models.followup_kinds import channel_label, objective_label
from desktop.models.matrix import action
from desktop.services.followup_rows import Task
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
_ADVICE_FROM = 560
"""The width under which it has none for what is recommended either."""


class TaskRow(QWidget):
    """When, who, about what, how they stand, what to do, and the button that does it.

    The row takes the focus; the page listens to its keys. ``chosen`` carries what the button or the menu asks:
    ``call``, ``draft``, ``proposal``, ``open``, ``done``, ``move``, ``snooze`` or ``drop``. ``first`` leaves out the
    line above it.
    """

    chosen = Signal(str)
    reached = Signal()
    """It has the focus."""
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
            self.when.setFont(theme.font("strong", tabular=True))
        self.when.setFixedWidth(_WHEN)
        row.addWidget(self.when)
        row.addLayout(self._about(), 1)
        self._standing = self._strip()
        row.addWidget(self._standing)
        self._advised = self._advice_column()
        row.addWidget(self._advised)
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

    def _advice_column(self) -> QWidget:
        task, holder = self.task, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.advice = Advice(task.heat, words.recommended(task), action(task.cell) if task.cell else "")
        self.aim = PlainLabel(self._how(), "small", elide=True)
        self.aim.setFixedWidth(_ADVICE)
        column.addStretch(1)
        column.addWidget(self.advice)
        column.addWidget(self.aim)
        column.addStretch(1)
        return holder

    def _how(self) -> str:
        return f"{channel_label(self.task.channel)} · {objective_label(self.task.objective).lower()}"

    def _main_button(self) -> Button:
        asked, words_of_it, short = words.main_act(self.task)
        self._button_texts = words_of_it, short
        button = Button(words_of_it)
        button.clicked.connect(lambda: self.chosen.emit(asked))
        return button

    def menu(self) -> QMenu:
        """What can be done to the follow-up, each with its key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, asked in (
            (_("Done"), pgettext("key", "Space"), "done"),
            (_("Postpone"), "R", "move"),
            (_("Remind me later"), "S", "snooze"),
            (_("Prepare the message"), "M", "draft"),
            (_("Call"), "A", "call"),
            (_("Open the file"), "⏎", "open"),
            (_("Proposal"), "P", "proposal"),
            (_("Drop this follow-up"), pgettext("key", "Del"), "drop"),
        ):
            text = f"{text}\t{key}"
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
        amount = current().money(task.amount, cents=False) if task.amount else ""
        parts = (self.when.text(), late, task.who, company, about, total, unproven, heat, advice, self._how(), amount)
        return " · ".join(part for part in parts if part)

    def set_narrow(self, narrow: bool) -> None:
        """Make room for the words on a small screen: the squares go first, where they do not fit."""
        self._narrow = narrow
        self._fit()
        self.advice.set_width(_ADVICE)
        self.button.set_text(self._button_texts[narrow])
        self.button.setAccessibleName(f"{self._button_texts[0]} · {self.task.who}")
        self.button.setFixedWidth(_NARROW_BUTTON if narrow else _BUTTON)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._standing.setVisible(not self._narrow or self.width() >= _SQUARES_FROM)
        # The line at the foot of the page says it of the row at hand.
        self._advised.setVisible(not self._narrow or self.width() >= _ADVICE_FROM)

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
