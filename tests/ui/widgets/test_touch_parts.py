"""Large enough for a finger, and pressed by every key that presses a button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.widgets.touch_parts import TEXT, TOUCH, TouchButton, TouchField, large_font, words


def test_a_button_is_never_smaller_than_a_finger(qtbot) -> None:
    for text, icon in (("", "arrow-up"), ("x", ""), ("That’s right", "check")):
        button = TouchButton(text, icon, name="up")
        qtbot.addWidget(button)
        assert min(button.sizeHint().width(), button.sizeHint().height()) >= TOUCH
        assert button.font().pixelSize() >= TEXT


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_as_space_does(qtbot, key) -> None:
    button = TouchButton("I agree", "check", filled=True)
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, key)
    assert len(pressed) == 1


def test_a_choice_fills_with_its_tone(qtbot) -> None:
    button = TouchButton("That’s not it", "x", tone="danger")
    qtbot.addWidget(button)
    button.setCheckable(True)
    assert button.colours()[0] == "surface"
    button.setChecked(True)
    assert button.colours() == ("danger", "on_score", "danger")
    button.setEnabled(False)
    assert button.colours()[1] == "faint"


def test_a_field_is_named_and_as_high_as_a_finger(qtbot) -> None:
    window = QWidget()
    field = TouchField(QLineEdit(), "Your name")
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    assert field.editor.hasFocus()
    assert field.height() >= TOUCH
    assert field.editor.accessibleName() == "Your name"


def test_words_are_plain_and_large(qtbot) -> None:
    label = words("<b>R&D</b>", 24)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.font().pixelSize() == 24 == large_font(24).pixelSize()
