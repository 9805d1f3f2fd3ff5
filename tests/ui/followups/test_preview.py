"""The message of the line at hand, drafted once the rep stops on it."""

from desktop.services.board import Part
from desktop.ui.followups.page import FollowUpsPage


def test_the_message_comes_a_moment_after_the_line(page: FollowUpsPage, qtbot) -> None:
    qtbot.waitUntil(lambda: bool(page.preview.text.toPlainText()))
    assert page.preview.subject.text()
    first = page.preview.text.toPlainText()
    page.list.step(1)
    assert (page.preview.title_label.text(), page.preview.text.toPlainText()) == ("Today person", "")
    qtbot.waitUntil(lambda: "Today" in page.preview.text.toPlainText() or bool(page.preview.text.toPlainText()))
    assert page.preview.text.toPlainText() != "" and first != ""


def test_each_kind_of_line_has_its_acts(page: FollowUpsPage, qtbot) -> None:
    def offered() -> list[str]:
        return [asked for asked, button in page.preview.buttons.items() if not button.isHidden()]

    assert offered() == ["call", "draft", "done", "move", "snooze", "open"]
    with qtbot.waitSignal(page.call_requested):
        page.preview.buttons["call"].click()
    page.filter_bar.choose_part(Part.UNPLANNED)
    assert offered() == ["call", "plan", "open"]
    assert page.preview.text.isHidden()
    page.preview.show_line(None)
    assert (offered(), page.preview.title_label.text()) == ([], "Nothing at hand")
