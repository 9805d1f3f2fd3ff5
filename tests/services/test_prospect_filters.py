"""A filter in plain form, in words and in SQL; and the counts that triggers keep, whatever services do."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import String, func, select

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.i18n import Language
from desktop.models.followup_kinds import Channel, Objective
from desktop.models.followups import FollowUpState
from desktop.models.grids import Band
from desktop.models.matrix import Heat
from desktop.models.proposals import Proposal, ProposalState
from desktop.models.prospects import Prospect, standing_counts
from desktop.models.statuses import ContactRole, LossKind, Status
from desktop.services import calls, followups, prospect_bulk, prospect_choice, prospects, status_moves, templates
from desktop.services.prospect_filters import NO_FILTER, ProspectFilter, working

GRID, SCRIPT = templates.grid("five-criteria", "en"), templates.script("b2b", "en")
FILTERS = st.builds(
    ProspectFilter,
    bands=st.lists(st.sampled_from(Band)).map(tuple),
    heats=st.lists(st.sampled_from(Heat)).map(tuple),
    statuses=st.lists(st.sampled_from(Status)).map(tuple),
    sources=st.lists(st.text(max_size=5)).map(tuple),
    planned=st.sampled_from((None, True, False)),
    stale_days=st.none() | st.integers(1, 400),
    decider=st.sampled_from((None, True, False)),
    to_complete=st.sampled_from((None, True, False)),
    never_called=st.booleans(),
    wake_due=st.booleans(),
    expiring=st.booleans(),
    kind=st.sampled_from(("", "b2b", "b2c")),
    text=st.text(max_size=8),
)


@given(FILTERS)
@settings(max_examples=40)
def test_the_plain_form_says_it_all(chosen: ProspectFilter) -> None:
    assert ProspectFilter.from_dict(chosen.as_dict()) == chosen
    assert bool(chosen) == bool(chosen.as_dict())


def test_said_in_words() -> None:
    chosen = ProspectFilter(heats=(Heat.HOT,), planned=False, stale_days=30)
    assert chosen.sentence(Language("fr")) == "Chauds · sans prochaine étape · sans nouvelles depuis 30 jours"
    chosen = working(bands=(Band.MEDIUM, Band.GOOD), sources=("Salon Batimat",), decider=False, text="roux")
    said = "Actifs · qualification moyenne ou bonne · source : Salon Batimat · sans décideur · « roux »"
    assert chosen.sentence(Language("fr")).replace("\u00a0", " ") == said
    assert NO_FILTER.sentence() == ""


@pytest.fixture
def book(session: Session, clock: FixedClock) -> dict[str, object]:
    """One prospect for each thing that can be asked."""
    now = clock.now()

    def made(name: str, **fields: object) -> object:
        key = prospects.create_prospect(session, now=now, company=name)
        for field, value in fields.items():
            setattr(session.get_one(Prospect, key), field, value)
        return key

    keys = {
        "plain": made("Plain", heard_at=now),
        "hot": made("Hot", heat=Heat.HOT, heard_at=now),
        "silent": made("Silent", heard_at=now - timedelta(days=31)),
        "never": made("Never heard", created_at=now - timedelta(days=40)),
        "show": made("Show", source="Salon", heard_at=now),
        "asleep": made("Asleep", status=Status.SHELVED, wake_on=now.date() + timedelta(days=1), heard_at=now),
        "awake": made("Awake", status=Status.SHELVED, wake_on=now.date(), heard_at=now),
        "home": made("Home", kind="b2c", heard_at=now),
    }
    calls.start_call(session, keys["plain"], SCRIPT, GRID, now=now)
    calls.set_score(session, calls.start_call(session, keys["hot"], SCRIPT, GRID, now=now), "need", 3, at=now)
    prospects.add_contact(session, keys["plain"], now=now, name="Claire", role=ContactRole.DECIDER)
    step = followups.NextStep(
        datetime.fromisoformat("2026-11-25T09:00"), "Europe/Paris", Channel.PHONE, Objective.VALIDATION
    )
    followups.plan(session, keys["hot"], step, now=now)
    for name, days, state in (("show", 7, ProposalState.SENT), ("home", 8, ProposalState.SENT)):
        session.add(
            Proposal(
                prospect_id=keys[name],
                year=2026,
                rank=days,
                state=state,
                language="fr",
                issued_on=now.date(),
                valid_until=now.date() + timedelta(days=days),
                created_at=now,
                updated_at=now,
            )
        )
    session.flush()
    return keys


def test_each_thing_asked_is_what_is_found(session: Session, clock: FixedClock, book: dict[str, object]) -> None:
    everybody = set(book)
    asked = {
        ProspectFilter(heats=(Heat.HOT,)): {"hot"},
        ProspectFilter(statuses=(Status.SHELVED,)): {"asleep", "awake"},
        ProspectFilter(sources=("Salon", "Elsewhere")): {"show"},
        ProspectFilter(planned=True): {"hot"},
        ProspectFilter(planned=False): everybody - {"hot"},
        ProspectFilter(decider=True): {"plain"},
        ProspectFilter(stale_days=30): {"silent", "never"},
        ProspectFilter(never_called=True): everybody - {"hot", "plain"},
        ProspectFilter(wake_due=True): {"awake"},
        ProspectFilter(expiring=True): {"show"},
        ProspectFilter(kind="b2c"): {"home"},
        ProspectFilter(text="sHow"): {"show"},
        ProspectFilter(text="sh", sources=("Salon",)): {"show"},
        ProspectFilter(text="sh", wake_due=True): set(),
        working(planned=False, stale_days=30): {"silent", "never"},
    }
    names = {key: name for name, key in book.items()}
    for chosen, expected in asked.items():
        for order in prospect_choice.Order:
            sorting = prospect_choice.Sorting(order, reverse=order is prospect_choice.Order.AMOUNT)
            found = prospect_choice.chosen(session, chosen, sorting=sorting, now=clock.now(), limit=50)
            assert (chosen, {names[key] for key in found}, len(found)) == (chosen, expected, len(expected))
        assert prospect_choice.count(session, chosen, now=clock.now()) == prospect_choice.Count(len(expected))


def test_days_need_a_day(session: Session) -> None:
    with pytest.raises(ValueError, match="what day it is"):
        prospect_choice.chosen(session, ProspectFilter(stale_days=3), limit=1)


ACTS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2), st.integers(0, 5)), min_size=1, max_size=25)


@given(ACTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_counts_are_those_of_a_recount_whatever_is_done(
    session: Session, clock: FixedClock, acts: list[tuple[int, int, int]]
) -> None:
    now = clock.now()
    keys = [prospects.create_prospect(session, now=now, company=f"C{place}") for place in range(3)]
    for act, who, what in acts:
        _do(session, act, keys[who], what, now)
    session.flush()
    assert _counted(session) == _recounted(session)
    for chosen in (working(planned=False), ProspectFilter(heats=(Heat.HOT,)), ProspectFilter(decider=True)):
        listed = prospect_choice.chosen(session, chosen, limit=10_000)
        assert prospect_choice.count(session, chosen).number == len(listed)


def _do(session: Session, act: int, key: object, what: int, now: datetime) -> None:
    """One act of a service, of any kind."""
    match act:
        case 0:
            prospects.set_heat(session, key, (*Heat, None)[what % 4], now=now)
        case 1:
            why = {"reason": "so", "loss": LossKind.PRICE}
            status_moves.set_status(session, key, tuple(Status)[what], now=now, **why)
        case 2:
            due = datetime.fromisoformat(f"2026-11-{25 + what % 3}T09:00")
            step = followups.NextStep(due, "Europe/Paris", Channel.PHONE, Objective.VALIDATION)
            followups.plan(session, key, step, now=now)
        case 3 if (planned := followups.next_of(session, key)) is not None:
            followups.set_state(session, planned.id, FollowUpState.DONE if what % 2 else FollowUpState.DROPPED, now=now)
        case 4:
            role = (ContactRole.DECIDER, ContactRole.USER)[what % 2]
            contact = prospects.add_contact(session, key, now=now, name="X", role=role)
            if what > 3:
                prospects.remove_contact(session, contact, at=now)
        case 5:
            prospects.remove_prospect(session, key, at=now if what % 2 else None)
        case 6:
            call = calls.start_call(session, key, SCRIPT, GRID, now=now)
            calls.set_score(session, call, "need", what % 4, at=now)
        case 7:
            prospects.update_prospect(session, key, now=now, amount=what * 100 or None)
        case 8:
            prospect_bulk.set_heat(session, [key], tuple(Heat)[what % 3], now=now)
        case _:
            changed = prospect_bulk.remove(session, [key], now=now)
            prospect_bulk.put(session, changed, back=bool(what % 2))


def _counted(session: Session) -> dict[tuple[object, ...], tuple[int, int]]:
    rows = session.execute(select(standing_counts).where(standing_counts.c.prospects > 0))
    return {tuple(row[:6]): tuple(row[6:]) for row in rows}


def _recounted(session: Session) -> dict[tuple[object, ...], tuple[int, int]]:
    by = (
        Prospect.status,
        func.coalesce(Prospect.band, "", type_=String),
        func.coalesce(Prospect.heat, "", type_=String),
        Prospect.to_complete,
        Prospect.next_due_at.is_not(None),
        Prospect.has_decider,
    )
    query = select(*by, func.count(), func.sum(func.coalesce(Prospect.amount, 0)))
    rows = session.execute(query.where(Prospect.deleted_at.is_(None)).group_by(*by))
    return {tuple(row[:6]): (row[6], int(row[7] * 100)) for row in rows}
