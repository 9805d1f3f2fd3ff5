"""The strip that says what became of an export."""

from desktop.ui.widgets.outcome import FurtherAct, Outcome


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


def test_further_acts_are_beside_the_file_and_go_with_it(qtbot):
    outcome = Outcome()
    qtbot.addWidget(outcome)
    outcome.resize(760, 90)
    done = []
    acts = [FurtherAct("Copy the text", "copy", lambda: done.append("copy")), FurtherAct("E-mail", "mail", list)]
    outcome.show_file("There it is", list, list, acts, tone="warn")
    outcome.show()
    assert [button.text() for button in outcome.further] == ["Copy the text", "E-mail"]
    assert all(button.geometry().right() < outcome.width() for button in outcome.further)
    outcome.further[0].click()
    assert done == ["copy"]
    outcome.show_file("Another", list, list)
    assert outcome.further == [] and outcome.text == "Another"
