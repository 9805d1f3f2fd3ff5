"""The qualification over time: each criterion's moves, each with the words that moved it."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current, ngettext
from desktop.services.score_history import CriterionHistory, DatedMove
from desktop.ui.prospects.rows import empty
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.widgets.score_strip import ScoreStrip

_AT_FIRST = 1
"""Moves of a criterion shown before the rep asks for all of them."""
_SQUARES = 6


class ScoreHistoryCard(Card):
    """Shows histories; hidden for a prospect never scored."""

    def __init__(self) -> None:
        super().__init__(_("Qualification over time"), " ")
        self.setObjectName("prospect.score_history")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self.body.addLayout(self._rows)
        self.rows: list[HistoryRow] = []

    def show_history(self, histories: Sequence[CriterionHistory], zone: tzinfo) -> None:
        """Show the moves of each criterion, dated in ``zone``."""
        empty(self._rows)
        self.setVisible(bool(histories))
        moves = sum(len(history.moves) for history in histories)
        self.set_note(ngettext("{count} move", "{count} moves", moves).format(count=moves))
        self.rows = [HistoryRow(history, zone) for history in histories]
        for row in self.rows:
            self._rows.addWidget(row)


class HistoryRow(QWidget):
    """One criterion: its levels in the order they came, the latest move with its words, the others on demand."""

    def __init__(self, history: CriterionHistory, zone: tzinfo) -> None:
        super().__init__()
        self._history, self._zone = history, zone
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(history.name, "strong", elide=True), 1)
        marks = [move.after for move in reversed(history.moves)][-_SQUARES:]
        head.addWidget(ScoreStrip(marks))
        self._moves = QVBoxLayout()
        self._moves.setSpacing(6)
        self.more = Button("", "quiet", icon_name="chevron-down", name=_("Show more"))
        self.more.clicked.connect(self.show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._moves)
        column.addWidget(self.more)
        self._show(_AT_FIRST)

    def show_all(self) -> None:
        """Show every move."""
        self._show(len(self._history.moves))

    def _show(self, count: int) -> None:
        empty(self._moves)
        for move in self._history.moves[:count]:
            self._moves.addWidget(MoveLine(move, self._zone))
        left = len(self._history.moves) - count
        words = ngettext("{count} earlier move", "{count} earlier moves", left).format(count=left)
        self.more.set_text(words)
        self.more.setAccessibleName(f"{self._history.name} · {words}")
        self.more.setVisible(left > 0)


class MoveLine(QWidget):
    """A move, its date, and what was said."""

    def __init__(self, move: DatedMove, zone: tzinfo) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setSpacing(8)
        day = current().date(move.at.astimezone(zone).date(), "short")
        row.addWidget(PlainLabel(day, "small", tabular=True))
        self.move_label = PlainLabel(_move_words(move), "medium", tabular=True)
        row.addWidget(self.move_label)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(row)
        for words in move.words:
            column.addWidget(PlainLabel(_("“{words}”").format(words=words), "muted", wrap=True, selectable=True))


def _move_words(move: DatedMove) -> str:
    """``1 → 3``, ``non abordé → 2``."""
    names = {"": _("not asked"), "?": _("unknown")}
    return f"{names.get(move.before, move.before)} → {names.get(move.after, move.after)}"
