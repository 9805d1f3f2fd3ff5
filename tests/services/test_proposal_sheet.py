"""What the screen and the document may say."""

from datetime import date
from decimal import Decimal

from desktop.models.matrix import Heat
from desktop.models.needs import Reply
from desktop.services import calls, needs, proposal_options, proposals, prospects, shared_page
from desktop.services.proposal_content import Agreed
from desktop.services.proposal_exports import as_json
from desktop.services.proposal_sheet import content, sheet
from desktop.services.shared_page import Agreement, Decision
from tests.services.proposal_case import BUDGET, LOST_DAY, NOTE, NOW, PRIVATE, UNOPENED, claire, seller


def composed(session, case):
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    return key


def texts(printed):
    return [quote.text for block in printed.needs for quote in block.quotes]


def test_only_citable_words_reach_the_document(session):
    case = claire(session)
    key = composed(session, case)
    printed = str(as_json(content(session, key)))
    assert all(words in printed for words in (LOST_DAY, UNOPENED, BUDGET))
    assert PRIVATE not in printed and NOTE not in printed
    calls.set_citable(session, case.verbatims[UNOPENED], False)
    calls.take_back(session, case.verbatims[LOST_DAY], at=NOW)
    session.flush()
    assert texts(content(session, key)) == [BUDGET]
    assert content(session, key).lead_quote is None


def test_words_that_state_two_needs_are_quoted_once(session):
    case = claire(session)
    words = [case.verbatims[LOST_DAY], case.verbatims[UNOPENED]]
    needs.add_need(session, case.prospect, words[:1], now=NOW)
    needs.add_need(session, case.prospect, words, now=NOW)
    key = composed(session, case)
    assert sorted(texts(content(session, key))) == sorted([LOST_DAY, UNOPENED, BUDGET])
    first = sheet(session, key).needs[0].row
    proposals.set_need(session, first.id, now=NOW, included=False)
    session.flush()
    assert sorted(texts(content(session, key))) == sorted([LOST_DAY, UNOPENED, BUDGET])


def test_a_need_left_out_is_not_printed_nor_covered(session):
    key = composed(session, claire(session))
    view = sheet(session, key)
    rows = [card.row for card in view.needs]
    option = view.options[0].option.id
    proposal_options.update_option(session, option, now=NOW, answers=[str(row.id) for row in rows])
    proposals.set_need(session, rows[1].id, now=NOW, included=False)
    session.flush()
    printed = content(session, key)
    assert texts(printed) == [LOST_DAY, BUDGET]
    assert printed.options[0].answers == (0, 1)
    assert sheet(session, key).options[0].covers == (rows[0].id, rows[2].id)


def test_confirmed_needs_are_said_to_be(session):
    case = claire(session)
    key = composed(session, case)
    need = sheet(session, key).needs[0].need.id
    needs.update_need(session, need, confirmed=True)
    session.flush()
    printed = content(session, key)
    assert [block.quotes[0].confirmed for block in printed.needs] == [True, False, False]
    assert printed.lead_quote.confirmed
    assert printed.needs[0].quotes[0].speaker == "Claire Fontaine"
    assert printed.needs[0].quotes[0].said_on == date(2026, 11, 12)


def test_a_page_signed_by_the_client_is_said_when_it_was_about_these_needs(session):
    case = claire(session)
    key = composed(session, case)
    first, second = (each.need.id for each in sheet(session, key).needs[:2])
    agreement = Agreement((Decision(first, Reply.CONFIRMED),), "Claire Fontaine", (((1, 2), (3, 4)),))
    kept = shared_page.agree(session, case.call, agreement, NOW)
    assert content(session, key).agreed == Agreed("Claire Fontaine", NOW.date(), signed=True)
    rows = sheet(session, key).needs
    rows[0].row.included = False
    assert content(session, key).agreed is None
    rows[0].row.included = True
    shared_page.take_back(session, kept, at=NOW)
    assert content(session, key).agreed is None
    shared_page.agree(session, case.call, Agreement((Decision(second, Reply.CONFIRMED),), "Claire"), NOW)
    assert content(session, key).agreed == Agreed("Claire", NOW.date(), signed=False)


def test_a_pre_proposal_prints_no_price_and_says_what_is_included(session):
    key = composed(session, claire(session, heat=Heat.WARM))
    option = sheet(session, key).options[0].option.id
    proposal_options.add_line(session, option, now=NOW, label="Audit", unit_price=Decimal(6900))
    session.flush()
    printed = content(session, key)
    assert not printed.contractual
    assert printed.options[0].lines == () and printed.options[0].included == ("Audit",)
    assert "6900" not in str(as_json(printed))
    proposals.give_price(session, key, "Elle le demande.", now=NOW)
    session.flush()
    assert content(session, key).totals(content(session, key).options[0]).net == Decimal(6900)


def test_a_figure_of_the_rep_is_not_called_theirs(session):
    key = composed(session, claire(session))
    proposals.update_proposal(session, key, now=NOW, cost_today="92 jours par an.")
    session.flush()
    assert content(session, key).cost_source == ""
    proposals.update_proposal(session, key, now=NOW, cost_today=f"{BUDGET} Soit un mois.")
    session.flush()
    assert content(session, key).cost_source


def test_a_person_alone_is_the_client(session):
    key = prospects.create_prospect(session, now=NOW, person="Thomas Kerbrat", kind="b2c")
    session.flush()
    client = content(session, proposals.compose(session, key, now=NOW, language="fr")).client
    assert (client.company, client.contact) == ("Thomas Kerbrat", "")


def test_the_seller_is_the_company_of_the_settings(session):
    seller(session, vat_exempt=True)
    printed = content(session, composed(session, claire(session)))
    assert printed.seller.name == "Atelier Nord Conseil" and printed.seller.vat_exempt
    assert printed.seller.siret == "000 000 000 00000"


def test_empty_gains_are_no_gains(session):
    key = composed(session, claire(session))
    proposals.update_proposal(session, key, now=NOW, gains=["Un écran", " ", ""])
    session.flush()
    assert content(session, key).gains == ("Un écran",)
