"""The book is sixty prospects as a rep could have them: dated around today, of every standing, and gone in one act."""

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop import database, i18n
from desktop.models.calls import Verbatim
from desktop.models.followups import FollowUp, FollowUpState
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Prospect, StatusChange
from desktop.models.statuses import Status
from desktop.models.working_days import is_working_day
from desktop.services import example_book, examples, status_moves, today
from tests.conftest import MONDAY

ENGLISH = ("the ", " and ", " we ", "Send", "Call ")


@pytest.fixture(params=examples.LANGUAGES)
def loaded(request: pytest.FixtureRequest, session: database.Session) -> database.Session:
    i18n.use(request.param)
    example_book.load(session, now=MONDAY, language=request.param)
    session.flush()
    return session


def test_it_is_a_year_of_work(loaded: database.Session) -> None:
    everyone = loaded.scalars(select(Prospect)).all()
    assert len(everyone) == 60 and all(each.is_example for each in everyone)
    by_status = Counter(each.status for each in everyone)
    assert all(by_status[status] >= 3 for status in Status)
    assert len({each.sector for each in everyone}) >= 12
    assert len({(each.band, each.heat) for each in everyone if each.heat}) == 9
    open_steps = loaded.scalars(select(FollowUp).where(FollowUp.state == FollowUpState.OPEN)).all()
    assert len({each.prospect_id for each in open_steps}) == len(open_steps) > 40
    assert all(is_working_day(each.due_local.date()) for each in open_steps)
    agenda = today.agenda(loaded, MONDAY)
    assert agenda.late and agenda.week and agenda.without_next_step >= 3
    assert {each.state for each in loaded.scalars(select(Proposal))} == set(ProposalState)
    assert len(status_moves.losses(loaded)) == 3 and status_moves.to_wake(loaded, MONDAY)
    assert loaded.scalar(select(Verbatim.text).where(Verbatim.at < MONDAY - timedelta(days=240)).limit(1))
    assert all(each.at <= MONDAY for each in loaded.scalars(select(StatusChange)))


def test_it_speaks_one_language(session: database.Session) -> None:
    i18n.use("fr")
    example_book.load(session, now=MONDAY, language="fr")
    session.flush()
    said = [*session.scalars(select(Verbatim.text)), *session.scalars(select(FollowUp.subject))]
    assert not [text for text in said for word in ENGLISH if word in text]
    assert not [text for text in said if "'" in text or " !" in text or '"' in text]


def test_it_leaves_in_one_act(loaded: database.Session) -> None:
    keys = examples.remove(loaded, at=MONDAY)
    loaded.flush()
    assert (len(keys), examples.count(loaded), today.due_count(loaded, MONDAY)) == (60, 0, 0)
    examples.bring_back(loaded, keys)
    loaded.flush()
    assert examples.count(loaded) == 60
