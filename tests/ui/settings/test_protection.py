"""A passphrase set in the settings closes the file that is in use, and the work goes on."""

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.clock import FixedClock
from desktop.data_folder import DataFolder, WrongPassphraseError
from desktop.services import settings
from desktop.ui.passphrase import PassphraseForm
from desktop.ui.settings.protection import AskSecret, FirstPassphrase, NewCode, OtherPassphrase, ProtectionSection
from desktop.ui.workspace import Workspace
from tests.conftest import MONDAY
from tests.ui.accessibility import nameless, rich_text_labels

FIRST = "quatre mots bien choisis"
SECOND = "une toute autre phrase"


@pytest.fixture
def section(opened: Workspace, folder: DataFolder, qtbot) -> ProtectionSection:
    section = ProtectionSection(folder)
    qtbot.addWidget(section)
    section.show()
    return section


def choose(form: PassphraseForm, passphrase: str) -> None:
    for field in (form.first, form.again):
        assert isinstance(field.editor, QLineEdit)
        field.editor.setText(passphrase)


def protect(section: ProtectionSection) -> str:
    section.set_button.click()
    assert isinstance(section.form, FirstPassphrase)
    choose(section.form.passphrase, FIRST)
    section.form.go_button.click()
    assert isinstance(section.form, NewCode)
    code = section.form.recovery.code
    section.form.done_button.click()
    assert section.form is None
    return code


def opens(folder: DataFolder, secret: str) -> bool:
    try:
        DataFolder(folder.paths, FixedClock(MONDAY)).unlock(secret)
    except WrongPassphraseError:
        return False
    return True


def test_it_says_what_is_and_offers_what_can_be(section: ProtectionSection) -> None:
    assert section.state.text == "Not protected"
    assert section.set_button.isVisible()
    assert not section.change_button.isVisible() and not section.code_button.isVisible()
    assert nameless(section) == [] and rich_text_labels(section) == []


def test_a_first_passphrase_closes_the_file_and_the_work_goes_on(
    section: ProtectionSection, folder: DataFolder, opened: Workspace, qtbot
) -> None:
    opened.do(settings.save_company, now=MONDAY, name="Duval")
    with qtbot.waitSignal(section.changed):
        code = protect(section)
    assert folder.is_protected and section.state.text == "Protected"
    assert opens(folder, FIRST) and opens(folder, code)
    opened.do(settings.save_company, now=MONDAY, phone="06")
    company = opened.ask(settings.company)
    assert company is not None and (company.name, company.phone) == ("Duval", "06")


def test_giving_up_changes_nothing(section: ProtectionSection, folder: DataFolder) -> None:
    section.set_button.click()
    assert isinstance(section.form, FirstPassphrase)
    section.form.go_button.click()
    assert section.form.passphrase.first.error
    section.form.cancel_button.click()
    assert section.form is None and not folder.is_protected


def test_another_passphrase_needs_the_present_one(section: ProtectionSection, folder: DataFolder) -> None:
    code = protect(section)
    section.change_button.click()
    form = section.form
    assert isinstance(form, OtherPassphrase)
    choose(form.passphrase, SECOND)
    form.line.setText("je ne sais plus")
    form.go_button.click()
    assert form.banner.text.startswith("This passphrase does not open")
    assert not opens(folder, SECOND)
    form.line.setText(FIRST)
    form.go_button.click()
    assert section.form is None and section.banner.text
    assert opens(folder, SECOND) and opens(folder, code) and not opens(folder, FIRST)


def test_a_new_code_ends_the_old_one(section: ProtectionSection, folder: DataFolder) -> None:
    code = protect(section)
    section.code_button.click()
    assert isinstance(section.form, AskSecret)
    section.form.line.setText(FIRST)
    section.form.go_button.click()
    assert isinstance(section.form, NewCode)
    assert section.form.recovery.code != code
    assert opens(folder, section.form.recovery.code) and not opens(folder, code)
