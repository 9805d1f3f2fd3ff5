"""The passphrase and the recovery code: set, changed, printed again."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.data_folder import DataFolder
from desktop.errors import UserError
from desktop.i18n import _
from desktop.ui.passphrase import PassphraseForm, RecoveryCode, secret_line
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.labels import PlainLabel


class ProtectionSection(Card):
    """One form at a time: nothing, a first passphrase, another passphrase, or a new recovery code."""

    changed = Signal()
    """The machine is protected now, or differently."""

    def __init__(self, folder: DataFolder) -> None:
        super().__init__(_("Protection"), margins=(22, 18, 22, 20), spacing=12)
        self._folder = folder
        self.state = Chip("")
        self.add_to_header(self.state)
        self._sentence = PlainLabel("", "muted", wrap=True)
        self.banner = Banner()
        self.set_button = Button(_("Set a passphrase"), "primary", icon_name="shield")
        self.set_button.clicked.connect(self.ask_first)
        self.change_button = Button(_("Change the passphrase"))
        self.change_button.clicked.connect(self._ask_other)
        self.code_button = Button(_("New recovery code"))
        self.code_button.clicked.connect(self._ask_code)
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.set_button, self.change_button, self.code_button):
            row.addWidget(button)
        row.addStretch(1)
        self._place = QVBoxLayout()
        self.form: QWidget | None = None
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.banner)
        self.body.addLayout(row)
        self.body.addLayout(self._place)
        self.show_state()

    def show_state(self) -> None:
        """Say whether the machine is protected, and offer what can be done about it."""
        protected = self._folder.is_protected
        self.state.set_text(_("Protected") if protected else _("Not protected"), "ok" if protected else "warn")
        closed = _("The passphrase is asked at each start. Without it or the recovery code, nobody reads the data.")
        ajar = _("Whoever opens this computer can read your prospects’ data. A passphrase closes them.")
        self._sentence.setText(closed if protected else ajar)
        self.set_button.setVisible(not protected)
        self.change_button.setVisible(protected)
        self.code_button.setVisible(protected)

    def ask_first(self) -> None:
        """Show the form of a first passphrase."""
        self._show(FirstPassphrase(self._folder, self._protect, self._put_away))

    def _ask_other(self) -> None:
        self._show(OtherPassphrase(self._folder, self._change, self._put_away))

    def _ask_code(self) -> None:
        self._show(AskSecret(_("Passphrase"), _("Make a new code"), self._renew, self._put_away))

    def _protect(self, passphrase: str) -> None:
        with_cursor(lambda: self._show_code(self._folder.protect(passphrase)))
        self.show_state()
        self.changed.emit()

    def _change(self, secret: str, passphrase: str) -> None:
        with_cursor(lambda: self._folder.change_passphrase(secret, passphrase))
        self._put_away()
        self.banner.show_notice(_("The passphrase is changed. The recovery code stays good."))
        self.changed.emit()

    def _renew(self, secret: str) -> None:
        with_cursor(lambda: self._show_code(self._folder.renew_recovery_code(secret)))

    def _show_code(self, code: str) -> None:
        self._show(NewCode(code, self._put_away))

    def _show(self, form: QWidget) -> None:
        self._put_away()
        self.form = form
        self._place.addWidget(form)
        form.show()
        stops = [each for each in form.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        self.banner.clear()
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None


class _Form(QWidget):
    """Fields, then a primary button and "Cancel"; a ``UserError`` of the act is said in the banner."""

    def __init__(self, words: str, cancel: Callable[[], None]) -> None:
        super().__init__()
        self.banner = Banner()
        self.column = QVBoxLayout()
        self.column.setSpacing(10)
        self.go_button = Button(words, "primary")
        self.go_button.clicked.connect(self._go)
        self.cancel_button = Button(_("Cancel"), "quiet")
        self.cancel_button.clicked.connect(lambda: cancel())
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.go_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(self.column)
        whole.addWidget(self.banner)
        whole.addLayout(row)
        self.setMaximumWidth(460)

    def _go(self) -> None:
        try:
            self.act()
        except UserError as error:
            self.banner.show_error(str(error))

    def act(self) -> None:
        """What the primary button does."""
        raise NotImplementedError


class FirstPassphrase(_Form):
    """A passphrase where there was none."""

    def __init__(self, folder: DataFolder, done: Callable[[str], None], cancel: Callable[[], None]) -> None:
        super().__init__(_("Protect"), cancel)
        self._done = done
        self.passphrase = PassphraseForm(folder.weakness, folder.strength)
        self.column.addWidget(self.passphrase)

    def act(self) -> None:
        chosen = self.passphrase.passphrase()
        if chosen is not None:
            self._done(chosen)


class OtherPassphrase(_Form):
    """The present passphrase (or the recovery code), then the one to come."""

    def __init__(self, folder: DataFolder, done: Callable[[str, str], None], cancel: Callable[[], None]) -> None:
        super().__init__(_("Change the passphrase"), cancel)
        self._done = done
        self.line = secret_line()
        self.present = Field(_("Present passphrase, or recovery code"), self.line)
        self.passphrase = PassphraseForm(folder.weakness, folder.strength)
        self.column.addWidget(self.present)
        self.column.addWidget(self.passphrase)

    def act(self) -> None:
        chosen = self.passphrase.passphrase()
        if chosen is not None:
            self._done(self.line.text(), chosen)


class AskSecret(_Form):
    """The passphrase, before something that it must allow."""

    def __init__(self, label: str, words: str, done: Callable[[str], None], cancel: Callable[[], None]) -> None:
        super().__init__(words, cancel)
        self._done = done
        self.line = secret_line()
        self.column.addWidget(Field(label, self.line))

    def act(self) -> None:
        self._done(self.line.text())


class NewCode(QWidget):
    """A recovery code, shown until the rep says that they have it."""

    def __init__(self, code: str, done: Callable[[], None]) -> None:
        super().__init__()
        self.recovery = RecoveryCode(code)
        self.done_button = Button(_("I have noted the code"), "primary")
        self.done_button.clicked.connect(lambda: done())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(10)
        told = _("This code opens your data if you forget the passphrase. It is shown only now.")
        column.addWidget(PlainLabel(told, "muted", wrap=True))
        column.addWidget(self.recovery)
        column.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMaximumWidth(520)


def with_cursor(run: Callable[[], object]) -> None:
    """Run something that takes about a second, under the cursor that says so."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        run()
    finally:
        QApplication.restoreOverrideCursor()
