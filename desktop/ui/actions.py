"""Everything the rep can do, said once: menus, shortcuts, the palette and the key sheet are all made from here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.i18n import pgettext

EVERYWHERE = "everywhere"


def always() -> bool:
    """An action with no condition."""
    return True


@dataclass(frozen=True)
class Action:
    """One thing to do. ``scope`` is ``EVERYWHERE`` or the key of the page where it exists.

    ``keys`` are portable sequences ("Ctrl+Shift+Return"; Ctrl is ⌘ on macOS). ``bound=False`` means that the page
    listens to these keys itself, and that they are only shown. ``group`` is the menu: ``file``, ``edit``, ``go`` or
    ``help``. ``synonyms`` are other words, already translated, under which the palette finds it.
    """

    id: str
    label: str | Callable[[], str]
    run: Callable[[], None]
    keys: tuple[str, ...] = ()
    scope: str = EVERYWHERE
    icon: str = ""
    enabled: Callable[[], bool] = always
    synonyms: tuple[str, ...] = ()
    group: str = "file"
    bound: bool = True
    in_palette: bool = True

    @property
    def text(self) -> str:
        """The label, as it reads now."""
        return self.label if isinstance(self.label, str) else self.label()

    @property
    def shown_keys(self) -> str:
        """The first of its keys, as printed on a key cap; empty when it has none."""
        return display_keys(self.keys[0]) if self.keys else ""

    def trigger(self) -> None:
        """Run it, if it is enabled now."""
        if self.enabled():
            self.run()


class KeyTakenError(ValueError):
    """Two actions of one scope ask for the same key: a bug, found when the window is built."""


class ActionRegistry(QObject):
    """The actions, in the order they were added."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._actions: dict[str, Action] = {}

    def add(self, *actions: Action) -> None:
        """Add actions; ``KeyTakenError`` when a key already serves in the same scope or everywhere."""
        for action in actions:
            if action.id in self._actions:
                raise KeyTakenError(f"the action {action.id!r} exists already")
            self._refuse_taken_keys(action)
            self._actions[action.id] = action
        self.changed.emit()

    def remove_scope(self, scope: str) -> None:
        """Forget the actions of a page."""
        self._actions = {key: action for key, action in self._actions.items() if action.scope != scope}
        self.changed.emit()

    def get(self, action_id: str) -> Action:
        """The action of that id, or ``KeyError``."""
        return self._actions[action_id]

    def all(self) -> list[Action]:
        """Every action of every scope."""
        return list(self._actions.values())

    def visible(self, scope: str) -> list[Action]:
        """What exists on the page ``scope``: its own actions first, then those of everywhere."""
        own = [action for action in self._actions.values() if action.scope == scope]
        return own + [action for action in self._actions.values() if action.scope == EVERYWHERE and scope != EVERYWHERE]

    def _refuse_taken_keys(self, action: Action) -> None:
        for other in self._actions.values():
            if EVERYWHERE not in (action.scope, other.scope) and action.scope != other.scope:
                continue
            shared = {_normal(key) for key in action.keys} & {_normal(key) for key in other.keys}
            if shared:
                raise KeyTakenError(f"{action.id!r} and {other.id!r} both use {', '.join(sorted(shared))}")


def _normal(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


class Shortcuts(QObject):
    """Binds the keys of the visible actions to a window, anew each time the page or the registry changes."""

    def __init__(self, window: QWidget, registry: ActionRegistry) -> None:
        super().__init__(window)
        self._window = window
        self._registry = registry
        self._scope = EVERYWHERE
        self._bound: list[QShortcut] = []
        self._enabled = True
        registry.changed.connect(self._bind)

    def use_scope(self, scope: str) -> None:
        """Bind the keys of the page ``scope`` and those of everywhere."""
        self._scope = scope
        self._bind()

    def set_enabled(self, enabled: bool) -> None:
        """Silence every key while an overlay takes them."""
        self._enabled = enabled
        for shortcut in self._bound:
            shortcut.setEnabled(enabled)

    def _bind(self) -> None:
        for shortcut in self._bound:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._bound = [
            self._shortcut(action, key)
            for action in self._registry.visible(self._scope)
            if action.bound
            for key in action.keys
        ]

    def _shortcut(self, action: Action, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setEnabled(self._enabled)
        shortcut.activated.connect(action.trigger)
        return shortcut


def display_keys(keys: str) -> str:
    """Portable keys as printed on a key cap: ``Ctrl+Shift+Return`` → ``Ctrl ⇧ ⏎``; ⌘ and ⌥ on macOS."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    if any(sign in native for sign in "⌘⌥⌃"):
        return native
    words = _key_words()
    last_is_plus = keys.endswith("+")
    parts = [part for part in keys.split("+") if part] + (["+"] if last_is_plus else [])
    return " ".join(words.get(part, part) for part in parts)


def _key_words() -> dict[str, str]:
    """What a French or English keyboard prints on its keys."""
    return {
        "Shift": "⇧",
        "Return": "⏎",
        "Enter": "⏎",
        "Up": "↑",
        "Down": "↓",
        "Left": "←",
        "Right": "→",
        "Esc": pgettext("key", "Esc"),
        "Del": pgettext("key", "Del"),
        "Delete": pgettext("key", "Del"),
        "Space": pgettext("key", "Space"),
        "Tab": pgettext("key", "Tab"),
        "Home": pgettext("key", "Home"),
        "End": pgettext("key", "End"),
        "PgUp": pgettext("key", "PgUp"),
        "PgDown": pgettext("key", "PgDn"),
        "Backspace": "⌫",
    }
