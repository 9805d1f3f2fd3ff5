"""The calls of the day: one chip each, nothing at all when there is none."""

from desktop.services.today import Agenda
from desktop.ui.today.calls_strip import CallsStrip
from tests.ui.accessibility import nameless, rich_text_labels


def test_each_call_is_one_click_away(qtbot, agenda: Agenda) -> None:
    strip = CallsStrip()
    qtbot.addWidget(strip)
    strip.show_calls(agenda.calls)
    assert [chip.text() for chip in strip.chips] == ["14:00 Kerbrat person"]
    assert strip.chips[0].accessibleName() == "Call: 14:00 Kerbrat person · Kerbrat"
    with qtbot.waitSignal(strip.asked) as asked:
        strip.chips[0].click()
    assert asked.args == [agenda.calls[0]]
    assert (nameless(strip), rich_text_labels(strip)) == ([], [])
    strip.show_calls([])
    assert strip.isHidden()
