"""What passed outside a call: read from one line, written, changed and taken out; and when they were last heard."""

import uuid
from datetime import datetime, timedelta

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.errors import UserError
from desktop.models.exchanges import Exchange, ExchangeKind
from desktop.models.followup_kinds import Channel, Objective, Outcome
from desktop.models.prospects import Prospect
from desktop.services import calls, exchanges, followups, prospects, row_changes, templates
from desktop.services.followups import NextStep
from tests.conftest import MONDAY, PARIS
from tests.hostile import MARKUP

HOUR = timedelta(hours=1)


@pytest.fixture
def key(session: Session, clock: FixedClock) -> uuid.UUID:
    return prospects.create_prospect(session, now=clock.now(), company="Roux", person="Paul Roux")


def heard(session: Session, key: uuid.UUID) -> datetime | None:
    session.flush()
    return session.query(Prospect.heard_at).filter(Prospect.id == key).scalar()


@pytest.mark.parametrize(
    ("typed", "kind", "text", "at"),
    [
        ("va changer de CRM", None, "va changer de CRM", None),
        ("r hier 14h demande le devis", ExchangeKind.RECEIVED, "demande le devis", "2026-11-22T14:00"),
        ("v vu l’atelier", ExchangeKind.MEETING, "vu l’atelier", None),
        ("e le cas client", ExchangeKind.SENT, "le cas client", None),
        ("Reçu : oui pour mardi", ExchangeKind.RECEIVED, "oui pour mardi", None),
        ("met: Friday at 2 he decides", ExchangeKind.MEETING, "Friday at 2 he decides", None),
        ("M. Roux est absent", None, "M. Roux est absent", None),
        ("Révision du contrat", None, "Révision du contrat", None),
        ("r", None, "r", None),
    ],
)
def test_a_line_says_its_kind_and_its_moment(typed: str, kind: ExchangeKind | None, text: str, at: str | None) -> None:
    line = exchanges.understand(typed, MONDAY, PARIS)
    moment = datetime.fromisoformat(at).replace(tzinfo=PARIS) if at else None
    assert (line.kind, line.text, line.at) == (kind, text, moment)


def test_only_what_they_said_themselves_is_heard(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    now = clock.now()
    for kind in (ExchangeKind.NOTE, ExchangeKind.SENT):
        exchanges.write(session, key, kind, MARKUP[0], now=now)
        assert heard(session, key) is None
    first = exchanges.write(session, key, ExchangeKind.RECEIVED, "oui", now=now, at=now - 2 * HOUR)
    assert heard(session, key) == now - 2 * HOUR
    exchanges.write(session, key, ExchangeKind.MEETING, "vu", now=now, at=now - 5 * HOUR)
    assert heard(session, key) == now - 2 * HOUR
    exchanges.rewrite(session, first, ExchangeKind.RECEIVED, "oui, en fait", now=now, at=now - HOUR)
    assert heard(session, key) == now - HOUR
    exchanges.rewrite(session, first, ExchangeKind.NOTE, "mon avis", now=now)
    assert heard(session, key) == now - 5 * HOUR
    saved = exchanges.find(session, first)
    assert (saved.kind, saved.text, saved.at) == (ExchangeKind.NOTE, "mon avis", now - HOUR)


def test_a_word_of_a_call_and_an_answer_count_too(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    grid, script = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
    call_id = calls.start_call(session, key, script, grid, now=clock.now())
    calls.add_entry(session, call_id, "verbatim", "a day a week", at=clock.now())
    session.flush()
    assert exchanges.last_heard(session, key) == clock.now()
    due = (clock.now() + 30 * HOUR).replace(tzinfo=None)
    step = NextStep(due, "Europe/Paris", Channel.PHONE, Objective.PRECISION)
    follow_up = followups.plan(session, key, step, now=clock.now())
    clock.advance(60)
    found = session.get_one(followups.FollowUp, follow_up)
    followups.finish(found, now=clock.now(), outcome=Outcome.VOICE_MAIL)
    session.flush()
    assert exchanges.last_heard(session, key) == clock.now() - timedelta(minutes=1)
    followups.finish(found, now=clock.now(), outcome=Outcome.REPLIED)
    session.flush()
    assert exchanges.last_heard(session, key) == clock.now()


def test_nothing_empty_and_nothing_to_come_is_written(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    with pytest.raises(UserError):
        exchanges.write(session, key, ExchangeKind.NOTE, " \n ", now=clock.now())
    with pytest.raises(UserError, match="next step"):
        exchanges.write(session, key, ExchangeKind.MEETING, "vu", now=clock.now(), at=clock.now() + HOUR)
    assert session.query(Exchange).count() == 0


def test_each_act_is_undone_exactly(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    def rows() -> list[tuple[object, ...]]:
        session.flush()
        return [
            *(tuple(row) for row in session.execute(Exchange.__table__.select())),
            *(tuple(row) for row in session.execute(Prospect.__table__.select())),
        ]

    now, states, done = clock.now(), [rows()], []
    clock.advance(60)
    exchange_id, changes = row_changes.recorded(
        session, exchanges.write, key, ExchangeKind.RECEIVED, MARKUP[1], now=now + HOUR
    )
    done.append(changes)
    states.append(rows())
    done.append(
        row_changes.recorded(session, exchanges.rewrite, exchange_id, ExchangeKind.NOTE, "x", now=now + 2 * HOUR)[1]
    )
    states.append(rows())
    done.append(row_changes.recorded(session, exchanges.remove, exchange_id, now=now + 3 * HOUR)[1])
    states.append(rows())
    for changes in reversed(done):
        assert rows() == states.pop()
        row_changes.take_back(session, changes)
    assert rows() == states.pop()
