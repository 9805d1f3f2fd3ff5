"""What a verbatim offers during a call: after it is written, until the next entry, taken and undone one by one."""

from datetime import date

from desktop.services import grids, prospects
from desktop.ui.calls.facts_acts import FactsActs
from tests.ui.calls.needs_case import Desk, desk  # noqa: F401


def words(facts: FactsActs) -> list[str]:
    return [offer.words for offer in facts.offers]


def test_offered_at_a_verbatim_and_gone_at_the_next_entry(desk: Desk) -> None:  # noqa: F811
    facts = FactsActs(desk.call)
    shown: list[int] = []
    facts.offered.connect(lambda offers: shown.append(len(offers)))
    desk.say("I’ve set aside €15k, live before the end of January.")
    assert words(facts) == [
        "Amount: €15,000",
        "Deadline: 29 January 2027",
        "Estimated budget: 2",
        "Project deadline: 3",
    ]
    desk.say("- budget of 20 k€")
    assert facts.offers == () and shown == [4, 0]


def test_nothing_is_applied_unasked(desk: Desk) -> None:  # noqa: F811
    FactsActs(desk.call)
    desk.say("I’ve set aside €15k, live before the end of January.")
    prospect = desk.workspace.ask(prospects.prospect_file, desk.prospect_id).prospect
    assert (prospect.amount, prospect.expected_on) == (None, None)
    sheet = desk.workspace.ask(grids.call_sheet, desk.call.call_id)
    assert sheet.row("budget").answer == sheet.row("timing").answer == ""


def test_each_taken_leaves_the_others_and_comes_back_when_undone(desk: Desk) -> None:  # noqa: F811
    facts = FactsActs(desk.call)
    desk.say("I’ve set aside €15k, live before the end of January.")
    everything = facts.offers
    for left in (3, 2, 1, 0):
        assert facts.accept(facts.offers[0])
        assert len(facts.offers) == left
    prospect = desk.call.outline.prospect
    assert (prospect.amount, prospect.expected_on) == (15000, date(2027, 1, 29))
    assert (desk.call.sheet.row("budget").answer, desk.call.sheet.row("timing").answer) == (2, 3)
    for _each in range(4):
        desk.call.undo()
    assert facts.offers == everything
    prospect = desk.workspace.ask(prospects.prospect_file, desk.prospect_id).prospect
    assert (prospect.amount, prospect.expected_on) == (None, None)
    desk.call.redo()
    assert desk.call.outline.prospect.amount == 15000


def test_acts_have_names(desk: Desk) -> None:  # noqa: F811
    facts = FactsActs(desk.call)
    desk.say("I’ve set aside €15k.")
    facts.accept(facts.offers[0])
    assert desk.call.stack.undoText() == "taken: Amount: €15,000"


def test_left_aside_until_the_next_verbatim(desk: Desk) -> None:  # noqa: F811
    facts = FactsActs(desk.call)
    desk.say("I’ve set aside €15k.")
    facts.dismiss()
    assert facts.offers == ()
    desk.say("Or say €20k.")
    assert facts.offers[0].after == 20000


def test_an_entry_taken_back_offers_nothing_more(desk: Desk) -> None:  # noqa: F811
    facts = FactsActs(desk.call)
    desk.say("I’ve set aside €15k.")
    desk.call.undo()
    assert facts.offers == ()


def test_a_correction_changes_what_is_offered(desk: Desk) -> None:  # noqa: F811
    facts = FactsActs(desk.call)
    (entry_id,) = desk.say("I’ve set aside €15k.")
    assert desk.call.lines.change(entry_id, "I’ve set aside €16k.")
    assert facts.offers[0].after == 16000


def test_scored_by_hand_it_is_no_longer_offered(desk: Desk) -> None:  # noqa: F811
    facts = FactsActs(desk.call)
    desk.say("I’ve set aside €15k.")
    assert [offer.criterion for offer in facts.offers] == ["", "budget"]
    desk.call.scoring.score(2, "budget")
    assert [offer.criterion for offer in facts.offers] == [""]
