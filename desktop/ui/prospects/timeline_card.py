"""Everything that happened with a prospect, newest first: read by pages, filtered by kind, written at the top."""

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n import _, current, pgettext
from desktop.models.followup_kinds import channel_label
from desktop.models.followups import FollowUp
from desktop.services.people import Person
from desktop.services.timeline import PAGE, Kind
from desktop.services.timeline_facts import Exchanged, FollowedUp, Row, page
from desktop.ui.prospects.exchange_line import ExchangeLine
from desktop.ui.prospects.timeline_row import TimelineRow
from desktop.ui.prospects.timeline_words import heading, said
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice_chips import ChoiceChips
from desktop.ui.widgets.labels import PlainLabel
from desktop.ui.workspace import Workspace

_FILTERS = (Kind.CALL, Kind.EXCHANGE, Kind.SCORE, Kind.FOLLOW_UP, Kind.PROPOSAL, Kind.STATUS)


class TimelineCard(Card):
    """``opened`` carries a ``Row`` that something else shows; a row that only has words opens in its place."""

    opened = Signal(object)
    settle_asked = Signal(object)
    """The key of the open follow-up that what they said may have answered."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(pgettext("timeline", "History"), " ")
        self._workspace = workspace
        self._prospect_id: uuid.UUID | None = None
        self._wanted = PAGE
        self._offered: uuid.UUID | None = None
        self.line = ExchangeLine(workspace.clock)
        self.offer, self.offer_words = QWidget(), PlainLabel("", "muted", wrap=True)
        self.settle = Button(_("They answered"), icon_name="check")
        self.leave_open = Button("", "quiet", icon_name="x", name=_("Leave it open"))
        names = {"": pgettext("timeline", "Everything"), **{kind.value: _filter_words(kind) for kind in _FILTERS}}
        self.filters = ChoiceChips(pgettext("timeline", "Show"), list(names.items()))
        self.filters.set_value("")
        self.rows: list[TimelineRow] = []
        """The rows on screen, the newest first."""
        self._pool: list[TimelineRow] = []
        self._holder = QWidget()
        self._list = QVBoxLayout(self._holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._none = PlainLabel("", "muted", wrap=True)
        self.more = Button(_("Show more"), "quiet", icon_name="chevron-down")
        self._lay_out()
        self.line.left.connect(self.focus_rows)
        self.filters.chosen.connect(lambda _key: self._filter())
        self.more.clicked.connect(self._show_more)
        self.settle.clicked.connect(lambda: self.settle_asked.emit(self._offered))
        self.leave_open.clicked.connect(lambda: self.offer_to_settle(None))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.offer_words, 1)
        row.addWidget(self.settle)
        row.addWidget(self.leave_open)
        for part in (self.line, self.offer, self.filters, self._none):
            self.body.addWidget(part)
        self.body.addWidget(self._holder)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.offer.hide()

    def show_prospect(self, prospect_id: uuid.UUID, people: Sequence[Person], next_step: FollowUp | None) -> None:
        """Show the history of a prospect; that of another one begins at its first page."""
        if prospect_id != self._prospect_id:
            self._prospect_id, self._wanted, self._offered = prospect_id, PAGE, None
            self.filters.set_value("")
            self.line.start_afresh()
        if next_step is None or next_step.id != self._offered:
            self.offer_to_settle(None)
        self.line.show_people(people)
        self._read()

    def offer_to_settle(self, step: FollowUp | None) -> None:
        """They said something while a follow-up is open: offer to close it, or no longer."""
        self._offered = step.id if step is not None else None
        self.offer.setVisible(step is not None)
        if step is not None:
            due = current().date(step.due_local.date(), "weekday")
            words = _("A next step is open: {date}, {channel}. Is this their answer?")
            self.offer_words.setText(words.format(date=due, channel=channel_label(step.channel).lower()))

    def focus_rows(self) -> None:
        """The keyboard to the newest row."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def row_about(self, kind: Kind) -> TimelineRow | None:
        """The newest row on screen of that kind."""
        return next((row for row in self.rows if row.row is not None and row.row.moment.kind is kind), None)

    # Reading

    def _read(self) -> None:
        if self._prospect_id is None:
            return
        kinds = [Kind(self.filters.value)] if self.filters.value else []
        found = self._workspace.ask(page, self._prospect_id, kinds, limit=self._wanted)
        self._fill(found.rows)
        self.more.setVisible(found.more)
        nothing = _("Nothing of this kind yet.") if kinds else _("Nothing yet: what happens with them is kept here.")
        self._none.setText(nothing)
        self._none.setVisible(not found.rows)

    def _fill(self, rows: Sequence[Row]) -> None:
        clock, last = self._workspace.clock, ""
        now, today = clock.now(), clock.today()
        focused = self._holder.focusWidget()
        if len(rows) != len(self.rows) and not (focused is not None and focused.hasFocus()):
            # Each row that is shown in sight lays the whole file out again; out of sight, they do so once together.
            self._holder.hide()
        while len(self._pool) < len(rows):
            self._pool.append(self._make())
        for place, (shown, row) in enumerate(zip(self._pool, rows, strict=False)):
            words = said(row, clock.zone, now)
            at = row.moment.at.astimezone(clock.zone)
            day = heading(at.date(), today, ahead=words.ahead and row.moment.at > now)
            shown.show_row(row, words, day if day != last else "", at)
            shown.setFocusPolicy(Qt.FocusPolicy.ClickFocus if place else Qt.FocusPolicy.StrongFocus)
            shown.setVisible(True)
            last = day
        for spare in self._pool[len(rows) :]:
            spare.setVisible(False)
        self.rows = self._pool[: len(rows)]
        self._holder.setVisible(bool(rows))

    def _make(self) -> TimelineRow:
        row = TimelineRow()
        row.clicked.connect(lambda: self._open(row))
        row.stepped.connect(lambda step: self._step(row, step))
        row.removal_asked.connect(lambda: self._remove(row))
        self._list.addWidget(row)
        return row

    def _filter(self) -> None:
        self._wanted = PAGE
        self._read()

    def _show_more(self) -> None:
        first = len(self.rows)
        self._wanted += PAGE
        self._read()
        if first < len(self.rows):
            self._focus(first)

    # Acting

    def _step(self, row: TimelineRow, step: int) -> None:
        place = self.rows.index(row) + step
        if place < 0:
            self.line.edit.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif place < len(self.rows):
            self._focus(place)
        elif self.more.isVisible():
            self._show_more()

    def _focus(self, place: int) -> None:
        """One row takes part in Tab: the one that was left."""
        for each, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == place else Qt.FocusPolicy.ClickFocus)
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, row: TimelineRow) -> None:
        if row.row is None:
            return
        facts = row.row.facts
        if isinstance(facts, Exchanged):
            self.line.edit_one(facts.exchange)
        elif row.row.moment.kind in (Kind.CALL, Kind.SCORE, Kind.PROPOSAL) or _is_open(facts):
            self.opened.emit(row.row)
        else:
            row.toggle_words()

    def _remove(self, row: TimelineRow) -> None:
        if row.row is not None and isinstance(row.row.facts, Exchanged):
            self.line.removal_asked.emit(row.row.facts.exchange)


def _is_open(facts: object) -> bool:
    return isinstance(facts, FollowedUp) and facts.follow_up.state == "open"


def _filter_words(kind: Kind) -> str:
    return {
        Kind.CALL: pgettext("timeline", "Calls"),
        Kind.EXCHANGE: pgettext("timeline", "Exchanges"),
        Kind.SCORE: pgettext("timeline", "Grid"),
        Kind.FOLLOW_UP: pgettext("timeline", "Follow-ups"),
        Kind.PROPOSAL: pgettext("timeline", "Proposals"),
        Kind.STATUS: pgettext("timeline", "Status"),
    }[kind]
