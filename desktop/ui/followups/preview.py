"""The follow-up at hand: what it is for, the message drafted for it, and what can be done, each with its key."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.i18n import _
from desktop.services import messages
from desktop.services.board import Line, Paused
from desktop.services.followup_rows import Task
from desktop.ui.followups import words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace

_PAUSE_MS = 90
"""A message is drafted once the rep stops on a line, not for each one walked over."""


class Preview(Card):
    """``asked`` carries an act, as a key of the list would: ``done``, ``draft``, ``move``…"""

    asked = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(" ", " ", spacing=8)
        self._workspace = workspace
        self._line: Line | None = None
        self._drafted: object = None
        self._about = PlainLabel("", "medium", wrap=True)
        self._how = PlainLabel("", "small", wrap=True)
        self.subject = PlainLabel("", "strong", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Message to read over"))
        for widget in (self._about, self._how, self.subject):
            self.body.addWidget(widget)
        self.body.addWidget(self.text, 1)
        self._make_buttons()
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._draft)

    def _make_buttons(self) -> None:
        self.buttons: dict[str, Button] = {}
        holder, flow = QWidget(), FlowLayout()
        holder.setLayout(flow)
        for asked, text, keys in (
            ("call", _("Call"), "A"),
            ("draft", _("Message"), "M"),
            ("done", _("Done"), "Space"),
            ("move", _("Postpone"), "R"),
            ("snooze", _("Later"), "S"),
            ("plan", _("Fix the next step"), "Space"),
            ("resume", _("Go on with it"), "Space"),
            ("open", _("Open the file"), "Return"),
        ):
            button = Button(text, "primary" if asked in ("call", "plan", "resume") else "secondary", keycap=keys)
            button.clicked.connect(lambda _checked=False, asked=asked: self.asked.emit(asked))
            flow.addWidget(button)
            self.buttons[asked] = button
        self.body.addWidget(holder)

    def show_line(self, line: Line | None) -> None:
        """Show it at once, and its message a moment later."""
        if line == self._line and line is not None:
            return
        self._line = line
        self.set_title(words.flat(words.named(line)) if line else _("Nothing at hand"))
        self._about.setText(words.about(line) if line else "")
        self._how.setText(_said(line))
        shown = _acts(line)
        for asked, button in self.buttons.items():
            button.setVisible(asked in shown)
        self.subject.setVisible(isinstance(line, Task))
        self.text.setVisible(isinstance(line, Task))
        self.subject.setText("")
        self.text.setPlainText("")
        self._timer.start()

    def _draft(self) -> None:
        line = self._line
        if not isinstance(line, Task) or not self.isVisible():
            return
        now = self._workspace.clock.now()
        message = self._workspace.ask(messages.draft, line.prospect_id, line.follow_up_id, now=now)
        self.subject.setText(message.subject)
        self.text.setPlainText(message.body)


def _acts(line: Line | None) -> tuple[str, ...]:
    if line is None:
        return ()
    if isinstance(line, Task):
        return ("call", "draft", "done", "move", "snooze", "open")
    return ("resume" if isinstance(line, Paused) else "plan", "call", "open")


def _said(line: Line | None) -> str:
    if line is None:
        return ""
    parts = [words.who(line), words.how(line), words.cadence(line)]
    if isinstance(line, Task) and line.brings:
        parts.append(_("brings: {what}").format(what=words.flat(line.brings)))
    return "\n".join(part for part in parts if part)
