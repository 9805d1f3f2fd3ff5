"""The script at the left: themes with what was asked of each, questions with a dot that says what became of them.

At its foot, what the compass advises and the fit test.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import elastic
from desktop.models.calls import QuestionState
from desktop.models.scripts import Question, Script, Section
from desktop.services.route import Compass
from desktop.ui import theme
from desktop.ui.calls.compass_card import CompassCard
from desktop.ui.calls.fit_test_strip import FitTestStrip
from desktop.ui.calls.steady_ground import SteadyGround
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, paint_dot, painter_for

_SECTION_HEIGHT = 32
_QUESTION_HEIGHT = 28
_COMPACT_UNDER = (196, 520)
"""Pixels of width and height under which the foot says less."""
_EXPLAINED_FROM = 540
"""Pixels of height under which the rows need the room of the explanation, said by the tool tip of the compass too."""


class _Row(QAbstractButton):
    """A line that can be clicked without taking the caret away from the capture line."""

    def __init__(self, text: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.current = False
        self._height = height
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, theme.metrics().hit(self._height))

    def _paint_words(self, left: float, right: float, font: str, token: str) -> None:
        painter = painter_for(self)
        painter.setFont(theme.font(font))
        painter.setPen(theme.current().colour(token))
        width = self.width() - left - right
        metrics = QFontMetricsF(theme.font(font))
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        self.setToolTip(self._tip(words))
        painter.drawText(QRectF(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()))

    def _tip(self, words: str) -> str:
        """The whole text, when ``words`` is what there was room for."""
        return plain_tip(self.text()) if words != self.text() else ""

    def _paint_ground(self, token: str) -> None:
        fill_round(painter_for(self), QRectF(self.rect()), theme.current().colour(token), radius=6)


class SectionRow(_Row):
    """A theme and how many of its questions were asked."""

    def __init__(self, section: Section, parent: QWidget) -> None:
        super().__init__(section.name, _SECTION_HEIGHT, parent)
        self.section = section
        self._count = ""

    def show_marks(self, marks: Mapping[str, QuestionState], current: str) -> None:
        """Say how far this theme is."""
        keys = [question.key for question in self.section.questions]
        asked = sum(marks.get(key) is QuestionState.ASKED for key in keys)
        before = self._count, self.current
        self._count, self.current = f"{asked}/{len(keys)}", current in keys
        if before == (self._count, self.current):
            return
        name = _("{section}: {asked} of {count} asked")
        self.setAccessibleName(name.format(section=self.section.name, asked=asked, count=len(keys)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.current or self.underMouse():
            self._paint_ground("accent_soft" if self.current else "hover")
        painter = painter_for(self)
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.current().colour("accent" if self.current else "muted"))
        room = QRectF(0, 0, self.width() - 8, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count)
        painter.end()
        self._paint_words(8, 38, "strong", "accent" if self.current else "text")


class QuestionRow(_Row):
    """A question: ticked when asked, dashed when skipped, a ring when still to ask."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question.title, _QUESTION_HEIGHT, parent)
        self.question = question
        self.state: QuestionState | None = None
        self.dropped = False
        """Whether it waits for more time."""
        self._shown = False

    def show_state(self, state: QuestionState | None, current: bool, dropped: bool = False) -> None:
        """Say what became of this question."""
        if self._shown and (state, current, dropped) == (self.state, self.current, self.dropped):
            return
        self._shown, self.state, self.current, self.dropped = True, state, current, dropped
        names = {
            None: _("{question}, to ask"),
            QuestionState.ASKED: _("{question}, asked"),
            QuestionState.SKIPPED: _("{question}, skipped"),
        }
        name = names[state].format(question=self.question.title)
        if dropped:
            name = _("{question}, if time allows").format(question=name)
        self.setAccessibleName(_("{question}, on the screen").format(question=name) if current else name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() and not self.current:
            self._paint_ground("hover")
        painter = painter_for(self)
        look = theme.current()
        middle = self.height() / 2
        box = QRectF(8, middle - 6, 12, 12)
        if self.state is QuestionState.ASKED:
            paint_icon(painter, box, "check", "accent")
        elif self.state is QuestionState.SKIPPED:
            paint_icon(painter, box, "minus", "muted")
        elif self.current:
            paint_dot(painter, QPointF(14, middle), look.colour("accent"), 4.0)
        elif self.dropped:
            # A clock where the others have a ring: the colour alone would not say it.
            paint_icon(painter, box, "clock", "faint")
        else:
            fill_round(painter, QRectF(10.5, middle - 3.5, 7, 7), None, look.colour("control"), 3.5, 1.5)
        painter.end()
        token = "text" if self.current else "faint" if self.dropped else "muted"
        self._paint_words(26, 8, "strong" if self.current else "body", token)

    def _tip(self, words: str) -> str:
        tip = super()._tip(words)
        return plain_tip(_("{question}, if time allows").format(question=self.text())) if self.dropped else tip


class OutlinePanel(Card):
    """Every question when there is room; otherwise the themes, and the questions of the current one."""

    chosen = Signal(str)
    """The key of the question clicked."""
    advised = Signal()
    """To the question that the compass advises."""
    fit_test_asked = Signal()
    """To the fit test, or back from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(10, 14, 10, 8), spacing=6, parent=parent)
        self.setAccessibleName(_("Script"))
        self.setObjectName("call.outline")
        self._title = PlainLabel("", "label", elide=True)
        self._title.setContentsMargins(8, 0, 0, 0)
        self.explanation = PlainLabel("", "faint", wrap=True)
        self.explanation.setContentsMargins(8, 0, 8, 0)
        self.explanation.hide()
        self.compass = CompassCard()
        self.compass.clicked.connect(self.advised)
        self.fit_test = FitTestStrip()
        self.fit_test.toggled.connect(self.fit_test_asked)
        self.body.addWidget(self._title)
        self.body.addWidget(self.explanation)
        self._dropped: frozenset[str] = frozenset()
        self._explained = False
        self._rows: list[SectionRow | QuestionRow] = []
        self._current = ""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().installEventFilter(self)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.compass)
        self.body.addWidget(self.fit_test)
        for foot in (self.compass, self.fit_test):
            foot.hide()

    def show_script(self, script: Script) -> None:
        """Lay out the questions of a call."""
        self._title.setText(_("Script · {name}").format(name=script.name))
        sheet = SteadyGround(self._scroll)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._rows = []
        for section in script.sections:
            head = SectionRow(section, sheet)
            first = section.questions[0].key
            head.clicked.connect(lambda _checked=False, key=first: self.chosen.emit(key))
            self._rows.append(head)
            for question in section.questions:
                row = QuestionRow(question, sheet)
                row.clicked.connect(lambda _checked=False, key=question.key: self.chosen.emit(key))
                self._rows.append(row)
        for each in self._rows:
            column.addWidget(each)
        column.addStretch(1)
        self._scroll.setWidget(sheet)

    def show_marks(self, marks: Mapping[str, QuestionState], current: str) -> None:
        """Say where the call is."""
        self._current = current
        for row in self._rows:
            if isinstance(row, SectionRow):
                row.show_marks(marks, current)
            else:
                key = row.question.key
                row.show_state(marks.get(key), key == current, key in self._dropped)
        self._fold()

    def show_compass(self, compass: Compass, current: str, why_no_fit_test: str = "") -> None:
        """Say what to ask next, grey what there is no time for, and tick the fit test. Cheap when nothing changed."""
        self.compass.show_compass(compass, current)
        inside = any(tick.question.key == current for tick in compass.ticks)
        self.fit_test.show_ticks(compass.ticks, inside, why_no_fit_test)
        words = elastic.explanation(compass.plan)
        if words != self.explanation.text():
            self.explanation.setText(words)
        self._explained = bool(words)
        explain = self._explained and self.height() >= _EXPLAINED_FROM
        for widget, wanted in ((self.explanation, explain), (self.compass, True), (self.fit_test, True)):
            if widget.isHidden() is wanted:
                widget.setVisible(wanted)
        if compass.plan.dropped == self._dropped:
            return
        self._dropped = compass.plan.dropped
        for row in self._rows:
            if isinstance(row, QuestionRow):
                row.show_state(row.state, row.current, row.question.key in self._dropped)

    def row(self, question: str) -> QuestionRow:
        """The row of a question."""
        return next(row for row in self._rows if isinstance(row, QuestionRow) and row.question.key == question)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < _COMPACT_UNDER[0] or self.height() < _COMPACT_UNDER[1]
        self.compass.set_compact(compact)
        if self._explained:
            self.explanation.setVisible(self.height() >= _EXPLAINED_FROM)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What comes and goes at the foot changes the room of the rows."""
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._fold()
        return False

    def _fold(self) -> None:
        """Fold the other themes when everything does not fit."""
        wanted = sum(row.sizeHint().height() + 2 for row in self._rows)
        room = wanted <= self._scroll.viewport().height()
        open_section = False
        for row in self._rows:
            if isinstance(row, SectionRow):
                open_section = room or row.current
            else:
                row.setVisible(open_section)
        shown = self._row_of(self._current)
        if not room and shown is not None:
            self._scroll.ensureWidgetVisible(shown, 0, 8)

    def _row_of(self, key: str) -> QuestionRow | None:
        """``None`` for a question of the fit test."""
        rows = (row for row in self._rows if isinstance(row, QuestionRow))
        return next((row for row in rows if row.question.key == key), None)
