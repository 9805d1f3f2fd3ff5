"""Where the data are, their copies, and the examples of the first day."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from desktop.data_folder import DataFolder
from desktop.errors import UserError
from desktop.i18n import _, current, ngettext
from desktop.services import example_book, examples
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.location import is_synchronised
from desktop.ui.toasts import Banner
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.workspace import Workspace


class DataSection(Card):
    """``folder_requested`` asks to show a folder; ``toasted`` says what was done, with its undo."""

    folder_requested = Signal(object)
    toasted = Signal(str, object)

    def __init__(self, workspace: Workspace, folder: DataFolder) -> None:
        super().__init__(_("Data"), margins=(22, 18, 22, 20), spacing=12)
        self._workspace = workspace
        self._folder = folder
        self._job: Job | None = None
        self.banner = Banner()
        self.where = PlainLabel(str(folder.paths.data), "body", selectable=True, wrap=True)
        self.copies = PlainLabel("", "muted", wrap=True)
        self.examples = PlainLabel("", "muted", wrap=True)
        self.open_button = Button(_("Open the folder"), icon_name="folder-open")
        self.open_button.clicked.connect(lambda: self.folder_requested.emit(folder.paths.data))
        self.backup_button = Button(_("Back up now"), icon_name="save")
        self.backup_button.clicked.connect(self.back_up)
        self.backups_button = Button(_("Open the backups"), "quiet")
        self.backups_button.clicked.connect(lambda: self.folder_requested.emit(folder.paths.backups))
        self.examples_button = Button(_("Remove the examples"), icon_name="trash-2")
        self.examples_button.clicked.connect(self._remove_examples)
        self.load_button = Button(_("Load three example prospects"), icon_name="sparkles")
        self.load_button.clicked.connect(lambda: self._load(examples.load))
        self.book_button = Button(_("Load a book of 60 prospects"), icon_name="library")
        self.book_button.clicked.connect(lambda: self._load(example_book.load))
        self.body.addWidget(PlainLabel(_("Folder"), "label"))
        self.body.addWidget(self.where)
        self.body.addLayout(_row(self.open_button))
        self.body.addWidget(Divider())
        self.body.addWidget(PlainLabel(_("Backups"), "label"))
        self.body.addWidget(self.copies)
        self.body.addWidget(self.banner)
        self.body.addLayout(_row(self.backup_button, self.backups_button))
        self.body.addWidget(Divider())
        self.body.addWidget(PlainLabel(_("Examples"), "label"))
        self.body.addWidget(self.examples)
        self.body.addLayout(_row(self.examples_button, self.load_button, self.book_button))
        if is_synchronised(folder.paths.data):
            self.banner.show_error(_("This folder seems to be synchronised with a cloud. Move it to a plain folder."))

    def show_data(self) -> None:
        """Read again what this section says."""
        last = self._folder.last_backup()
        language = current()
        self.copies.setText(
            _("Last copy: {date}, {time}. One is made each day that something changed, and checked.").format(
                date=language.date(last.date()), time=language.time(last)
            )
            if last
            else _("No copy yet. One is made each day that something changed, and checked.")
        )
        count = self._workspace.ask(examples.count)
        self.examples.setText(
            ngettext("{count} example prospect", "{count} example prospects", count).format(count=count)
            if count
            else _("No example prospect in your data.")
        )
        self.examples_button.setVisible(count > 0)
        self.load_button.setVisible(count == 0)
        self.book_button.setVisible(count == 0)

    def back_up(self) -> None:
        """Make a copy in a thread, and say where it is."""
        if self._job is not None:
            return
        self.backup_button.setEnabled(False)
        self.copies.setText(_("Copying and checking…"))
        self._job = Job(self._folder.back_up, self)
        self._job.done.connect(self._backed_up)
        self._job.failed.connect(self._backup_failed)
        self._job.start()

    def _backed_up(self, _copy: object) -> None:
        self._end_job()
        self.banner.clear()
        self.toasted.emit(_("Backup made and checked"), None)

    def _backup_failed(self, error: Exception) -> None:
        self._end_job()
        self.banner.show_error(raise_unless_user_error(error))

    def _end_job(self) -> None:
        self._job = None
        self.backup_button.setEnabled(True)
        self.show_data()

    def _remove_examples(self) -> None:
        at = self._workspace.clock.now()
        try:
            removed = self._workspace.do(examples.remove, at=at)
        except UserError as error:
            self.banner.show_error(str(error))
            return
        self.toasted.emit(_("Examples removed"), lambda: self._workspace.do(examples.bring_back, removed))

    def _load(self, command: Callable[..., object]) -> None:
        clock = self._workspace.clock
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._workspace.do(command, now=clock.now(), language=current().code)
        except UserError as error:
            self.banner.show_error(str(error))
        finally:
            QGuiApplication.restoreOverrideCursor()


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
