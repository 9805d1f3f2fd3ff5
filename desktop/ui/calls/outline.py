"""The script at the left: themes with what was asked of each, questions with a dot that says what became of them."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.calls import QuestionState
from desktop.models.scripts import Question, Script, Section
from desktop.ui import theme
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel, plain_tip
from desktop.ui.widgets.painting import fill_round, focus_ring, paint_dot, painter_for

_SECTION_HEIGHT = 32
_QUESTION_HEIGHT = 28


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
        return QSize(120, self._height)

    def _paint_words(self, left: float, right: float, font: str, token: str) -> None:
        painter = painter_for(self)
        painter.setFont(theme.font(font))
        painter.setPen(theme.current().colour(token))
        width = self.width() - left - right
        metrics = QFontMetricsF(theme.font(font))
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, width)
        self.setToolTip(plain_tip(self.text()) if words != self.text() else "")
        painter.drawText(QRectF(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()))

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
        self._count = f"{asked}/{len(keys)}"
        self.current = current in keys
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

    def show_state(self, state: QuestionState | None, current: bool) -> None:
        """Say what became of this question."""
        self.state, self.current = state, current
        names = {
            None: _("{question}, to ask"),
            QuestionState.ASKED: _("{question}, asked"),
            QuestionState.SKIPPED: _("{question}, skipped"),
        }
        name = names[state].format(question=self.question.title)
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
        else:
            fill_round(painter, QRectF(10.5, middle - 3.5, 7, 7), None, look.colour("control"), 3.5, 1.5)
        painter.end()
        self._paint_words(26, 8, "strong" if self.current else "body", "text" if self.current else "muted")


class OutlinePanel(Card):
    """Every question when there is room; otherwise the themes, and the questions of the current one."""

    chosen = Signal(str)
    """The key of the question clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(10, 14, 10, 8), spacing=6, parent=parent)
        self.setAccessibleName(_("Script"))
        self.setObjectName("call.outline")
        self._title = PlainLabel("", "label", elide=True)
        self._title.setContentsMargins(8, 0, 0, 0)
        self.body.addWidget(self._title)
        self._rows: list[SectionRow | QuestionRow] = []
        self._current = ""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll, 1)

    def show_script(self, script: Script) -> None:
        """Lay out the questions of a call."""
        self._title.setText(_("Script · {name}").format(name=script.name))
        sheet = QWidget()
        sheet.setProperty("clear", True)
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
                row.show_state(marks.get(row.question.key), row.question.key == current)
        self._fold()

    def row(self, question: str) -> QuestionRow:
        """The row of a question."""
        return next(row for row in self._rows if isinstance(row, QuestionRow) and row.question.key == question)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

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
        if not room and self._current:
            self._scroll.ensureWidgetVisible(self.row(self._current), 0, 8)
