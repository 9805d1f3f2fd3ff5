"""A rep's laptop over months, in a moment: it sleeps, is killed, and its clock is set; what rang is written down."""

import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.clock import FixedClock
from desktop.models.followup_kinds import Channel, Objective
from desktop.services import followups, reminders
from desktop.services.followups import NextStep
from desktop.services.prospects import create_prospect
from desktop.ui.reminders.bell import Bell
from desktop.ui.workspace import Workspace

TICK = 15
PARIS, MARTINIQUE = ZoneInfo("Europe/Paris"), ZoneInfo("America/Martinique")


class Laptop:
    """``rang`` counts the rings of each follow-up, ``lateness`` how long after its moment each one came.

    Between two moments that matter nothing can ring: the clock is moved there at once, then ticks as it does.
    """

    def __init__(self, workspace: Workspace, clock: FixedClock) -> None:
        self.workspace, self.clock = workspace, clock
        # In universal time, where a second is always a second.
        clock.moment = clock.moment.astimezone(UTC)
        self.rang: Counter[uuid.UUID] = Counter()
        self.lateness: dict[uuid.UUID, timedelta] = {}
        self.shown: dict[uuid.UUID, datetime] = {}
        """On the screen, and not answered."""
        self.moments: dict[uuid.UUID, datetime] = {}
        self.ticks = 0
        self.start()

    def plan(self, due_local: datetime, zone: ZoneInfo = PARIS) -> uuid.UUID:
        """A follow-up of somebody new."""

        def planned(session: object) -> uuid.UUID:
            now = self.clock.now()
            prospect_id = create_prospect(session, now=now, company="Ateliers Brévent")  # type: ignore[arg-type]
            step = NextStep(due_local, zone.key, Channel.PHONE, Objective.VALIDATION)
            return followups.plan(session, prospect_id, step, now=now)  # type: ignore[arg-type]

        key = self.workspace.do(planned)
        self.moments[key] = due_local.replace(tzinfo=zone).astimezone(UTC)
        return key

    def start(self) -> None:
        """The program starts, after a kill or not: what nobody answered is no longer on any screen."""
        for key in self.shown:
            self.rang[key] -= 1
        self.shown = {}
        self.bell = Bell(self.workspace)

    def tick(self, *, shown: bool = True) -> tuple[reminders.Reminder, ...]:
        """One look at the clock; ``shown=False``: killed before anything is on the screen."""
        self.ticks += 1
        begun = self.bell.tick()
        for each in begun if shown else ():
            self.rang[each.follow_up_id] += 1
            self.shown[each.follow_up_id] = each.remind_at
            self.lateness[each.follow_up_id] = self.clock.now() - self.moments[each.follow_up_id]
        return begun

    def run(self, seconds: float, every: float = TICK) -> None:
        """Tick for so long."""
        for _turn in range(int(seconds // every)):
            self.clock.advance(every)
            self.tick()

    def run_until(self, moment: datetime) -> None:
        """Tick up to ``moment``, coarsely where nothing is near."""
        while (left := (moment - self.clock.now()).total_seconds()) > 0:
            ahead = [(each - self.clock.now()).total_seconds() for each in self.moments.values()]
            near = min((each for each in ahead if each > -2 * TICK), default=left)
            self.clock.advance(TICK if near <= 2 * TICK else min(near - TICK, left))
            # The loop jumps where the program would have ticked: for it, no time is missing.
            self.bell._last = (self.clock.now() - timedelta(seconds=TICK), self.clock.monotonic() - TICK)
            self.tick()

    def suspend(self, seconds: float) -> None:
        """The lid is closed: the wall clock goes on, the other one stops, as on Linux."""
        self.clock.moment += timedelta(seconds=seconds)
        self.tick()

    def set_clock(self, by: timedelta) -> None:
        """Somebody, or the network, sets the wall clock."""
        self.clock.moment += by
        self.tick()

    def answer(self) -> None:
        """The rep has seen what is on the screen."""
        self.workspace.do(reminders.acknowledge, self.shown)
        self.shown = {}
        self.bell.refresh()
