"""From the icon to the first page: one instance, one key, one file, and a clear way out of each thing that may fail.

What only a first run, a passphrase or a trouble needs is imported then: it would make each other start wait.
"""

import signal
import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSocketNotifier, QTimer, QTimeZone, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import __version__, i18n, logs
from desktop.clock import Clock, SystemClock
from desktop.data_folder import DamagedFileError, DataFolder, NewerFileError, StorageError, WrongPassphraseError
from desktop.errors import UserError
from desktop.i18n import _
from desktop.paths import Paths
from desktop.services import today
from desktop.settings import Preferences
from desktop.ui.background import LEAVING, Background
from desktop.ui.crash import CrashReporter, open_folder
from desktop.ui.garbage import keep_what_is_there
from desktop.ui.icons import window_icon
from desktop.ui.location import refuse_network_folder
from desktop.ui.reminders.ringing import Ringing
from desktop.ui.shell import Shell
from desktop.ui.single_instance import EXIT_CODE, AlreadyRunningError, SingleInstance
from desktop.ui.theme import Look
from desktop.ui.tray import Tray
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.calm_window import CalmWindow
    from desktop.ui.trouble import WayOut

ZONE_MS = 60_000


class Application(QObject):
    """Goes through the steps of a start: ``calm`` is the window that asks, ``shell`` the program once it is open."""

    def __init__(
        self,
        app: QApplication,
        paths: Paths,
        clock: Clock,
        language: str = "",
        *,
        hidden: bool = False,
        tray_available: Callable[[], bool] = Tray.available,
    ) -> None:
        super().__init__()
        self._app = app
        self.paths = paths
        self.preferences = Preferences(paths.settings)
        self._clock = clock
        self.folder = DataFolder(paths, clock)
        self.instance = SingleInstance(paths.lock, self)
        self.instance.raise_requested.connect(self._come_forward)
        self.reporter = CrashReporter(self)
        self.reporter.told.connect(self._tell)
        self.reporter.crashed.connect(lambda report: self.reporter.show_dialog(report, paths.logs))
        self.calm: CalmWindow | None = None
        self.shell: Shell | None = None
        self._workspace: Workspace | None = None
        self._translator: QTranslator | None = None
        self._speak(language or self.preferences.current.language or _language_of_the_system())
        self.look = Look(app, self.preferences.current.theme, self.preferences.current.touch)
        self.tray: Tray | None = Tray(self) if tray_available() else None
        if self.tray is not None:
            self.tray.opened.connect(self._come_forward)
            self.tray.quit_requested.connect(self.quit)
            self.tray.menu.aboutToShow.connect(self._count_what_is_due)
        self._hidden = hidden and self.tray is not None
        """Nothing is shown until the rep asks for it: somewhere must be left to ask."""
        self._app.setQuitOnLastWindowClosed(not self._hidden)
        self._travels = QTimer(self, interval=ZONE_MS)
        self._travels.timeout.connect(self._follow_zone)
        self._travels.start()

    def start(self) -> bool:
        """Take the lock and show the first thing there is to show. False when another instance has the data."""
        try:
            refuse_network_folder(self.paths.data)
            self.paths.create()
            self.instance.acquire()
        except AlreadyRunningError:
            return False
        except UserError as error:
            self._show_trouble(error)
        except OSError:
            sentence = _("The data folder cannot be written. Check its permissions, then try again.")
            self._show_trouble(UserError(sentence))
        else:
            logs.start(self.paths.logs)
            logs.note(f"start, version {__version__}")
            self._begin()
        return True

    def quit(self) -> None:
        """End the program, be its window hidden."""
        if self.shell is not None:
            self.shell.window.setProperty(LEAVING, True)
        self._app.quit()

    def stop(self) -> None:
        """Save what is typed, close the file, let another instance start."""
        self._travels.stop()
        if self.tray is not None:
            self.tray.close()
        if self.shell is not None:
            self.shell.close()
        elif self._workspace is not None:
            self._workspace.close()
        self.instance.release()
        logs.stop()

    def flush(self) -> None:
        """Save what is typed: the session of the machine is ending."""
        if self.shell is not None:
            self.shell.window.setProperty(LEAVING, True)
            self.shell.flush()

    # Steps

    def _begin(self) -> None:
        try:
            if self.folder.is_new:
                self._first_run()
            elif self.folder.is_protected:
                self._unlock()
            else:
                self._open_data()
        except UserError as error:
            self._show_trouble(error)

    def _first_run(self) -> None:
        from desktop.ui.first_run.flow import FirstRun

        flow = FirstRun(self._calm_window(), self._create, self.folder.weakness, self.folder.strength)
        flow.language_chosen.connect(self._choose_language)
        flow.finished.connect(self._end_first_run)
        flow.broken.connect(self._show_trouble)
        flow.begin()

    def _create(self, passphrase: str, company: Mapping[str, str]) -> str:
        from desktop.services import settings

        code = self.folder.create(passphrase)
        self._workspace = Workspace(self.folder.open(), self._clock, self)
        if company:
            self._workspace.do(settings.save_company, now=self._clock.now(), **company)
        return code

    def _end_first_run(self, with_examples: bool) -> None:
        from desktop.services import examples

        assert self._workspace is not None
        if with_examples:
            self._workspace.do(examples.load, now=self._clock.now(), language=i18n.current().code)
        self.preferences.change(first_run_done=True, language=i18n.current().code)
        self._open_shell()

    def _unlock(self) -> None:
        from desktop.ui.unlock import UnlockSheet

        sheet = UnlockSheet(self.folder.unlock, WrongPassphraseError)
        sheet.unlocked.connect(self._open_data)
        sheet.broken.connect(self._show_trouble)
        self._calm_window().show_sheet(sheet)
        if self._hidden and self.tray is not None:
            self.tray.say(_("Boussole is locked: open it so that it can remind you."))

    def _open_data(self) -> None:
        try:
            self._workspace = Workspace(self.folder.open(), self._clock, self)
        except UserError as error:
            self._show_trouble(error)
            return
        self._open_shell()

    def _open_shell(self) -> None:
        assert self._workspace is not None
        self.shell = Shell(self._workspace, self.folder, self.look, self.preferences)
        self.shell.open(hidden=self._hidden)
        self._watch_from_the_tray(self.shell)
        keep_what_is_there()
        # Closed after the other one is shown: the last window to close ends the program.
        if self.calm is not None:
            self.calm.close()
            self.calm.deleteLater()
            self.calm = None

    # Troubles

    def _show_trouble(self, error: UserError) -> None:
        from desktop.ui.trouble import TroubleSheet

        logs.note(f"not opened: {type(error).__name__}")
        self._hidden = False
        title, ways, facts = self._way_out(error)
        self._calm_window().show_sheet(TroubleSheet(title, str(error), ways, self._app.quit, facts))

    def _way_out(self, error: UserError) -> "tuple[str, list[WayOut], list[str]]":
        """The title of a trouble, its buttons, and what helps to choose between them."""
        from desktop.ui.trouble import WayOut

        backups = WayOut(_("Open the backups"), lambda: open_folder(self.paths.backups), "folder-open")
        if isinstance(error, NewerFileError):
            return _("Newer data"), [], []
        if isinstance(error, DamagedFileError):
            copy = self.folder.restorable()
            if copy is None:
                return _("Damaged data"), [backups], [_("No backup here can be read with your key.")]
            date = i18n.current().date(self.folder.made_at(copy).date())
            restore = WayOut(_("Restore this backup"), lambda: self._restore(copy), "refresh-cw", primary=True)
            facts = [
                _("A backup of {date} is whole and can take its place.").format(date=date),
                _("The damaged file would be put aside, never deleted."),
            ]
            return _("Damaged data"), [backups, restore], facts
        again = WayOut(_("Try again"), self._try_again, "refresh-cw", primary=True)
        return _("The data cannot be opened"), [again], []

    def _restore(self, copy: Path) -> None:
        try:
            self.folder.restore(copy)
        except UserError as error:
            self._show_trouble(StorageError(str(error)))
            return
        logs.note("restored a backup")
        self._open_data()

    def _try_again(self) -> None:
        if not self.start():
            self._app.exit(EXIT_CODE)

    # The rest

    def _calm_window(self) -> "CalmWindow":
        from desktop.ui.calm_window import CalmWindow

        if self.calm is None:
            self.calm = CalmWindow()
        if not self._hidden:
            self.calm.show()
        return self.calm

    def _come_forward(self) -> None:
        self._hidden = False
        if self.shell is not None:
            self.shell.window.show()
            self.shell.come_forward()
        elif self.calm is not None:
            self.calm.show()
            self.calm.come_forward()

    def _watch_from_the_tray(self, shell: Shell) -> None:
        if self.tray is None:
            return
        Background(shell.window, self.tray, self.preferences, shell.flush)
        ringing = shell.findChild(Ringing)
        if ringing is not None:
            ringing.rang.connect(self._tell_what_rings)

    def _tell_what_rings(self, count: int) -> None:
        """Where the rep does not look at the window: that something rings, and nothing of what it says."""
        if self.tray is not None and self.shell is not None and not self.shell.window.isActiveWindow():
            self.tray.tell(count)

    def _count_what_is_due(self) -> None:
        if self.tray is not None:
            workspace = self._workspace if self.shell is not None else None
            self.tray.set_due(workspace.ask(today.due_count, workspace.clock.now()) if workspace else None)

    def _follow_zone(self) -> None:
        """The rep has landed elsewhere: the day, the hours and the reminders are those of the place."""
        if isinstance(self._clock, SystemClock):
            self._clock.zone = system_zone()

    def _tell(self, sentence: str) -> None:
        if self.shell is not None:
            self.shell.tell(sentence)
        else:
            self._show_trouble(UserError(sentence))

    def _choose_language(self, code: str) -> None:
        self._speak(code)
        self.preferences.change(language=code)

    def _speak(self, code: str) -> None:
        """Our own words, and those of Qt's file dialogs."""
        i18n.use(code)
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{i18n.current().code}", folder):
            self._app.installTranslator(self._translator)


def run(paths: Paths, language: str | None = None, *, hidden: bool = False) -> int:
    """Open the window, or stay ``hidden`` in the tray where there is one, until the end. Returns the exit code."""
    app = QApplication(["boussole"])
    app.setApplicationName("Boussole")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("boussole")
    application = Application(app, paths, SystemClock(system_zone()), language or "", hidden=hidden)
    app.setWindowIcon(window_icon())
    application.reporter.install()
    listening = stop_on_signals(application.quit)
    app.commitDataRequest.connect(lambda _manager: application.flush())
    try:
        return app.exec() if application.start() else EXIT_CODE
    finally:
        application.stop()
        application.reporter.uninstall()
        listening()


def system_zone() -> ZoneInfo:
    """The zone the rep is in, as the system says; UTC when it says nothing that we know."""
    try:
        return ZoneInfo(bytes(QTimeZone.systemTimeZoneId().data()).decode())
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def stop_on_signals(stop: Callable[[], None]) -> Callable[[], None]:
    """Have SIGTERM and SIGINT call ``stop`` at once. Returns what takes it back.

    Python only looks at its signals between two of its own instructions, and Qt's loop runs none: a byte in a socket
    wakes it.
    """
    reading, writing = socket.socketpair()
    reading.setblocking(False)
    writing.setblocking(False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_unused: reading.recv(64))
    before = signal.set_wakeup_fd(writing.fileno())
    handlers = {number: signal.signal(number, lambda *_unused: stop()) for number in (signal.SIGTERM, signal.SIGINT)}

    def take_back() -> None:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        reading.close()
        writing.close()

    return take_back


def _language_of_the_system() -> str:
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"
