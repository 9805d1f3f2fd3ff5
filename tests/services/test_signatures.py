"""Signed in person: what is refused and why, what is kept, and the way back."""

import hashlib
import uuid
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from desktop.documents.files import file_name
from desktop.documents.variants import render_document
from desktop.errors import UserError
from desktop.models.proposals import DocumentKind, Proposal, ProposalState, Signature
from desktop.services import proposal_options, proposal_states, proposals, signatures
from desktop.services.proposal_exports import exported_pdf, exports, record_export
from desktop.services.proposal_sheet import sheet
from desktop.services.signatures import Given, acceptance, has_ink, sign
from tests.services.proposal_case import NOW, claire, seller, shared_grid

INK = (((100, 100), (300, 160), (500, 120)),)
PDF = b"%PDF signed"


class Table:
    """Claire's proposal with two options, on the table between them."""

    def __init__(self, session: Any) -> None:
        self.session = session
        seller(session)
        shared_grid(session)
        case = claire(session)
        session.flush()
        self.key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
        session.flush()
        for label, price in (("Démarrer", 6900), ("Équiper", 13400)):
            option = proposal_options.add_option(session, self.key, now=NOW, name=label)
            session.flush()
            proposal_options.add_line(session, option, now=NOW, label=label, unit_price=Decimal(price))
        session.flush()

    @property
    def proposal(self) -> Proposal:
        return self.session.get_one(Proposal, self.key)

    @property
    def options(self) -> list[uuid.UUID]:
        return [card.option.id for card in sheet(self.session, self.key).options]

    def export(self, kind: DocumentKind = DocumentKind.PROPOSAL) -> uuid.UUID:
        content = sheet(self.session, self.key).content
        pdf = render_document(content, kind)
        record_export(self.session, self.key, pdf, file_name(content, kind), content, document=kind, now=NOW)
        self.session.flush()
        return next(each.id for each in exports(self.session, self.key) if each.document is kind)

    def sign(self, export_id: uuid.UUID, **other: Any) -> signatures.Signed:
        given = {
            "option_id": self.options[-1],
            "name": " Claire Fontaine ",
            "quality": "dirigeante",
            "place": "Cholet",
            "strokes": INK,
            "pdf": PDF,
            "now": NOW,
            **other,
        }
        return sign(self.session, self.key, export_id, **given)


@pytest.fixture
def table(session) -> Table:
    return Table(session)


def test_what_was_signed_is_kept_and_the_proposal_accepted(session, table) -> None:
    export_id = table.export()
    before = exported_pdf(session, export_id)
    signed = table.sign(export_id)
    (kept,) = signatures.signatures(session, table.key)
    assert kept.id == signed.signature_id and kept.export_id == export_id
    assert (kept.name, kept.quality, kept.place, kept.at) == ("Claire Fontaine", "dirigeante", "Cholet", NOW)
    assert kept.option_id == table.options[-1]
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()
    assert signatures.signed_pdf(session, kept.id) == PDF
    assert signatures.strokes(session, kept.id) == INK
    assert table.proposal.state is ProposalState.ACCEPTED and table.proposal.state_at == NOW
    assert exported_pdf(session, export_id) == before
    assert sheet(session, table.key).content.revision == 1, "a signature makes no other revision"


def test_taken_back_and_signed_after_all(session, table) -> None:
    proposal_states.take_state(session, table.key, ProposalState.SENT, now=NOW - timedelta(days=1))
    story = list(table.proposal.states)
    signed = table.sign(table.export())
    later = NOW + timedelta(hours=1)
    for _twice in range(2):
        signatures.take_back(session, signed.signature_id, signed.before, now=later)
        session.flush()
        assert signatures.signatures(session, table.key) == []
        assert table.proposal.state is ProposalState.SENT and table.proposal.states == story
    for _twice in range(2):
        signatures.restore(session, signed.signature_id, now=later)
        session.flush()
        assert signatures.latest(session, table.key).id == signed.signature_id
        assert table.proposal.state is ProposalState.ACCEPTED and table.proposal.state_at == NOW
        assert len(table.proposal.states) == len(story) + 1
    assert session.get_one(Signature, signed.signature_id).deleted_at is None


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"name": "  "}, "The name of the person who signs is missing."),
        ({"option_id": None}, "No option is ticked."),
        ({"option_id": uuid.uuid4()}, "This option is no longer part of the proposal."),
        ({"strokes": ()}, "Nothing is drawn where one signs."),
        ({"strokes": ((),)}, "Nothing is drawn where one signs."),
        ({"strokes": (((500, 100), (503, 101)),)}, "Nothing is drawn where one signs."),
        ({"now": NOW + timedelta(days=60)}, "This proposal expired on 23 December 2026"),
    ],
)
def test_what_is_missing_or_too_late_is_said(session, table, other, sentence) -> None:
    export_id = table.export()
    with pytest.raises(UserError, match=sentence):
        table.sign(export_id, **other)
    assert session.query(Signature).count() == 0 and table.proposal.state is ProposalState.DRAFT


def test_it_can_be_signed_until_the_end_of_its_last_day(session, table) -> None:
    last = NOW.replace(month=12, day=23, hour=23, minute=59)
    assert table.proposal.valid_until == last.date()
    table.sign(table.export(), now=last)
    assert table.proposal.state is ProposalState.ACCEPTED


def test_what_changed_since_the_export_is_not_signed(session, table) -> None:
    export_id = table.export()
    proposals.update_proposal(session, table.key, now=NOW, title="Autre titre")
    session.flush()
    with pytest.raises(UserError, match="changed since it was exported"):
        table.sign(export_id)
    again = table.export()
    with pytest.raises(UserError, match="changed since it was exported"):
        table.sign(export_id)
    table.sign(again)


def test_a_refused_or_signed_one_is_not_signed(session, table) -> None:
    export_id = table.export()
    proposal_states.take_state(session, table.key, ProposalState.REFUSED, now=NOW, reason="trop cher")
    with pytest.raises(UserError, match="was refused"):
        table.sign(export_id)
    proposal_states.take_state(session, table.key, ProposalState.SENT, now=NOW)
    table.sign(export_id)
    session.flush()
    with pytest.raises(UserError, match="Claire Fontaine signed it already, on 23 November 2026"):
        table.sign(export_id)


def test_what_binds_nobody_is_not_signed(session, table) -> None:
    table.export()
    summary = table.export(DocumentKind.SUMMARY)
    with pytest.raises(UserError, match="binds nobody"):
        table.sign(summary)
    table.sign(table.export(DocumentKind.QUOTATION))


def test_a_pre_proposal_is_not_signed(session, table) -> None:
    proposals.update_proposal(session, table.key, now=NOW, contractual=False)
    session.flush()
    with pytest.raises(UserError, match="give a price first"):
        table.sign(table.export())


def test_the_export_of_another_proposal_is_not_signed(session, table) -> None:
    prospect = table.proposal.prospect_id
    export_id = table.export()
    table.key = proposals.compose(session, prospect, now=NOW, language="fr")
    session.flush()
    with pytest.raises(UserError, match="changed since it was exported"):
        table.sign(export_id, option_id=None)


def test_alone_an_option_needs_no_tick(session, table) -> None:
    for option in table.options[1:]:
        proposal_options.remove_option(session, option, now=NOW)
    session.flush()
    (only,) = table.options
    signed = table.sign(table.export(), option_id=None)
    assert session.get_one(Signature, signed.signature_id).option_id == only


def test_what_the_signed_document_will_say(session, table) -> None:
    export_id = table.export()
    given = Given(table.options[1], " Claire ", "", " Cholet", INK)
    said = acceptance(session, table.key, export_id, given, at=NOW)
    (export,) = exports(session, table.key)
    assert (said.option, said.name, said.place, said.at) == (1, "Claire", "Cholet", NOW)
    assert said.witness == "Julie Morvan" and said.sha256 == export.sha256
    with pytest.raises(UserError, match="No option"):
        acceptance(session, table.key, export_id, Given(None, "Claire", strokes=INK), at=NOW)


def test_a_slip_of_the_hand_is_no_signature() -> None:
    assert not has_ink(()) and not has_ink((((4, 4),), ((9, 9),))) and has_ink(INK)
