"""Reads the account of a call and writes the page to send, off the GUI thread."""

import uuid
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.documents.call_report import render_call_report, report_name
from desktop.documents.files import hand_over
from desktop.i18n import _
from desktop.services.call_account import account
from desktop.services.call_report import report
from desktop.ui.calls.account_screen import AccountScreen
from desktop.ui.jobs import Job, raise_unless_user_error
from desktop.ui.workspace import Workspace


class AccountPanel(QObject):
    """``show`` a call; ``screen`` is what the page lays out."""

    def __init__(self, workspace: Workspace, documents: Path) -> None:
        super().__init__()
        self._workspace = workspace
        self._documents = documents
        self._call_id: uuid.UUID | None = None
        self.prospect_id: uuid.UUID | None = None
        self.name = ""
        self.screen = AccountScreen()
        self.screen.export_requested.connect(self._export)
        self._job: Job | None = None

    def show(self, call_id: uuid.UUID) -> None:
        """Read a call and show it."""
        told = self._workspace.ask(account, call_id)
        self._call_id, self.prospect_id, self.name = call_id, told.call.prospect_id, told.prospect
        self.screen.show_account(told)

    def _export(self, language: str) -> None:
        assert self._call_id is not None
        content = self._workspace.ask(report, self._call_id, language, zone=self._workspace.clock.zone)
        folder = self._documents
        self._job = Job(lambda: hand_over(folder, report_name(content), render_call_report(content)), self)
        self._job.done.connect(self._exported)
        self._job.failed.connect(lambda error: self.screen.outcome.show_error(raise_unless_user_error(error)))
        self._job.start()

    def _exported(self, path: Path) -> None:
        self.screen.outcome.show_file(
            _("{file} is in the folder {folder}").format(file=path.name, folder=path.parent),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
        )
