"""The sentence to say, above the capture line, and what they answer to it: it never takes the focus by itself."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, pgettext
from desktop.models.needs import Reply
from desktop.services.reformulations import Proposal
from desktop.ui import theme
from desktop.ui.toasts import announce
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.painting import fill_round, painter_for

_EDGE = 4
_OURS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down)
_NARROW = 430
"""Pixels under which the title and the words of a button leave their room to the sentence."""


class ReformulationBar(QWidget):
    """``show_proposal`` fills it, ``None`` hides it. The owner saves what was ``answered`` and hides it then."""

    answered = Signal(object, str, str)
    """The ``Reply``, the sentence as it was said, and how they put it right ("" unless they did)."""
    another_requested = Signal()
    closed = Signal()
    """Put away unanswered; the focus belongs to the capture line again."""
    left = Signal()
    """A field of the bar is done with; the focus belongs to the capture line again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("call.reformulation")
        self.setAccessibleName(_("Say it back"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._title = PlainLabel(_("Say it back:"), "strong")
        self.label = PlainLabel("", "body", wrap=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.said = _line("call.reformulation.said", _("What you say"))
        self.correction = _line("call.reformulation.correction", _("How they put it right, in their words"))
        self.correction.setPlaceholderText(_("Their correction, as they say it… Enter keeps it"))
        self._sentence = ""
        self.yes = _quick(pgettext("answer", "Yes"), "F7", name=_("They confirmed"))
        self.amend = _quick(_("To put right"), "F8", name=_("They put it right"))
        self.no = _quick(pgettext("answer", "No"), "Shift+F7", name=_("They refused"))
        self.another = _quick(_("Another way"), "F5", kind="quiet")
        self.another_icon = _quick("", icon="refresh-cw", name=_("Another way"), kind="quiet")
        self.edit = _quick("", icon="pencil", name=_("Change the sentence"), kind="quiet")
        self.close_button = _quick("", icon="x", name=_("Close"), kind="quiet")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._title.setContentsMargins(0, 5, 0, 0)
        self.label.setContentsMargins(0, 5, 0, 0)
        words.addWidget(self._title, 0, top)
        words.addWidget(self.label, 1)
        words.addWidget(self.said, 1)
        for button in (self.another_icon, self.edit, self.close_button):
            words.addWidget(button, 0, top)
        self._answers = QWidget()
        answers = FlowLayout(self._answers, spacing=6)
        for button in (self.yes, self.amend, self.no, self.another):
            answers.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_EDGE + 14, 8, 8, 10)
        self._column.setSpacing(6)
        self._column.addLayout(words)
        self._column.addWidget(self.correction)
        self._column.addWidget(self._answers)
        for hidden in (self.said, self.correction, self.another_icon):
            hidden.hide()

    def _connect(self) -> None:
        self.yes.clicked.connect(lambda: self.answer(Reply.CONFIRMED))
        self.no.clicked.connect(lambda: self.answer(Reply.REFUSED))
        self.amend.clicked.connect(self.ask_correction)
        for button in (self.another, self.another_icon):
            button.clicked.connect(lambda: self.another_requested.emit())
        self.edit.clicked.connect(self.edit_sentence)
        self.close_button.clicked.connect(lambda: self.closed.emit())
        for field in (self.said, self.correction):
            field.installEventFilter(self)

    @property
    def sentence(self) -> str:
        """What is said: the proposal, or what the rep made of it, also while it is being written."""
        written = "" if self.said.isHidden() else self.said.text().strip()
        return written or self._sentence

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show a sentence to say, and have it read aloud; ``None`` puts the bar away."""
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self._sentence = proposal.sentence if proposal else ""
        self._show_sentence()
        self._close_correction()
        self.setVisible(proposal is not None)
        if proposal is not None:
            announce(self, _("Say it back: {sentence}").format(sentence=proposal.sentence))
        if held:
            self.left.emit()

    def answer(self, reply: Reply) -> None:
        """What they answered, by key or by click."""
        if not self.isHidden():
            self.answered.emit(reply, self.sentence, "")

    def ask_correction(self) -> None:
        """Open the line where their correction is typed, with the focus in it."""
        if self.isHidden():
            return
        self._settle_sentence()
        self.correction.show()
        self._answers.hide()
        self.correction.setFocus()

    def edit_sentence(self) -> None:
        """Say it otherwise: what is kept is what was said."""
        self.said.setText(self._sentence)
        self.said.home(False)
        for hidden in (self.label, self.edit, self.another_icon):
            hidden.hide()
        self.said.show()
        self.said.setFocus()

    def set_compact(self, compact: bool) -> None:
        """Less air, for a small window."""
        self._column.setContentsMargins(*((_EDGE + 10, 4, 4, 6) if compact else (_EDGE + 14, 8, 8, 10)))
        self._column.setSpacing(3 if compact else 6)

    def _close_correction(self) -> None:
        self.correction.clear()
        self.correction.hide()
        self._answers.show()

    def _show_sentence(self) -> None:
        self.said.hide()
        self.edit.show()
        self.label.setText(_("“{words}”").format(words=self._sentence))
        self.label.show()
        self._share_room()

    def _share_room(self) -> None:
        wide = self.width() >= _NARROW
        self._title.setVisible(wide)
        self.another.setVisible(wide)
        self.another_icon.setVisible(not wide and self.said.isHidden())

    def _settle_sentence(self) -> None:
        self._sentence = self.sentence
        self._show_sentence()

    def _keep_sentence(self) -> None:
        self._settle_sentence()
        self.left.emit()

    def _keep_correction(self) -> None:
        if self.correction.text().strip():
            self.answered.emit(Reply.CORRECTED, self.sentence, self.correction.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _OURS:
            # A line lets these go on to the screen behind, where each is an act of the call.
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep_sentence() if watched is self.said else self._keep_correction()
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._leave_field()
                return True
        return super().eventFilter(watched, event)

    def _leave_field(self) -> None:
        """Esc in a field: as if it had not been opened."""
        self._close_correction()
        self._show_sentence()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = painter_for(self)
        rect = QRectF(self.rect())
        fill_round(painter, rect, look.colour("surface"), look.colour("line"), theme.RADIUS)
        painter.setClipRect(QRectF(0, 0, _EDGE, rect.height()))
        fill_round(painter, rect, look.colour("accent"), None, theme.RADIUS)


def _quick(text: str, keycap: str = "", *, icon: str = "", name: str = "", kind: str = "secondary") -> Button:
    """A button that a click does not give the focus to: the caret stays in the capture line."""
    button = Button(text, kind, keycap=keycap, icon_name=icon, name=name)  # type: ignore[arg-type]
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _line(object_name: str, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(object_name)
    line.setAccessibleName(name)
    line.setFont(theme.font())
    return line
