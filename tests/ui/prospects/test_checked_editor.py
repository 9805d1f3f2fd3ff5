"""What was refused waits with its own record: never saved under another, never lost, gone once it is put right."""

import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.errors import UserError
from desktop.ui.autosave import Editor, flush_all
from desktop.ui.prospects.checked_editor import CheckedEditor, Refused

FIRST, SECOND = uuid.uuid4(), uuid.uuid4()


class Disk:
    """Keeps digits, and refuses the rest."""

    def __init__(self) -> None:
        self.saved: dict[uuid.UUID, str] = {}
        self.said = ""

    def save(self, record: uuid.UUID, text: str) -> None:
        if not text.isdigit():
            raise UserError("digits only")
        self.saved[record] = text

    def say(self, sentence: str) -> None:
        self.said = sentence


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def editor(request, qtbot) -> Editor:
    editor = request.param()
    qtbot.addWidget(editor)
    with qtbot.waitActive(editor):
        editor.show()
    editor.setFocus()
    return editor


def text(editor: Editor) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def test_refused_here_waits_while_another_is_shown(editor: Editor) -> None:
    disk, refused = Disk(), Refused()
    checked = CheckedEditor(editor, "siren", refused, disk.save, disk.say)
    checked.show(FIRST, "")
    QTest.keyClicks(editor, "12x")
    checked.show(SECOND, "45")
    assert (text(editor), disk.said, checked.refused) == ("45", "", "")
    checked.show(FIRST, "")
    assert (text(editor), disk.said, checked.refused) == ("12x", "digits only", "12x")
    assert disk.saved == {}


def test_a_refresh_does_not_take_it_away(editor: Editor) -> None:
    disk = Disk()
    checked = CheckedEditor(editor, "siren", Refused(), disk.save, disk.say)
    checked.show(FIRST, "9")
    QTest.keyClicks(editor, "x")
    flush_all(editor)
    wrong = text(editor)
    editor.clearFocus()
    checked.show(FIRST, "9")
    assert "x" in wrong
    assert (text(editor), disk.said) == (wrong, "digits only")


def test_put_right_it_is_saved_and_nothing_is_said(editor: Editor) -> None:
    disk, refused = Disk(), Refused()
    checked = CheckedEditor(editor, "siren", refused, disk.save, disk.say)
    checked.show(FIRST, "")
    QTest.keyClicks(editor, "12x")
    flush_all(editor)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    flush_all(editor)
    assert (disk.saved, disk.said, refused) == ({FIRST: "12"}, "", {})


def test_back_to_what_the_file_has_nothing_is_wrong(editor: Editor) -> None:
    disk, refused = Disk(), Refused()
    checked = CheckedEditor(editor, "siren", refused, disk.save, disk.say)
    checked.show(FIRST, "")
    QTest.keyClicks(editor, "x")
    flush_all(editor)
    assert disk.said == "digits only"
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert (disk.said, refused, checked.refused) == ("", {}, "")


def test_another_editor_of_the_same_record_finds_it_again(editor: Editor, qtbot) -> None:
    disk, refused = Disk(), Refused()
    CheckedEditor(editor, "email", refused, disk.save, disk.say).show(FIRST, "")
    QTest.keyClicks(editor, "x")
    flush_all(editor)
    fresh = QLineEdit()
    qtbot.addWidget(fresh)
    checked = CheckedEditor(fresh, "email", refused, disk.save, disk.say)
    checked.show(FIRST, "")
    assert (fresh.text(), checked.refused) == ("x", "x")
