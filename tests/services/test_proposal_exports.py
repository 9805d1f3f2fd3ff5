"""Revisions: the same document twice is one, a change makes another, and none is ever replaced."""

import hashlib
import json
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from desktop.documents.proposal import render
from desktop.errors import UserError
from desktop.models.followup_kinds import Channel
from desktop.models.proposals import DocumentKind
from desktop.services import proposal_options, proposals
from desktop.services.proposal_content import Agreed, AgreedStep
from desktop.services.proposal_exports import (
    archived_export,
    as_json,
    exported_pdf,
    exports,
    last_export,
    record_export,
    revisions,
    to_hand_over,
    unchanged,
)
from desktop.services.proposal_sheet import content, sheet
from tests.documents.cases import CLAIRE
from tests.services.proposal_case import NOW, claire, seller


@pytest.fixture
def proposal(session):
    seller(session)
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    return key


def export(session, proposal, at=NOW):
    written = content(session, proposal)
    revision = record_export(session, proposal, render(written), "p.pdf", written, now=at)
    session.flush()
    return revision


def test_the_same_bytes_keep_their_revision_and_a_change_makes_the_next(session, proposal):
    assert content(session, proposal).revision == 1
    assert export(session, proposal) == 1
    assert export(session, proposal, NOW + timedelta(days=1)) == 1
    assert content(session, proposal).revision == 1
    proposals.update_proposal(session, proposal, now=NOW, title="Autre titre")
    session.flush()
    assert content(session, proposal).revision == 2
    assert export(session, proposal) == 2
    assert [each.revision for each in exports(session, proposal)] == [2, 1]
    assert sheet(session, proposal).exported_revision == 2


def test_the_very_bytes_and_what_they_were_made_from_are_kept(session, proposal):
    option = proposal_options.options_of(session, proposal)[0].id
    proposal_options.add_line(session, option, now=NOW, label="Audit", unit_price=Decimal("1100.10"))
    session.flush()
    printed = content(session, proposal)
    pdf = render(printed)
    record_export(session, proposal, pdf, "p.pdf", printed, now=NOW)
    session.flush()
    (kept,) = exports(session, proposal)
    assert exported_pdf(session, kept.id) == pdf
    assert kept.sha256 == hashlib.sha256(pdf).hexdigest()
    assert kept.content["options"][0]["lines"][0]["unit_price"] == "1100.1"
    assert kept.content["issued_on"] == "2026-11-23"


def test_an_archived_export_is_never_replaced(session, proposal):
    written = content(session, proposal)
    record_export(session, proposal, b"first", "p.pdf", written, now=NOW)
    session.flush()
    assert record_export(session, proposal, b"drawn otherwise", "p.pdf", written, now=NOW) == 1
    (kept,) = exports(session, proposal)
    assert exported_pdf(session, kept.id) == b"first"


def test_the_content_is_plain_json_that_loses_no_digit():
    plain = as_json(CLAIRE)
    assert json.loads(json.dumps(plain)) == plain
    assert plain["options"][0]["lines"][0]["unit_price"] == "1100"
    assert plain["valid_until"] == "2026-12-23"
    assert "agreed" not in plain, "what was archived before must compare equal"
    assert as_json(replace(CLAIRE, agreed=Agreed("Claire", CLAIRE.issued_on)))["agreed"]["name"] == "Claire"


def hand_over(session, proposal, document, at=NOW, **fields):
    """What the page does: the archived bytes when there are some, otherwise new ones, kept."""
    written, kept = to_hand_over(session, proposal, replace(content(session, proposal), **fields), document)
    pdf = kept.pdf if kept else f"{document}{written.revision}{at}".encode()
    record_export(session, proposal, pdf, f"{document}.pdf", written, document=document, now=at)
    session.flush()
    return written.revision, pdf


def test_each_kind_of_document_is_archived_once_a_revision(session, proposal):
    later = NOW + timedelta(hours=1)
    for kind in DocumentKind:
        first = hand_over(session, proposal, kind)
        assert first[0] == 1
        assert hand_over(session, proposal, kind, later) == first, "the archived bytes, not new ones"
    assert {each.document for each in exports(session, proposal)} == set(DocumentKind)
    proposals.update_proposal(session, proposal, now=NOW, title="Autre titre")
    session.flush()
    assert hand_over(session, proposal, DocumentKind.SUMMARY, later)[0] == 2
    assert content(session, proposal).revision == 2, "the next revision is that of every document"
    assert hand_over(session, proposal, DocumentKind.QUOTATION, later)[0] == 2
    assert len(exports(session, proposal)) == len(DocumentKind) + 2


def test_a_content_that_is_no_longer_the_present_one_is_not_archived(session, proposal):
    old = content(session, proposal)
    export(session, proposal)
    proposals.update_proposal(session, proposal, now=NOW, title="Autre titre")
    session.flush()
    export(session, proposal)
    for stale in (old, replace(content(session, proposal), title="Encore un autre")):
        with pytest.raises(UserError):
            record_export(session, proposal, b"x", "x.pdf", stale, document=DocumentKind.SUMMARY, now=NOW)
    assert len(exports(session, proposal)) == 2


def test_an_appointment_that_moved_is_another_slip_and_nothing_else(session, proposal):
    friday = AgreedStep(datetime.fromisoformat("2026-11-27T10:30"), Channel.PHONE)
    monday = replace(friday, due_local=datetime.fromisoformat("2026-11-30T09:00"))
    assert hand_over(session, proposal, DocumentKind.PROPOSAL, appointment=friday)[0] == 1
    assert hand_over(session, proposal, DocumentKind.SLIP, appointment=friday)[0] == 1
    assert content(session, proposal).revision == 1
    assert hand_over(session, proposal, DocumentKind.PROPOSAL, appointment=monday)[0] == 1
    assert hand_over(session, proposal, DocumentKind.SLIP, appointment=monday)[0] == 2
    assert content(session, proposal).revision == 2
    assert unchanged(last_export(session, proposal), content(session, proposal))
    assert revisions(session, proposal)[0].changes == ("Next appointment: Fri 27 Nov 10:30 → Mon 30 Nov 09:00",)


def test_the_versions_say_what_was_handed_over_and_what_changed(session, proposal):
    hand_over(session, proposal, DocumentKind.PROPOSAL)
    hand_over(session, proposal, DocumentKind.SUMMARY, NOW + timedelta(minutes=5))
    proposals.update_proposal(session, proposal, now=NOW, title="Autre titre")
    session.flush()
    hand_over(session, proposal, DocumentKind.PROPOSAL, NOW + timedelta(days=1))
    latest, first = revisions(session, proposal)
    assert (latest.number, first.number) == (2, 1)
    assert [each.document for each in first.documents] == [DocumentKind.PROPOSAL, DocumentKind.SUMMARY]
    assert first.at == NOW + timedelta(minutes=5) and first.changes == ()
    assert latest.changes == ("Title: “Autre titre” added",)
    assert revisions(session, uuid.uuid4()) == []


def test_an_archived_file_has_a_name_even_if_it_only_went_to_paper(session, proposal):
    written = content(session, proposal)
    record_export(session, proposal, b"paper", "", written, now=NOW)
    session.flush()
    (kept,) = exports(session, proposal)
    again = archived_export(session, kept.id)
    assert (again.file_name, again.pdf) == ("P-2026-0001_v1.pdf", b"paper")
