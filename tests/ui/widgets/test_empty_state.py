"""An empty list says what to do next."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.empty_state import EmptyState
from tests.ui.accessibility import nameless, rich_text_labels


def test_a_sentence_and_one_button(qtbot: QtBot) -> None:
    ran: list[str] = []
    empty = EmptyState(
        "bell", "Nothing to follow up.", "New prospect", lambda: ran.append("new"), detail="A name will do."
    )
    qtbot.addWidget(empty)
    empty.show()
    assert empty.button is not None
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert ran == ["new"]
    assert empty.detail.isVisible()
    assert nameless(empty) == []
    assert rich_text_labels(empty) == []


def test_without_anything_to_do_there_is_no_button(qtbot: QtBot) -> None:
    empty = EmptyState("inbox", "Nothing here yet.")
    qtbot.addWidget(empty)
    empty.show()
    assert empty.button is None
    assert not empty.detail.isVisible()
