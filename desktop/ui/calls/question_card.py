"""The question on the screen: what to say in large, why it is asked, and what to dig with."""

from PySide6.QtWidgets import QWidget

from desktop.i18n import _
from desktop.models.scripts import Question, Script
from desktop.ui.calls.wording import inside
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel


class QuestionCard(Card):
    """``show_question`` fills it; nothing in it can be clicked, since nothing in it is to be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 24, 18), spacing=8, parent=parent)
        self.setAccessibleName(_("Question"))
        self._place = PlainLabel("", "accent")
        self.text = PlainLabel("", "display", wrap=True)
        self._why = PlainLabel("", "muted", wrap=True)
        self._probes = FlowLayout(spacing=8)
        for label in (self._place, self.text, self._why):
            self.body.addWidget(label)
        self.body.addSpacing(2)
        self.body.addLayout(self._probes)

    def show_question(self, script: Script, question: Question) -> None:
        """Put a question of the script on the screen."""
        section = script.section_of(question.key)
        number = section.questions.index(question) + 1
        place = _("{section} · question {number} of {count}")
        self._place.setText(place.format(section=section.name, number=number, count=len(section.questions)))
        self.text.setText(question.text)
        self._why.setText(_("Why: {reason}").format(reason=inside(question.why)))
        self._why.setVisible(bool(question.why))
        self._probes.clear()
        for probe in question.probes:
            self._probes.addWidget(Chip(probe, parent=self))

    def set_compact(self, compact: bool) -> None:
        """Smaller words, for a small window."""
        self.text.set_kind("title" if compact else "display")
        self.body.setContentsMargins(*((16, 12, 16, 12) if compact else (24, 18, 24, 18)))
        self.body.setSpacing(5 if compact else 8)
