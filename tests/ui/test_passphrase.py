"""A passphrase is typed twice, its strength is said in words, and the recovery code can be kept."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.data_folder import DataFolder
from desktop.ui.passphrase import PassphraseForm, RecoveryCode
from desktop.ui.widgets.fields import Field
from tests.ui.accessibility import nameless, rich_text_labels

CODE = "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY-2"


@pytest.fixture
def form(qtbot) -> PassphraseForm:
    form = PassphraseForm(DataFolder.weakness, DataFolder.strength)
    qtbot.addWidget(form)
    form.show()
    return form


def line(field: Field) -> QLineEdit:
    assert isinstance(field.editor, QLineEdit)
    return field.editor


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", ""), ("court", "Too weak for now"), ("douze signes", "Sufficient"), ("cinq mots que je retiens", "Strong")],
)
def test_the_strength_is_said_as_it_is_typed(form: PassphraseForm, typed: str, told: str) -> None:
    line(form.first).setText(typed)
    assert form.strength_text == told


def test_two_equal_ones_will_do(form: PassphraseForm) -> None:
    for field in (form.first, form.again):
        QTest.keyClicks(field.editor, "quatre mots bien choisis")
    assert form.passphrase() == "quatre mots bien choisis"
    form.clear()
    assert line(form.first).text() == line(form.again).text() == ""


def test_a_weak_one_is_refused_under_its_field(form: PassphraseForm) -> None:
    QTest.keyClicks(form.first.editor, "court")
    assert form.passphrase() is None
    assert "12 characters" in form.first.error
    QTest.keyClicks(form.first.editor, "x")
    assert form.first.error == ""


def test_a_typing_mistake_is_found(form: PassphraseForm) -> None:
    QTest.keyClicks(form.first.editor, "quatre mots bien choisis")
    QTest.keyClicks(form.again.editor, "quatre mots bien choisi")
    assert form.passphrase() is None
    assert form.again.error == "The two passphrases are not the same."


def test_it_is_hidden_until_asked(form: PassphraseForm) -> None:
    assert line(form.first).echoMode() is QLineEdit.EchoMode.Password
    form.show_text.click()
    assert line(form.first).echoMode() is line(form.again).echoMode() is QLineEdit.EchoMode.Normal
    form.show_text.click()
    assert line(form.again).echoMode() is QLineEdit.EchoMode.Password


def test_every_part_has_a_name(form: PassphraseForm) -> None:
    assert nameless(form) == [] and rich_text_labels(form) == []


def test_the_code_is_copied(qtbot) -> None:
    shown = RecoveryCode(CODE)
    qtbot.addWidget(shown)
    shown.show()
    shown.copy_button.click()
    assert QApplication.clipboard().text() == CODE
    assert shown.told.startswith("Copied")
    assert nameless(shown) == []


def test_the_sheet_holds_the_code(qtbot, tmp_path: Path) -> None:
    from pypdf import PdfReader

    target = tmp_path / "code.pdf"
    shown = RecoveryCode(CODE, lambda _parent: target)
    qtbot.addWidget(shown)
    shown.save_button.click()
    text = PdfReader(target).pages[0].extract_text()
    assert all(group in text for group in CODE.split("-"))
    assert shown.told.startswith("Saved")


def test_a_folder_that_refuses_is_said(qtbot, tmp_path: Path) -> None:
    shown = RecoveryCode(CODE, lambda _parent: tmp_path / "absent" / "code.pdf")
    qtbot.addWidget(shown)
    shown.save_button.click()
    assert "cannot be written" in shown.told


def test_giving_up_the_choice_of_a_file_says_nothing(qtbot) -> None:
    shown = RecoveryCode(CODE, lambda _parent: None)
    qtbot.addWidget(shown)
    shown.save_button.click()
    assert shown.told == ""
