"""What is turned towards the customer is what the document says, and nothing else."""

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop.errors import UserError
from desktop.models.catalogue import Billing
from desktop.models.proposals import DocumentKind, ProposalState
from desktop.services import proposal_options, proposal_states, proposals
from desktop.services.proposal_exports import exported_pdf
from desktop.services.proposal_sheet import sheet
from desktop.services.signing_sheet import _town, export_to_sign, page
from tests.services.proposal_case import NOW
from tests.services.test_signatures import Table


@pytest.fixture
def table(session) -> Table:
    return Table(session)


def test_the_exported_bytes_the_options_and_who_they_are(session, table) -> None:
    line = proposal_options.add_line(
        session, table.options[-1], now=NOW, label="Suivi", unit_price=Decimal(300), billing=Billing.MONTHLY
    )
    assert line
    session.flush()
    export_id = table.export()
    shown = page(session, table.key, now=NOW)
    assert shown.export_id == export_id and shown.pdf == exported_pdf(session, export_id)
    assert (shown.seller, shown.company, shown.name) == ("Atelier Nord Conseil", "Ateliers Brévent", "Claire Fontaine")
    assert (shown.quality, shown.place, shown.language) == ("dirigeante", "Cholet", "fr")
    assert [each.option_id for each in shown.choices] == table.options
    costs = dict(shown.choices[-1].costs)
    assert costs[Billing.ONCE].net == 13400 and costs[Billing.ONCE].gross == 16080
    assert costs[Billing.MONTHLY].net == 300, "what comes back each month is a sum of its own"


def test_without_an_export_of_what_stands_there_is_nothing_to_show(session, table) -> None:
    with pytest.raises(UserError, match="Export the proposal"):
        page(session, table.key, now=NOW)
    table.export(DocumentKind.SUMMARY)
    assert export_to_sign(session, sheet(session, table.key)) is None
    quotation = table.export(DocumentKind.QUOTATION)
    assert page(session, table.key, now=NOW).export_id == quotation
    proposal = table.export()
    assert page(session, table.key, now=NOW).export_id == proposal, "the fullest one first"
    proposals.update_proposal(session, table.key, now=NOW, title="Autre titre")
    session.flush()
    assert export_to_sign(session, sheet(session, table.key)) is None


def test_why_it_cannot_be_signed(session, table) -> None:
    export = table.export()
    assert page(session, table.key, now=NOW).export_id == export
    with pytest.raises(UserError, match="expired on 23 December 2026"):
        page(session, table.key, now=NOW + timedelta(days=31))
    table.sign(export)
    session.flush()
    with pytest.raises(UserError, match="signed it already"):
        page(session, table.key, now=NOW)


def test_a_refused_one_is_not_turned_towards_them(session, table) -> None:
    table.export()
    proposal_states.take_state(session, table.key, ProposalState.REFUSED, now=NOW, reason="trop cher")
    with pytest.raises(UserError, match="was refused"):
        page(session, table.key, now=NOW)


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("4 quai de la Loire, 49300 Cholet", "Cholet"),
        ("4 quai de la Loire\n72000  Le Mans ", "Le Mans"),
        ("75011 Paris", "Paris"),
        ("4 quai de la Loire", ""),
        ("1 rue X, 1234 Bern", ""),
        ("", ""),
    ],
)
def test_where_they_are_is_read_from_their_address(address, town) -> None:
    assert _town(address) == town
