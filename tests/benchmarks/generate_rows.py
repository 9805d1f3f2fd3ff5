"""The rows of a generated book: prospects first imagined whole, then told table by table."""

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desktop.models.grids import Grid, Standing, standing
from desktop.models.scripts import Script
from desktop.services import templates
from tests.benchmarks import generate_words as words

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
LATE, A_DAY = 40, 30
"""Steps that one rep has let slip, and those of one day: however many prospects there are."""
_YEARS = 4
_STATUSES = (
    ("lead",) * 8 + ("prospect",) * 4 + ("qualified",) * 2 + ("client",) * 2 + ("shelved", "shelved", "lost", "lost")
)
_CALLED = {"lead": 0.2, "prospect": 1.6, "qualified": 2.0, "client": 2.0, "shelved": 1.0, "lost": 1.4}
"""How much likelier than usual it is that one of this status had a call."""
_MOST_LINES = 25
_KINDS = ("verbatim",) * 8 + ("note", "objection")
_OUTCOMES = ("reached", "voice_mail", "voice_mail", "replied", "moved", None)
_ANSWERS = ("reached", "replied", "moved")

Row = tuple[Any, ...]
Rows = Iterable[Row]


@dataclass
class _Imagined:
    """One prospect, before its rows."""

    number: int
    key: str
    created: datetime
    status: str
    called: bool
    kind: str
    people: list[str]
    """The keys of its people."""
    decider: bool
    levels: dict[str, int | None]
    standing: Standing | None
    call: str = ""
    due: datetime | None = None
    heard: datetime | None = None
    past: list[tuple[datetime, str | None]] = field(default_factory=list)
    """Follow-ups done: when, and what came of them."""


class Book:
    """Rows as the database keeps them: keys in hexadecimal, moments in UTC without their zone, money in cents."""

    def __init__(self, seed: int, prospects: int, calls: float, verbatims: float, follow_ups: float) -> None:
        self._chance = random.Random(seed)
        self._lines = min(_MOST_LINES, max(1, round(verbatims / calls / 0.8))) if calls else 0
        self._follow_ups = follow_ups
        self._script: Script = templates.script("b2b", "fr")
        self._grid: Grid = templates.grid("five-criteria", "fr")
        step = timedelta(days=365 * _YEARS) / max(1, prospects)
        moments = [NOW - timedelta(hours=2) - step * (prospects - number) for number in range(prospects)]
        self._all = [self._imagine(number, moment, calls) for number, moment in enumerate(moments)]
        self._promise()

    def tables(self) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
        """Each table, its columns and its rows, in the order in which they are inserted."""
        for name, columns, rows in (
            ("prospects", _PROSPECT, self._prospect_rows()),
            ("contacts", _CONTACT, self._contact_rows()),
            ("calls", _CALL, self._call_rows()),
            ("entries", _ENTRY, self._entry_rows()),
            ("scores", _SCORE, self._score_rows()),
            ("follow_ups", _FOLLOW_UP, self._follow_up_rows()),
            ("status_changes", _STATUS_CHANGE, self._status_rows()),
            ("exchanges", _EXCHANGE, self._exchange_rows()),
            ("proposals", _PROPOSAL, self._proposal_rows()),
        ):
            yield name, tuple(columns.split()), rows

    # What they are

    def _imagine(self, number: int, created: datetime, calls: float) -> _Imagined:
        chance = self._chance
        status = chance.choice(_STATUSES)
        called = chance.random() < calls * _CALLED[status]
        levels = self._some_levels() if called else {}
        people = [self._key(created) for _ in range(chance.choice((1, 1, 1, 2)))]
        one = _Imagined(
            number,
            self._key(created),
            created,
            status,
            called,
            "b2c" if chance.random() < 0.15 else "b2b",
            people,
            chance.random() < 0.4,
            levels,
            standing(self._grid, levels) if called else None,
        )
        if called:
            one.call = self._key(created)
            one.heard = created + timedelta(minutes=20)
        # The open step of the active ones comes on top.
        for _ in range(round(self._follow_ups - 0.6 + chance.uniform(-1, 1))):
            moment = created + (NOW - created) * chance.random()
            one.past.append((moment, chance.choice(_OUTCOMES)))
        one.past.sort(key=lambda each: each[0])
        one.heard = max([each for each, outcome in one.past if outcome in _ANSWERS] + [one.heard or created])
        if not called and not any(outcome in _ANSWERS for _, outcome in one.past):
            one.heard = None
        return one

    def _some_levels(self) -> dict[str, int | None]:
        asked = (each.key for each in self._grid.criteria if self._chance.random() < 0.8)
        return {key: self._chance.choice((None, 0, 1, 1, 2, 2, 3, 3)) for key in asked}

    def _promise(self) -> None:
        """One open step for nine active prospects in ten: what a rep lets slip, does in a day, and has ahead."""
        active = [one for one in self._all if one.status in ("lead", "prospect", "qualified")]
        planned = [one for one in active if self._chance.random() < 0.9]
        self._chance.shuffle(planned)
        for place, one in enumerate(planned):
            if place < LATE:
                days = -self._chance.randrange(1, 15)
            elif place < LATE + 8 * A_DAY:
                days = (place - LATE) // A_DAY
            else:
                days = self._chance.randrange(8, 500)
            day = (NOW + timedelta(days=days)).replace(hour=0, minute=0)
            one.due = day + timedelta(minutes=15 * self._chance.randrange(4 * 8, 4 * 18))

    def _key(self, moment: datetime) -> str:
        milliseconds = int(moment.timestamp() * 1000)
        number = milliseconds << 80 | 7 << 76 | self._chance.getrandbits(12) << 64 | 2 << 62
        return f"{number | self._chance.getrandbits(62):032x}"

    # Table by table

    def _prospect_rows(self) -> Iterator[Row]:
        chance = self._chance
        for one in self._all:
            trade, town, result = chance.choice(words.TRADES), chance.choice(words.TOWNS), one.standing
            firm = one.kind == "b2b"
            source = chance.choice(words.SHOWS) if chance.random() < 0.2 else chance.choice(words.SOURCES)
            heat = (
                chance.choice(("cold", "cold", "warm", "warm", "hot")) if one.called or chance.random() < 0.2 else None
            )
            touched = max(each for each in (one.created, one.heard, *(at for at, _ in one.past[-1:])) if each)
            wake = NOW.date() + timedelta(days=chance.randrange(-30, 300)) if one.status == "shelved" else None
            yield (
                one.key,
                f"{trade} {chance.choice(words.NAMES)} {one.number}" if firm else "",
                f"PME, {chance.randrange(3, 250)} salariés · {town}" if firm else f"Maison individuelle · {town}",
                one.kind,
                trade.lower() if firm else "",
                source,
                f"{chance.randrange(1, 200)} rue {chance.choice(words.NAMES)}, {town}",
                f"{chance.randrange(10**9):09}" if firm else "",
                chance.choice(words.SENTENCES),
                chance.choice((None, chance.randrange(500, 50_000) * 100)),
                one.status,
                heat,
                *((result.low, result.high, result.maximum) if result else (None, None, None)),
                *((result.band_low.value, result.band_high.value) if result else (None, None)),
                result.to_complete if result else True,
                False,
                wake.isoformat() if wake and chance.random() < 0.7 else None,
                _moment(one.heard) if one.heard else None,
                _moment(one.due) if one.due else None,
                one.decider,
                f"{trade.lower()}-{one.number}.fr" if firm and chance.random() < 0.5 else "",
                _moment(one.created),
                _moment(touched),
            )

    def _contact_rows(self) -> Iterator[Row]:
        chance = self._chance
        for one in self._all:
            for position, key in enumerate(one.people):
                first, name, number = chance.choice(words.FIRST_NAMES), chance.choice(words.NAMES), one.number
                role = "decider" if one.decider and not position else chance.choice((None, "influencer", "user"))
                yield (
                    key,
                    one.key,
                    position,
                    f"{first} {name}" if one.kind == "b2b" else f"{first} {name} {number}",
                    chance.choice(words.JOBS) if one.kind == "b2b" else "",
                    role,
                    chance.choice((None, None, "for", "neutral", "against")),
                    chance.choice(words.RELATIONS) if one.kind == "b2c" and position else "",
                    f"02 99 {number // 10000 % 100:02} {number // 100 % 100:02} {number % 100:02}",
                    f"{first}.{name}{number}@exemple.fr".lower(),
                    _moment(one.created),
                )

    def _call_rows(self) -> Iterator[Row]:
        script = json.dumps(self._script.as_dict(), ensure_ascii=False)
        grid = json.dumps(self._grid.as_dict(), ensure_ascii=False)
        last = self._script.questions[-1].key
        for one in self._called():
            ended = _moment(one.created + timedelta(minutes=25))
            yield (
                one.call,
                one.key,
                one.people[0],
                script,
                grid,
                "concluded",
                last,
                30,
                1500,
                _moment(one.created),
                ended,
                "",
            )

    def _entry_rows(self) -> Iterator[Row]:
        chance = self._chance
        questions = [(each.key, each.criterion or "") for each in self._script.questions]
        for one in self._called():
            person = one.people[0]
            for sequence in range(1, self._lines + 1):
                question, criterion = questions[sequence % len(questions)]
                moment = one.created + timedelta(minutes=sequence)
                yield (
                    self._key(moment),
                    one.call,
                    one.key,
                    person,
                    chance.choice(_KINDS),
                    sequence,
                    chance.choice(words.SENTENCES),
                    "",
                    sequence % 3 == 0,
                    question,
                    criterion,
                    60 * sequence,
                    _moment(moment),
                )

    def _score_rows(self) -> Iterator[Row]:
        for one in self._called():
            at = _moment(one.created + timedelta(minutes=10))
            for criterion, level in one.levels.items():
                yield (self._key(one.created), one.call, one.key, criterion, level, at)

    def _follow_up_rows(self) -> Iterator[Row]:
        for one in self._all:
            for at, outcome in one.past:
                state = "done" if outcome else "dropped"
                yield self._step(one, at, state, outcome, at if outcome else None, None)
            if one.due:
                yield self._step(one, one.due, "open", None, None, one.due if one.due > NOW else None)

    def _step(
        self,
        one: _Imagined,
        due: datetime,
        state: str,
        outcome: str | None,
        done: datetime | None,
        ring: datetime | None,
    ) -> Row:
        chance = self._chance
        created = min(due, NOW) - timedelta(days=chance.randrange(1, 20))
        return (
            self._key(one.created + timedelta(minutes=30)),
            one.key,
            one.people[0],
            _local(due),
            "Europe/Paris",
            _moment(due),
            chance.choice(("phone", "phone", "email", "meeting", "video", "linkedin")),
            chance.choice(("validation", "precision", "projection")),
            chance.choice(words.SUBJECTS),
            "",
            state,
            _moment(done) if done else None,
            chance.choice((0, 0, 0, 1, 2)),
            outcome,
            _moment(ring) if ring else None,
            _moment(created),
        )

    def _status_rows(self) -> Iterator[Row]:
        chance = self._chance
        for one in self._all:
            if one.status == "lead":
                continue
            lost = one.status == "lost"
            reason = "Leur fournisseur a baissé ses prix." if lost else "Hors cible." if one.status == "shelved" else ""
            loss = chance.choice(words.LOSSES) if lost else None
            at = _moment(one.created + timedelta(days=1))
            yield (self._key(one.created), one.key, at, "lead", one.status, reason, loss)

    def _exchange_rows(self) -> Iterator[Row]:
        for one in self._all:
            if self._chance.random() < 0.5:
                at = _moment(one.created + timedelta(minutes=40))
                kind = self._chance.choice(("note", "meeting", "received", "sent"))
                text = self._chance.choice(words.EXCHANGES)
                yield (self._key(one.created), one.key, one.people[0], kind, text, at, at)

    def _proposal_rows(self) -> Iterator[Row]:
        chance = self._chance
        ranks: dict[int, int] = defaultdict(int)
        for one in self._called():
            if one.status == "lead" or chance.random() > 0.3:
                continue
            issued = one.created + timedelta(days=3)
            ranks[issued.year] += 1
            state = chance.choice(("draft", "sent", "sent", "accepted", "refused"))
            yield (
                self._key(one.created),
                one.key,
                one.call,
                one.people[0],
                issued.year,
                ranks[issued.year],
                state,
                "fr",
                f"Proposition pour {chance.choice(words.TOWNS)}",
                chance.choice(words.SENTENCES),
                "",
                "",
                "[]",
                "[]",
                True,
                "",
                issued.date().isoformat(),
                self._valid_until(issued).isoformat(),
                "",
                _moment(issued),
                _moment(issued),
            )

    def _valid_until(self, issued: datetime) -> date:
        return (issued + timedelta(days=self._chance.choice((30, 45, 60)))).date()

    def _called(self) -> Iterator[_Imagined]:
        return (one for one in self._all if one.called)


_PROSPECT = (
    "id company about kind sector source address siren notes amount status heat low high maximum band band_high "
    "to_complete is_example wake_on heard_at next_due_at has_decider website created_at updated_at"
)
_CONTACT = "id prospect_id position name job_title role stance relation phone email created_at"
_CALL = (
    "id prospect_id contact_id script_copy grid_copy state question planned_minutes elapsed_seconds started_at "
    "ended_at no_follow_up_reason"
)
_ENTRY = "id call_id prospect_id contact_id kind sequence text corrected citable question criterion offset_seconds at"
_SCORE = "id call_id prospect_id criterion level at"
_FOLLOW_UP = (
    "id prospect_id contact_id due_local zone due_at channel objective subject brings state done_at moves outcome "
    "remind_at created_at"
)
_STATUS_CHANGE = "id prospect_id at before after reason loss"
_EXCHANGE = "id prospect_id contact_id kind text at created_at"
_PROPOSAL = (
    "id prospect_id call_id contact_id year rank state language title objective cost_today recommendation gains "
    "to_confirm contractual price_reason issued_on valid_until next_step created_at updated_at"
)


def _moment(moment: datetime) -> str:
    return _local(moment.astimezone(UTC))


def _local(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(" ", "microseconds")
