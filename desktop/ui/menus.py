"""The menu bar, filled from the registry each time a menu opens, so that it always says what can be done now."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.i18n import _
from desktop.ui import icons
from desktop.ui.actions import Action, ActionRegistry

GROUPS = ("file", "edit", "go", "help")


def fill_menus(bar: QMenuBar, registry: ActionRegistry, scope: Callable[[], str]) -> None:
    """Give ``bar`` its menus; an action goes to the menu of its ``group``."""
    titles = {"file": _("&File"), "edit": _("&Edit"), "go": _("&Go"), "help": _("&Help")}
    for group in GROUPS:
        menu = bar.addMenu(titles[group])
        menu.aboutToShow.connect(lambda menu=menu, group=group: _fill(menu, registry, scope(), group))
        _fill(menu, registry, scope(), group)


def _fill(menu: QMenu, registry: ActionRegistry, scope: str, group: str) -> None:
    menu.clear()
    for action in registry.visible(scope):
        if action.group == group:
            _add(menu, action)


def _add(menu: QMenu, action: Action) -> None:
    # The key follows a tab: shown, not bound, since Shortcuts binds it already and twice would be ambiguous.
    words = action.text.replace("&", "&&")
    entry = menu.addAction(f"{words}\t{action.shown_keys}" if action.keys else words)
    if action.icon:
        entry.setIcon(icons.icon(action.icon, "text"))
    entry.setEnabled(action.enabled())
    entry.triggered.connect(lambda _checked=False: action.trigger())
