"""Icons are sharp at any density, tinted, and follow the theme."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop.paths import resources
from desktop.ui import icons, theme

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


def inks(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*point).name() for point in points if image.pixelColor(*point).alpha() == 255}


def test_there_are_enough_icons_and_the_licence_is_with_them() -> None:
    assert len(NAMES) >= 50
    assert "ISC License" in (resources() / "icons" / "LUCIDE-LICENSE.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(name: str) -> None:
    assert inks(icons.pixmap(name, "text", 24).toImage())


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_has_the_pixels_of_the_screen(ratio: float) -> None:
    drawn = icons.pixmap("sun", "text", 18, ratio)
    assert drawn.size() == QSize(18, 18) * ratio
    assert drawn.devicePixelRatio() == ratio
    right_half = drawn.toImage().copy(round(9 * ratio), 0, round(9 * ratio), round(18 * ratio))
    assert inks(right_half), "the drawing fills its square"


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    icon = icons.icon("circle", "accent")
    size = QSize(48, 48)
    assert QColor(theme.load("light").accent).name() in inks(icon.pixmap(size, 1.0).toImage())
    theme.apply(qapp, theme.load("dark"))
    after = inks(icon.pixmap(size, 1.0).toImage())
    assert QColor(theme.load("dark").accent).name() in after
    assert QColor(theme.load("light").accent).name() not in after


def test_an_unknown_icon_is_found_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_the_window_has_its_compass() -> None:
    assert not icons.window_icon().isNull()
    assert len(inks(icons.window_icon().pixmap(QSize(64, 64), 1.0).toImage())) > 1
