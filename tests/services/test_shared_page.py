"""The page turned towards the prospect: what may stand on it, what their answers change, and the exact way back."""

import json
import uuid
from dataclasses import asdict
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.database import Session, Store
from desktop.errors import UserError
from desktop.models.calls import Entry, Verbatim
from desktop.models.evidence import Grade
from desktop.models.need_kinds import NeedKind
from desktop.models.needs import Need, NeedVerbatim, Reformulation, Reply, SharedPage, Told
from desktop.services import calls, needs, reformulations
from desktop.services.shared_page import (
    Agreement,
    Decision,
    SharedSheet,
    agree,
    agreed_needs,
    latest,
    page,
    restore,
    strokes,
    take_back,
)
from tests.services.proposal_case import BUDGET, CALLED, LOST_DAY, NOTE, PRIVATE, UNOPENED, Case, claire, seller

INK = (((10, 20), (30, 25)), ((400, 80),))
LATER = CALLED + timedelta(minutes=40)
OURS = "Elle décide avec son associé."
UNSPOKEN = "Former deux personnes."
ASIDE = "Gardez ça pour vous."


def shown(session: Session, case: Case) -> SharedSheet:
    return page(session, case.call, today=CALLED.date())


def key_of(session: Session, case: Case, text: str) -> uuid.UUID:
    return next(each.key for each in shown(session, case).needs if text in each.texts)


def sign(session: Session, case: Case, *decisions: Decision, **fields: object) -> uuid.UUID:
    return agree(session, case.call, Agreement(decisions, **{"signature": INK, **fields}), LATER)


def rich(session: Session) -> Case:
    """Four kinds of points: two needs with words, one that rests on private words, one on none, and loose words."""
    case = claire(session)
    seller(session)
    needs.add_need(session, case.prospect, [case.verbatims[LOST_DAY]], now=CALLED, kind=NeedKind.STAKE)
    aside = calls.add_entry(session, case.call, "verbatim", ASIDE, at=CALLED)
    needs.add_need(session, case.prospect, [aside], now=CALLED)
    needs.add_need(session, case.prospect, [case.verbatims[UNOPENED]], now=CALLED, statement="Un outil simple")
    needs.add_need(session, case.prospect, [case.verbatims[PRIVATE]], now=CALLED, statement=OURS)
    needs.add_need(session, case.prospect, [], now=CALLED, statement=UNSPOKEN, confirmed=True)
    return case


def state(session: Session, case: Case) -> object:
    """Everything that stands, soft-deleted rows aside."""
    session.flush()
    session.expire_all()
    stated = session.scalars(select(Need).where(Need.prospect_id == case.prospect, Need.deleted_at.is_(None)))
    rows = []
    for need in stated.all():
        links = session.scalars(select(NeedVerbatim.verbatim_id).where(NeedVerbatim.need_id == need.id))
        confirmed = (need.confirmed, need.confirmed_at, need.confirmed_via)
        rows.append((str(need.id), need.position, confirmed, sorted(map(str, links))))
    said = [(each.text, each.grade, each.citable) for each in calls.entries(session, case.call)]
    answers = session.scalars(select(Reformulation.id).where(Reformulation.deleted_at.is_(None)))
    kept = session.scalars(select(SharedPage.id).where(SharedPage.deleted_at.is_(None)))
    return sorted(rows), said, sorted(map(str, answers)), sorted(map(str, kept))


def test_only_their_quotable_words_and_what_we_understood_stand_on_the_page(session: Session) -> None:
    case = rich(session)
    sheet = shown(session, case)
    assert [each.texts for each in sheet.needs] == [(LOST_DAY,), (UNOPENED,), (OURS,), (UNSPOKEN,), (BUDGET,)]
    assert (sheet.seller, sheet.company, sheet.person) == (
        "Atelier Nord Conseil",
        "Ateliers Brévent",
        "Claire Fontaine",
    )
    assert (sheet.language, sheet.representative) == ("fr", "Julie Morvan")
    assert [each.confirmed for each in sheet.needs] == [False, False, False, True, False]
    everything = json.dumps(asdict(sheet), default=str, ensure_ascii=False)
    for secret in (PRIVATE, ASIDE, NOTE, "Un outil simple", "hot", "15000"):
        assert secret not in everything


def test_looking_at_the_page_changes_nothing(session: Session) -> None:
    case = claire(session)
    before = state(session, case)
    assert len(shown(session, case).needs) == 3
    assert state(session, case) == before


def test_the_same_words_stand_once(session: Session) -> None:
    case = claire(session)
    for _turn in range(2):
        needs.add_need(session, case.prospect, [case.verbatims[LOST_DAY]], now=CALLED, statement="encore")
    assert [each.texts for each in shown(session, case).needs] == [(LOST_DAY,), (UNOPENED,), (BUDGET,)]


def test_what_they_tick_is_confirmed_evidence_told_on_the_page(session: Session) -> None:
    case = rich(session)
    key = key_of(session, case, LOST_DAY)
    kept = sign(session, case, Decision(key, Reply.CONFIRMED), signed_name=" Claire Fontaine ")
    need = session.get_one(Need, key)
    assert (need.confirmed, need.confirmed_at, need.confirmed_via) == (True, LATER, Told.MIRROR)
    assert session.get_one(Entry, case.verbatims[LOST_DAY]).grade is Grade.CONFIRMED
    assert session.get_one(Entry, case.verbatims[UNOPENED]).grade is Grade.STATED
    saved = session.get_one(SharedPage, kept)
    assert (saved.signed_name, strokes(saved), agreed_needs(saved)) == ("Claire Fontaine", INK, {key})
    assert latest(session, case.prospect) is saved and latest(session, case.prospect, case.call) is saved


def test_what_they_put_right_is_quoted_instead(session: Session) -> None:
    case = rich(session)
    key = key_of(session, case, LOST_DAY)
    sign(session, case, Decision(key, Reply.CORRECTED, "On perd deux jours par semaine."))
    (stated,) = [each for each in needs.needs_of(session, case.prospect) if each.need.id == key]
    assert [each.text for each in stated.citable] == ["On perd deux jours par semaine."]
    assert stated.need.confirmed and stated.citable[0].grade is Grade.CONFIRMED
    assert stated.citable[0].contact_id is not None
    assert key_of(session, case, "On perd deux jours par semaine.") == key


def test_what_they_struck_out_is_not_quoted_nor_shown_again(session: Session) -> None:
    case = rich(session)
    keys = [key_of(session, case, text) for text in (LOST_DAY, OURS, BUDGET)]
    sign(session, case, *(Decision(key, Reply.REFUSED) for key in keys))
    assert [each.texts for each in shown(session, case).needs] == [(UNOPENED,), (UNSPOKEN,)]
    assert not session.get_one(Need, keys[0]).confirmed
    assert not session.get_one(Verbatim, case.verbatims[BUDGET]).citable
    assert keys[2] not in {each.need.id for each in needs.needs_of(session, case.prospect)}


def test_a_statement_is_answered_for_the_words_it_rests_on(session: Session) -> None:
    case = rich(session)
    key = key_of(session, case, OURS)
    sign(session, case, Decision(key, Reply.CORRECTED, "Je décide seule."))
    assert session.get_one(Entry, case.verbatims[PRIVATE]).citable is False
    assert [each.texts for each in shown(session, case).needs if each.key == key] == [("Je décide seule.",)]


@pytest.mark.parametrize("reply", [Reply.CONFIRMED, Reply.CORRECTED, Reply.REFUSED])
def test_a_need_without_any_words_is_answered_too(session: Session, reply: Reply) -> None:
    case = rich(session)
    key = key_of(session, case, UNSPOKEN)
    correction = "Former trois personnes." if reply is Reply.CORRECTED else ""
    sign(session, case, Decision(key, reply, correction))
    assert session.get_one(Need, key).confirmed is (reply is not Reply.REFUSED)
    texts = [each.texts for each in shown(session, case).needs if each.key == key]
    assert texts == [(correction or UNSPOKEN,)]


def test_words_that_stated_no_need_make_one_when_they_agree(session: Session) -> None:
    case = claire(session)
    first, second, third = (each.key for each in shown(session, case).needs)
    sign(session, case, Decision(third, Reply.CONFIRMED), Decision(first), Decision(second, Reply.CONFIRMED))
    stated = needs.needs_of(session, case.prospect)
    assert [each.verbatims[0].text for each in stated] == [BUDGET, UNOPENED]
    assert all(each.need.confirmed for each in stated)


def test_their_order_is_kept_and_what_they_did_not_see_stays_between(session: Session) -> None:
    case = rich(session)
    before = [each.need.id for each in needs.needs_of(session, case.prospect)]
    seen = [each.key for each in shown(session, case).needs[:4]]
    sign(session, case, *(Decision(key, Reply.CONFIRMED) for key in reversed(seen)))
    after = [each.need.id for each in needs.needs_of(session, case.prospect)]
    assert [key for key in after if key in seen] == seen[::-1]
    hidden = before[1]
    assert hidden not in seen and after.index(hidden) == 1


def test_a_correction_that_changes_nothing_is_a_yes(session: Session) -> None:
    case = rich(session)
    key = key_of(session, case, LOST_DAY)
    count = len(calls.entries(session, case.call))
    sign(session, case, Decision(key, Reply.CORRECTED, f" {LOST_DAY} "))
    assert len(calls.entries(session, case.call)) == count
    assert session.get_one(Need, key).confirmed


def test_nothing_done_is_nothing_kept(session: Session) -> None:
    case = rich(session)
    key = key_of(session, case, LOST_DAY)
    before = state(session, case)
    with pytest.raises(UserError):
        sign(session, case, Decision(key), signature=())
    assert state(session, case) == before


def test_what_is_taken_back_is_no_longer_said_together(session: Session) -> None:
    case = rich(session)
    kept = sign(session, case, Decision(key_of(session, case, LOST_DAY), Reply.CONFIRMED))
    take_back(session, kept, at=LATER)
    assert latest(session, case.prospect) is None


REPLIES = st.sampled_from([None, Reply.CONFIRMED, Reply.CORRECTED, Reply.REFUSED])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(replies=st.lists(REPLIES, min_size=5, max_size=5), order=st.permutations(range(5)), aloud=st.booleans())
def test_one_step_back_is_the_file_as_it_was_and_one_forth_as_they_left_it(
    store: Store, replies: list[Reply | None], order: list[int], aloud: bool
) -> None:
    with store.writing() as (session, _touched):
        case = rich(session)
        if aloud:
            said = case.verbatims[LOST_DAY]
            reformulations.answer(session, said, "Vous perdez une journée ?", Reply.CONFIRMED, CALLED)
        points = shown(session, case).needs
        before = state(session, case)
        decisions = [
            Decision(points[place].key, replies[place], f"Autrement {place}." if replies[place] == "corrected" else "")
            for place in order
        ]
        kept = sign(session, case, *decisions)
        after = state(session, case)
        for _turn in range(2):
            for _again in range(2):
                take_back(session, kept, at=LATER)
                assert state(session, case) == before
            for _again in range(2):
                restore(session, kept)
                assert state(session, case) == after
        session.rollback()
