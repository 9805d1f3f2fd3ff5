"""A call minute by minute: what was said, asked, said back and scored, in the order it came."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _, ngettext
from desktop.models.calls import LaterQuestion, Note, Objection, QuestionState
from desktop.models.needs import Reply
from desktop.services.call_account import Marked, Moment, Move, Said, SaidBack
from desktop.ui import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.call_time import clock_time
from desktop.ui.widgets.labels import Kind, PlainLabel, Sign
from desktop.ui.widgets.painting import fill_round, painter_for

AT_ONCE = 60
"""Moments laid out at a time: a call may hold five hundred."""


class Timeline(QWidget):
    """Shows moments; what does not fit at once is one button away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What happened, minute by minute"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(9)
        self.more = Button("", "quiet", icon_name="chevron-down", name=_("Show more"))
        self.more.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._moments: Sequence[Moment] = ()
        self._shown = 0

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these, from the first."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._moments, self._shown = moments, 0
        self._show_more()

    def row_of(self, entry_id: uuid.UUID) -> "MomentRow | None":
        """The row of an entry, laid out if it was not yet; ``None`` when the call has no such entry."""
        said = (place for place, each in enumerate(self._moments) if _is_entry(each, entry_id))
        place = next(said, None)
        if place is None:
            return None
        while place >= self._shown:
            self._show_more()
        item = self._rows.itemAt(place)
        row = item.widget() if item is not None else None
        return row if isinstance(row, MomentRow) else None

    def _show_more(self) -> None:
        for moment in self._moments[self._shown : self._shown + AT_ONCE]:
            self._rows.addWidget(MomentRow(moment))
            self._shown += 1
        left = len(self._moments) - self._shown
        self.more.set_text(ngettext("{count} more", "{count} more", left).format(count=left))
        self.more.setVisible(left > 0)


class MomentRow(QWidget):
    """When, what kind of thing, and its words."""

    def __init__(self, moment: Moment) -> None:
        super().__init__()
        icon, kind, words, detail = told(moment)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        when = PlainLabel(clock_time(moment.seconds), "small", tabular=True)
        when.setFixedWidth(52)
        row.addWidget(when, 0, top)
        row.addWidget(Sign(icon, "muted", 16), 0, top)
        column = QVBoxLayout()
        column.setSpacing(1)
        self.words = PlainLabel(words, kind, wrap=True, selectable=True)
        # A word longer than the line must not widen the column.
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(self.words)
        self.detail = PlainLabel(detail, "small", wrap=True)
        if not detail:
            self.detail.hide()
        column.addWidget(self.detail)
        row.addLayout(column, 1)
        self._marked = False

    def mark(self) -> None:
        """Show that this is the one that was looked for."""
        self._marked = True
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marked:
            fill_round(painter_for(self), QRectF(self.rect()), theme.current().colour("accent_soft"))


def _is_entry(moment: Moment, entry_id: uuid.UUID) -> bool:
    return isinstance(moment.what, Said) and moment.what.entry.id == entry_id


def told(moment: Moment) -> tuple[str, Kind, str, str]:
    """Icon, kind of label, words and detail of a moment."""
    match moment.what:
        case Said() as said:
            return _said(said)
        case Move() as move:
            detail = move.who
            return "target", "strong", _("{criterion}: {before} → {after}").format(
                criterion=move.criterion, before=mark_words(move.before), after=mark_words(move.after)
            ), detail  # fmt: skip
        case Marked(title, state):
            asked = state is QuestionState.ASKED
            words = _("Asked: {question}") if asked else _("Skipped: {question}")
            return "check" if asked else "minus", "muted", words.format(question=title), ""
        case SaidBack(sentence, reply, correction):
            return "refresh-cw", "body", sentence, _reply(reply, correction)


def _said(said: Said) -> tuple[str, Kind, str, str]:
    entry = said.entry
    detail = " · ".join(part for part in (said.who, said.theme, *(f"#{tag}" for tag in entry.tags)) if part)
    match entry:
        case Note():
            return "pencil", "muted", entry.words, _("Note to self")
        case Objection():
            state = {None: _("Objection"), True: _("Objection, settled"), False: _("Objection, open")}[entry.settled]
            return "hand", "body", _("“{words}”").format(words=entry.words), state
        case LaterQuestion():
            return "circle-help", "muted", entry.words, _("To ask later")
        case _:
            icon = "star" if entry.citable else "message-square-quote"
            return icon, "body", _("“{words}”").format(words=entry.words), detail


def _reply(reply: Reply, correction: str) -> str:
    match reply:
        case Reply.CONFIRMED:
            return _("Said back, confirmed")
        case Reply.REFUSED:
            return _("Said back, refused")
        case Reply.CORRECTED:
            return _("Said back, put right: “{words}”").format(words=correction)


def mark_words(mark: str) -> str:
    """``3``, ``inconnu``, ``non demandé``."""
    return {"": _("not asked"), "?": _("unknown")}.get(mark, mark)
