"""Thanks, and a screen that only the rep takes back."""

from PySide6.QtCore import Qt

from desktop.i18n import Language
from desktop.ui.widgets.hold_button import HOLD_MS
from desktop.ui.widgets.thanks import Thanks


def test_it_thanks_by_name_when_there_is_one(qtbot) -> None:
    named, nameless = Thanks("Claire Fontaine", "À bientôt.", Language("fr")), Thanks("", "", Language("fr"))
    for each in (named, nameless):
        qtbot.addWidget(each)
    assert (named.title.text(), nameless.title.text()) == ("Merci, Claire Fontaine.", "Merci.")
    assert named.sentence.text() == "À bientôt."


def test_a_click_is_not_enough(qtbot) -> None:
    thanks = Thanks("Claire", "", Language("en"))
    qtbot.addWidget(thanks)
    thanks.show()
    with qtbot.assertNotEmitted(thanks.held, wait=HOLD_MS):
        qtbot.mouseClick(thanks.back, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(thanks.held, timeout=4 * HOLD_MS):
        qtbot.mousePress(thanks.back, Qt.MouseButton.LeftButton)
