"""Work too long for the GUI thread, such as drawing a PDF: one function in, one signal out."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from desktop.errors import UserError


class Job(QObject):
    """Runs ``work`` in a thread of ``pool``. ``work`` gets plain values and returns one; it never touches a widget.

    Exactly one of ``done`` and ``failed`` is emitted, in the GUI thread, unless the job was cancelled. A job needs a
    parent, or somebody who keeps it until it is ``over``: the last one to let go of it must be in the GUI thread.
    """

    done = Signal(object)
    failed = Signal(object)
    """The exception: a ``UserError`` to show, anything else for the crash dialog."""
    over = Signal()
    """Nothing of it runs any more, cancelled or not; in the GUI thread, the last thing it says."""
    _ended = Signal(object, object)
    """From the pool's thread: the result, or the exception."""

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = False
        self._ended.connect(self._tell)

    def start(self, pool: QThreadPool | None = None) -> "Job":
        (pool or QThreadPool.globalInstance()).start(_Runner(self))
        return self

    def cancel(self) -> None:
        """Say that nobody waits for the result any more; work already begun runs to its end, unheard."""
        self._cancelled = True

    def run(self) -> None:
        """Called in the pool's thread."""
        if self._cancelled:
            self._ended.emit(None, None)
            return
        try:
            result = self._work()
        except Exception as error:
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _tell(self, result: object, error: Exception | None) -> None:
        # In the GUI thread, where it may have been cancelled while the answer was on its way.
        if not self._cancelled:
            if error is None:
                self.done.emit(result)
            else:
                self.failed.emit(error)
        self.over.emit()


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


def raise_unless_user_error(error: Exception) -> str:
    """The sentence of a failed job; a bug is raised again, for the crash dialog."""
    if isinstance(error, UserError):
        return str(error)
    raise error
