"""Messages under the pen: a situation and an objective each, with fields that the program fills in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.i18n import _
from desktop.models.content_edits import Content, Place, fresh_key, keys_in, part_at
from desktop.models.followup_kinds import Objective, objective_label
from desktop.models.message_templates import (
    NAMES,
    Gap,
    MessageTemplate,
    Situation,
    fill,
    missing_words,
    situation_label,
    unknown_gaps,
)
from desktop.services import library_blanks
from desktop.ui.library.desk import Desk
from desktop.ui.library.editor import ItemEditor, appended, flat_lines
from desktop.ui.library.outline import OutlineRow
from desktop.ui.library.part import Part
from desktop.ui.library.set_part import SetPart
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel

_SAMPLES = {
    "fr": {
        Gap.FIRST_NAME: "Claire",
        Gap.COMPANY: "Menuiserie Brevent",
        Gap.WORDS: "«\u00a0Je perds une journée par semaine\u00a0»",
        Gap.NEED: "suivre les chantiers sans ressaisie",
        Gap.BRINGS: "un cas client du même secteur",
        Gap.ABOUT: "la date de la démonstration",
        Gap.DATE: "12\u00a0novembre 2026",
        Gap.PROPOSAL: "P-2026-0042",
        Gap.EXPIRY: "12\u00a0décembre 2026",
        Gap.ME: "Camille Roche",
        Gap.MY_COMPANY: "Atelier Boussole",
        Gap.MY_PHONE: "01\u00a023\u00a045\u00a067\u00a089",
    },
    "en": {
        Gap.FIRST_NAME: "Claire",
        Gap.COMPANY: "Brevent Joinery",
        Gap.WORDS: "“I lose a day every week”",
        Gap.NEED: "follow building sites without typing twice",
        Gap.BRINGS: "a customer case from the same sector",
        Gap.ABOUT: "the date of the demo",
        Gap.DATE: "12 November 2026",
        Gap.PROPOSAL: "P-2026-0042",
        Gap.EXPIRY: "12 December 2026",
        Gap.ME: "Camille Roche",
        Gap.MY_COMPANY: "Boussole Workshop",
        Gap.MY_PHONE: "01 23 45 67 89",
    },
}
"""What a message is tried on, in the language of the set."""


class MessagePart(Part):
    """One message, the fields that it may take at one press each, and what it makes of an example."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        fields = self.fields
        self.title = fields.line(("title",), _("Name of the message"))
        self.situation = fields.choice(
            ("situation",), _("For what situation"), [(each.value, situation_label(each)) for each in Situation]
        )
        objectives: list[tuple[object, str]] = [(None, _("Every objective"))]
        objectives += [(each.value, objective_label(each)) for each in Objective]
        self.objective = fields.choice(("objective",), _("For what objective"), objectives)
        self.subject = fields.line(("subject",), _("Subject"))
        self.text = fields.text(
            ("text",), _("Message"), _("A sentence with an empty field goes, with the end of its paragraph"), lines=8
        )
        self._writing: QWidget = self.text.editor
        """Where a field is inserted: the subject or the text, whichever was written in last."""
        self._at = 0
        for field in (self.subject, self.text):
            field.editor.installEventFilter(self)
        self.gaps = QWidget()
        self.gaps.setAccessibleName(_("Fields to insert"))
        self._gap_row = FlowLayout(self.gaps)
        self.gap_buttons: list[Button] = []
        self._language = ""
        self.example = Card(margins=(14, 10, 14, 12), spacing=6, tone="background", framed=False)
        self.example_subject, self.example_text = PlainLabel("", "strong", wrap=True), PlainLabel("", "body", wrap=True)
        for label in (PlainLabel(_("What it gives"), "label"), self.example_subject, self.example_text):
            self.example.body.addWidget(label)
        self.column.addWidget(self.title)
        self.row(self.situation, self.objective)
        for widget in (self.subject, self.text, self.gaps, self.notes, self.example):
            self.column.addWidget(widget)

    def show_part(self, place: Place, notes: Sequence[str] = ()) -> None:
        self._offer_gaps(self.desk.mark.language)
        super().show_part(place, notes)
        self.gaps.setVisible(self.desk.editable)
        message = part_at(self.desk.content, place)
        language = self.desk.mark.language
        usable = message["text"].strip() and not unknown_gaps(message["text"] + message["subject"], language)
        self.example.setVisible(bool(usable))
        if usable:
            template = MessageTemplate("example", "", Situation.FOLLOW_UP, None, message["subject"], message["text"])
            filled = fill(template, _SAMPLES[language], language)
            self.example_subject.setText(filled.subject)
            self.example_text.setText(filled.text)

    def insert(self, name: str) -> None:
        """Put a field where the text is being written, and go on writing there."""
        editor, words = self._writing, f"{{{name}}}"
        if isinstance(editor, QLineEdit):
            editor.setCursorPosition(self._at)
            editor.insert(words)
        elif isinstance(editor, QPlainTextEdit):
            editor.insertPlainText(words)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QLineEdit | QPlainTextEdit):
            self._writing = watched
        elif event.type() == QEvent.Type.FocusOut and isinstance(watched, QLineEdit):
            # A line that is left shows its beginning: the place where it was written is lost.
            self._at = watched.cursorPosition()
        return super().eventFilter(watched, event)

    def _offer_gaps(self, language: str) -> None:
        if language == self._language:
            return
        self._language = language
        self._gap_row.clear()
        self.gap_buttons = []
        for name, gap in NAMES[language].items():
            button = Button(f"{{{name}}}", "quiet", name=_("Insert the field {name}").format(name=name), small=True)
            button.setToolTip(missing_words(gap))
            button.clicked.connect(lambda _checked=False, name=name: self.insert(name))
            self._gap_row.addWidget(button)
            self.gap_buttons.append(button)


class MessagesEditor(ItemEditor):
    """One message a line; the first that suits is proposed."""

    outline_width = 300

    def __init__(self, desk: Desk) -> None:
        about = _(
            "What the program drafts with each follow-up, for you to read over and send. The first message that suits "
            "the situation and the objective is proposed."
        )
        self.set_part, self.message_part = SetPart(desk, about), MessagePart(desk)
        super().__init__(desk, _("Messages"), {"message": _("Message")}, (self.set_part, self.message_part))

    def lines(self) -> list[OutlineRow]:
        messages = self.desk.content["messages"]
        rows = [(("messages", place), each["title"]) for place, each in enumerate(messages)]
        return flat_lines(self.desk, _("All the messages"), rows)

    def part_for(self, place: Place) -> Part:
        return self.message_part if place else self.set_part

    def fresh(self, name: str) -> tuple[Content, Place]:
        content = self.desk.content
        after = self.place[1] if self.place and isinstance(self.place[1], int) else None
        situation = content["messages"][after]["situation"] if after is not None else Situation.FOLLOW_UP.value
        row = library_blanks.message(fresh_key(name, keys_in(content)), situation)
        return appended(content, ("messages",), after, row)
