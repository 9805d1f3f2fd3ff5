"""The return is counted from words that may be quoted, when the rep asks, and no longer when they may not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.models.matrix import Heat
from desktop.models.returns import Missing, Rhythm, Unit
from desktop.services import calls, needs, proposal_options, proposal_returns, proposals
from desktop.services.proposal_exports import as_json
from desktop.services.proposal_returns import (
    label_gain,
    read_as,
    returns_sheet,
    set_returns,
    with_figure,
    without_figure,
    without_gain,
)
from desktop.services.proposal_sheet import content, sheet
from tests.services.proposal_case import CALLED, LOST_DAY, NOW, claire

COST = "Deux commerciaux s’y collent, et une journée nous coûte 350 €."


def say(session, case, text, citable=True):
    key = calls.add_entry(session, case.call, "verbatim", text, at=CALLED, question="consequence")
    calls.set_citable(session, key, citable)
    session.flush()
    return key


@pytest.fixture
def case(session):
    case = claire(session)
    case.verbatims[COST] = say(session, case, COST)
    return case


@pytest.fixture
def proposal(session, case):
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    option = proposal_options.options_of(session, key)[0]
    proposal_options.add_line(session, option.id, now=NOW, label="Audit", unit_price=Decimal(13400))
    session.flush()
    return key


def count(session, proposal, *words):
    for wanted in words:
        read = returns_sheet(session, proposal)
        offered = next(each for each in read.offered if each.figure.words == wanted)
        set_returns(session, proposal, now=NOW, returns=with_figure(read.gains, offered))
        session.flush()


WHOLE = ("une journée par semaine", "Deux commerciaux", "une journée nous coûte 350 €")


def test_figures_are_offered_with_their_source_and_nothing_is_counted_unasked(session, proposal):
    read = returns_sheet(session, proposal)
    assert [each.figure.words for each in read.offered] == list(WHOLE)
    assert {each.figure.speaker for each in read.offered} == {"Claire Fontaine"}
    assert {each.figure.said_on for each in read.offered} == {date(2026, 11, 12)}
    assert read.gains == () and content(session, proposal).returns is None


def test_what_completes_a_gain_goes_to_it_and_what_begins_one_makes_another(session, case, proposal):
    say(session, case, "On perd 1 500 € par mois en remises.")
    needs.needs_from_citable(session, case.prospect, now=NOW)
    session.flush()
    count(session, proposal, *WHOLE, "1 500 € par mois")
    first, second = returns_sheet(session, proposal).gains
    assert (first.a_year, second.a_year) == (46 * 2 * 350, 18000)
    printed = content(session, proposal).returns
    assert printed.gain_a_year == 32200 + 18000 and printed.cost == 13400 and printed.months == 4
    assert printed.option == "Notre proposition"


def test_every_act_gives_back_what_there_was(session, proposal):
    count(session, proposal, *WHOLE)
    whole = returns_sheet(session, proposal).gains
    for change in (
        without_figure(whole, whole[0].id, 1),
        without_gain(whole, whole[0].id),
        read_as(whole, whole[0].id, 0, Unit.DAYS, Rhythm.MONTH),
    ):
        before = set_returns(session, proposal, now=NOW, returns=change)
        assert returns_sheet(session, proposal).gains != whole
        set_returns(session, proposal, now=NOW, **before)
        assert returns_sheet(session, proposal).gains == whole
    before = label_gain(session, proposal, whole[0].id, "Des relances utiles", now=NOW)
    assert content(session, proposal).returns.gains[0].label == "Des relances utiles"
    set_returns(session, proposal, now=NOW, **before)
    assert returns_sheet(session, proposal).gains == whole


def test_a_figure_can_be_read_otherwise_but_never_changed(session, proposal):
    count(session, proposal, *WHOLE)
    gains = returns_sheet(session, proposal).gains
    set_returns(session, proposal, now=NOW, returns=read_as(gains, gains[0].id, 0, Unit.DAYS, Rhythm.MONTH))
    assert returns_sheet(session, proposal).gains[0].a_year == 12 * 2 * 350
    assert read_as(gains, gains[0].id, 0, Unit.EUROS, Rhythm.MONTH) == proposal_returns.to_json(gains)


def test_words_that_may_no_longer_be_quoted_count_no_more(session, case, proposal):
    count(session, proposal, *WHOLE)
    calls.set_citable(session, case.verbatims[COST], False)
    session.flush()
    (gain,) = returns_sheet(session, proposal).gains
    assert not gain.backed and gain.a_year is None and gain.missing is Missing.MONEY
    assert content(session, proposal).returns is None
    calls.set_citable(session, case.verbatims[COST], True)
    session.flush()
    assert content(session, proposal).returns is not None


def test_a_number_that_they_did_not_say_is_not_counted(session, proposal):
    count(session, proposal, *WHOLE)
    saved = proposal_returns.to_json(returns_sheet(session, proposal).gains)
    saved["gains"][0]["figures"][2]["value"] = "900"
    set_returns(session, proposal, now=NOW, returns=saved)
    assert content(session, proposal).returns is None


@pytest.mark.parametrize(
    "saved",
    [
        {},
        [],
        {"gains": 3},
        {"gains": [3, {}, {"figures": "x"}, {"figures": []}]},
        {"gains": [{"figures": [None, {}, {"verbatim": "x", "words": "y", "value": "1", "unit": "days"}]}]},
        {"gains": [{"figures": [{"verbatim": str(Heat), "words": 1, "value": "NaN", "unit": "?", "rhythm": "?"}]}]},
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_left_out(session, proposal, saved):
    set_returns(session, proposal, now=NOW, returns=saved)
    session.flush()
    assert returns_sheet(session, proposal).gains == () and content(session, proposal).returns is None


def test_no_return_where_no_price_may_be_given(session):
    case = claire(session, heat=Heat.WARM)
    say(session, case, COST)
    key = proposals.compose(session, case.prospect, now=NOW, language="fr", call_id=case.call)
    session.flush()
    count(session, key, *WHOLE)
    assert returns_sheet(session, key).gains[0].a_year == 32200
    assert content(session, key).returns is None


def test_the_sum_that_the_rep_wrote_beside_a_need_is_offered_where_its_words_say_it(session, case, proposal):
    key = say(session, case, "Ces remises, c’est 1 500 par mois.")
    need = needs.add_need(session, case.prospect, [key], now=NOW)
    needs.update_need(session, need, amount=Decimal(1500))
    session.flush()
    offered = returns_sheet(session, proposal).offered[-1].figure
    assert (offered.words, offered.value, offered.rhythm) == ("1 500 par mois", 1500, Rhythm.MONTH)
    needs.update_need(session, need, amount=Decimal(1600), figure="deux jours")
    session.flush()
    assert "1 500 par mois" not in [each.figure.words for each in returns_sheet(session, proposal).offered]


def test_an_archive_without_a_return_still_compares_equal(session, proposal):
    assert "returns" not in as_json(content(session, proposal))
    count(session, proposal, *WHOLE)
    kept = as_json(content(session, proposal))
    assert kept["returns"]["gains"][0]["a_year"] == "32200"
    assert sheet(session, proposal).content.returns.figures[0].words == WHOLE[0]


def test_a_private_person_is_told_a_price_with_vat(session, proposal):
    count(session, proposal, *WHOLE)
    view = sheet(session, proposal)
    quotes = {each.verbatim_id: each.quote for each in view.quotable}
    private = replace(view.content.client, private=True)
    told = proposal_returns.returns_of(
        view.proposal.returns, quotes, view.content.options, view.content.seller, private
    )
    assert told.with_vat and told.cost == Decimal("16080.00")
    assert proposal_returns.verbatims_of(view.proposal.returns, quotes) == tuple(
        each.verbatim_id for each in view.quotable if each.quote.text in (LOST_DAY, COST)
    )
