"""What must not be forgotten, each kind counted as its list shows it."""

from datetime import date, datetime, timedelta

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.base import new_id
from desktop.models.followups import FollowUpState
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Prospect
from desktop.models.statuses import ContactRole, Status
from desktop.services import followups, prospects
from desktop.services.loose_ends import Kind, LooseEnd, loose_ends
from tests.services.test_today import prospect


def found(session: Session, clock: FixedClock) -> dict[Kind, LooseEnd]:
    session.flush()
    return {each.kind: each for each in loose_ends(session, clock.now())}


def proposal(session: Session, prospect_id: object, rank: int, until: date) -> Proposal:
    made = Proposal(
        id=new_id(),
        prospect_id=prospect_id,
        year=2026,
        rank=rank,
        state=ProposalState.SENT,
        language="fr",
        issued_on=until - timedelta(days=30),
        valid_until=until,
        created_at=datetime.fromisoformat("2026-11-01T09:00+01:00"),
        updated_at=datetime.fromisoformat("2026-11-01T09:00+01:00"),
    )
    session.add(made)
    return made


def test_nothing_is_forgotten_in_an_empty_file(session: Session, clock: FixedClock) -> None:
    assert found(session, clock) == {}


def test_hot_ones_without_a_decision_maker_and_those_without_a_step(session: Session, clock: FixedClock) -> None:
    prospect(session, clock, "hot", "33333", Heat.HOT)
    decided = prospect(session, clock, "decided", "33333", Heat.HOT, datetime.fromisoformat("2026-11-25T09:00"))
    prospects.add_contact(session, decided, now=clock.now(), name="Boss", role=ContactRole.DECIDER)
    ends = found(session, clock)
    assert {kind: end.count for kind, end in ends.items()} == {Kind.HOT_WITHOUT_DECIDER: 1, Kind.UNPLANNED: 1}
    for end in ends.values():
        assert end.filter is not None
        listed = session.query(Prospect).where(*end.filter.conditions(clock.now())).all()
        assert [each.company for each in listed] == ["hot"]


def test_grids_to_complete_and_those_to_wake(session: Session, clock: FixedClock) -> None:
    prospect(session, clock, "open", "2????", Heat.WARM, datetime.fromisoformat("2026-11-25T09:00"))
    shelved = session.get_one(Prospect, prospect(session, clock, "asleep", "33333"))
    shelved.status, shelved.wake_on = Status.SHELVED, clock.today()
    ends = found(session, clock)
    assert {kind: end.count for kind, end in ends.items()} == {Kind.TO_WAKE: 1, Kind.TO_COMPLETE: 1}


def test_one_proposal_opens_itself_and_several_their_list(session: Session, clock: FixedClock) -> None:
    key = prospect(session, clock, "p", "33333", due=datetime.fromisoformat("2026-11-25T09:00"))
    friday = proposal(session, key, 1, date(2026, 11, 27))
    gone = proposal(session, key, 2, date(2026, 11, 22))
    proposal(session, key, 3, date(2026, 12, 1))
    answered = proposal(session, key, 4, date(2026, 11, 25))
    answered.state = ProposalState.ACCEPTED
    ends = found(session, clock)
    assert ends[Kind.EXPIRING] == LooseEnd(Kind.EXPIRING, 1, ends[Kind.EXPIRING].filter, friday.id, date(2026, 11, 27))
    assert (ends[Kind.EXPIRED].count, ends[Kind.EXPIRED].proposal_id) == (1, gone.id)
    proposal(session, key, 5, date(2026, 11, 30))
    ends = found(session, clock)
    assert (ends[Kind.EXPIRING].count, ends[Kind.EXPIRING].proposal_id) == (2, None)
    assert ends[Kind.EXPIRING].filter is not None and ends[Kind.EXPIRING].filter.expiring


def test_a_contact_of_a_show_is_called_back_within_a_day(session: Session, clock: FixedClock) -> None:
    due = datetime.fromisoformat("2026-11-24T09:00")
    keys = [prospect(session, clock, name, due=due) for name in ("met", "called", "heard", "site")]
    for key in keys[:3]:
        session.get_one(Prospect, key).source = "Salon SIMI 2026"
    session.get_one(Prospect, keys[3]).source = "Site internet"
    session.get_one(Prospect, keys[2]).heard_at = clock.now()
    session.flush()
    step = followups.next_of(session, keys[1])
    assert step is not None
    followups.set_state(session, step.id, FollowUpState.DONE, now=clock.now())
    assert Kind.SHOW_NEVER_CALLED not in found(session, clock)
    clock.advance(25 * 3600)
    end = found(session, clock)[Kind.SHOW_NEVER_CALLED]
    assert end.count == 1
    assert end.filter is not None and end.filter.sources == ("Salon SIMI 2026",)
