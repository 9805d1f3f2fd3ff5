"""The right passphrase opens, a wrong one is said so, and the sixth try waits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.data_folder import DamagedFileError, WrongPassphraseError
from desktop.ui.unlock import UnlockSheet, wait_after
from tests.ui.accessibility import nameless, rich_text_labels


def unlock(secret: str) -> None:
    """A vault that opens without the slowness of the real one, which ``test_vault`` pays for."""
    if secret == "broken":
        raise DamagedFileError("The key file is damaged.")
    if secret != "quatre mots bien choisis":
        raise WrongPassphraseError("This passphrase does not open the data.")


@pytest.fixture
def sheet(qtbot) -> UnlockSheet:
    sheet = UnlockSheet(unlock, WrongPassphraseError)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.arrive()
    return sheet


def submit(sheet: UnlockSheet, secret: str) -> None:
    sheet.line.setText(secret)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)


def test_the_right_one_opens_and_is_not_kept(sheet: UnlockSheet, qtbot) -> None:
    with qtbot.waitSignal(sheet.unlocked, timeout=5000):
        submit(sheet, "quatre mots bien choisis")
    assert sheet.line.text() == ""


def test_a_wrong_one_is_said_and_can_be_typed_over(sheet: UnlockSheet, qtbot) -> None:
    submit(sheet, "autre chose")
    qtbot.waitUntil(lambda: sheet.failures == 1)
    assert sheet.field.error == "This passphrase does not open the data."
    assert sheet.line.selectedText() == "autre chose"
    assert not sheet.is_waiting
    with qtbot.waitSignal(sheet.unlocked, timeout=5000):
        submit(sheet, "quatre mots bien choisis")


def test_nothing_typed_is_not_a_try(sheet: UnlockSheet) -> None:
    submit(sheet, "")
    assert sheet.failures == 0
    assert sheet.field.error == "Type your passphrase."


def test_damage_is_not_a_wrong_passphrase(sheet: UnlockSheet, qtbot) -> None:
    with qtbot.waitSignal(sheet.broken, timeout=5000):
        submit(sheet, "broken")
    assert sheet.failures == 0


def test_after_five_failures_one_waits_longer_and_longer() -> None:
    assert [wait_after(failures) for failures in (1, 4, 5, 6, 7, 10, 11, 12, 50)] == [0, 0, 1, 2, 4, 32, 60, 60, 60]


def test_the_sixth_try_waits_for_its_second(sheet: UnlockSheet, qtbot) -> None:
    for count in range(1, 6):
        submit(sheet, "autre chose")
        qtbot.waitUntil(lambda count=count: sheet.failures == count)
    assert sheet.is_waiting and not sheet.open_button.isEnabled()
    assert sheet.open_button.text() == "Try again in 1 second"
    submit(sheet, "quatre mots bien choisis")
    assert sheet.failures == 5
    qtbot.waitUntil(lambda: not sheet.is_waiting, timeout=5000)
    with qtbot.waitSignal(sheet.unlocked, timeout=5000):
        submit(sheet, "quatre mots bien choisis")


def test_every_part_has_a_name(sheet: UnlockSheet) -> None:
    assert nameless(sheet) == [] and rich_text_labels(sheet) == []
