"""Nothing to list: why, and the one thing to do about it."""

from desktop.ui.followups.empty import Empty


def test_one_sentence_and_one_button_at_a_time(qtbot) -> None:
    empty = Empty()
    qtbot.addWidget(empty)
    with qtbot.waitActive(empty):
        empty.show()
    empty.say(filtered=True)
    empty.give_focus()
    assert empty.filtered.button.hasFocus() and empty.nothing.isHidden()
    with qtbot.waitSignal(empty.show_all):
        empty.filtered.button.click()
    empty.say(filtered=False)
    empty.give_focus()
    assert empty.nothing.button.hasFocus() and empty.filtered.isHidden()
