"""The plan kept with a proposal: edited with a way back, refused when it cannot be read."""

import copy
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.errors import UserError
from desktop.models.backplan import Side
from desktop.models.proposals import Proposal
from desktop.models.working_days import Closure
from desktop.services import closures, proposal_plan, proposals
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import NOW, claire, seller

WISHED = date(2027, 1, 29)


@pytest.fixture
def proposal(session) -> Proposal:
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    found = session.get_one(Proposal, key)
    found.plan, found.wished_on = [], WISHED
    for name, days in (("a", 5), ("b", 1), ("c", 3)):
        proposal_plan.add_step(session, key, now=NOW, key=name, name=name.upper(), days=days)
    return found


def names(proposal) -> str:
    return "".join(step["name"] for step in proposal.plan)


def afters(proposal) -> dict:
    return {step["key"]: step["after"] for step in proposal.plan}


def test_a_step_is_added_at_its_place_once(session, proposal):
    key = proposal_plan.add_step(session, proposal.id, now=NOW, place=1, name="N", side=Side.THEIRS, owner="Karim")
    assert names(proposal) == "ANBC" and key not in ("a", "b", "c")
    proposal_plan.add_step(session, proposal.id, now=NOW, key=key, name="N")
    assert names(proposal) == "ANBC"
    assert proposal.plan[1] == {"key": key, "name": "N", "side": "theirs", "owner": "Karim", "days": 1, "after": None}


def test_a_step_is_changed_and_changed_back(session, proposal):
    before = proposal_plan.update_step(
        session, proposal.id, "b", now=NOW, name="Signature", side=Side.THEIRS, owner="Claire", days=4, after=()
    )
    assert before == {"name": "B", "side": Side.OURS, "owner": "", "days": 1, "after": None}
    assert proposal.plan[1]["after"] == [] and proposal.plan[1]["days"] == 4
    proposal_plan.update_step(session, proposal.id, "b", now=NOW, **before)
    assert names(proposal) == "ABC" and afters(proposal) == {"a": None, "b": None, "c": None}


def test_steps_move_and_those_that_wait_for_the_one_above_follow(session, proposal):
    assert proposal_plan.move_step(session, proposal.id, "c", 0, now=NOW) == 2
    assert names(proposal) == "CAB"
    plan = proposal_plan.plan_of(proposal, None)
    assert [step.after for step in plan.steps] == [(), (0,), (1,)]
    assert proposal_plan.move_step(session, proposal.id, "c", 99, now=NOW) == 0
    assert names(proposal) == "ABC"


def test_a_step_taken_out_hands_over_what_it_waited_for(session, proposal):
    proposal_plan.update_step(session, proposal.id, "c", now=NOW, after=("b",))
    removed = proposal_plan.remove_step(session, proposal.id, "b", now=NOW)
    assert names(proposal) == "AC" and afters(proposal)["c"] == ["a"]
    for _twice in range(2):
        proposal_plan.put_back(session, proposal.id, removed, now=NOW)
    assert names(proposal) == "ABC" and afters(proposal) == {"a": None, "b": None, "c": ["b"]}


def test_what_was_typed_since_stays_when_a_step_comes_back(session, proposal):
    removed = proposal_plan.remove_step(session, proposal.id, "b", now=NOW)
    proposal_plan.update_step(session, proposal.id, "a", now=NOW, name="Décision")
    proposal_plan.put_back(session, proposal.id, removed, now=NOW)
    assert names(proposal) == "DécisionBC"


def test_steps_that_would_wait_for_each_other_are_refused(session, proposal):
    before = copy.deepcopy(proposal.plan)
    for key, after in (("a", ("c",)), ("a", ("a",))):
        with pytest.raises(UserError, match="wait for each other"):
            proposal_plan.update_step(session, proposal.id, key, now=NOW, after=after)
    assert proposal.plan == before


@pytest.mark.parametrize("days", [0, -1, 261, 10**9])
def test_a_step_lasts_from_a_day_to_a_year(session, proposal, days):
    with pytest.raises(UserError, match="working days"):
        proposal_plan.update_step(session, proposal.id, "a", now=NOW, days=days)


def test_there_is_an_end_to_the_steps(session, proposal):
    for _number in range(proposal_plan.MOST_STEPS - 3):
        proposal_plan.add_step(session, proposal.id, now=NOW)
    with pytest.raises(UserError, match="60 steps"):
        proposal_plan.add_step(session, proposal.id, now=NOW)


def test_a_step_that_is_gone_is_said_so(session, proposal):
    with pytest.raises(UserError, match="no longer there"):
        proposal_plan.move_step(session, proposal.id, "z", 0, now=NOW)


def test_the_wished_day_is_changed_and_changed_back(session, proposal):
    assert proposal_plan.wish(session, proposal.id, date(2027, 3, 1), now=NOW) == WISHED
    assert proposal_plan.wish(session, proposal.id, None, now=NOW) == date(2027, 3, 1)
    assert proposal_plan.plan_of(proposal, None) is None
    for year in (1, 1999, 2200, 9999):
        with pytest.raises(UserError):
            proposal_plan.wish(session, proposal.id, date(year, 1, 1), now=NOW)


def test_the_document_counts_from_its_own_day_and_the_card_from_today(session, proposal):
    seller(session)
    closures.save(session, [Closure((12, 24), (1, 2))], now=NOW)
    content = sheet(session, proposal.id).content
    assert content.plan is not None and content.plan.late == 0 and content.plan.ready_on == WISHED
    assert [step.key for step in content.plan.steps] == ["a", "b", "c"]
    assert content.plan.closures == (Closure((12, 24), (1, 2)),)
    view = proposal_plan.view(session, proposal.id, today=date(2027, 1, 22))
    assert view.plan.late == 3 and view.plan.ready_on == view.soonest == date(2027, 2, 3)
    assert sheet(session, proposal.id).content == content
    early = proposal_plan.view(session, proposal.id, today=date(2027, 1, 12))
    assert (early.plan.late, early.ahead, early.plan.begins_on) == (0, 5, date(2027, 1, 19))


def test_without_a_wished_day_the_soonest_one_is_said(session, proposal):
    proposal.wished_on = None
    view = proposal_plan.view(session, proposal.id, today=date(2026, 11, 23))
    assert view.plan is None and view.soonest == date(2026, 12, 3) and len(view.steps) == 3
    proposal.plan = []
    assert proposal_plan.view(session, proposal.id, today=date(2026, 11, 23)).soonest is None


STEP = {"key": "a", "name": "A", "side": "ours", "owner": "", "days": 1, "after": None}
HOSTILE = [
    None,
    {},
    "plan",
    [None],
    ["a"],
    [{}],
    [{**STEP, "more": 1}],
    [{key: value for key, value in STEP.items() if key != "owner"}],
    [{**STEP, "key": ""}],
    [{**STEP, "key": "k" * 65}],
    [{**STEP, "key": None}],
    [{**STEP, "name": 3}],
    [{**STEP, "owner": None}],
    [{**STEP, "side": "both"}],
    [{**STEP, "side": ["ours"]}],
    [{**STEP, "days": 0}],
    [{**STEP, "days": 10**9}],
    [{**STEP, "days": 1.5}],
    [{**STEP, "days": "3"}],
    [{**STEP, "days": True}],
    [{**STEP, "after": "b"}],
    [{**STEP, "after": [1]}],
    [{**STEP, "after": ["nobody"]}],
    [{**STEP, "after": ["a"]}],
    [STEP, STEP],
    [{**STEP, "key": str(number)} for number in range(61)],
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_a_plan_that_cannot_be_read_is_refused_in_a_sentence_and_kept(session, proposal, raw):
    with pytest.raises(UserError, match="cannot be read"):
        proposal_plan.read(raw)
    if isinstance(raw, list):
        proposal.plan = copy.deepcopy(raw)
        assert sheet(session, proposal.id).content.plan is None
        assert "cannot be read" in proposal_plan.view(session, proposal.id, today=date(2026, 11, 23)).error
        for refused in (
            lambda: proposal_plan.add_step(session, proposal.id, now=NOW),
            lambda: proposal_plan.update_step(session, proposal.id, "a", now=NOW, name="x"),
        ):
            with pytest.raises(UserError, match="cannot be read"):
                refused()
        assert proposal.plan == raw


def test_a_wished_day_out_of_reach_prints_no_plan(session, proposal):
    proposal.wished_on = date(1, 1, 1)
    assert proposal_plan.plan_of(proposal, None) is None
    assert proposal_plan.view(session, proposal.id, today=date(2026, 11, 23)).wished_on is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(list(STEP)), inner, max_size=6),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(JSON)
def test_anything_else_is_read_or_refused(raw):
    try:
        steps = proposal_plan.read(raw)
    except UserError:
        return
    assert [proposal_plan.plain(step) for step in steps] == raw
