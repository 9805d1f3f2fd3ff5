"""Two lines at most, an ellipsis where they do not hold, and the whole text in the tool tip."""

import pytest

from desktop.ui.today.two_lines import Advice
from desktop.ui.widgets.two_lines import LINES, TwoLines
from tests.hostile import MARKUP

LONG = "Send the proposal that names the day a week spent chasing quotes by hand"


def at(qtbot, widget: TwoLines, width: int) -> TwoLines:
    qtbot.addWidget(widget)
    widget.resize(width, widget.height())
    return widget


def test_broken_where_the_width_asks_for_it(qtbot) -> None:
    assert at(qtbot, TwoLines(LONG), 2000).lines() == [LONG]
    first, second = at(qtbot, TwoLines(LONG), 300).lines()
    assert f"{first} {second}" == LONG
    assert at(qtbot, TwoLines(""), 300).lines() == []


@pytest.mark.parametrize("text", [LONG, "unbreakable" * 30, *MARKUP[:6]])
@pytest.mark.parametrize("width", [0, 40, 90])
def test_never_more_than_two_lines_nor_wider(qtbot, text: str, width: int) -> None:
    widget = at(qtbot, TwoLines(text), width)
    lines = widget.lines()
    assert len(lines) <= LINES
    if len(lines) == LINES and width:
        assert widget.fontMetrics().horizontalAdvance(lines[1]) <= width
    widget.grab()


def test_the_whole_text_is_in_the_tip(qtbot) -> None:
    assert at(qtbot, TwoLines(LONG), 60).toolTip() == LONG
    assert "&lt;b&gt;" in at(qtbot, TwoLines("<b>bold"), 60).toolTip()


def test_an_advice_is_as_high_as_its_words(qtbot) -> None:
    advice = Advice("hot", "Focus, proposal", "Whole action")
    qtbot.addWidget(advice)
    advice.set_width(400)
    one = advice.height()
    assert advice.lines() == ["· Focus, proposal"]
    advice.set_width(120)
    assert advice.lines() == ["· Focus,", "proposal"]
    assert advice.height() > one
    assert advice.toolTip() == "Whole action"


def test_without_a_heat_there_is_only_the_action(qtbot) -> None:
    advice = Advice(None, "Heat to choose")
    qtbot.addWidget(advice)
    advice.set_width(400)
    assert advice.lines() == ["Heat to choose"]
