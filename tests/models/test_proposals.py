"""What a proposal keeps, and how its number reads."""

from decimal import Decimal

from desktop.models.proposals import Option, OptionLine, Proposal, ProposalState
from desktop.services import proposal_options, proposals
from tests.services.proposal_case import NOW, claire


def test_a_number_is_its_year_and_its_rank():
    assert Proposal(year=2026, rank=42).number == "P-2026-0042"
    assert Proposal(year=2027, rank=12345).number == "P-2027-12345"


def test_a_line_comes_back_to_the_cent_and_to_the_thousandth(session):
    key = proposals.compose(session, claire(session).prospect, now=NOW, language="fr")
    session.flush()
    option = proposal_options.options_of(session, key)[0]
    line = proposal_options.add_line(
        session,
        option.id,
        now=NOW,
        quantity=Decimal("2.125"),
        unit_price=Decimal("1234.56"),
        vat_rate=Decimal("5.5"),
        discount=Decimal("12.5"),
    )
    session.expire_all()
    kept = session.get_one(OptionLine, line)
    assert (kept.quantity, kept.unit_price) == (Decimal("2.125"), Decimal("1234.56"))
    assert (kept.vat_rate, kept.discount) == (Decimal("5.5"), Decimal("12.5"))
    assert session.get_one(Option, option.id).answers == []
    assert session.get_one(Proposal, key).state is ProposalState.DRAFT
