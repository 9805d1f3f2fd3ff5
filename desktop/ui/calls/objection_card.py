"""Ctrl+J: the card that answers an objection, found while it is being said, with four sentences to say."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QWidget

from desktop.i18n import _
from desktop.models.calls import Objection
from desktop.models.objections import Card
from desktop.ui import theme
from desktop.ui.actions import Action
from desktop.ui.calls.keys import SCOPE
from desktop.ui.calls.objection_acts import ObjectionActs, status_label, summary
from desktop.ui.calls.objection_view import ObjectionView
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.overlay import Overlay

_CARD = Qt.ItemDataRole.UserRole
_ENTRY = Qt.ItemDataRole.UserRole + 1
_LIST_WIDTH = 250
_LIST_HEIGHT = 132
_SIDE_BY_SIDE = 620
"""Width of the panel, in pixels, under which the list stands above the card."""


class ObjectionCard(Overlay):
    """``open_for`` the objections of a call. Typing filters, Enter chooses, then L settles, O leaves open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Objection card"), 880, 0.08)
        self._acts: ObjectionActs | None = None
        self._entry: Objection | None = None
        self._mistaken: Objection | None = None
        self._rates: dict[str, tuple[int, int]] = {}
        self._side_by_side = True
        self.field = SearchField(_("What they hold against it: too expensive, no budget…"), _("Find a card"))
        self.field.setObjectName("call.objection")
        self.about = PlainLabel("", "muted", elide=True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Objection cards"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = ObjectionView()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.view)
        # A scroll area paints the ground of a page; the card lies on the sheet of the overlay.
        self.area.viewport().setAutoFillBackground(False)
        self.view.setAutoFillBackground(False)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.settled_button = Button(_("Settled"), "primary", keycap="L")
        self.open_button = Button(_("Still open"), "secondary", keycap="O")
        self.choose_button = Button(_("Use this card"), "primary", keycap="Return")
        self.other_button = Button(_("Another card"), "quiet", keycap="Backspace")
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self.choose)
        self.list.currentItemChanged.connect(lambda _now, _before: self._preview())
        self.list.itemDoubleClicked.connect(lambda _item: self.choose())
        self.choose_button.clicked.connect(lambda: self.choose())
        self.settled_button.clicked.connect(lambda: self.settle(True))
        self.open_button.clicked.connect(lambda: self.settle(False))
        self.other_button.clicked.connect(lambda: self._back_to_the_list())

    def _lay_out(self) -> None:
        self.content.setContentsMargins(16, 16, 16, 14)
        self.content.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.field, 1)
        head.addWidget(self.cross())
        self.content.addLayout(head)
        self.content.addWidget(self.about)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(14)
        self._halves.addWidget(self.list)
        self._halves.addWidget(self.area, 1)
        self.content.addLayout(self._halves, 1)
        self.content.addWidget(Divider())
        row = QHBoxLayout()
        row.setSpacing(8)
        self.status = PlainLabel("", "muted", elide=True)
        row.addWidget(self.status, 1)
        for button in (self.other_button, self.open_button, self.settled_button, self.choose_button):
            row.addWidget(button)
        self.content.addLayout(row)

    def open_for(self, acts: ObjectionActs) -> None:
        """Show the cards; what the prospect has just objected puts the likeliest first."""
        acts.reread_cards()
        self._acts = acts
        self._entry = self._mistaken = None
        self._rates = acts.rates()
        waiting = acts.waiting()
        words = _("To answer: “{words}”").format(words=waiting.words) if waiting else ""
        self.about.setText(words)
        self.about.setVisible(bool(words))
        if self.field.text():
            self.field.clear()
        else:
            self._filter("")
        self.open()
        self.field.setFocus()

    @property
    def card(self) -> Card | None:
        """The card on show."""
        item = self.list.currentItem()
        if item is None:
            return None
        card: Card = item.data(_CARD)
        return card

    @property
    def entry(self) -> Objection | None:
        """The objection that can be settled now: a card was chosen for it."""
        return self._entry

    def choose(self) -> None:
        """Link the card on show to the objection it answers; its keys then say what became of it."""
        item = self.list.currentItem()
        if self._acts is None or item is None or self.card is None:
            return
        entry = item.data(_ENTRY) or self._acts.choose(self.card, self.field.text(), self._mistaken)
        if entry is None:
            self.close_overlay()
            return
        self._entry, self._mistaken = entry, None
        self._show_status()
        self.settled_button.setFocus()

    def settle(self, settled: bool) -> None:
        """Say what became of the objection, and go back to the line."""
        if self._acts is None or self._entry is None:
            return
        self._acts.settle(self._entry, settled)
        self.close_overlay()

    def wanted_height(self) -> int:
        return 560

    def place(self) -> None:
        super().place()
        side_by_side = self._side_by_side = self.panel.width() >= _SIDE_BY_SIDE
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        )
        most = 16777215  # QWIDGETSIZE_MAX, which PySide does not name
        self.list.setFixedWidth(_LIST_WIDTH) if side_by_side else self.list.setMaximumWidth(most)
        self.list.setMinimumWidth(_LIST_WIDTH if side_by_side else 0)
        self.list.setMaximumHeight(most if side_by_side else _LIST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)
        if step and self.list.count() and self._entry is None:
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.value() + (bar.pageStep() if key == Qt.Key.Key_PageDown else -bar.pageStep()))
        elif self._entry is not None and not self.field.hasFocus() and key in (Qt.Key.Key_L, Qt.Key.Key_O):
            self.settle(key == Qt.Key.Key_L)
        elif self._entry is not None and key == Qt.Key.Key_Backspace:
            self._back_to_the_list()
        else:
            super().keyPressEvent(event)

    def _back_to_the_list(self) -> None:
        """The card chosen was not the right one: the next one answers the same objection."""
        self._mistaken = self._entry
        self._filter(self.field.text())
        self.field.setFocus()

    def _filter(self, typed: str) -> None:
        assert self._acts is not None
        self._entry = None
        # Only the row that is current in the end is read, and shown.
        self.list.blockSignals(True)
        self.list.clear()
        if not typed.strip():
            self._list_answered()
        answered = self.list.count()
        for card in self._ranked(typed):
            self._add(card, card.title, None)
        waiting = self._acts.waiting()
        self.list.setCurrentRow(answered if waiting is not None and not typed.strip() else 0)
        self.list.blockSignals(False)
        self._preview()

    def _list_answered(self) -> None:
        """The objections of the call that have a card come first: they can be settled at any time."""
        assert self._acts is not None
        for entry in reversed(self._acts.of_call()):
            card = self._acts.cards.card(entry.card) if entry.card else None
            if card is not None:
                text = _("“{words}”").format(words=entry.words) + f"\n{status_label(entry.settled)}"
                self._add(card, text, entry)

    def _ranked(self, typed: str) -> list[Card]:
        assert self._acts is not None
        cards = self._acts.cards
        if typed.strip():
            return cards.find(typed)
        waiting = self._acts.waiting()
        if waiting is None:
            return list(cards.cards)
        sure = self._acts.offered()
        likely = [*([sure] if sure else []), *cards.find(waiting.words), *cards.cards]
        return list(dict.fromkeys(likely))

    def _add(self, card: Card, text: str, entry: Objection | None) -> None:
        item = QListWidgetItem(text)
        item.setData(_CARD, card)
        item.setData(_ENTRY, entry)
        self.list.addItem(item)

    def _preview(self) -> None:
        self._entry = None
        card = self.card
        if card is not None and self._acts is not None:
            entry = self.list.currentItem().data(_ENTRY) or self._acts.waiting()
            proofs = self._acts.proofs(card, entry.words if entry else "")
            self.view.show_card(card, self._rates.get(card.key), proofs)
            self.area.verticalScrollBar().setValue(0)
        else:
            self.view.show_nothing()
        self._show_status()

    def _show_status(self) -> None:
        """The buttons of the moment: choose a card, or say what became of the objection."""
        chosen = self._entry is not None
        self.list.setVisible(not chosen or self._side_by_side)
        self.choose_button.setVisible(not chosen)
        self.choose_button.setEnabled(self.card is not None)
        for button in (self.settled_button, self.open_button, self.other_button):
            button.setVisible(chosen)
        entry = self._entry
        words = _("“{words}”: {status}").format(words=entry.words, status=status_label(entry.settled)) if entry else ""
        back = _("Tap beside to go back to the line") if theme.metrics().touch else _("Esc goes back to the line")
        self.status.setText(words or (back if self.card else _("No card for these words")))


class ObjectionSummary(Button):
    """How many objections the call has met, and the card to offer for the last one; a click opens it."""

    requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", keycap="Ctrl+J", icon_name="hand", name=_("Objections"), parent=parent)
        self.setObjectName("call.objections")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: self.requested.emit())
        self.hide()

    def show_call(self, acts: ObjectionActs) -> None:
        """Say where the call stands; hidden while nothing was objected."""
        words = summary(list(acts.of_call()))
        offered = acts.offered()
        if offered is not None:
            words = _("{summary} · card: {title}").format(summary=words, title=offered.title)
        self.setVisible(bool(words))
        if words and words != self.text():
            self.set_text(words)


def objection_actions(able: Callable[[], bool], open_card: Callable[[], None]) -> list[Action]:
    """The key of the objections."""
    return [Action("call.objection", _("Objection card"), open_card, ("Ctrl+J",), SCOPE, "hand", able, group="go")]
