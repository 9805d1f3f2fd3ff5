"""The message of a follow-up, drafted and ready to be read over: the rep copies it or opens it in their mail program.

Nothing is ever sent from here.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.documents.files import hand_over
from desktop.documents.followup_mail import followup_mail, followup_mail_name, typeset
from desktop.errors import UserError
from desktop.i18n import Language, _
from desktop.paths import Paths
from desktop.services import messages, pressure, prospects
from desktop.services.messages import Message
from desktop.ui.toasts import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.calm_fields import CalmComboBox
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.followup_acts import FollowUpActs, Toast
from desktop.ui.widgets.labels import Divider, PlainLabel, Sign
from desktop.ui.widgets.overlay import Overlay
from desktop.ui.widgets.pressure_acts import MESSAGES
from desktop.ui.widgets.pressure_gauge import PressureGauge
from desktop.ui.workspace import Workspace

_WIDTH = 720
_TEXT_LEAST = 180
_KEPT = 20
"""Drafts that were changed and not used yet, found again as they were left."""

_Target = tuple[uuid.UUID, uuid.UUID | None]
"""The prospect, and the follow-up when there is one."""


@dataclass(frozen=True)
class _Typed:
    """A draft as the rep left it."""

    template: str
    subject: str
    text: str


class DraftPanel(Overlay):
    """One for a page: ``open_for`` a prospect and, when there is one, the follow-up that the message does.

    ``documents`` is where the file for the mail program is written, ``open_url`` opens it and says False when nothing
    can.
    """

    def __init__(
        self,
        workspace: Workspace,
        window: QWidget,
        acts: FollowUpActs,
        toast: Toast,
        *,
        documents: Path | None = None,
        open_url: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(window, _("Message to read over"), _WIDTH, top=0.06)
        self._workspace, self._acts, self._toast = workspace, acts, toast
        self._documents = documents or Paths.for_this_user().documents
        self._open_url = open_url
        self._target: _Target | None = None
        self._who = ""
        self._message = Message("", "", "", ())
        self._kept: dict[_Target, _Typed] = {}
        self._make_widgets()
        self._lay_out()
        self._connect()

    def _make_widgets(self) -> None:
        self.title = PlainLabel("", "title", elide=True)
        self.to = PlainLabel("", "muted", wrap=True)
        self.template = CalmComboBox()
        self.template_field = Field(_("Template"), self.template)
        self.template.view().setAccessibleName(_("Template"))
        self.subject = QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setMinimumHeight(_TEXT_LEAST)
        self._missing_sign = Sign("info", "warn", 15)
        self.missing = PlainLabel("", "warn", wrap=True)
        self.gauge = PressureGauge()
        self.copy_button = Button(_("Copy the text"), "secondary", keycap="Ctrl+Shift+C", icon_name="copy")
        self.done_button = Button(_("Done…"), "secondary", keycap="Ctrl+D", icon_name="check")
        self.mail_button = Button(_("Open in the mail program"), "primary", keycap="Ctrl+Return", icon_name="mail")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 8)
        head.addWidget(self.title, 1)
        head.addWidget(self.cross())
        body = QVBoxLayout()
        body.setContentsMargins(20, 10, 20, 14)
        body.setSpacing(10)
        body.addWidget(self.to)
        body.addWidget(self.gauge)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.template_field, 2)
        beside.addWidget(Field(_("Subject"), self.subject), 3)
        body.addLayout(beside)
        text_field = Field(_("Message"), self.text)
        # Tab leaves the text: the panel must be left with the keyboard alone.
        body.addWidget(text_field, 1)
        lacking = QHBoxLayout()
        lacking.setSpacing(7)
        lacking.addWidget(self._missing_sign, 0, Qt.AlignmentFlag.AlignTop)
        lacking.addWidget(self.missing, 1)
        body.addLayout(lacking)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.done_button)
        foot.addStretch(1)
        foot.addWidget(self.mail_button)
        self.content.addLayout(head)
        self.content.addWidget(Divider())
        self.content.addLayout(body, 1)
        self.content.addWidget(Divider())
        self.content.addLayout(foot)

    def _connect(self) -> None:
        self.template.activated.connect(lambda place: self.choose(self.template.itemData(place)))
        self.gauge.chosen.connect(self._offer_instead)
        self.copy_button.clicked.connect(self.copy)
        self.mail_button.clicked.connect(self.open_in_mail)
        self.done_button.clicked.connect(self.done)

    # Opening

    def open_for(self, prospect_id: uuid.UUID, follow_up_id: uuid.UUID | None = None) -> None:
        """Draft the message and show it; one that was changed and not used yet is found as it was left."""
        self._target = prospect_id, follow_up_id
        self._who = self._workspace.ask(prospects.load_prospect, prospect_id).name
        self.title.setText(_("Message: {who}").format(who=self._who))
        self.done_button.setVisible(follow_up_id is not None)
        self._read_gauge(prospect_id)
        kept = self._kept.get(self._target)
        self._show(self._drafted(kept.template if kept else ""))
        if kept is not None:
            self.subject.setText(kept.subject)
            self.text.setPlainText(kept.text)
        self._offer_templates()
        self.open()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_height(self) -> int:
        return max(460, round(self.height() * 0.88))

    def choose(self, key: str) -> None:
        """Another template; what was typed comes back from the toast."""
        typed = self._typed()
        changed = self._is_changed()
        self._show(self._drafted(key))
        self._offer_templates()
        if changed:
            target = self._target
            self._toast(_("Another template took the place of your text."), lambda: self._bring_back(target, typed))

    # What is done with it

    def copy(self) -> None:
        """The text alone, to be put in any window."""
        QGuiApplication.clipboard().setText(self._written())
        self._toast(_("Text copied"), None)

    def open_in_mail(self) -> None:
        """As a message not sent yet, in the rep's own mail program."""
        language = Language(self._message.language)
        draft = followup_mail(self._message.to, self._message.contact, self.subject.text(), self._written(), language)
        name = followup_mail_name(self._workspace.clock.today(), self._who, language)
        try:
            path = hand_over(self._documents, name, draft.data)
        except UserError as error:
            self._tell(str(error))
            return
        if self._open_url(QUrl.fromLocalFile(str(path))) is False:
            self._tell(_("No program here opens a draft: copy the text instead."))
            return
        sentence = _("The draft is open in your mail program: read it over and send it.")
        if not draft.to:
            address = _("No valid e-mail address is known: write it in the message.")
            sentence = f"{sentence} {address}"
        self._toast(sentence, None)

    def done(self) -> None:
        """It was sent: what became of the follow-up is asked where the rep was."""
        if self._target is None or self._target[1] is None:
            return
        follow_up_id, anchor = self._target[1], self._before or self._window
        self._kept.pop(self._target, None)
        self._forget_typed()
        self.close_overlay()
        self._acts.ask_done(anchor, follow_up_id, self._who)

    def close_overlay(self) -> None:
        if self.isVisible() and self._target is not None:
            self._kept.pop(self._target, None)
            if self._is_changed():
                self._kept[self._target] = self._typed()
                while len(self._kept) > _KEPT:
                    self._kept.pop(next(iter(self._kept)))
        super().close_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_in_mail()
        elif control and shift and event.key() == Qt.Key.Key_C:
            self.copy()
        elif control and event.key() == Qt.Key.Key_D and self.done_button.isVisible():
            self.done()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    # Inside

    def _drafted(self, key: str) -> Message:
        assert self._target is not None
        prospect_id, follow_up_id = self._target
        return typeset(
            self._workspace.ask(
                messages.draft, prospect_id, follow_up_id, now=self._workspace.clock.now(), template_key=key
            )
        )

    def _show(self, message: Message) -> None:
        self._message = message
        self.subject.setText(message.subject)
        self.text.setPlainText(message.body)
        address = message.to or _("no e-mail address is known")
        person = f"{message.contact} · {address}" if message.contact else address
        self.to.setText(_("To: {person}").format(person=person))
        self._say_missing(message.missing)

    def _say_missing(self, missing: tuple[str, ...]) -> None:
        self.missing.setText(_("Left out of the message: {what}.").format(what=", ".join(missing)))
        for widget in (self.missing, self._missing_sign):
            widget.setVisible(bool(missing))

    def _offer_templates(self) -> None:
        self.template.clear()
        for each in self._workspace.ask(messages.templates, self._message.language):
            self.template.addItem(each.title, each.key)
        self.template.setCurrentIndex(self.template.findData(self._message.template))
        self.template_field.setVisible(self.template.count() > 0)

    def _read_gauge(self, prospect_id: uuid.UUID) -> None:
        gauge = self._workspace.ask(pressure.gauge, prospect_id, now=self._workspace.clock.now())
        self.gauge.show_gauge(gauge)
        self.gauge.setVisible(gauge.over)
        for alternative, button in self.gauge.buttons.items():
            # The others are no message: they are offered where the follow-up is.
            button.setVisible(alternative in MESSAGES)

    def _offer_instead(self, alternative: str) -> None:
        if alternative in MESSAGES:
            self.choose(MESSAGES[alternative])

    def _written(self) -> str:
        """The text with its no-break spaces, which ``toPlainText`` makes ordinary ones."""
        return self.text.document().toRawText().replace("\u2029", "\n")

    def _typed(self) -> _Typed:
        return _Typed(self._message.template, self.subject.text(), self._written())

    def _is_changed(self) -> bool:
        return (self.subject.text(), self._written()) != (self._message.subject, self._message.body)

    def _forget_typed(self) -> None:
        self.subject.setText(self._message.subject)
        self.text.setPlainText(self._message.body)

    def _bring_back(self, target: _Target | None, typed: _Typed) -> None:
        if target is None:
            return
        if not self.isVisible() or target != self._target:
            self._kept[target] = typed
            return
        self._show(self._drafted(typed.template))
        self._offer_templates()
        self.subject.setText(typed.subject)
        self.text.setPlainText(typed.text)

    def _tell(self, sentence: str) -> None:
        """Said in the panel, where the rep is looking."""
        self.missing.setText(sentence)
        for widget in (self.missing, self._missing_sign):
            widget.show()
        announce(self, sentence)
