"""Ctrl+K: everything that can be done or opened, found by any of its words, typed badly or without accents."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.ui import icons, theme
from desktop.ui.actions import Action, ActionRegistry
from desktop.ui.icons import paint_icon
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.marked_text import paint_marked
from desktop.ui.widgets.overlay import Overlay
from desktop.ui.widgets.painting import fill_round, keycap_size, paint_keycap, soft

_ROW = 38
_SHOWN = 9
_CLOSE_ENOUGH = 68.0
"""Out of 100; under it, a likeness is a coincidence."""


@dataclass(frozen=True)
class Hit:
    """One line of the palette that is not an action: a prospect, a verbatim."""

    title: str
    detail: str
    icon: str
    run: Callable[[], None]
    keys: str = ""
    words: tuple[str, ...] = ()
    """Folded: those to show in the title and in the detail."""


Provider = Callable[[str], Sequence[Hit]]


def fold(text: str) -> str:
    """Lower case without accents, apostrophes alike."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def closeness(query: str, words: str) -> float:
    """0 to 100: how well ``words`` answers ``query``, both folded. The start of a word beats its middle."""
    if not query:
        return 0.0
    if words.startswith(query):
        return 100.0
    if any(word.startswith(query) for word in words.replace("'", " ").split()):
        return 96.0
    parts = query.split()
    if len(parts) > 1 and all(any(word.startswith(part) for word in words.split()) for part in parts):
        return 94.0
    if query in words:
        return 90.0
    if len(query) < 3:
        return 0.0
    # Imported on the first near miss: 20 ms that no start should pay.
    from rapidfuzz import fuzz

    return max(fuzz.ratio(query, word) for word in [words, *words.split()]) * 0.9


def rank(actions: Sequence[Action], query: str, recent: Sequence[str]) -> list[Action]:
    """The actions that answer ``query``, best first; all of them, the recent ones first, when it is empty."""
    folded = fold(query.strip())
    places = {action_id: place for place, action_id in enumerate(recent)}
    if not folded:
        return sorted(actions, key=lambda action: places.get(action.id, len(places)))

    def score(action: Action) -> float:
        own = closeness(folded, fold(action.text))
        other = max((closeness(folded, fold(word)) for word in action.synonyms), default=0.0)
        return max(own, other - 2) + (1.5 if action.id in places else 0)

    scored = [(score(action), action) for action in actions]
    return [action for points, action in sorted(scored, key=lambda pair: -pair[0]) if points >= _CLOSE_ENOUGH]


class CommandPalette(Overlay):
    """A line to type in and what answers it. ``providers`` are asked from the second character on."""

    def __init__(
        self,
        window: QWidget,
        registry: ActionRegistry,
        scope: Callable[[], str],
        providers: Sequence[Provider] = (),
    ) -> None:
        super().__init__(window, _("All commands"), width=640)
        self._registry = registry
        self._scope = scope
        self.providers: list[Provider] = list(providers)
        self._recent: list[str] = []
        self._hits: list[Hit] = []
        self.line = _Line(self)
        self.line.setFont(theme.font("large"))
        self.line.textChanged.connect(lambda _text: self._search())
        self.line.returnPressed.connect(self._run_current)
        self.results = QListWidget()
        self.results.setAccessibleName(_("Results"))
        self.results.setItemDelegate(_HitDelegate(self.results))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setMouseTracking(True)
        self.results.itemClicked.connect(lambda _item: self._run_current())
        self._nothing = PlainLabel(_("Nothing by that name. Try another word."), "muted")
        self._nothing.setContentsMargins(18, 10, 18, 14)
        self.content.setContentsMargins(1, 1, 1, 8)
        above = QVBoxLayout()
        above.setContentsMargins(14, 9, 14, 9)
        above.addWidget(self.line)
        self.content.addLayout(above)
        self.content.addWidget(Divider())
        self.content.addSpacing(6)
        self.content.addWidget(self.results)
        self.content.addWidget(self._nothing)

    @property
    def titles(self) -> list[str]:
        """What is listed, best first."""
        return [hit.title for hit in self._hits]

    def open(self, text: str = "") -> None:
        super().open()
        self.line.setText(text)
        self._search()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def move(self, step: int) -> None:  # type: ignore[override]
        """Go down (1) or up (-1) in the results, round the ends."""
        if self._hits:
            self.results.setCurrentRow((self.results.currentRow() + step) % len(self._hits))

    def wanted_height(self) -> int:
        rows = min(len(self._hits), _SHOWN)
        return 68 + (rows * theme.metrics().line(_ROW) + 2 if rows else 44)

    def _search(self) -> None:
        query = self.line.text().strip()
        actions = [each for each in self._registry.visible(self._scope()) if each.in_palette and each.enabled()]
        self._hits = [self._hit(action) for action in rank(actions, query, self._recent)]
        if len(query) >= 2:
            for provider in self.providers:
                self._hits.extend(provider(query))
        self.results.clear()
        for hit in self._hits:
            item = QListWidgetItem(f"{hit.title}, {hit.detail or hit.keys}".rstrip(", "))
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self.results.addItem(item)
        self.results.setCurrentRow(0 if self._hits else -1)
        self.results.setVisible(bool(self._hits))
        self._nothing.setVisible(not self._hits)
        self.place()

    def _hit(self, action: Action) -> Hit:
        def run() -> None:
            self._recent = [action.id, *(each for each in self._recent if each != action.id)][:8]
            action.trigger()

        return Hit(action.text, "", action.icon or "command", run, action.shown_keys)

    def _run_current(self) -> None:
        row = self.results.currentRow()
        if not 0 <= row < len(self._hits):
            return
        hit = self._hits[row]
        # Closed first: what runs may open a page or a field of its own, and must keep the focus it takes.
        self.close_overlay()
        hit.run()


class _Line(QLineEdit):
    """The line; arrows and page keys belong to the list under it."""

    def __init__(self, palette: CommandPalette) -> None:
        super().__init__()
        self._palette = palette
        self.setProperty("bare", True)
        self.setPlaceholderText(_("Type an action, a name, a phrase…"))
        self.setAccessibleName(_("Find an action or a prospect"))
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _SHOWN,
            Qt.Key.Key_PageUp: -_SHOWN,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._palette.move(step)
            return
        super().keyPressEvent(event)


class _HitDelegate(QStyledItemDelegate):
    """Icon, title, detail, and the key that would have done it faster."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.metrics().line(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        hit: Hit = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(8, 1, -8, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            fill_round(painter, rect, look.colour("accent_soft"))
        ink = "accent" if chosen else "muted"
        paint_icon(painter, QRectF(rect.left() + 10, rect.center().y() - 8, 16, 16), hit.icon, ink)
        right = rect.right() - 10
        if hit.keys:
            size = keycap_size(hit.keys)
            right -= size.width()
            cap = QRectF(QPointF(right, rect.center().y() - size.height() / 2), size)
            paint_keycap(painter, cap, hit.keys, look.colour("muted"), soft(look.colour("control")))
            right -= 10
        self._paint_words(painter, QRectF(rect.left() + 38, rect.top(), right - rect.left() - 38, rect.height()), hit)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, hit: Hit) -> None:
        for text, kind, ink in ((hit.title, "medium", "text"), (hit.detail, "small", "muted")):
            if room.width() > 0:
                room.setLeft(room.left() + paint_marked(painter, room, text, hit.words, theme.font(kind), ink) + 10)
