"""A field names its editor, and says what is wrong in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.fields import Field, SearchField
from tests.ui.accessibility import nameless, rich_text_labels


def test_the_editor_takes_the_name_of_the_label(qtbot: QtBot) -> None:
    bare = QLineEdit()
    qtbot.addWidget(bare)
    assert len(nameless(bare)) == 1
    field = Field("Company", bare, "As on their card")
    qtbot.addWidget(field)
    assert nameless(field) == []
    assert rich_text_labels(field) == []
    assert (bare.accessibleName(), bare.accessibleDescription()) == ("Company", "As on their card")
    assert field.label.buddy() is bare


def test_an_error_is_a_sentence_and_can_be_taken_back(qtbot: QtBot) -> None:
    field = Field("Mobile", QLineEdit(), "Ten digits")
    qtbot.addWidget(field)
    field.show()
    before = field.grab().toImage()
    field.set_error("Digits are missing: write ten of them.")
    assert field.error == "Digits are missing: write ten of them."
    assert field.editor.accessibleDescription() == field.error
    assert field.grab().toImage() != before
    field.set_error("")
    assert field.error == ""
    assert field.editor.accessibleDescription() == "Ten digits"


def test_fields_keep_their_height_when_room_is_short(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = [Field(f"Field {place}", QLineEdit(), "A hint that helps") for place in range(8)]
    for field in fields:
        column.addWidget(field)
    window.resize(300, 100)
    window.show()
    for field in fields:
        assert field.editor.height() >= 30
        assert field.label.geometry().bottom() < field.editor.geometry().top()


def test_tab_leaves_a_text_box(qtbot: QtBot) -> None:
    field = Field("Notes", QPlainTextEdit())
    qtbot.addWidget(field)
    editor = field.editor
    assert isinstance(editor, QPlainTextEdit)
    assert editor.tabChangesFocus()


def test_a_large_line_and_a_focused_one_keep_their_height(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    plain, large = QLineEdit(), QLineEdit()
    large.setProperty("large", True)
    column.addWidget(plain)
    column.addWidget(large)
    with qtbot.waitActive(window):
        window.show()
    plain.setFocus()
    heights = (plain.sizeHint().height(), large.sizeHint().height())
    assert heights == (34, 44)
    large.setFocus()
    assert (plain.sizeHint().height(), large.sizeHint().height()) == heights, "the ring moves nothing"


def test_escape_clears_a_search_before_it_leaves(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    search = SearchField("Find a prospect")
    QVBoxLayout(window).addWidget(search)
    with qtbot.waitActive(window):
        window.show()
    assert nameless(window) == []
    search.setFocus()
    qtbot.keyClicks(search, "brev")
    assert search.text() == "brev"
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
