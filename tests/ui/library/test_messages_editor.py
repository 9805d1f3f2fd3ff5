"""Messages, from the editor to the draft of a follow-up."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.library import ItemKind
from desktop.services import messages
from desktop.services.library import Shelfmark
from desktop.ui.autosave import flush_all
from tests.ui.accessibility import nameless, rich_text_labels

MESSAGES = Shelfmark(ItemKind.MESSAGES, "messages", "en")


def test_a_message_of_ones_own_is_proposed_once_published(bench):
    page = bench.page
    page.open_item(MESSAGES)
    page.begin()
    part = page.editor.message_part
    assert page.desk.editable and part.title.editor.hasFocus() and part.title.error
    bench.type(part.title.editor, "Mine")
    bench.type(part.subject.editor, "About {company}")
    bench.type(part.text.editor, "Hello {first name}, you said: {their words}.")
    part.situation.editor.setCurrentIndex(part.situation.editor.findData("show"))
    part.situation.editor.activated.emit(part.situation.editor.currentIndex())
    flush_all(page)
    assert page.desk.mistakes == [] and part.example_subject.text() == "About Brevent Joinery"
    assert part.example_text.text() == "Hello Claire, you said: “I lose a day every week”."
    assert nameless(page) == [] and rich_text_labels(page) == []
    page.publish()
    own = bench.workspace.ask(messages.templates, "en")[-1]
    assert (own.title, own.situation, own.objective) == ("Mine", "show", None)


def test_a_field_that_does_not_exist_is_said_and_blocks(bench):
    page = bench.page
    page.open_item(MESSAGES)
    page.edit()
    page.editor.show_place(("messages", 0))
    part = page.editor.message_part
    bench.type(part.text.editor, "Hello {moi}")
    flush_all(page)
    assert "“{moi}” is no field" in part.text.error and part.example.isHidden()
    page.publish()
    assert page.desk.editable and "{first name}" in page.banner.text


def test_a_field_is_inserted_where_the_rep_writes(bench):
    page = bench.page
    page.open_item(MESSAGES)
    page.edit()
    page.editor.show_place(("messages", 0))
    part = page.editor.message_part
    bench.type(part.text.editor, "Dear ")
    part.gap_buttons[0].click()
    flush_all(page)
    assert page.desk.content["messages"][0]["text"] == "Dear {first name}" and part.text.editor.hasFocus()
    bench.type(part.subject.editor, "For ")
    QTest.mouseClick(part.gap_buttons[1], Qt.MouseButton.LeftButton)
    flush_all(page)
    assert page.desk.content["messages"][0]["subject"] == "For {company}"


def test_the_order_is_that_in_which_they_are_proposed(bench):
    page = bench.page
    page.open_item(MESSAGES)
    page.edit()
    first, second = (each["key"] for each in page.desk.content["messages"][:2])
    page.editor.show_place(("messages", 0))
    page.editor.outline.focus_list()
    QTest.keyClick(page.editor.outline.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [each["key"] for each in page.desk.content["messages"][:2]] == [second, first]
    page.editor.copy_line()
    assert page.desk.content["messages"][2]["key"] == f"{first}-2"
