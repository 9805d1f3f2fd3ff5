"""A row of squares: what it says, where it can be hit, and how it fits where there is little room."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.widgets.score_strip import ScoreStrip, square_at, strip_size


def test_a_strip_says_its_scores(qtbot: QtBot) -> None:
    strip = ScoreStrip(("3", "?", ""), ("Need", "Budget", "Fit"))
    qtbot.addWidget(strip)
    assert strip.accessibleName() == "Need: 3 · Budget: ? · Fit: not asked"
    assert strip.size() == strip_size(3)
    strip.set_marks(("0", "1"))
    assert strip.accessibleName() == "0 · 1"
    image = strip.grab().toImage()
    assert image.pixelColor(2, 3).name() == theme.current().score_0.lower()
    assert image.pixelColor(20, 3).name() == theme.current().score_1.lower()


def test_where_there_is_little_room_squares_are_smaller_and_each_still_its_own(qtbot: QtBot) -> None:
    assert strip_size(5, 110) == strip_size(5) and strip_size(6, 110) == strip_size(6)
    for count in (7, 8, 12):
        width = strip_size(count, 110).width()
        assert 100 <= width <= 110
        strip = ScoreStrip()
        qtbot.addWidget(strip)
        strip.set_room(110)
        strip.set_marks(("2",) * count)
        assert strip.width() == width
        middles = [width * (2 * place + 1) / (2 * count) for place in range(count)]
        assert [square_at(x, count, 110) for x in middles] == list(range(count))
        picture = strip.grab().toImage()
        inked = {round(x) for x in range(picture.width()) if picture.pixelColor(x, 8) != picture.pixelColor(0, 0)}
        assert {round(x) for x in middles} <= inked and max(inked) < width
    assert (square_at(-30, 5), square_at(500, 5)) == (0, 4)


def test_a_square_says_which_one_was_clicked_by_mouse_and_by_keys(qtbot: QtBot) -> None:
    strip = ScoreStrip(("3", "?", "2"), ("Need", "Budget", "Fit"))
    qtbot.addWidget(strip)
    asked: list[int] = []
    strip.chosen.connect(asked.append)
    with qtbot.waitActive(strip):
        strip.show()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(24, 7))
    assert asked == []
    strip.set_clickable()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(24, 7))
    QTest.mouseClick(strip, Qt.MouseButton.RightButton, pos=QPoint(4, 7))
    assert asked == [1]
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Left):
        QTest.keyClick(strip, key)
    assert asked == [1, 2, 0]
    assert strip.accessibleName() == "Fit: 2, see the words behind it"
    strip.clearFocus()
    assert strip.accessibleName() == "Need: 3 · Budget: ? · Fit: 2, see the words behind it"


def test_by_the_mouse_alone_a_strip_is_no_stop_of_the_keyboard(qtbot: QtBot) -> None:
    strip = ScoreStrip(("3",), ("Need",))
    qtbot.addWidget(strip)
    strip.set_clickable(by_keyboard=False)
    assert strip.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_score_to_prove_is_drawn_hollow_and_says_so(qtbot: QtBot) -> None:
    strip = ScoreStrip()
    qtbot.addWidget(strip)
    strip.set_marks(("3", "3"), ("Need", "Budget"), hollow=(1,))
    assert strip.accessibleName() == "Need: 3 · Budget: 3 (to prove)"
    image = strip.grab().toImage()
    filled = theme.current().score_3.lower()
    assert image.pixelColor(3, 4).name() == filled
    assert image.pixelColor(21, 4).name() != filled


def test_a_strip_can_be_hit_over_and_under_its_squares(qtbot: QtBot, look: QApplication) -> None:
    still, strip = ScoreStrip(("3", "?")), ScoreStrip(("3", "?"))
    for each in (still, strip):
        qtbot.addWidget(each)
        each.show()
    drawn = still.grab().toImage()
    strip.set_clickable()
    for touch, least in ((False, 24), (True, 44), (False, 24)):
        theme.apply(look, theme.current(), touch)
        assert strip.height() == least and strip.width() >= least
        assert still.size() == strip_size(2), "what only shows keeps its size"
        top = (least - 14) // 2
        image = strip.grab().toImage()
        same = [image.pixel(x, y + top) == drawn.pixel(x, y + 1) for x in range(drawn.width()) for y in range(14)]
        assert all(same), "the squares are drawn as ever"
        asked: list[int] = []
        strip.chosen.connect(asked.append)
        for x in (0, 15, 16, strip.width() - 1):
            QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, least - 1))
            QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 1))
        strip.chosen.disconnect(asked.append)
        assert asked == [0, 0, 0, 0, 1, 1, 1, 1]
