"""The question on the screen: what to say in large, why it is asked, and what to dig with."""

from itertools import zip_longest

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.scripts import Question, Script
from desktop.ui import theme
from desktop.ui.calls.wording import inside
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel

_KEPT_MOST = 300
"""Pixels: one question longer than all others does not take their room from what was said."""


class QuestionCard(Card):
    """``show_question`` fills it. A rep who has no keyboard under the hand goes on with the button at its right."""

    next_requested = Signal()
    """The question was asked: the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 24, 18), spacing=8, parent=parent)
        self.setAccessibleName(_("Question"))
        self._brief = self._compact = False
        self._shown: tuple[Script, Question] | None = None
        self._place = PlainLabel("", "accent")
        self.text = PlainLabel("", "display", wrap=True)
        self._why = PlainLabel("", "muted", wrap=True)
        self._probe_box = QWidget()
        self._flow = FlowLayout(self._probe_box, spacing=8)
        self.probes: list[Chip] = []
        """Those of the longest question so far; the others are hidden."""
        self.next_button = Button(_("Next question"), icon_name="arrow-right")
        self.next_button.setObjectName("call.next")
        self.next_button.setToolTip(self.next_button.accessibleName())
        # A touch must not take the caret away from the capture line.
        self.next_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next_button.clicked.connect(lambda: self.next_requested.emit())
        self._lay_out()
        self._show_button()

    def _lay_out(self) -> None:
        self._words = QVBoxLayout()
        for label in (self._place, self.text, self._why):
            self._words.addWidget(label)
        self._across = QHBoxLayout()
        self._across.setSpacing(16)
        self._across.addLayout(self._words, 1)
        self._across.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._across)
        self.body.addSpacing(2)
        self.body.addWidget(self._probe_box)
        self.body.addStretch(1)
        self._space()

    def show_question(self, script: Script, question: Question) -> None:
        """Put a question of the script on the screen; nothing is laid out anew when it is there already."""
        if self._shown == (script, question):
            return
        before, self._shown = self._shown, (script, question)
        section = script.section_of(question.key)
        number = section.questions.index(question) + 1
        place = _("{section} · question {number} of {count}")
        self._place.setText(place.format(section=section.name, number=number, count=len(section.questions)))
        self.text.setText(question.text)
        self._why.setText(_("Why: {reason}").format(reason=inside(question.why)) if question.why else "")
        self._show_probes(question.probes)
        self.set_brief(self._brief)
        if before is None or before[0] != script:
            self._keep_room()

    def _show_probes(self, probes: tuple[str, ...]) -> None:
        while len(self.probes) < len(probes):
            self.probes.append(Chip("", parent=self._probe_box))
            self._flow.addWidget(self.probes[-1])
        for chip, words in zip_longest(self.probes, probes, fillvalue=""):
            assert isinstance(chip, Chip)
            chip.set_text(words)
            chip.setVisible(bool(words))
        # At once: the rows of the question before would be given their room first.
        self._flow.invalidate()
        self._probe_box.updateGeometry()

    def set_brief(self, brief: bool) -> None:
        """The question alone, while something else needs the room."""
        self._brief = brief
        self._why.setVisible(bool(self._why.text()) and not brief)
        self._probe_box.setHidden(brief or self._shown is None or not self._shown[1].probes)
        # The sign alone leaves its line to the question; the name is said all the same.
        self.next_button.setText("" if brief else self.next_button.accessibleName())

    def set_compact(self, compact: bool) -> None:
        """Smaller words, for a small window."""
        if compact != self._compact:
            self._compact = compact
            self._space()
            self._keep_room()

    def _space(self) -> None:
        compact = self._compact
        self.text.set_kind("title" if compact else "display")
        self.body.setContentsMargins(*((16, 12, 16, 12) if compact else (24, 18, 24, 18)))
        for column in (self.body, self._words):
            column.setSpacing(5 if compact else 8)

    def _keep_room(self) -> None:
        """Where there is room, be as high for each question as for the longest: what lies below does not move."""
        if self._shown is None or not self.isVisible():
            return
        tallest = 0
        if not self._compact:
            script, twin = self._shown[0], QuestionCard()
            for question in script.questions:
                twin.show_question(script, question)
                tallest = max(tallest, twin.height_for(self.width()))
        self.setMinimumHeight(min(tallest, _KEPT_MOST))

    def height_for(self, width: int) -> int:
        """The height that the question takes in that width, in pixels, also before it is ever laid out."""
        for layout in (self._words, self._across, self.body):
            layout.invalidate()
        return self.body.heightForWidth(width)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_button()
            self._keep_room()

    def _show_button(self) -> None:
        self.next_button.setVisible(theme.metrics().touch)
