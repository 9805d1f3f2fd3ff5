"""A bug is told, kept in the log without a word of anybody's, and the rep goes on: what was saved is saved."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import logs
from desktop.errors import UserError
from desktop.i18n import _
from desktop.ui.icons import window_icon
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import PlainLabel


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class CrashDialog(QDialog):
    """What happened, and what can be done: copy the report, open the log folder, go on."""

    def __init__(self, report: str, logs_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.setWindowIcon(window_icon())
        self.resize(620, 420)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(_("Report"))
        self._report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy_button = Button(_("Copy the report"), icon_name="copy")
        self.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(report))
        self.folder_button = Button(_("Open the log folder"), icon_name="folder-open")
        self.folder_button.clicked.connect(lambda: open_folder(logs_folder))
        self.continue_button = Button(_("Go on"), "primary", keycap="Return")
        self.continue_button.clicked.connect(self.accept)
        self.continue_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.copy_button)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        row.addWidget(self.continue_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(_("Something went wrong"), "title"))
        sentence = _("Boussole made a mistake, not you. What says “Saved” is saved: you can go on.")
        column.addWidget(PlainLabel(sentence, "muted", wrap=True))
        told = _("This report says where it happened in the program. It holds nothing about your prospects.")
        column.addWidget(PlainLabel(told, "small", wrap=True))
        column.addWidget(self._report, 1)
        column.addLayout(row)
        self.continue_button.setFocus()


class CrashReporter(QObject):
    """Catches what nobody caught: in a slot, in a thread, in Qt itself.

    A ``UserError`` that reached here is only a sentence that no screen showed: ``told`` carries it. Anything else is
    logged and emitted as ``crashed``, though not while its dialog is open: a bug in a paint event comes sixty times a
    second.
    """

    crashed = Signal(str)
    told = Signal(str)
    _from_thread = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.showing = False
        self._from_thread.connect(self.report)
        self._before: tuple[object, object] | None = None

    def install(self) -> None:
        """Listen to everything that fails in this process."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._in_main_thread
        threading.excepthook = lambda failure: self._from_thread.emit(failure.exc_value)
        qInstallMessageHandler(_log_qt)

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before  # type: ignore[assignment]
            qInstallMessageHandler(None)
            self._before = None

    def report(self, failure: BaseException) -> None:
        """Log a failure and announce it; called in the GUI thread."""
        if isinstance(failure, UserError):
            self.told.emit(str(failure))
            return
        report = logs.describe(failure)
        logs.error(report)
        if not self.showing:
            self.crashed.emit(report)

    def show_dialog(self, report: str, logs_folder: Path, run: Callable[[QDialog], object] = QDialog.exec) -> None:
        """Tell the rep; ``run`` shows the dialog and returns when it is closed."""
        if self.showing:
            return
        self.showing = True
        try:
            run(CrashDialog(report, logs_folder, QApplication.activeWindow()))
        finally:
            self.showing = False

    def _in_main_thread(self, kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.report(value)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        logs.error(f"Qt {kind.name}: {logs.without_words(message or '')}")
