"""Long work happens elsewhere and is heard once, in the thread of the window."""

import threading

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.errors import UserError
from desktop.ui.jobs import Job, raise_unless_user_error


def test_the_result_comes_back_to_the_window(qtbot) -> None:
    seen: list[object] = []
    job = Job(threading.get_ident)
    job.done.connect(lambda worker: seen.extend([worker, threading.get_ident()]))
    with qtbot.waitSignal(job.done, timeout=5000):
        job.start()
    assert seen[0] != seen[1] == threading.get_ident()


def test_a_failure_comes_back_as_it_is(qtbot) -> None:
    def fail() -> None:
        raise UserError("The disk is full.")

    job = Job(fail)
    with qtbot.waitSignal(job.failed, timeout=5000) as heard:
        job.start()
    assert raise_unless_user_error(heard.args[0]) == "The disk is full."


def test_a_bug_is_raised_for_the_crash_dialog() -> None:
    with pytest.raises(ZeroDivisionError):
        raise_unless_user_error(ZeroDivisionError())


def test_a_job_cancelled_before_it_begins_does_nothing(qtbot) -> None:
    done: list[int] = []
    job = Job(lambda: done.append(1))
    job.cancel()
    job.run()
    assert done == []


def test_nobody_hears_a_job_cancelled_while_it_worked(qtbot) -> None:
    heard: list[object] = []
    job = Job(lambda: job.cancel())
    job.done.connect(heard.append)
    job.failed.connect(heard.append)
    job.run()
    assert heard == []


@pytest.mark.parametrize("cancelled", [False, True])
def test_it_says_when_nothing_of_it_runs_any_more(qtbot, cancelled) -> None:
    job = Job(lambda: 1)
    if cancelled:
        job.cancel()
    with qtbot.waitSignal(job.over, timeout=5000):
        job.start()


def test_nobody_hears_an_answer_that_was_on_its_way_when_it_was_cancelled(qtbot) -> None:
    heard: list[object] = []
    job = Job(lambda: 1)
    job.done.connect(heard.append)
    pool = QThreadPool()
    job.start(pool)
    pool.waitForDone()
    job.cancel()
    QApplication.processEvents()
    assert heard == []
