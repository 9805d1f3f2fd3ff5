"""A line draws what it has: the date in red when it is late, and no word over another."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.ui import theme
from desktop.ui.followups.line_delegate import LineDelegate, line_height
from desktop.ui.followups.page import FollowUpsPage


def drawn(page: FollowUpsPage, row: int) -> QImage:
    image = QImage(800, line_height(), QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("surface"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 800, line_height())
    painter = QPainter(image)
    LineDelegate(page.list).paint(painter, option, page.model.index(row))
    painter.end()
    return image


def reds(image: QImage, left: int, right: int) -> int:
    colours = (image.pixelColor(x, y) for x in range(left, right) for y in range(image.height()))
    return sum(each.red() > 150 and each.green() < 90 for each in colours)


def test_a_late_date_is_red_and_no_other(page: FollowUpsPage) -> None:
    assert reds(drawn(page, 1), 16, 130) > 20
    assert reds(drawn(page, 3), 16, 130) == 0


def test_a_finger_has_the_height_it_needs(page: FollowUpsPage, look) -> None:
    assert line_height() == 50
    theme.apply(look, theme.current(), True)
    assert line_height() == 52
