"""The first run, by keyboard alone, from the language to the first page."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.data_folder import DataFolder
from desktop.errors import UserError
from desktop.ui.calm_window import CalmWindow
from desktop.ui.first_run.flow import FirstRun
from desktop.ui.first_run.steps import CompanyStep, ExamplesStep, LanguageStep, PassphraseStep, RecoveryStep


class Made:
    """What the flow asked to create."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.failing = False

    def create(self, passphrase: str, company: Mapping[str, str]) -> str:
        if self.failing:
            raise UserError("The disk is full.")
        self.asked.append((passphrase, company))
        return "ABCDE-FGHIJ" if passphrase else ""


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def window(qtbot) -> CalmWindow:
    window = CalmWindow()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def flow(window: CalmWindow, made: Made) -> FirstRun:
    flow = FirstRun(window, made.create, DataFolder.weakness, DataFolder.strength)
    flow.language_chosen.connect(i18n.use)
    flow.begin()
    return flow


def press(key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def type_text(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_from_the_language_to_the_examples_by_keyboard(flow: FirstRun, window: CalmWindow, made: Made, qtbot) -> None:
    assert isinstance(window.sheet, LanguageStep)
    press()
    assert isinstance(window.sheet, CompanyStep)
    type_text("Atelier Duval")
    press()
    assert isinstance(window.sheet, PassphraseStep)
    type_text("quatre mots bien choisis")
    window.sheet.form.again.editor.setFocus()
    type_text("quatre mots bien choisis")
    press()
    assert isinstance(window.sheet, RecoveryStep)
    assert window.sheet.recovery.code == "ABCDE-FGHIJ"
    assert made.asked == [("quatre mots bien choisis", {"name": "Atelier Duval"})]
    press()
    assert isinstance(window.sheet, ExamplesStep)
    with qtbot.waitSignal(flow.finished) as heard:
        press()
    assert heard.args == [True]


def test_everything_may_be_left_for_later(flow: FirstRun, window: CalmWindow, made: Made, qtbot) -> None:
    press()
    window.sheet.skip_button.click()
    window.sheet.later_button.click()
    assert isinstance(window.sheet, ExamplesStep)
    assert made.asked == [("", {})]
    with qtbot.waitSignal(flow.finished) as heard:
        window.sheet.empty_button.click()
    assert heard.args == [False]


def test_the_language_changes_the_step_at_once(flow: FirstRun, window: CalmWindow) -> None:
    window.sheet.choice.segment("fr").click()
    assert window.sheet.title.text() == "Bienvenue"
    assert window.sheet.choice.value == "fr"
    press()
    press()
    assert isinstance(window.sheet, LanguageStep | CompanyStep | PassphraseStep)


def test_a_folder_that_refuses_ends_the_flow_with_its_reason(
    flow: FirstRun, window: CalmWindow, made: Made, qtbot
) -> None:
    made.failing = True
    press()
    window.sheet.skip_button.click()
    with qtbot.waitSignal(flow.broken) as heard:
        window.sheet.later_button.click()
    assert str(heard.args[0]) == "The disk is full."
