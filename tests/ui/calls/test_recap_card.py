"""What is said before hanging up."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from desktop.models.matrix import Heat
from desktop.ui.calls.recap_card import RecapCard
from desktop.ui.widgets.chips import Chip
from tests.ui.calls.conftest import CTRL, SHIFT, Rep


def _end(rep: Rep) -> RecapCard:
    rep.press(Qt.Key.Key_Return, CTRL | SHIFT)
    return rep.page.end.recap


def _unknown(recap: RecapCard) -> list[str]:
    return [chip.text for chip in recap.findChildren(Chip) if chip.isVisible()]


def test_their_words_are_read_back_and_the_unknown_is_named(on_call: Rep, qtbot) -> None:
    on_call.say("We lose a day a week.")
    on_call.say("Nobody opens the tool.")
    on_call.say("? how many seats")
    on_call.ctrl(Qt.Key.Key_3)
    recap = _end(on_call)
    assert recap.sentence.text() == (
        "If I sum up, you told me: “We lose a day a week”, and “Nobody opens the tool”. Is that right?"
    )
    wanted = ["Estimated budget", "Decision-maker present", "Project deadline", "Cultural and sector fit"]
    qtbot.waitUntil(lambda: _unknown(recap) == wanted)
    assert "• how many seats" in [label.text() for label in recap.findChildren(type(recap.sentence))]


def test_without_words_there_is_still_something_to_say(on_call: Rep) -> None:
    assert _end(on_call).sentence.text().endswith("?")


def test_the_heat_can_still_be_chosen_and_changes_what_is_proposed(on_call: Rep, qtbot) -> None:
    _end(on_call)
    assert "say first how ready" in on_call.page.end.no_proposal.text()
    qtbot.mouseClick(on_call.page.end.heat.heat.chip("cold"), Qt.MouseButton.LeftButton)
    assert on_call.saved_sheet().heat is Heat.COLD
    assert on_call.page.end.heat.heat.heat == "cold"
    assert "Set aside" in on_call.page.end.no_proposal.text().replace("set aside", "Set aside")


def test_a_square_asks_for_the_words_behind_its_score(on_call: Rep, qtbot) -> None:
    on_call.say("We lose a day a week.")
    on_call.ctrl(Qt.Key.Key_3)
    recap = _end(on_call)
    assert "none proven" in recap.total.text()
    assert recap.squares.accessibleName().startswith("Stated need: 3 (to prove) · Estimated budget: not asked")
    with qtbot.waitSignal(recap.words_wanted) as asked:
        qtbot.mouseClick(recap.squares, Qt.MouseButton.LeftButton, pos=QPoint(24, 7))
    assert asked.args == ["budget"]
    recap.squares.setFocus()
    with qtbot.waitSignal(recap.words_wanted) as asked:
        on_call.press(Qt.Key.Key_Left)
        on_call.press(Qt.Key.Key_Return)
    assert asked.args == ["need"]


def test_an_objection_stays_there_until_it_is_settled(on_call: Rep) -> None:
    on_call.say("! Too expensive for us.")
    recap = _end(on_call)
    shown = [label.text() for label in recap.objections.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Objections still open", "• “Too expensive for us.”"]
    on_call.press(Qt.Key.Key_Escape)
    entry = on_call.page.call.objections.of_call()[0]
    on_call.page.call.objections.settle(entry, True)
    assert not _end(on_call).objections.isVisible()
