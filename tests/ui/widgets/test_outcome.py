"""The strip that says what became of an export."""

from desktop.ui.widgets.outcome import Outcome


def test_it_offers_the_file_then_says_what_went_wrong_without_offering_it(qtbot):
    outcome = Outcome()
    qtbot.addWidget(outcome)
    done = []
    assert outcome.text == ""
    outcome.show_file("There <b>it</b> is", lambda: done.append("file"), lambda: done.append("folder"))
    assert outcome.text == "There <b>it</b> is"
    outcome.open_button.click()
    outcome.folder_button.click()
    assert done == ["file", "folder"]
    outcome.show_error("No room")
    assert outcome.text == "No room"
    assert outcome.open_button.isHidden() and outcome.folder_button.isHidden()
    outcome.close_button.click()
    assert outcome.text == ""
