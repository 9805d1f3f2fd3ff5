"""The passphrase, asked before anything of the data is read."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from desktop.errors import UserError
from desktop.i18n import _, ngettext
from desktop.ui.calm_window import Sheet
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.passphrase import secret_line
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Field

FREE_TRIES = 5
LONGEST_WAIT = 60  # seconds


def wait_after(failures: int) -> int:
    """Seconds to wait after that many wrong passphrases in a row: none up to five, then 1, 2, 4… up to a minute.

    A slow-down for a person at the keyboard; scrypt does the real work against a machine.
    """
    return 0 if failures < FREE_TRIES else min(LONGEST_WAIT, 2 ** (failures - FREE_TRIES))


class UnlockSheet(Sheet):
    """Calls ``unlock(secret)`` in a thread, and emits ``unlocked`` when it returns."""

    unlocked = Signal()
    broken = Signal(object)
    """The key file itself cannot be read: the ``UserError`` that says so."""

    def __init__(self, unlock: Callable[[str], object], wrong: type[UserError]) -> None:
        super().__init__(_("Unlock Boussole"), _("Your passphrase, or the recovery code that you printed."))
        self._unlock = unlock
        self._wrong = wrong
        self._failures = 0
        self._left = 0
        self._job: Job | None = None
        self.line = secret_line()
        self.field = Field(_("Passphrase"), self.line)
        self.content.addWidget(self.field)
        self.open_button = Button(_("Unlock"), "primary", keycap="Return")
        self.open_button.clicked.connect(self._try)
        self.add_button(self.open_button, primary=True)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)

    @property
    def failures(self) -> int:
        return self._failures

    @property
    def is_waiting(self) -> bool:
        """Whether the next try is not allowed yet."""
        return self._left > 0

    def _try(self) -> None:
        if self._job is not None or self.is_waiting:
            return
        secret = self.line.text()
        if not secret:
            self.field.set_error(_("Type your passphrase."))
            return
        self.field.set_error("")
        self._show_busy(True)
        self._job = Job(lambda: self._unlock(secret), self)
        self._job.done.connect(lambda _nothing: self._succeed())
        self._job.failed.connect(self._fail)
        self._job.start()

    def _succeed(self) -> None:
        self._job = None
        self.line.clear()
        self.unlocked.emit()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._show_busy(False)
        sentence = raise_unless_user_error(error)
        if not isinstance(error, self._wrong):
            self.broken.emit(error)
            return
        self._failures += 1
        self._left = wait_after(self._failures)
        self.field.set_error(sentence)
        self.line.selectAll()
        self.line.setFocus()
        if self._left:
            self._show_wait()
            self._clock.start()

    def _tick(self) -> None:
        self._left -= 1
        self._show_wait()
        if self._left <= 0:
            self._clock.stop()

    def _show_wait(self) -> None:
        self.open_button.setEnabled(self._left <= 0)
        if self._left > 0:
            words = ngettext("Try again in {count} second", "Try again in {count} seconds", self._left)
            self.open_button.set_text(words.format(count=self._left))
        else:
            self.open_button.set_text(_("Unlock"))

    def _show_busy(self, busy: bool) -> None:
        self.open_button.setEnabled(not busy)
        self.open_button.set_text(_("Opening…") if busy else _("Unlock"))
        self.line.setReadOnly(busy)
