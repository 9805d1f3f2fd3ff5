"""The fit test at the foot of the script: ticks, words and the way in and out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop import i18n
from desktop.ui.calls.fit_test_strip import FitTestStrip
from tests.ui.accessibility import nameless
from tests.ui.calls.test_compass_card import MOCK_UP, compass_of


@pytest.fixture
def strip(qtbot) -> Iterator[FitTestStrip]:
    """Under a line that has the caret."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    line, strip = QLineEdit(), FitTestStrip()
    column.addWidget(line)
    column.addWidget(strip)
    qtbot.addWidget(holder)
    holder.resize(220, 120)
    with qtbot.waitActive(holder):
        holder.show()
    line.setFocus()
    yield strip


def test_three_ticks_say_what_is_known(strip: FitTestStrip) -> None:
    i18n.use("fr")
    strip.show_ticks(compass_of(MOCK_UP, 600, language="fr").ticks, inside=False)
    names = [tick.accessibleName() for tick in strip.ticks()]
    assert names == ["Objectif\u00a0: connu", "Urgence\u00a0: connu", "Décideur\u00a0: à demander"]
    assert nameless(strip) == []


def test_a_tick_is_drawn_otherwise_than_a_box(strip: FitTestStrip) -> None:
    strip.show_ticks(compass_of(MOCK_UP, 600).ticks, inside=False)
    done, waiting = strip.ticks()[1].grab().toImage(), strip.ticks()[2].grab().toImage()
    assert done.copy(0, 0, 12, 18) != waiting.copy(0, 0, 12, 18)


def test_its_button_leads_in_then_back_and_leaves_the_focus(strip: FitTestStrip, qtbot) -> None:
    ticks = compass_of(MOCK_UP, 600).ticks
    strip.show_ticks(ticks, inside=False)
    assert strip.button.text() == "Express fit test"
    with qtbot.waitSignal(strip.toggled):
        qtbot.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    strip.show_ticks(ticks, inside=True)
    assert strip.button.text() == "Back to the script"
    assert not strip.button.hasFocus()


def test_a_narrow_strip_says_it_in_fewer_words(strip: FitTestStrip) -> None:
    strip.show_ticks(compass_of(MOCK_UP, 600).ticks, inside=False)
    strip.parentWidget().resize(156, 140)
    assert strip.button.text() == "Fit test"


def test_a_call_without_one_says_why(strip: FitTestStrip) -> None:
    strip.show_ticks((), inside=False, why_not="This call has none.")
    assert not strip.button.isEnabled() and strip.button.toolTip() == "This call has none."
    assert strip.ticks() == []
