import pytest
from PySide6.QtCore import Qt

from desktop import i18n
from desktop.models.matrix import Heat
from tests.ui.calls.conftest import Rep

KEY = Qt.Key


@pytest.mark.parametrize(("letter", "heat"), [("f", Heat.COLD), ("t", Heat.WARM), ("c", Heat.HOT)])
def test_in_french_the_letters_are_those_of_the_french_words(on_call: Rep, letter: str, heat: Heat) -> None:
    i18n.use("fr")
    on_call.press(KEY.Key_Escape)
    on_call.type(letter)
    assert on_call.saved_sheet().heat is heat


@pytest.mark.parametrize(("key", "level"), [(KEY.Key_Agrave, 0), (KEY.Key_Ampersand, 1), (KEY.Key_3, 3)])
def test_digits_count_by_their_place(on_call: Rep, key: Qt.Key, level: int) -> None:
    on_call.press(KEY.Key_Escape)
    on_call.press(key)
    assert on_call.saved_sheet().row("need").answer == level


def test_a_key_without_a_meaning_does_nothing(on_call: Rep) -> None:
    on_call.press(KEY.Key_Escape)
    for key in (KEY.Key_9, KEY.Key_Z, KEY.Key_F4):
        on_call.press(key)
    assert on_call.page.call.stack.count() == 0
    assert on_call.saved_call().question == "opening"


def test_b_quotes_the_last_verbatim(on_call: Rep) -> None:
    on_call.say("we lose a day")
    on_call.press(KEY.Key_Escape)
    on_call.press(KEY.Key_B)
    assert on_call.said() == [("verbatim", "we lose a day", True)]
    on_call.press(KEY.Key_B)
    assert on_call.said() == [("verbatim", "we lose a day", False)]
