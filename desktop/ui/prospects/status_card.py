"""How the status moved, each time with its reason: what was decided, against what, and on which grid."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.models.prospects import StatusChange
from desktop.models.statuses import loss_label, status_label
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel

AT_FIRST = 3
"""Moves shown before the rep asks for all of them."""


class StatusCard(Card):
    """Shows moves, the latest first; hidden for a prospect that never moved. ``grid`` names the grids by key."""

    def __init__(self) -> None:
        super().__init__(_("Status over time"), " ")
        self._shown: object = None
        self._changes: tuple[StatusChange, ...] = ()
        self._zone: tzinfo | None = None
        self._names: dict[str, str] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self.more = Button("", "quiet", icon_name="chevron-down")
        self.more.clicked.connect(lambda: self._fill(len(self._changes)))
        self.body.addWidget(self.more)

    def show_moves(self, changes: Sequence[StatusChange], zone: tzinfo, names: dict[str, str]) -> None:
        """Show these moves, dated in ``zone``, the grids under their ``names`` by key."""
        shown = (tuple(change.id for change in changes), current())
        self.setVisible(bool(changes))
        if shown == self._shown:
            return
        self._shown, self._changes, self._zone, self._names = shown, tuple(changes), zone, names
        self.set_note(ngettext("{count} move", "{count} moves", len(changes)).format(count=len(changes)))
        self._fill(AT_FIRST)

    def _fill(self, count: int) -> None:
        empty(self._rows)
        for change in self._changes[:count]:
            self._rows.addWidget(self._row(change))
        left = len(self._changes) - count
        self.more.set_text(ngettext("{count} earlier move", "{count} earlier moves", left).format(count=left))
        self.more.setVisible(left > 0)

    def _row(self, change: StatusChange) -> QWidget:
        holder, head = QWidget(), QHBoxLayout()
        moved = _("{before} → {after}").format(before=status_label(change.before), after=status_label(change.after))
        head.addWidget(PlainLabel(moved, "medium", wrap=True), 1)
        day = current().date(change.at.astimezone(self._zone).date(), "short")
        head.addWidget(PlainLabel(day, "small", tabular=True))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        why = ", ".join(each for each in (loss_label(change.loss) if change.loss else "", change.reason) if each)
        if why:
            column.addWidget(PlainLabel(why, "body", wrap=True, selectable=True))
        if about := self._about(change):
            column.addWidget(PlainLabel(about, "small", wrap=True))
        return holder

    def _about(self, change: StatusChange) -> str:
        """What was suggested then, and on which version of which grid."""
        parts = []
        if change.suggested is not None:
            words = _("The program suggested “{status}”")
            parts.append(words.format(status=status_label(change.suggested).lower()))
        if change.grid and change.grid_version is not None:
            name = self._names.get(change.grid, change.grid)
            parts.append(_("grid “{name}”, version {version}").format(name=name, version=change.grid_version))
        return " · ".join(parts)
