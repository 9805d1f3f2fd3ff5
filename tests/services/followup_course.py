"""Any course of acts on one prospect's follow-ups, and what must hold after each of them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlalchemy import select

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.base import Base
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.prospects import Contact, Prospect
from desktop.models.working_days import Closure
from desktop.services import absences, cadence_runs, cadences, closures, followups, outcomes, touches
from desktop.services.followups import NextStep
from desktop.services.natural_dates import understand
from desktop.services.prospects import create_prospect
from desktop.services.row_changes import Changes, recorded

PARIS = ZoneInfo("Europe/Paris")
MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=PARIS)
GOES_ON = [each for each in Outcome if each is not Outcome.LOST]
SAID = ("demain", "dans 2 semaines", "+3j", "fin de semaine", "mardi 10h", "fin décembre", "en janvier", "lundi")
ACTS = st.one_of(
    st.tuples(st.just("snooze"), st.integers(1, 200)),
    st.tuples(st.just("postpone"), st.sampled_from(SAID)),
    st.tuples(st.just("settle"), st.sampled_from(GOES_ON)),
    st.tuples(st.just("plan again"), st.sampled_from(SAID)),
    st.tuples(st.just("away"), st.tuples(st.integers(0, 40), st.integers(0, 20))),
    st.tuples(st.just("cadence"), st.integers(0, 2)),
    st.tuples(st.just("undo"), st.just(0)),
    st.tuples(st.just("wait"), st.integers(1, 12)),
)
ACTED_ON = ("follow_ups", "prospects", "status_changes", "cadence_runs", "absences", "standing_counts", "exchanges")
EVERYTHING = [table.name for table in Base.metadata.sorted_tables]
COURSES = st.lists(ACTS, min_size=4, max_size=14)


class Course:
    """One prospect with a step planned, a company that closes at the year end, and a rep that acts at random."""

    def __init__(self, session: Session, band: Band = Band.GOOD, heat: Heat = Heat.HOT) -> None:
        self.session, self.clock = session, FixedClock(MONDAY)
        closures.save(session, [Closure((12, 24), (1, 2), "Fin d’année")], now=MONDAY)
        self.prospect_id = create_prospect(session, now=MONDAY, company="Ateliers Brévent")
        prospect = session.get_one(Prospect, self.prospect_id)
        prospect.band, prospect.heat, prospect.to_complete = band, heat, False
        session.add(
            Contact(prospect_id=prospect.id, name="Claire", phone="0123456789", email="c@x.fr", created_at=MONDAY)
        )
        session.flush()
        step = NextStep(datetime.combine(date(2026, 11, 25), time(9)), PARIS.key, Channel.PHONE, Objective.PRECISION)
        followups.plan(session, self.prospect_id, step, now=MONDAY)
        self.done: list[tuple[Changes, dict[str, Any]]] = []

    def act(self, name: str, said: Any) -> None:
        """One act, kept for undo; one that is refused changes nothing, and that is checked."""
        session, now = self.session, self.clock.now()
        step = followups.open_of(session, self.prospect_id)[0]
        if name == "undo":
            self.undo()
        elif name == "wait":
            self.clock.advance(said * 24 * 3600)
        elif name == "snooze":
            self._keep(followups.snooze, step.id, now + timedelta(hours=said), now=now)
        elif name == "postpone":
            due = self._understood(said)
            self._keep(followups.move, step.id, due, now=now, reason="nobody answers")
        elif name == "plan again":
            self._keep(self._drop_and_plan, step, self._understood(said), now=now)
        elif name == "away":
            first = now.date() + timedelta(days=said[0])
            self._keep(absences.declare, first, first + timedelta(days=said[1]), now=now)
        elif name == "cadence":
            found = cadences.in_use(session, "fr")
            self._keep(cadence_runs.start, self.prospect_id, found[said % len(found)], now=now, zone=PARIS)
        else:
            self._settle(step, said)

    def _settle(self, step: FollowUp, outcome: Outcome) -> None:
        session, now = self.session, self.clock.now()
        proposed = outcomes.proposed(session, step.id, outcome, now=now, zone=PARIS)
        assert proposed is not None
        self._proposed(proposed, step, outcome)
        before = whole(session)
        settled = outcomes.settle(session, step.id, outcome, proposed, now=now)
        after = whole(session)
        outcomes.take_back(session, settled)
        assert whole(session) == before
        followups.redo(session, settled.changes)
        assert whole(session) == after
        self.done.append((settled.changes, before))

    def _proposed(self, step: NextStep, last: FollowUp, outcome: Outcome) -> None:
        """What the program proposes: a day on which the rep works, to come, and another channel when there is one."""
        assert absences.calendar(self.session).works(step.due_local.date())
        assert step.due_local.date() > self.clock.today()
        prospect = self.session.get_one(Prospect, self.prospect_id)
        possible = touches.possible_channels(prospect, touches.contact_of(self.session, prospect.id, None))
        if outcome is not Outcome.MOVED:
            assert step.channel is not last.channel
            assert step.channel in possible

    def _understood(self, said: str) -> datetime:
        worked = absences.calendar(self.session)
        found = understand(said, self.clock.now(), "fr", worked)
        assert found is not None
        assert worked.works(found.due_local.date())
        return found.due_local

    @staticmethod
    def _drop_and_plan(session: Session, step: FollowUp, due: datetime, *, now: datetime) -> None:
        followups.set_state(session, step.id, FollowUpState.DROPPED, now=now)
        new = NextStep(due, PARIS.key, Channel.EMAIL, Objective.VALIDATION)
        followups.plan(session, step.prospect_id, new, now=now)

    def _keep(self, command: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        before = whole(self.session)
        try:
            _result, changes = recorded(self.session, command, *args, **kwargs)
        except UserError:
            assert whole(self.session) == before
        else:
            self.done.append((changes, before))

    def undo(self) -> None:
        """Take the last act back: every row of every table is what it was."""
        if self.done:
            changes, before = self.done.pop()
            followups.undo(self.session, changes)
            assert whole(self.session) == before

    def check(self) -> None:
        """One next step, that rings while it is open; nothing shifted by an absence falls on a day off."""
        self.session.flush()
        found = self.session.scalars(select(FollowUp).where(FollowUp.prospect_id == self.prospect_id)).all()
        (opened,) = [each for each in found if each.state is FollowUpState.OPEN]
        assert all(each.remind_at is None for each in found if each is not opened)
        assert opened.remind_at in (opened.due_at, opened.snoozed_until)
        if opened.channel not in (Channel.MEETING, Channel.VIDEO):
            assert absences.calendar(self.session).works(opened.due_local.date()) or opened.due_at < self.clock.now()

    def run(self, acts: list[tuple[str, Any]]) -> None:
        """The whole of it, then all of it taken back."""
        before = whole(self.session, EVERYTHING)
        for name, said in acts:
            self.act(name, said)
            self.check()
        while self.done:
            self.undo()
        assert whole(self.session, EVERYTHING) == before


def whole(session: Session, tables: Sequence[str] = ACTED_ON) -> dict[str, list[str]]:
    """Every row of these tables, but for the number that calendars compare, which is never lowered, and for counts of
    nobody."""
    session.flush()
    return {table: sorted(str(row) for row in _rows(session, table) if row.get("prospects") != 0) for table in tables}


def _rows(session: Session, table: str) -> list[dict[str, Any]]:
    found = session.connection().exec_driver_sql(f"SELECT * FROM {table}").mappings()
    return [{name: value for name, value in row.items() if name != "sequence"} for row in found]
