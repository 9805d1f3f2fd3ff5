"""What has to be there before somebody has signed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.i18n import Language
from desktop.services.signatures import Given
from desktop.ui.proposals.signing_form import SigningForm
from tests.ui.proposals.signing_case import CHOICES, LEFT, TODAY, draw, sheet


def made(qtbot, given: Given, **other: object) -> SigningForm:
    form = SigningForm(sheet(**other), given, TODAY, Language("en"))
    qtbot.addWidget(form)
    form.resize(600, 1100)
    with qtbot.waitActive(form):
        form.show()
    return form


@pytest.fixture
def form(qtbot) -> SigningForm:
    return made(qtbot, Given(None, "Claire Fontaine", "dirigeante", "Cholet"))


def test_what_is_missing_is_asked_for_one_thing_at_a_time(qtbot, form) -> None:
    asked: list[object] = []
    form.wanted.connect(asked.append)
    form.name.clear()
    with qtbot.assertNotEmitted(form.signed):
        form.agree.click()
        assert form.hint.text() == "Tick the option you choose." and form.tiles[0].hasFocus()
        QTest.mouseClick(form.tiles[1], LEFT)
        assert form.hint.isHidden(), "the sentence goes with what it asked for"
        form.agree.click()
        assert form.hint.text() == "Write your name." and form.name.hasFocus()
        QTest.keyClicks(form.name, "Claire F.")
        form.agree.click()
        assert form.hint.text() == "Sign in the frame."
    assert asked == [form.tiles[0], form.name, form.pad]
    draw(form.pad)
    with qtbot.waitSignal(form.signed) as sent:
        QTest.keyClick(form.agree, Qt.Key.Key_Return)
    (given,) = sent.args
    assert given.option_id == CHOICES[1].option_id
    assert (given.name, given.quality, given.place) == ("Claire F.", "dirigeante", "Cholet")
    assert len(given.strokes) == 1


def test_one_option_at_a_time(form) -> None:
    for tile in (*form.tiles, form.tiles[0]):
        QTest.mouseClick(tile, LEFT)
        assert [each.isChecked() for each in form.tiles].count(True) == 1 and tile.isChecked()
        assert form.given.option_id == tile.choice.option_id


def test_alone_an_option_is_ticked(qtbot) -> None:
    form = made(qtbot, Given(), choices=CHOICES[:1])
    assert form.given.option_id == CHOICES[0].option_id
    form.begin()
    assert form.name.hasFocus()


def test_the_focus_begins_with_the_choice(form) -> None:
    form.begin()
    assert form.tiles[0].hasFocus()


def test_a_drawing_can_be_erased(form) -> None:
    assert not form.clear.isEnabled()
    draw(form.pad)
    form.clear.click()
    assert form.given.strokes == () and not form.clear.isEnabled()


def test_it_is_shown_again_as_it_was_left(qtbot, form) -> None:
    draw(form.pad)
    form.tiles[1].click()
    again = made(qtbot, form.given)
    assert again.given == form.given
    assert again.day.text() == "Monday 23 November 2026"
