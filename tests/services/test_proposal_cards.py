"""Needs and options with what hangs on them."""

from decimal import Decimal

from desktop.models.pricing import line_net
from desktop.models.proposals import OptionLine
from desktop.services import calls, proposals
from desktop.services.proposal_cards import priced
from desktop.services.proposal_sheet import sheet
from tests.services.proposal_case import LOST_DAY, NOW, claire


def test_a_saved_line_is_priced_as_it_reads():
    line = OptionLine(
        label="Audit",
        detail="120 devis",
        quantity=Decimal("1.5"),
        unit="jours",
        unit_price=Decimal("1100"),
        vat_rate=Decimal(20),
        discount=Decimal(10),
    )
    assert line_net(priced(line)) == Decimal("1485.00")
    assert (priced(line).label, priced(line).detail, priced(line).unit) == ("Audit", "120 devis", "jours")


def test_a_need_is_called_by_the_words_that_state_it_and_else_by_what_was_understood(session):
    case = claire(session)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr")
    session.flush()
    card = sheet(session, key).needs[0]
    assert card.stated and card.name == LOST_DAY
    calls.set_citable(session, case.verbatims[LOST_DAY], False)
    proposals.set_need(session, card.row.id, now=NOW, understanding="Trier les relances")
    session.flush()
    card = sheet(session, key).needs[0]
    assert not card.stated and card.name == "Trier les relances"
