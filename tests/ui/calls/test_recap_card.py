from PySide6.QtCore import Qt

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
    recap = _end(on_call)
    assert "say first how ready" in on_call.page.end.no_proposal.text()
    qtbot.mouseClick(recap.heat.chip("cold"), Qt.MouseButton.LeftButton)
    assert on_call.saved_sheet().heat is Heat.COLD
    assert recap.heat.heat == "cold"
    assert "Set aside" in on_call.page.end.no_proposal.text().replace("set aside", "Set aside")
