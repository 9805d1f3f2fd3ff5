"""Lucide icons drawn in a colour of the current theme, at the exact pixels of the screen.

The engine asks the theme when it paints, so that an icon given once to a button follows a change of theme.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.paths import resources
from desktop.ui import theme

SIZE = 18


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Read once: a screen paints the same icon in the same colour at every key."""
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


def paint_icon(painter: QPainter, rect: QRectF | QRect, name: str, token: str = "muted") -> None:
    """Draw the icon ``name`` into ``rect``, in the colour ``token`` of the current theme."""
    _renderer(name, getattr(theme.current(), token)).render(painter, QRectF(rect))


class _Engine(QIconEngine):
    """Draws one icon, tinted when it is painted."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, "control" if mode == QIcon.Mode.Disabled else self._token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """``size`` is in logical pixels, ``scale`` the device pixel ratio."""
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def icon(name: str, token: str = "muted") -> QIcon:
    """The Lucide icon ``name`` (a file of ``resources/icons``), tinted with a colour of the theme."""
    _source(name)
    return QIcon(_Engine(name, token))


def pixmap(name: str, token: str = "muted", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon as an image of ``size`` logical pixels for a screen of device pixel ratio ``ratio``."""
    return icon(name, token).pixmap(QSize(size, size), ratio)


def window_icon() -> QIcon:
    """The compass of Boussole on its own ground, for the task bar."""
    return QIcon(_AppMark())


class _AppMark(_Engine):
    def __init__(self) -> None:
        super().__init__("boussole-app", "text")

    def clone(self) -> QIconEngine:
        return _AppMark()
