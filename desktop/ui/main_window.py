"""The window: the rail, the header, the page, the status bar, and the keys that work everywhere."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n import _
from desktop.ui.actions import EVERYWHERE, Action, ActionRegistry, Shortcuts
from desktop.ui.command_palette import CommandPalette, Provider
from desktop.ui.digits import digit_of
from desktop.ui.finger import scroll_by_finger
from desktop.ui.header import Header
from desktop.ui.icons import window_icon
from desktop.ui.key_sheet import KeySheet
from desktop.ui.menus import fill_menus
from desktop.ui.page import Page
from desktop.ui.rail import Rail, RailEntry
from desktop.ui.status_bar import StatusBar
from desktop.ui.toasts import Toasts
from desktop.ui.widgets.popover import Popover

_NARROW_UNDER = 1100
_SMALLEST = (880, 560)


def _nothing(_geometry: str) -> None:
    """No one remembers the place of the window."""


class MainWindow(QMainWindow):
    """Shows one page at a time. Public parts: ``registry``, ``rail``, ``header``, ``status``, ``toasts``.

    ``geometry`` is what ``on_geometry`` was last given (base64), and is called when the window closes.
    """

    page_shown = Signal(str)
    """The key of the page that has just come on the screen."""

    def __init__(
        self,
        pages: Sequence[Page],
        rail: Sequence[RailEntry],
        registry: ActionRegistry,
        *,
        later: Mapping[str, Callable[[], Page]] | None = None,
        providers: Sequence[Provider] = (),
        footnote: str = "",
        geometry: str = "",
        on_geometry: Callable[[str], None] = _nothing,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Boussole")
        self.setWindowIcon(window_icon())
        self.setMinimumSize(*_SMALLEST)
        self.registry = registry
        self._on_geometry = on_geometry
        self._pages = {page.key: page for page in pages}
        self._later = dict(later or {})
        self._focused: QWidget | None = None
        self._arrived: Page | None = None
        self.rail = Rail(rail, footnote)
        self.header = Header()
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self._lay_out()
        self.command_palette = CommandPalette(self, registry, self._scope, providers)
        self.key_sheet = KeySheet(self, registry)
        self.toasts = Toasts(self, self.status)
        self._shortcuts = Shortcuts(self, registry)
        self._add_pages(pages)
        registry.add(*self._own_actions())
        fill_menus(self.menuBar(), registry, self._scope)
        self._connect()
        self._restore(geometry)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        self.top = QVBoxLayout()
        """Over the header, on every page: what must be seen wherever the rep is."""
        right.addLayout(self.top)
        right.addWidget(self.header)
        right.addWidget(self._stack, 1)
        right.addWidget(self.status)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(centre)

    def _add_pages(self, pages: Sequence[Page]) -> None:
        for page in pages:
            self._stack.addWidget(page)
            self.registry.add(*page.commands())
            page.headline_changed.connect(lambda page=page: self._headline_changed(page))
            page.hint_changed.connect(lambda page=page: self._hint_changed(page))
            page.palette_requested.connect(lambda: self.command_palette.open())

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.status.palette_requested.connect(lambda: self.command_palette.open())
        for overlay in (self.command_palette, self.key_sheet):
            overlay.opened.connect(lambda: self._shortcuts.set_enabled(False))
            overlay.closed.connect(lambda: self._shortcuts.set_enabled(True))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _restore(self, geometry: str) -> None:
        self.resize(1280, 800)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        # The palette and the keys reach everything; macOS keeps its menu bar outside the window anyway.
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())

    # Pages

    @property
    def keys(self) -> list[str]:
        """The pages, in the order they were given."""
        return [*self._pages, *self._later]

    def page(self, key: str) -> Page:
        """The page of that key, built now if it was left for later, or ``KeyError``."""
        if key not in self._pages:
            page = self._later.pop(key)()
            self._pages[key] = page
            self._add_pages([page])
        return self._pages[key]

    def build_next(self) -> bool:
        """Build one of the pages left for later. False when none is left."""
        if self._later:
            self.page(next(iter(self._later)))
        return bool(self._later)

    def current_page(self) -> Page:
        """The page on screen."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, key: str) -> None:
        """Go to a page: the one before saves what is typed, this one reads again and takes the focus."""
        page = self.page(key)
        for asked in self.findChildren(Popover):
            asked.close()
        if self._arrived is not None:
            self._arrived.leave()
        self._arrived = page
        self._stack.setCurrentWidget(page)
        self.rail.set_current(key)
        self._shortcuts.use_scope(key)
        page.refresh(frozenset())
        self._headline_changed(page)
        self._hint_changed(page)
        page.arrive()
        scroll_by_finger(page)
        self.page_shown.emit(key)

    def refresh(self, touched: frozenset[type]) -> None:
        """Have the page on screen read again what has changed; the others will on arrival."""
        page = self.current_page()
        page.refresh(touched)
        self._headline_changed(page)

    def set_badge(self, key: str, count: int) -> None:
        """How many things wait on a page."""
        self.rail.set_badge(key, count)

    def set_entry_visible(self, key: str, visible: bool) -> None:
        """Show or hide an entry of the rail."""
        self.rail.set_entry_visible(key, visible)

    def _scope(self) -> str:
        return self.current_page().key

    def _headline_changed(self, page: Page) -> None:
        if page is self.current_page():
            self.header.show_page(page)
            self.setWindowTitle(f"{page.title()} · Boussole" if page.title() else "Boussole")

    def _hint_changed(self, page: Page) -> None:
        if page is self.current_page():
            self.status.set_hints(page.hints())

    # Keys

    def _own_actions(self) -> list[Action]:
        def everywhere(
            action_id: str, label: str, run: Callable[[], None], keys: tuple[str, ...], **more: str
        ) -> Action:
            return Action(
                action_id, label, run, keys, EVERYWHERE, more.get("icon", ""), group=more.get("group", "help")
            )

        return [
            *(
                self._way_to(entry)
                for entry in self.rail.entries
                if entry.key in self._pages or entry.key in self._later
            ),
            Action(
                "shell.palette",
                _("All commands"),
                lambda: self.command_palette.open(),
                ("Ctrl+K",),
                icon="command",
                group="help",
                in_palette=False,
            ),
            everywhere("shell.keys", _("Keys of this screen"), self.show_keys, ("F1",), icon="keyboard"),
            everywhere("shell.next_pane", _("Next pane"), lambda: self.move_pane(1), ("F6",), group="go"),
            everywhere(
                "shell.previous_pane", _("Previous pane"), lambda: self.move_pane(-1), ("Shift+F6",), group="go"
            ),
            everywhere("shell.menu_bar", _("Show or hide the menu bar"), self.toggle_menu_bar, ("F10",)),
        ]

    def _way_to(self, entry: RailEntry) -> Action:
        """Going to a page, as an action: Alt+digit is read by position, hence not bound here."""
        return Action(
            f"go.{entry.key}",
            entry.label,
            lambda: self.show_page(entry.key),
            (f"Alt+{entry.digit}",) if entry.digit is not None else (),
            icon=entry.icon,
            enabled=lambda: entry.key in self.rail.keys,
            group="go",
            bound=False,
        )

    def show_keys(self) -> None:
        """F1: the keys of the page on screen."""
        self.key_sheet.open_for(self._scope(), self.current_page().title())

    def toggle_menu_bar(self) -> None:
        """Show the menu bar, or put it away."""
        self.menuBar().setVisible(not self.menuBar().isVisible())

    def move_pane(self, step: int) -> None:
        """F6: the focus goes to the next part of the window, round the ends."""
        page = self.current_page()
        panes = [self.rail, self.header, *(page.panes() or [page]), self.status]
        focused = QApplication.focusWidget()
        holders = [place for place, pane in enumerate(panes) if focused is not None and _holds(pane, focused)]
        place = holders[-1] if holders else 0
        for _turn in range(len(panes)):
            place = (place + step) % len(panes)
            if self._enter(panes[place], page):
                return

    def _enter(self, pane: QWidget, page: Page) -> bool:
        """Give the focus to ``pane``; false when nothing in it can take it."""
        if pane is self.rail:
            self.rail.focus_current()
        elif pane is self.status:
            self.status.focus_first()
        elif pane is page:
            page.arrive()
        else:
            stops = [pane, *pane.findChildren(QWidget)]
            able = [w for w in stops if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
            if not able:
                return False
            able[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Watch the keys of the focused widget alone: a filter on the whole application would see every event."""
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        self._focused = now if now is not None and now.window() is self else None
        if self._focused is not None:
            self._focused.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._go_by_digit(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._go_by_digit(event):
            super().keyPressEvent(event)

    def _go_by_digit(self, event: QKeyEvent) -> bool:
        """Alt+1…7, by the position of the key; ⌘ on macOS, where Option types symbols."""
        pad = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() & ~pad != _go_modifier() or self.command_palette.isVisible() or self.key_sheet.isVisible():
            return False
        digit = digit_of(event)
        key = self.rail.key_of_digit(digit) if digit is not None else None
        if key is None or key not in self.keys:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.show_page(key)
        return True

    # Window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < _NARROW_UNDER)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._arrived is not None:
            self._arrived.leave()
        self._on_geometry(bytes(self.saveGeometry().toBase64().data()).decode())
        super().closeEvent(event)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _go_modifier() -> Qt.KeyboardModifier:
    """Alt; on macOS Qt calls ⌘ Control."""
    mac = QApplication.platformName() == "cocoa"
    return Qt.KeyboardModifier.ControlModifier if mac else Qt.KeyboardModifier.AltModifier
