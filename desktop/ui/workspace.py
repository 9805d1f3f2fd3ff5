"""The seam between screens and data: two verbs and one signal.

``workspace.do(calls.set_score, call_id, "budget", 2)`` is the grammar of every change in the program; ``ask`` is that
of every question. What comes up through here is detached and read-only.
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.clock import Clock
from desktop.database import Session, StorageError, Store

P = ParamSpec("P")
R = TypeVar("R")


class Workspace(QObject):
    """Opens the transaction, runs a service in it, and announces which kinds of things changed."""

    changed = Signal(object)
    """A ``frozenset`` of the model classes touched by the last ``do``, after its commit."""
    saved = Signal(float)
    """Seconds that the last commit took, its service included."""
    failed = Signal(str)
    """Why the environment could not save the last ``do``, as a sentence; it is raised to the caller as well."""

    def __init__(self, store: Store, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._store = store

    def ask(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a query and return what it found. Never commits."""
        with self._store.reading() as session:
            return query(session, *args, **kwargs)

    def do(self, command: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a command in one transaction. When this returns, what it did is on the disk.

        Raises ``StorageError`` when the environment failed, ``UserError`` when the service refused.
        """
        started = self.clock.monotonic()
        try:
            with self._store.writing() as (session, touched):
                result = command(session, *args, **kwargs)
        except StorageError as error:
            self.failed.emit(str(error))
            raise
        self.saved.emit(self.clock.monotonic() - started)
        if touched:
            self.changed.emit(frozenset(touched))
        return result

    def tidy(self) -> None:
        """Fold the journal into the file: at the end of a call, at rest, and before leaving."""
        self._store.checkpoint()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()
