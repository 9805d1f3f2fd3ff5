"""Several chosen: how many, and what can be done with them."""

from desktop.ui.followups.chosen_bar import ChosenBar
from tests.ui.accessibility import nameless


def test_it_shows_from_two_on_and_says_where_an_act_stops(qtbot) -> None:
    bar = ChosenBar()
    qtbot.addWidget(bar)
    bar.show_count(1)
    assert bar.isHidden()
    bar.show_count(3)
    assert not bar.isHidden() and bar.words.text() == "3 chosen"
    bar.show_count(60_000)
    assert bar.words.text() == "60,000 chosen: an act reaches the first 500"
    said: list[str] = []
    bar.asked.connect(said.append)
    for button in bar.buttons.values():
        button.click()
    assert said == ["done", "move", "drop", "calendar", "unchoose"]
    assert nameless(bar) == []
