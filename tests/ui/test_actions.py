"""One registry: no key twice in reach, keys that follow the page, labels that read as they are now."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.actions import EVERYWHERE, Action, ActionRegistry, KeyTakenError, Shortcuts, display_keys


def action(
    name: str, *keys: str, scope: str = EVERYWHERE, run: Callable[[], None] = lambda: None, **more: object
) -> Action:
    return Action(name, name.title(), run, keys, scope, **more)  # type: ignore[arg-type]


def test_the_same_key_twice_in_a_scope_is_refused() -> None:
    registry = ActionRegistry()
    registry.add(action("new", "Ctrl+N", scope="today"))
    with pytest.raises(KeyTakenError, match=r"Ctrl\+N"):
        registry.add(action("other", "F4", "ctrl+n", scope="today"))
    assert [each.id for each in registry.all()] == ["new"]


def test_a_key_of_everywhere_is_taken_on_every_page() -> None:
    registry = ActionRegistry()
    registry.add(action("palette", "Ctrl+K"))
    with pytest.raises(KeyTakenError):
        registry.add(action("mine", "Ctrl+K", scope="today"))
    registry.add(action("here", "Ctrl+N", scope="today"))
    with pytest.raises(KeyTakenError):
        registry.add(action("all", "Ctrl+N"))


def test_two_pages_may_use_the_same_key() -> None:
    registry = ActionRegistry()
    registry.add(action("one", "Ctrl+N", scope="today"), action("two", "Ctrl+N", scope="prospects"))
    assert [each.id for each in registry.visible("today")] == ["one"]
    assert [each.id for each in registry.visible("prospects")] == ["two"]


def test_an_id_serves_once() -> None:
    registry = ActionRegistry()
    registry.add(action("one"))
    with pytest.raises(KeyTakenError, match="one"):
        registry.add(action("one"))


def test_a_page_is_listed_before_everywhere_and_can_be_removed() -> None:
    registry = ActionRegistry()
    registry.add(action("everywhere"), action("here", scope="today"))
    assert [each.id for each in registry.visible("today")] == ["here", "everywhere"]
    registry.remove_scope("today")
    assert [each.id for each in registry.visible("today")] == ["everywhere"]
    assert registry.get("everywhere").text == "Everywhere"


def test_a_named_undo_reads_as_it_is_now() -> None:
    names = ["score Budget = 2"]
    undo = Action("undo", lambda: f"Undo: {names[-1]}", lambda: None, ("Ctrl+Z",))
    assert undo.text == "Undo: score Budget = 2"
    names.append("heat = hot")
    assert undo.text == "Undo: heat = hot"


def test_a_disabled_action_does_not_run() -> None:
    ran: list[str] = []
    action("no", run=lambda: ran.append("no"), enabled=lambda: False).trigger()
    action("yes", run=lambda: ran.append("yes")).trigger()
    assert ran == ["yes"]


def test_keys_follow_the_page(qtbot: QtBot) -> None:
    ran: list[str] = []
    registry = ActionRegistry()
    registry.add(
        action("today", "Ctrl+N", scope="today", run=lambda: ran.append("today")),
        action("prospects", "Ctrl+N", scope="prospects", run=lambda: ran.append("prospects")),
        action("listened", "F4", run=lambda: ran.append("bound"), bound=False),
    )
    window = QWidget()
    line = QLineEdit(window)
    qtbot.addWidget(window)
    shortcuts = Shortcuts(window, registry)
    with qtbot.waitActive(window):
        window.show()
    line.setFocus()
    shortcuts.use_scope("today")
    qtbot.keyClick(line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shortcuts.use_scope("prospects")
    qtbot.keyClick(line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_F4)
    assert ran == ["today", "prospects"]
    shortcuts.set_enabled(False)
    qtbot.keyClick(line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["today", "prospects"]
    registry.add(action("late", "F7", run=lambda: ran.append("late")))
    shortcuts.set_enabled(True)
    qtbot.keyClick(line, Qt.Key.Key_F7)
    assert ran[-1] == "late", "what is added later is bound too"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("Ctrl+Shift+Return", "Ctrl ⇧ ⏎"),
        ("Alt+1", "Alt 1"),
        ("Del", "Del"),
        ("Ctrl+Up", "Ctrl ↑"),
        ("Ctrl++", "Ctrl +"),
        ("F1", "F1"),
    ],
)
def test_keys_as_printed_on_a_key_cap(keys: str, shown: str) -> None:
    assert display_keys(keys) == shown
