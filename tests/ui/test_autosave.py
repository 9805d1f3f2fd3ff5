"""What is typed is saved at the pause, when the focus leaves and on closing; what cannot be saved stays on screen."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.errors import UserError
from desktop.ui.autosave import PAUSE_MS, AutoSave, flush_all


class Form(QWidget):
    """Two editors, and what was saved of the first."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self.editor = editor
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(editor)
        column.addWidget(self.other)
        self.saved: list[str] = []
        self.told: list[str] = []
        self.refusing = False
        self.autosave = AutoSave(editor, self._save, self.told.append)

    def _save(self, text: str) -> None:
        if self.refusing:
            raise UserError("The disk is full.")
        self.saved.append(text)


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def form(request: pytest.FixtureRequest, qtbot) -> Form:
    form = Form(request.param())
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.editor.setFocus()
    return form


def shown(form: Form) -> str:
    return form.editor.text() if isinstance(form.editor, QLineEdit) else form.editor.toPlainText()


def test_a_pause_saves_once(form: Form, qtbot) -> None:
    QTest.keyClicks(form.editor, "deux ateliers")
    assert form.saved == []
    qtbot.waitUntil(lambda: form.saved == ["deux ateliers"], timeout=PAUSE_MS * 5)


def test_leaving_the_field_saves_at_once(form: Form) -> None:
    QTest.keyClicks(form.editor, "deux")
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.saved == ["deux"]


def test_closing_saves_what_waits(form: Form) -> None:
    QTest.keyClicks(form.editor, "deux")
    flush_all(form)
    flush_all(form)
    assert form.saved == ["deux"]


def test_what_cannot_be_saved_stays_and_is_tried_again(form: Form) -> None:
    form.refusing = True
    QTest.keyClicks(form.editor, "deux")
    flush_all(form)
    assert form.told == ["The disk is full."]
    assert shown(form) == "deux"
    form.refusing = False
    flush_all(form)
    assert form.saved == ["deux"]


def test_what_is_shown_from_the_disk_is_not_saved_back(form: Form) -> None:
    form.other.setFocus()
    form.autosave.show("du disque")
    flush_all(form)
    assert shown(form) == "du disque"
    assert form.saved == []


def test_a_refresh_does_not_take_the_words_out_of_the_hands(form: Form) -> None:
    QTest.keyClicks(form.editor, "en train")
    form.autosave.show("du disque")
    assert shown(form) == "en train"
    flush_all(form)
    assert form.saved == ["en train"]


def test_a_refresh_leaves_what_was_refused_with_its_error(form: Form) -> None:
    form.refusing = True
    QTest.keyClicks(form.editor, "deux")
    form.other.setFocus()
    form.autosave.show("du disque")
    assert (shown(form), form.told) == ("deux", ["The disk is full."])


def test_back_to_what_is_saved_the_error_is_taken_back(form: Form) -> None:
    form.refusing = True
    QTest.keyClicks(form.editor, "d")
    flush_all(form)
    QTest.keyClick(form.editor, Qt.Key.Key_Backspace)
    flush_all(form)
    flush_all(form)
    assert (form.told, form.saved) == (["The disk is full.", ""], [])


def test_put_right_the_error_is_taken_back(form: Form) -> None:
    form.refusing = True
    QTest.keyClicks(form.editor, "d")
    flush_all(form)
    form.refusing = False
    flush_all(form)
    assert (form.told, form.saved) == (["The disk is full.", ""], ["d"])


def test_another_record_takes_the_place_of_what_was_refused(form: Form) -> None:
    form.refusing = True
    QTest.keyClicks(form.editor, "deux")
    flush_all(form)
    form.autosave.show_another("autre")
    form.refusing = False
    flush_all(form)
    assert (shown(form), form.saved) == ("autre", [])


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_save_that_flushes_everything_saves_once(kind: type[QLineEdit | QPlainTextEdit], qtbot) -> None:
    editor, saved = kind(), []
    qtbot.addWidget(editor)

    def save(text: str) -> None:
        saved.append(text)
        autosave.flush()

    autosave = AutoSave(editor, save, lambda _sentence: None)
    QTest.keyClicks(editor, "deux")
    autosave.flush()
    assert saved == ["deux"]


def test_a_long_line_shows_its_beginning_once_left(qtbot) -> None:
    form = Form(QLineEdit())
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.editor.setFocus()
    QTest.keyClicks(form.editor, "salon professionnel du 12 novembre")
    form.other.setFocus()
    assert form.editor.cursorPosition() == 0
    form.autosave.show("un autre texte, plus long que son champ")
    assert form.editor.cursorPosition() == 0


def test_letters_are_told_long_before_they_are_saved(qtbot) -> None:
    editor, saved, seen = QLineEdit(), [], []
    qtbot.addWidget(editor)
    keeper = AutoSave(editor, saved.append, lambda _sentence: None, lambda: seen.append(keeper.unsaved))
    QTest.keyClicks(editor, "deux")
    qtbot.waitUntil(lambda: seen == ["deux"], timeout=PAUSE_MS * 5)
    assert saved == [] and keeper.unsaved == "deux"
    keeper.flush()
    assert saved == ["deux"] and keeper.unsaved is None


def test_what_is_put_from_the_disk_is_not_unsaved(qtbot) -> None:
    editor = QPlainTextEdit()
    qtbot.addWidget(editor)
    keeper = AutoSave(editor, lambda _text: None, lambda _sentence: None)
    editor.setPlainText("tapé")
    assert keeper.unsaved == "tapé"
    keeper.show_another("du disque")
    assert keeper.unsaved is None


def test_a_no_break_space_from_the_disk_is_no_letter_typed(form: Form) -> None:
    quotation = "«\u00a0On perd une journée\u00a0»\u202f; deux\nle lundi"
    shown = quotation if isinstance(form.editor, QPlainTextEdit) else quotation.replace("\n", " ")
    form.autosave.show(shown)
    form.autosave.flush()
    assert form.autosave.unsaved is None and form.saved == []


def test_an_editor_taken_apart_under_the_focus_is_no_error(form: Form, qtbot) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    QTest.keyClicks(form.editor, "deux")
    assert form.editor.hasFocus()
    form.editor.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(form.editor) and form.saved == [], "nothing can be read of it any more"
