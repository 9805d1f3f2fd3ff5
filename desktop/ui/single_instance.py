"""One running program per data file: two would fight over the same journal. The second start raises the first."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.errors import UserError
from desktop.i18n import _

PATIENCE_MS = 1000
EXIT_CODE = 3


class AlreadyRunningError(Exception):
    """Another instance of this machine has the file; it was asked to come forward."""


class SingleInstance(QObject):
    """Holds the lock beside the database, and listens for those who come second."""

    raise_requested = Signal()
    """Somebody started the program again: bring the window forward."""

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = lock
        self._lock = QLockFile(str(lock))
        # Held for hours: only the death of its holder makes it stale, never its age.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    @property
    def address(self) -> str:
        """The local socket of whoever holds this lock: short, since some systems allow a hundred signs."""
        return "boussole-" + hashlib.sha256(str(self._path.resolve()).encode()).hexdigest()[:24]

    def acquire(self) -> None:
        """Become the one instance. Raises ``AlreadyRunningError``, or ``UserError`` when another machine has it."""
        if self._lock.tryLock(0):
            QLocalServer.removeServer(self.address)
            self._server.listen(self.address)
            return
        if self._lock.error() == QLockFile.LockError.PermissionError:
            raise UserError(_("The data folder cannot be written. Check its permissions, then try again."))
        holder = self._lock.getLockInfo()
        host = str(holder[1]) if len(holder) > 1 else ""
        if host and host != QSysInfo.machineHostName():
            raise UserError(
                _("This data folder is in use on another computer, {host}. Close Boussole there first.").format(
                    host=host
                )
            )
        self._ask_the_first_forward()
        raise AlreadyRunningError

    def release(self) -> None:
        """Let another instance start."""
        self._server.close()
        self._lock.unlock()

    def _ask_the_first_forward(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self.address)
        if socket.waitForConnected(PATIENCE_MS):
            socket.write(b"raise\n")
            socket.waitForBytesWritten(PATIENCE_MS)
            socket.disconnectFromServer()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            visitor = self._server.nextPendingConnection()
            visitor.disconnected.connect(visitor.deleteLater)
            self.raise_requested.emit()
