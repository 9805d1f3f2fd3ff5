"""The needs of a prospect, in their order: what they said, what we understood, and the words not sorted yet."""

from datetime import date
from functools import cache
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import Language, _, current, ngettext
from desktop.models.need_kinds import label as kind_label
from desktop.models.needs import Need
from desktop.services.needs import LOOSE, LooseWords, NeedsSheet, StatedNeed
from desktop.ui.autosave import flush_all
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Divider, PlainLabel
from desktop.ui.widgets.need_editor import NeedEditor
from desktop.ui.widgets.need_rows import QuoteList, QuoteRow
from desktop.ui.widgets.needs_foot import NEEDS, WORDS, needs_foot
from desktop.ui.widgets.overlay import Overlay

_WIDTH = 1040
_TWO_COLUMNS = 760
"""Width of the panel, in pixels, from which the need stands beside the list and not under it."""


class NeedsOverlay(Overlay):
    """Knows no call: it shows a ``NeedsSheet`` and asks for changes. Every one works from the keyboard."""

    changed = Signal(object, object)
    """The key of a need, and a dict of its columns."""
    confirmed = Signal(object, bool)
    moved = Signal(object, int)
    """The key of a need, and its new place, 0 the first."""
    removed = Signal(object)
    merged = Signal(object, object)
    """The need that is kept, the one that goes into it."""
    made = Signal(object)
    """The key of a verbatim."""
    attached = Signal(object, object)
    """The key of a need, that of a verbatim."""
    detached = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Needs of this prospect"), _WIDTH, top=0.06)
        self.setObjectName("needs")
        self._sheet = NeedsSheet((), ())
        self._today = date.min
        self._sorting = False
        """Whether the words were gone to last, rather than the needs."""
        self.list = QuoteList(_("Needs, the most important first"))
        self.loose = QuoteList(_("Words that state no need yet"))
        self.editor = NeedEditor()
        self.foot = needs_foot(self.list, self.loose, self._current, self._do, self._do_loose)
        self._make_labels()
        self._lay_out()
        self._connect()

    def _make_labels(self) -> None:
        self.title = PlainLabel("", "title", elide=True)
        self._count = PlainLabel("", "muted")
        self._none = PlainLabel("", "muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setContentsMargins(24, 24, 24, 24)
        self._loose_name = PlainLabel("", "label")
        self._loose_name.setContentsMargins(12, 8, 12, 2)
        self.close_button = Button("", "quiet", icon_name="x", name=_("Close"), small=True)
        self.close_button.clicked.connect(self.close_overlay)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(20, 14, 12, 10)
        header.setSpacing(12)
        header.addWidget(self.title, 1)
        header.addWidget(self._count)
        header.addWidget(self.close_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self._none)
        column.addWidget(self.list, 3)
        column.addWidget(self._loose_name)
        column.addWidget(self.loose, 2)
        self._between = Divider(vertical=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(0)
        self._columns.addWidget(left, 6)
        self._columns.addWidget(self._between)
        self._columns.addWidget(self.editor, 5)
        self.content.addLayout(header)
        self.content.addWidget(Divider())
        self.content.addLayout(self._columns, 1)
        self.content.addWidget(Divider())
        self.content.addWidget(self.foot)

    def _connect(self) -> None:
        for each in (self.list, self.loose):
            each.installEventFilter(self)
        self.list.currentRowChanged.connect(lambda _row: self._show_current())
        self.list.pressed.connect(self._do)
        self.list.passed.connect(lambda step: self._cross(self.loose, step > 0))
        self.list.itemDoubleClicked.connect(lambda _item: self._do("open"))
        self.loose.pressed.connect(self._do_loose)
        self.loose.passed.connect(lambda step: self._cross(self.list, step > 0))
        self.loose.itemDoubleClicked.connect(lambda _item: self._do_loose("open"))
        editor = self.editor
        editor.changed.connect(self._change)
        editor.confirmed.connect(lambda confirmed: self._with_current(self.confirmed.emit, confirmed))
        editor.removed.connect(lambda: self._do("remove"))
        editor.merged.connect(lambda: self._do("merge"))
        editor.detached.connect(lambda verbatim_id: self._with_current(self.detached.emit, verbatim_id))

    # Showing

    def open_for(self, sheet: NeedsSheet, who: str, today: date) -> None:
        """Show the needs of ``who`` and take the keyboard; those shown before are found where they were left."""
        another = not {each.need.id for each in self._sheet.needs} & {each.need.id for each in sheet.needs}
        self._today = today
        self.title.setText(_("Needs · {name}").format(name=who))
        self.show_needs(sheet)
        if another:
            self.list.setCurrentRow(0)
            self.loose.setCurrentRow(0)
        self.open()
        (self.list if sheet.needs else self.loose if sheet.loose else self.close_button).setFocus()

    def show_needs(self, sheet: NeedsSheet) -> None:
        """Show what is on the disk; the current rows stay so. A need that has just been made becomes current."""
        focused = QApplication.focusWidget()
        known = {stated.need.id for stated in self._sheet.needs}
        fresh = [stated.need.id for stated in sheet.needs if stated.need.id not in known]
        self._sheet = sheet
        # Only the need that is current in the end is shown beside the list.
        with QSignalBlocker(self.list):
            self.list.show_rows([_need_row(place, stated) for place, stated in enumerate(sheet.needs)])
            if known and len(fresh) == 1:
                self.list.select(fresh[0])
        self.loose.show_rows([_loose_row(each) for each in sheet.loose])
        count, left = len(sheet.needs), len(sheet.loose)
        confirmed = sum(stated.need.confirmed for stated in sheet.needs)
        needs = ngettext("{count} need", "{count} needs", count).format(count=count)
        told = ngettext("{count} confirmed", "{count} confirmed", confirmed).format(count=confirmed)
        self._count.setText(f"{needs} · {told}" if count else "")
        self._loose_name.setText(_("Not in a need yet ({count})").format(count=left if left < LOOSE else f"{left}+"))
        below = _("No need yet. Choose some of their words below and press Enter: they become one.")
        self._none.setText(below if left else _("No need yet: they come from what is said in a call."))
        self._none.setVisible(not count)
        self.list.setVisible(bool(count))
        for widget in (self._loose_name, self.loose):
            widget.setVisible(bool(left))
        self.editor.setVisible(bool(count))
        self._between.setVisible(bool(count))
        self._show_current()
        if focused in (self.list, self.loose) and focused.isHidden():
            (self.list if focused is self.loose else self.loose).setFocus()

    def wanted_height(self) -> int:
        return max(420, round(self.height() * 0.86))

    def close_overlay(self) -> None:
        flush_all(self.editor)
        super().close_overlay()

    def _show_current(self) -> None:
        stated = self._current()
        if stated is not None:
            self.editor.show_need(stated, self._sheet.needs.index(stated), self._today)
        self._show_acts()

    def _show_acts(self) -> None:
        self.foot.show_row(WORDS if self._sorting and self.loose.count() else NEEDS)

    def _current(self) -> StatedNeed | None:
        key = self.list.current_key()
        return next((stated for stated in self._sheet.needs if stated.need.id == key), None)

    # What the rep does

    def _with_current(self, ask: Any, *more: Any) -> None:
        stated = self._current()
        if stated is not None:
            ask(stated.need.id, *more)

    def _change(self, values: dict[str, Any]) -> None:
        # The need that was typed in, which is no longer the current one when a click chose another.
        need = self.editor.need
        if need is not None:
            self.changed.emit(need.id, values)

    def _do(self, act: str) -> None:
        stated = self._current()
        if stated is None:
            return
        key, place = stated.need.id, self._sheet.needs.index(stated)
        if act == "open":
            self.editor.statement.setFocus(Qt.FocusReason.TabFocusReason)
        elif act == "confirm":
            self.confirmed.emit(key, not stated.need.confirmed)
        elif act == "remove":
            self.removed.emit(key)
        elif act == "merge" and place > 0:
            self.merged.emit(self._sheet.needs[place - 1].need.id, key)
        elif act == "up" and place > 0:
            self.moved.emit(key, place - 1)
        elif act == "down" and place + 1 < len(self._sheet.needs):
            self.moved.emit(key, place + 1)

    def _do_loose(self, act: str) -> None:
        verbatim_id = self.loose.current_key()
        if verbatim_id is None:
            return
        if act == "open":
            self.made.emit(verbatim_id)
        elif act == "attach":
            self._with_current(self.attached.emit, verbatim_id)

    def _cross(self, there: QuoteList, down: bool) -> None:
        """An arrow goes on from one list to the other."""
        if there.count() and (down == (there is self.loose)):
            there.setCurrentRow(0 if down else there.count() - 1)
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in (self.list, self.loose):
            self._sorting = watched is self.loose
            self._show_acts()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and focused is not None and self.editor.isAncestorOf(focused):
            flush_all(self.editor)
            self.list.setFocus()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Bare and Alt keys typed here are never those of the call underneath.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_plain(event):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.panel.width() >= _TWO_COLUMNS
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)


def _is_plain(event: QKeyEvent) -> bool:
    function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return not function_key and not event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    )


def _need_row(place: int, stated: StatedNeed) -> QuoteRow:
    need = stated.need
    quotes = [_("“{words}”").format(words=each.words) for each in stated.verbatims]
    below = [", ".join(stated.said_by)]
    if stated.verbatims:
        below.append(_short_date(stated.verbatims[-1].at.date(), current()))
    return QuoteRow(
        need.id,
        "\n".join(quotes),
        ", ".join(part for part in below if part),
        str(place + 1),
        need.statement,
        _figures(need),
        kind_label(need.kind),
        _("confirmed") if need.confirmed else "",
    )


def _figures(need: Need) -> str:
    language = current()
    parts = [
        language.money(need.amount, cents=need.amount != int(need.amount)) if need.amount is not None else "",
        language.date(need.due_on) if need.due_on else "",
        need.figure,
    ]
    return " · ".join(part for part in parts if part)


@cache
def _short_date(day: date, language: Language) -> str:
    """Kept: the same few days stand on every row, and they are written again at each key."""
    return language.date(day, "short")


def _loose_row(said: LooseWords) -> QuoteRow:
    day = _short_date(said.at.date(), current())
    below = f"{said.speaker}, {day}" if said.speaker else day
    return QuoteRow(said.id, _("“{words}”").format(words=said.words), below)
