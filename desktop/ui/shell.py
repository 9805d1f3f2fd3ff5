"""The window over the open file: its pages, what the palette finds, and what the bottom line says."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QThreadPool, QTimer

from desktop import logs
from desktop.data_folder import DataFolder
from desktop.errors import UserError
from desktop.i18n import _
from desktop.models.calls import Call
from desktop.models.followups import FollowUp
from desktop.models.prospects import Prospect
from desktop.services import calls, today
from desktop.settings import Preferences
from desktop.ui.actions import Action, ActionRegistry
from desktop.ui.autosave import flush_all
from desktop.ui.background import LEAVING
from desktop.ui.commit_pace import CommitPace
from desktop.ui.finders import ALL_KEYS, finders
from desktop.ui.jobs import Job
from desktop.ui.main_window import MainWindow
from desktop.ui.pages import Pages
from desktop.ui.rail import RailEntry
from desktop.ui.reminders.ringing import Ringing
from desktop.ui.reminders.words import reminder_words
from desktop.ui.settings.display import touch_action
from desktop.ui.theme import Look
from desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop.ui.search.overlay import SearchOverlay

TICK_MS = 15_000
IDLE_MS = 30_000
SOON_MS = 200
PAUSE_MS = 50
"""Between the building of two pages: the window answers meanwhile."""
JOBS_END_MS = 5_000
"""A copy cut short leaves nothing under its final name: after this, closing does not wait for it."""


class Shell(QObject):
    """The window and its pages over an open workspace. ``open`` shows it; ``close`` lets go of the file."""

    def __init__(
        self,
        workspace: Workspace,
        folder: DataFolder,
        look: Look,
        preferences: Preferences,
        documents: Path | None = None,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._folder = folder
        self._preferences = preferences
        self._pace = CommitPace()
        self._told_slow = False
        self._closed = False
        self._copy: Job | None = None
        # Today is what a start waits for; the others are built one by one once it is on the screen, or when asked for.
        self.pages = Pages(workspace, folder, look, preferences, documents or folder.paths.documents)
        self.window = MainWindow(
            [self.pages.today],
            self._rail(),
            ActionRegistry(),
            later=self.pages.later(),
            providers=finders(
                workspace,
                self.pages.open_prospect,
                opened=self.pages.open_found,
                show_all=lambda text: self.search.open_for(text),
            ),
            footnote=_("Offline · everything is saved here"),
            geometry=preferences.current.geometry,
            on_geometry=lambda geometry: preferences.change(geometry=geometry),
        )
        self.window.registry.add(*self._actions())
        self.ringing = self._ringing()
        self.pages.wanted.connect(self.window.show_page)
        self.pages.toasted.connect(self._toast)
        self.pages.calls_changed.connect(self._show_call_entry)
        self.pages.call_ended.connect(self._tidy)
        self.pages.protection_changed.connect(self._show_protection)
        self._watch()

    # Opening and closing

    def open(self, *, ahead: bool = True, hidden: bool = False) -> None:
        """Show the window, unless it stays ``hidden``: on Today, or on the call that was running when it stopped.

        ``ahead``: build the other pages before they are asked for, once this one is on the screen.
        """
        self._soon.start()
        running = self.workspace.ask(calls.running_call)
        if running is None:
            self.window.show_page("today")
        else:
            self.pages.resume_call(running)
        self.window.setVisible(not hidden)
        self._ticks.start()
        self.ringing.start()
        self._build = QTimer(self, interval=PAUSE_MS)
        self._build.timeout.connect(self._build_next)
        if ahead:
            self._build.start()

    def _build_next(self) -> None:
        if self._closed or not self.window.build_next():
            self._build.stop()
            self._back_up_if_due()

    def close(self) -> None:
        """Save what is typed and let go of the file; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self.ringing.stop()
        for timer in (self._ticks, self._idle, self._soon):
            timer.stop()
        self.flush()
        for timer in (self._idle, self._soon):
            timer.stop()
        self._stop_jobs()
        self.workspace.close()

    def _stop_jobs(self) -> None:
        if self._copy is not None:
            self._copy.cancel()
        self.pages.stop()
        QThreadPool.globalInstance().waitForDone(JOBS_END_MS)

    def flush(self) -> None:
        """Save every text that still waits for its pause."""
        flush_all(self.window)
        self.window.current_page().leave()

    def come_forward(self) -> None:
        """Somebody started the program again."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.raise_()
        self.window.activateWindow()

    def tell(self, sentence: str) -> None:
        """Say a sentence that no page was there to say."""
        self.window.toasts.show_toast(sentence)

    def _toast(self, text: str, undo: Callable[[], None] | None) -> None:
        self.window.toasts.show_toast(text, _("Undo") if undo is not None else "", undo)

    # What the window offers

    @cached_property
    def search(self) -> "SearchOverlay":
        """Everything that was found, built when it is first wanted."""
        from desktop.ui.search.overlay import SearchOverlay

        return SearchOverlay(self.window, self.workspace, self.pages.open_found)

    def _search_all(self) -> None:
        self.search.open_for(self.window.command_palette.line.text())

    def _ringing(self) -> Ringing:
        ringing = Ringing(self.workspace, self.window, self)
        self.window.registry.add(*ringing.commands())
        ringing.toasted.connect(self._toast)
        ringing.call_requested.connect(self.pages.prepare_call)
        ringing.prospect_opened.connect(self.pages.open_prospect)
        ringing.proposal_opened.connect(self.pages.open_proposal)
        ringing.draft_requested.connect(self.pages.draft)
        return ringing

    def _rail(self) -> list[RailEntry]:
        # The digits are those of the complete program, so that a key learnt today stays good.
        return [
            RailEntry("today", _("Today"), "calendar", 1),
            RailEntry("prospects", _("Prospects"), "users", 2),
            RailEntry("matrix", _("Matrix"), "grid-3x3", 3),
            RailEntry("followups", _("Follow-ups"), "calendar-clock", 4),
            RailEntry("proposals", _("Proposals"), "file-text", 5),
            RailEntry("call", _("Call in progress"), "phone-call", visible=False),
            RailEntry("library", _("Library"), "library", 8, foot=True),
            RailEntry("catalogue", _("Catalogue"), "package", 9, foot=True),
            RailEntry("settings", _("Settings"), "settings", 7, foot=True),
        ]

    def _actions(self) -> list[Action]:
        return [
            Action(
                "shell.protect",
                lambda: _("Change the passphrase") if self._folder.is_protected else _("Protect this machine"),
                lambda: self._open_settings("protection"),
                icon="shield",
                synonyms=(_("password"), _("lock")),
            ),
            Action(
                "shell.back_up", _("Back up now"), self._open_backups, icon="save", synonyms=(_("copy of the data"),)
            ),
            touch_action(lambda choice: self.pages.settings.display.choose_touch(choice)),
            Action("shell.search", _("Search everything"), self._search_all, (ALL_KEYS,), icon="search", group="go"),
            Action("shell.quit", _("Quit"), self._quit, ("Ctrl+Q",), icon="log-out"),
        ]

    def _quit(self) -> None:
        self.window.setProperty(LEAVING, True)
        self.window.close()

    def _open_settings(self, section: str) -> None:
        self.window.show_page("settings")
        self.pages.settings.show_section(section)

    def _open_backups(self) -> None:
        self._open_settings("data")
        self.pages.settings.back_up()

    # What the window says of the data

    def _watch(self) -> None:
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self._tidy)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._soon.timeout.connect(self._show_follow_ups)
        self._day = self.workspace.clock.today()
        self.workspace.changed.connect(self._changed)
        self.workspace.saved.connect(self._saved)
        self.workspace.failed.connect(self.window.status.set_unsaved)
        self.window.status.protection_requested.connect(lambda: self._open_settings("protection"))
        self._show_protection()
        self.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.window and event.type() == QEvent.Type.Close:
            self.flush()
        return False

    def _changed(self, touched: frozenset[type]) -> None:
        self.window.refresh(touched)
        if Call in touched:
            self._show_call_entry()
        if touched & {FollowUp, Prospect}:
            # Not in the path of a key: the badge of a page that is not looked at can come a moment later.
            self._soon.start()

    def _show_call_entry(self) -> None:
        self.window.set_entry_visible("call", self.workspace.ask(calls.running_call) is not None)

    def _show_follow_ups(self) -> None:
        now = self.workspace.clock.now()
        self.window.set_badge("today", self.workspace.ask(today.due_count, now))
        found = self.workspace.ask(today.next_reminder, now)
        self.window.status.set_reminder(reminder_words(*found, now=now) if found else "")

    def _show_protection(self) -> None:
        self.window.status.set_protection(self._folder.is_protected)

    def _saved(self, seconds: float) -> None:
        self._idle.start()
        usual = self._pace.add(seconds)
        if not usual:
            self.window.status.set_saved()
            return
        self.window.status.set_slow(round(usual * 1000))
        if not self._told_slow:
            self._told_slow = True
            logs.note("slow commits: the 95th of the last hundred is over 16 ms")
            self.tell(_("Saving is slow on this disk. An antivirus or a nearly full disk may be the reason."))

    def _tick(self) -> None:
        self.ringing.tick()
        self._show_follow_ups()
        if self.workspace.clock.today() != self._day:
            self._day = self.workspace.clock.today()
            self.window.refresh(frozenset())
            self._back_up_if_due()

    def _tidy(self) -> None:
        try:
            self.workspace.tidy()
        except UserError as error:
            self.window.status.set_unsaved(str(error))

    def _back_up_if_due(self) -> None:
        if self._closed or not self._folder.backup_is_due():
            return
        self._copy = Job(self._folder.back_up, self)
        self._copy.failed.connect(self._backup_failed)
        self._copy.start()

    def _backup_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.tell(_("No backup could be made: {reason}").format(reason=error))
