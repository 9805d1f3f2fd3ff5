"""What each row says: the call and what it brought, a level with its words, who, what was answered, what became."""

import uuid

import pytest

from desktop.clock import FixedClock
from desktop.database import Session
from desktop.models.followup_kinds import Outcome
from desktop.models.followups import FollowUpState
from desktop.models.proposals import ProposalState
from desktop.models.statuses import Status
from desktop.services import proposals, timeline
from desktop.services.proposal_exports import record_export
from desktop.services.proposal_sheet import sheet
from desktop.services.timeline import Kind
from desktop.services.timeline_facts import (
    CallHeld,
    Exchanged,
    FollowedUp,
    LevelMoved,
    Merged,
    Page,
    Proposed,
    StatusMoved,
    page,
)
from tests.hostile import MARKUP
from tests.services.timeline_case import lived


@pytest.fixture
def key(session: Session, clock: FixedClock) -> uuid.UUID:
    return lived(session, clock)


def test_every_row_has_its_facts(session: Session, key: uuid.UUID) -> None:
    found = page(session, key)
    assert [row.moment for row in found.rows] == list(timeline.moments(session, key)[0])
    ahead, merged, sent, made, message, note, _replaced, done, status, *levels, call = (row.facts for row in found.rows)
    assert isinstance(ahead, FollowedUp) and ahead.follow_up.state is FollowUpState.OPEN
    assert isinstance(done, FollowedUp) and done.follow_up.outcome is Outcome.VOICE_MAIL
    assert merged == Merged("Roux & Fils")
    assert made == Proposed("P-2026-0001", "")
    assert sent == Proposed("P-2026-0001", "", ProposalState.SENT)
    assert isinstance(message, Exchanged) and message.exchange.text == MARKUP[1].strip()
    assert isinstance(note, Exchanged)
    assert isinstance(status, StatusMoved) and status.change.after is Status.QUALIFIED
    assert levels == [
        LevelMoved("budget", "Estimated budget", "", "?", ()),
        LevelMoved("need", "Stated need", "", "3", (MARKUP[0].strip(),)),
    ]
    assert isinstance(call, CallHeld) and (call.past.verbatims, call.past.standing.low) == (3, 3)
    assert {row.who for row in found.rows if row.moment.kind in (Kind.CALL, Kind.SCORE)} == {"Paul Roux"}
    assert [row.who for row in found.rows if row.moment.kind is Kind.EXCHANGE] == ["Paul Roux", ""]


def test_only_what_is_on_the_page_is_read(session: Session, key: uuid.UUID) -> None:
    whole = page(session, key)
    assert page(session, key, limit=4, offset=8) == Page(whole.rows[8:12], False)
    assert page(session, key, [Kind.CALL], limit=1) == Page(whole.rows[-1:], False)
    assert page(session, key, limit=3).more


def test_a_document_handed_over_is_a_row_of_its_own(session: Session, clock: FixedClock, key: uuid.UUID) -> None:
    made = proposals.compose(session, key, now=clock.now(), language="en")
    clock.advance(60)
    record_export(session, made, b"pdf", "a.pdf", sheet(session, made).content, now=clock.now())
    (handed, *_rest) = (row.facts for row in page(session, key, [Kind.PROPOSAL]).rows)
    assert isinstance(handed, Proposed) and (handed.number, handed.revision) == ("P-2026-0002", 1)
    assert handed.document is not None
