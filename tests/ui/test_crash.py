"""A bug is told, logged without a word of anybody's, and the rep goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from desktop import logs
from desktop.errors import UserError
from desktop.ui.crash import CrashDialog, CrashReporter, _log_qt
from tests.ui.accessibility import nameless, rich_text_labels

CANARY = "une journée par semaine"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    logs.start(tmp_path)
    yield tmp_path / logs.FILE
    logs.stop()


@pytest.fixture
def reporter(qapp, log: Path) -> Iterator[CrashReporter]:
    reporter = CrashReporter()
    reporter.install()
    yield reporter
    reporter.uninstall()


def fail() -> None:
    raise RuntimeError(CANARY)


def test_a_bug_is_announced_and_logged(reporter: CrashReporter, log: Path) -> None:
    reports: list[str] = []
    reporter.crashed.connect(reports.append)
    try:
        fail()
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert len(reports) == 1 and "RuntimeError" in reports[0] and "fail" in reports[0]
    assert CANARY not in reports[0]
    assert CANARY not in log.read_text("utf-8") and "RuntimeError" in log.read_text("utf-8")


def test_a_bug_in_a_thread_comes_to_the_window(reporter: CrashReporter, qtbot) -> None:
    with qtbot.waitSignal(reporter.crashed, timeout=3000):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()


def test_a_sentence_that_no_screen_showed_is_told_not_reported(reporter: CrashReporter, log: Path) -> None:
    told: list[str] = []
    crashed: list[str] = []
    reporter.told.connect(told.append)
    reporter.crashed.connect(crashed.append)
    reporter.report(UserError("The disk is full."))
    assert (told, crashed) == (["The disk is full."], [])


def test_a_bug_of_every_paint_opens_one_dialog(reporter: CrashReporter, tmp_path: Path) -> None:
    shown: list[QDialog] = []

    def run(dialog: QDialog) -> None:
        shown.append(dialog)
        for _again in range(5):
            reporter.report(RuntimeError())

    reporter.crashed.connect(lambda report: reporter.show_dialog(report, tmp_path, run))
    reporter.report(RuntimeError())
    assert len(shown) == 1
    reporter.report(RuntimeError())
    assert len(shown) == 2


def test_what_qt_complains_about_is_logged_without_its_quotations(log: Path) -> None:
    _log_qt(QtMsgType.QtWarningMsg, None, f'Cannot open "{CANARY}.pdf"')  # type: ignore[arg-type]
    _log_qt(QtMsgType.QtDebugMsg, None, "nothing to see")  # type: ignore[arg-type]
    text = log.read_text("utf-8")
    assert "Cannot open" in text and CANARY not in text and "nothing to see" not in text


def test_the_dialog_shows_the_report_and_copies_it(qtbot, tmp_path: Path) -> None:
    dialog = CrashDialog("RuntimeError\n  desktop/ui/shell.py:1 open", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "shell.py" in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.copy_button.click()
    assert "shell.py" in QApplication.clipboard().text()
    assert nameless(dialog) == [] and rich_text_labels(dialog) == []
    dialog.continue_button.click()
    assert not dialog.isVisible()
