"""What a prospect does with one of their needs."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from desktop.i18n import Language
from desktop.models.needs import Reply
from desktop.services.shared_page import Decision
from desktop.ui.mirror.need_tile import NeedTile
from tests.ui.mirror.page_case import BUDGET, NEEDS, UNOPENED

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tile(qtbot) -> NeedTile:
    tile = NeedTile(NEEDS[1], Language("en"))
    qtbot.addWidget(tile)
    tile.set_place(2, False)
    with qtbot.waitActive(tile):
        tile.show()
    return tile


def test_each_answer_is_one_press_and_the_same_press_takes_it_back(tile) -> None:
    for button, reply in ((tile.yes, Reply.CONFIRMED), (tile.no, Reply.REFUSED), (tile.put_right, Reply.CORRECTED)):
        button.click()
        assert tile.decision.reply is reply
        assert [each.isChecked() for each in (tile.yes, tile.put_right, tile.no)].count(True) == 1
        button.click()
        assert tile.decision == Decision(NEEDS[1].key)
        assert not any(each.isChecked() for each in (tile.yes, tile.put_right, tile.no))


def test_putting_right_starts_from_their_words(qtbot, tile) -> None:
    assert not tile.field.isVisible()
    tile.put_right.click()
    assert tile.field.isVisible() and tile.correction.hasFocus()
    assert tile.decision.correction == UNOPENED
    QTest.keyClicks(tile.correction, "Two people open it.")
    assert tile.decision == Decision(NEEDS[1].key, Reply.CORRECTED, "Two people open it.")
    tile.correction.clear()
    assert tile.unfinished
    QTest.keyClick(tile.correction, Qt.Key.Key_Escape)
    assert tile.put_right.hasFocus()
    tile.yes.click()
    assert not tile.unfinished and tile.decision.correction == ""


def test_words_struck_out_are_seen_to_be(tile) -> None:
    tile.no.click()
    assert tile.quotes[0].font().strikeOut()
    tile.yes.click()
    assert not tile.quotes[0].font().strikeOut()


def test_arrows_and_alt_keys_ask_to_move(tile) -> None:
    asked: list[int] = []
    tile.moved.connect(asked.append)
    tile.up.click()
    tile.down.click()
    QTest.keyClick(tile.yes, Qt.Key.Key_Up, ALT)
    tile.put_right.click()
    QTest.keyClick(tile.correction, Qt.Key.Key_Down, ALT)
    assert asked == [-1, 1, -1, 1]


def test_the_handle_says_where_it_is_dragged(qtbot, tile) -> None:
    seen: list[QPointF] = []
    tile.handle.dragged.connect(seen.append)
    QTest.mousePress(tile.handle, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    QTest.mouseMove(tile.handle, QPoint(10, 40))
    QTest.mouseRelease(tile.handle, Qt.MouseButton.LeftButton)
    assert seen == [QPointF(tile.handle.mapToGlobal(QPoint(10, 40)))]


def test_its_place_is_said(tile) -> None:
    assert tile.accessibleName().startswith("2. Obstacle “")
    assert tile.yes.accessibleDescription() == "Point 2"
    tile.set_place(1, True)
    assert not tile.up.isEnabled() and not tile.down.isEnabled()


def test_several_sentences_and_a_statement(qtbot) -> None:
    both, ours = NeedTile(NEEDS[2], Language("fr")), NeedTile(NEEDS[3], Language("fr"))
    for tile in (both, ours):
        qtbot.addWidget(tile)
    assert both.quotes[0].text() == f"«\u00a0{BUDGET}\u00a0»"
    assert ours.quotes[0].text() == NEEDS[3].statement, "not between quotation marks: the words are ours"
    both.put_right.click()
    assert both.decision.correction == "\n".join(NEEDS[2].words)
