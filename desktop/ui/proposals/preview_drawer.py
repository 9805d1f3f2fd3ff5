"""Draws a document away from the window, the last one wanted only: what comes too late is never shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from desktop.documents.placed import PlacedDocument
from desktop.models.proposals import DocumentKind
from desktop.services.proposal_content import ProposalContent
from desktop.ui.jobs import Job

Render = Callable[[ProposalContent, DocumentKind], PlacedDocument]


@dataclass(frozen=True)
class Wanted:
    """A document of a content."""

    content: ProposalContent
    kind: DocumentKind


@dataclass(frozen=True)
class Drawn:
    """A document as it came out."""

    wanted: Wanted
    document: PlacedDocument


class Drawer(QObject):
    """``drawn`` carries a ``Drawn`` that is still the one wanted, ``failed`` the exception in its stead.

    Who types waits for a pause already (``autosave.TYPED_MS``): nothing more is waited for here, but for the commands
    that are run together. ``stop`` before the program ends.
    """

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, render: Render, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._render = render
        self._job: Job | None = None
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self.wanted: Wanted | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.start)
        # A thread that outlives the window brings Qt down with it.
        self.destroyed.connect(partial(_wait, self._pool))

    def want(self, wanted: Wanted) -> None:
        """Draw this one, and no other any more."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._timer.start()

    def start(self) -> None:
        """Draw what is wanted now; what waits for the thread is forgotten."""
        self._timer.stop()
        wanted, render = self.wanted, self._render
        if wanted is None:
            return
        if self._job is not None:
            self._job.cancel()
        # A child: the thread may be the last to hold it, and must not be who takes it apart.
        self._job = Job(lambda: Drawn(wanted, render(wanted.content, wanted.kind)), self)
        self._job.done.connect(self._tell)
        self._job.failed.connect(self.failed)
        self._job.over.connect(self._job.deleteLater)
        self._job.start(self._pool)

    def now(self, wanted: Wanted) -> bytes:
        """The bytes of a document, drawn here and now."""
        self._pool.waitForDone()
        return self._render(wanted.content, wanted.kind).data

    def stop(self) -> None:
        """Wait for the thread, and forget what was wanted."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        self._pool.waitForDone()
        self.wanted = None

    def _tell(self, drawn: Drawn) -> None:
        if drawn.wanted == self.wanted:
            self.drawn.emit(drawn)


def _wait(pool: QThreadPool, _gone: object = None) -> None:
    # At the very end of the program, Qt may have taken the pool away first.
    if isValid(pool):
        pool.waitForDone()
