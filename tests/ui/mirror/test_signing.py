"""The foot of the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout

from desktop.i18n import Language
from desktop.ui.mirror.signing import Signing
from tests.ui.mirror.page_case import INK


@pytest.fixture
def signing(qtbot) -> Signing:
    signing = Signing(Language("en"))
    qtbot.addWidget(signing)
    signing.show()
    return signing


def test_a_signature_can_be_erased(qtbot, signing) -> None:
    assert not signing.clear.isEnabled()
    signing.show_state("Claire Fontaine", INK)
    assert signing.name.text() == "Claire Fontaine" and signing.clear.isEnabled()
    signing.clear.click()
    assert signing.pad.strokes == () and not signing.clear.isEnabled()


def test_enter_on_the_button_agrees(qtbot, signing) -> None:
    with qtbot.waitSignal(signing.agreed):
        QTest.keyClick(signing.agree, Qt.Key.Key_Return)


def test_what_is_missing_is_said(signing) -> None:
    signing.say("Tick first what is right.")
    assert signing.hint.isVisible()
    signing.say("")
    assert not signing.hint.isVisible()


def test_in_a_narrow_window_the_signature_goes_below(qtbot, signing) -> None:
    signing.resize(1000, 400)
    qtbot.waitUntil(lambda: signing.pad.x() > signing.name.parentWidget().x())
    assert signing._columns.direction() is QBoxLayout.Direction.LeftToRight
    signing.resize(600, 700)
    assert signing._columns.direction() is QBoxLayout.Direction.TopToBottom
