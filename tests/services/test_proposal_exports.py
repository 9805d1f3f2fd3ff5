"""Revisions: the same document twice is one, a change makes another, and none is ever replaced."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from desktop.documents.proposal import render
from desktop.services import proposal_options, proposals
from desktop.services.proposal_content import Agreed
from desktop.services.proposal_exports import as_json, exported_pdf, exports, record_export
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
