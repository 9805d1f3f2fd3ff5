"""How many are selected, and what can be done to them."""

from desktop.ui.prospects.selection_bar import SelectionBar
from tests.ui.accessibility import nameless
from tests.ui.prospects.book import listed as listed


def test_one_is_no_selection(qtbot) -> None:
    bar = SelectionBar()
    qtbot.addWidget(bar)
    bar.show_count(1)
    assert not bar.isVisibleTo(None)
    bar.show_count(12)
    assert bar.count.text() == "12 selected"
    assert not bar.isHidden()
    asked: list[str] = []
    bar.wanted.connect(asked.append)
    for button in bar.buttons.values():
        button.click()
    assert asked == list(bar.buttons)
    assert nameless(bar) == []
